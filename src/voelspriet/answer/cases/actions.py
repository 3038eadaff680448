# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a case to learn from: begun from a signal, told by a person, then cut loose from it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from voelspriet.answer.cases.choices import CaseState
from voelspriet.answer.cases.models import CaseStep, LearningCase
from voelspriet.answer.cases.path import path_of
from voelspriet.answer.cases.rules import (
    DRAFT_KEPT,
    LESSONS_LIMIT,
    PUBLISHED_KEPT,
    QUESTIONS_LIMIT,
    TITLE_LIMIT,
    TOLD_LIMIT,
    clean,
    readable_cases,
    why_not,
)
from voelspriet.ground.areas.queries import areas
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.access import directed_signals


@dataclass(frozen=True, slots=True)
class CaseWords:
    """What a case is called, asks and teaches."""

    title: str
    questions: str
    lessons: str


@action
def begin_case(
    *,
    signal_reference: str,
    title: str,
    by: Actor,
    at: datetime,
    is_nobody: bool = False,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Begin a case from a closed signal; return its reference.

    Its path is taken over as days and roles, without a word. Refuses: a signal that is not closed
    for 30 days, points at a person, is locked, withdrawn or told in confidence; no title, and
    what `clean` refuses in it. OutOfScope: a signal `by` does not answer for.
    """
    signal = directed_signals(by).filter(reference=signal_reference).first()
    if signal is None or not by.is_staff:
        raise OutOfScope(_("Deze melding is er niet."))
    reason = why_not(signal, at)
    if reason:
        raise Refused(reason)
    made = LearningCase.objects.create(
        municipality_id=signal.municipality_id,
        reference=new_reference("L", rng=rng),
        signal=signal,
        title=_needed(_clean(title, TITLE_LIMIT, "title", signal, is_nobody=is_nobody), "title"),
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
    )
    CaseStep.objects.bulk_create(
        CaseStep(
            case=made,
            position=position,
            day=step.day,
            kind=step.kind,
            role=step.role,
            party=step.party,
        )
        for position, step in enumerate(path_of(signal), start=1)
    )
    _record("case.begin", made, by, at)
    return made.reference


@action
def tell_step(
    *, reference: str, position: int, told: str, by: Actor, at: datetime, is_nobody: bool = False
) -> None:
    """Tell a step of a draft in one's own words; empty leaves only what and when.

    Refuses what `clean` refuses. OutOfScope: a step that is not there, a published case.
    """
    case, signal = _draft(reference, by)
    step = case.steps.filter(position=position).first()
    if step is None:
        raise OutOfScope(_("Deze stap is er niet."))
    step.told = _clean(told, TOLD_LIMIT, "told", signal, is_nobody=is_nobody)
    step.save(update_fields=["told"])
    _record("case.tell", case, by, at, position=position)


@action
def write_case(
    *, reference: str, words: CaseWords, by: Actor, at: datetime, is_nobody: bool = False
) -> None:
    """Write title, questions and lessons of a draft. Refuses no title, and as `clean`."""
    case, signal = _draft(reference, by)
    title = _clean(words.title, TITLE_LIMIT, "title", signal, is_nobody=is_nobody)
    case.title = _needed(title, "title")
    case.questions = _clean(
        words.questions, QUESTIONS_LIMIT, "questions", signal, is_nobody=is_nobody
    )
    case.lessons = _clean(words.lessons, LESSONS_LIMIT, "lessons", signal, is_nobody=is_nobody)
    case.save(update_fields=["title", "questions", "lessons"])
    _record("case.write", case, by, at)


@action
def publish_case(*, reference: str, by: Actor, at: datetime) -> None:
    """Let every colleague read a case, and cut it loose from its signal, for good.

    Refuses: no questions, no lessons, a first step nobody told. OutOfScope as `write_case`.
    """
    case, _signal = _draft(reference, by)
    if not case.questions or not case.lessons:
        raise Refused(_("Schrijf eerst de vragen en de lessen op."))
    first = case.steps.order_by("position").first()
    if first is None or not first.told:
        raise Refused(_("Vertel eerst in uw eigen woorden waar de melding over ging."))
    case.signal, case.state, case.published_at = None, CaseState.PUBLISHED, at
    case.save(update_fields=["signal", "state", "published_at"])
    _record("case.publish", case, by, at)


@action
def take_back_case(*, reference: str, by: Actor, at: datetime) -> None:
    """Destroy a draft, or a published case by who made it. OutOfScope for anybody else."""
    case = readable_cases(by).filter(reference=reference).first()
    if case is None or (case.state == CaseState.PUBLISHED and case.made_by_id != by.user_id):
        raise OutOfScope(_("Deze leercasus is er niet."))
    _record("case.take_back", case, by, at)
    case.delete()


def forget_expired(*, by: Actor, at: datetime) -> int:
    """Destroy drafts after 90 days and published cases after five years; return how many."""
    gone = LearningCase.objects.filter(
        Q(state=CaseState.DRAFT, made_at__lt=at - DRAFT_KEPT)
        | Q(state=CaseState.PUBLISHED, published_at__lt=at - PUBLISHED_KEPT)
    )
    towns = gone.order_by().values_list("municipality_id", flat=True).distinct()
    return sum(_forget(municipality_id=one, by=by, at=at) for one in sorted(towns))


@action
def _forget(*, municipality_id: int, by: Actor, at: datetime) -> int:
    gone = LearningCase.objects.filter(municipality_id=municipality_id).filter(
        Q(state=CaseState.DRAFT, made_at__lt=at - DRAFT_KEPT)
        | Q(state=CaseState.PUBLISHED, published_at__lt=at - PUBLISHED_KEPT)
    )
    number = gone.count()
    gone.delete()
    record(
        "case.forget", by=by, at=at, subject="case", municipality_id=municipality_id, cases=number
    )
    return number


def _draft(reference: str, by: Actor) -> tuple[LearningCase, Signal]:
    found = readable_cases(by).filter(reference=reference, state=CaseState.DRAFT)
    case = found.select_related("signal").first()
    if case is None or case.signal is None:
        raise OutOfScope(_("Deze leercasus is er niet."))
    return case, case.signal


def _clean(text: str, limit: int, field: str, signal: Signal, *, is_nobody: bool) -> str:
    places = [row.name for row in areas(municipality_id=signal.municipality_id)]
    return clean(text, limit, field, original=signal.text, places=places, is_nobody=is_nobody)


def _needed(text: str, field: str) -> str:
    if not text:
        raise Refused(_("Vul dit in."), field=field)
    return text


def _record(name: str, case: LearningCase, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="case",
        reference=case.reference,
        municipality_id=case.municipality_id,
        **detail,
    )
