# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading cases: those colleagues can learn from, one's own drafts, and one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from voelspriet.answer.cases.choices import CaseRole, CaseState, CaseStepKind
from voelspriet.answer.cases.models import CaseStep, LearningCase
from voelspriet.answer.cases.rules import readable_cases, why_not
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.intake.rules.access import directed_signals

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list."""

    reference: str
    title: str
    is_draft: bool
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a case: so many days after the signal, what, in which role, in our words."""

    position: int
    day: int
    kind_label: str
    role_label: str
    told: str


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """One case. `signal_reference` only for who may still change a draft."""

    row: CaseRow
    steps: tuple[StepRow, ...]
    questions: str
    lessons: str
    signal_reference: str
    may_take_back: bool


def cases(*, by: Actor, cursor: str = "") -> Page[CaseRow]:
    """Return the cases colleagues can read, the newest first."""
    found = readable_cases(by).filter(state=CaseState.PUBLISHED)
    last = read_cursor(cursor, datetime.fromisoformat, int)
    if last and last[0].tzinfo is not None:
        found = found.filter(Q(published_at__lt=last[0]) | Q(published_at=last[0], pk__lt=last[1]))
    rows = list(found.order_by("-published_at", "-id")[: PAGE_SIZE + 1])
    return page_of(rows, PAGE_SIZE, _row, _cursor)


def drafts(*, by: Actor, limit: int = PAGE_SIZE) -> tuple[CaseRow, ...]:
    """Return drafts of signals `by` answers for, the newest first."""
    found = readable_cases(by).filter(state=CaseState.DRAFT)
    return tuple(_row(one) for one in found.order_by("-made_at", "-id")[:limit])


def case_detail(*, reference: str, by: Actor) -> CaseDetail:
    """Return one case. Raises OutOfScope for any that `by` may not read."""
    one = readable_cases(by).select_related("signal").filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze leercasus is er niet."))
    return CaseDetail(
        row=_row(one),
        steps=tuple(_step(step) for step in one.steps.order_by("position")),
        questions=one.questions,
        lessons=one.lessons,
        signal_reference=one.signal.reference if one.signal else "",
        may_take_back=one.state == CaseState.DRAFT or one.made_by_id == by.user_id,
    )


def why_no_case(*, signal_reference: str, by: Actor, at: datetime) -> str:
    """Return why a signal cannot become a case, for its advisers. OutOfScope for anybody else."""
    signal = directed_signals(by).filter(reference=signal_reference).first()
    if signal is None or not by.is_staff:
        raise OutOfScope(_("Deze melding is er niet."))
    return why_not(signal, at)


def _row(one: LearningCase) -> CaseRow:
    return CaseRow(one.reference, one.title, one.state == CaseState.DRAFT, one.published_at)


def _cursor(one: LearningCase) -> str:
    return write_cursor(one.published_at.isoformat() if one.published_at else "", one.pk)


def _step(one: CaseStep) -> StepRow:
    role = OrganisationKind(one.party).label if one.party else CaseRole(one.role).label
    return StepRow(
        position=one.position,
        day=one.day,
        kind_label=str(CaseStepKind(one.kind).label),
        role_label=str(role),
        told=one.told,
    )
