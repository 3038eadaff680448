# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Initiatives as doors see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from voelspriet.act.initiatives.choices import (
    InitiativeNeed,
    InitiativeOrigin,
    InitiativeOutcome,
    InitiativeStatus,
    RemarkKind,
    StatementOrigin,
)
from voelspriet.act.initiatives.models import Initiative, Remark, StatusStatement
from voelspriet.act.initiatives.rules.access import leads
from voelspriet.act.initiatives.rules.waiting import is_stale, waiting_days
from voelspriet.ground.privacy.actors import Actor

TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative in a list. `title` is empty for who may not read the starter's words.

    `waiting_days` counts working days; None when nobody waits.
    """

    reference: str
    title: str
    area_name: str
    place_words: str
    status: str
    status_label: str
    is_contradicted: bool
    is_stale: bool
    waiting_days: int | None
    due_on: date | None
    is_late: bool
    decision_label: str
    last_heard_on: date
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class StatementRow:
    """What a source said; `settled_*` tell who settled it, when and why, empty when unsettled."""

    id: int
    status: str
    status_label: str
    origin: str
    source: str
    said_on: date
    is_uncertain: bool
    why: str
    settled_why: str
    settled_by_name: str
    settled_at: datetime | None
    is_replaced: bool


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """One line a source tells."""

    kind_label: str
    text: str
    source: str


def initiative_row(one: Initiative, *, by: Actor, on: date) -> InitiativeRow:
    """Return the row of an initiative (areas loaded), as far as `by` may read it."""
    reads = leads(by, one)
    waits = one.waiting_since is not None
    is_anywhere = one.origin == InitiativeOrigin.RESIDENT  # a document may just not know where
    place = one.area or (one.responsible_area if is_anywhere else None)
    return InitiativeRow(
        reference=one.reference,
        title=one.title or (shortened(one.idea) if reads else ""),
        area_name=place.name if place else "",
        place_words=one.place_words if reads or one.import_key else "",
        status=one.status,
        status_label=str(InitiativeStatus(one.status).label),
        is_contradicted=one.is_contradicted,
        is_stale=is_stale(one.last_heard_on, on)
        and (one.is_contradicted or one.status != InitiativeStatus.STOPPED),
        waiting_days=waiting_days(one.waiting_since, on) if one.waiting_since else None,
        due_on=one.due_on if waits else None,
        is_late=waits and one.due_on < on,
        decision_label=str(InitiativeOutcome(one.decision).label) if one.decision else "",
        last_heard_on=one.last_heard_on,
        is_withdrawn=one.withdrawn_at is not None,
    )


def shortened(text: str) -> str:
    """Return the first words of a text, on one line."""
    line = " ".join(text.split())
    if len(line) <= TITLE_LENGTH:
        return line
    return line[:TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def statement_row(one: StatusStatement, *, replaced: str) -> StatementRow:
    """Return the row of a statement (its settlement loaded)."""
    settlement = one.settled_by
    is_replaced = settlement is not None and settlement.why == replaced
    return StatementRow(
        id=one.pk,
        status=one.status,
        status_label=str(InitiativeStatus(one.status).label),
        origin=one.origin,
        source=source_of(one),
        said_on=one.said_on,
        is_uncertain=one.is_uncertain,
        why=one.why,
        settled_why=settlement.why if settlement and not is_replaced else "",
        settled_by_name=settlement.by_name if settlement else "",
        settled_at=settlement.at if settlement else None,
        is_replaced=is_replaced,
    )


def source_of(one: StatusStatement) -> str:
    """Return who said it, in words; the starter is never named."""
    if one.origin == StatementOrigin.STARTER:
        return str(StatementOrigin.STARTER.label)
    return one.source


def remark_row(one: Remark) -> RemarkRow:
    """Return the row of a remark."""
    return RemarkRow(str(RemarkKind(one.kind).label), one.text, one.source)


def need_labels(codes: list[str]) -> tuple[str, ...]:
    """Return what is needed, in words, in the order of the form."""
    return tuple(str(need.label) for need in InitiativeNeed if need in codes)
