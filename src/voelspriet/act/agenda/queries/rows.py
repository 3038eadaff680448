# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements as doors see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.rules import carries_out, directs, is_overdue
from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.intake.queries.lateness import EscalationLine


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A promise in a list. Who reads about work only, sees no colleague's name in it."""

    reference: str
    what: str
    area_id: int
    area_name: str
    organisation_id: int
    organisation_name: str
    contact: str
    first_due_on: date
    due_on: date
    visibility: str
    visibility_label: str
    state: str
    state_label: str
    is_overdue: bool
    made_by_name: str
    made_at: datetime
    ended_at: datetime | None
    follower_name: str = ""


@dataclass(frozen=True, slots=True)
class MoveRow:
    """The one time the day was moved, and why."""

    from_on: date
    to_on: date
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SignalLine:
    """A signal behind an agreement, for its adviser. `owed`: waits for an answer."""

    reference: str
    category_label: str
    received_at: datetime
    status_label: str
    owed: bool


@dataclass(frozen=True, slots=True)
class AgreementDetail:
    """One agreement. `signals` is empty for everybody but the advisers of its area."""

    agreement: AgreementRow
    result: str
    move: MoveRow | None
    signals: tuple[SignalLine, ...]
    may_direct: bool
    may_finish: bool
    escalations: tuple[EscalationLine, ...] = ()
    made_to: str = ""
    initiative_reference: str = ""
    initiative_title: str = ""

    @property
    def owed(self) -> int:
        """Return how many people behind it wait for an answer."""
        return sum(line.owed for line in self.signals)


@dataclass(frozen=True, slots=True)
class PartyLoad:
    """What an organisation owes: running agreements due in three weeks of choice, and late."""

    organisation_id: int
    organisation_name: str
    overdue: int
    weeks: tuple[int, ...]
    running: int


def agreement_row(agreement: Agreement, *, by: Actor, on: date) -> AgreementRow:
    """Return the row of an agreement (area and organisation loaded)."""
    near = directs(by, agreement) or carries_out(by, agreement)
    return AgreementRow(
        reference=agreement.reference,
        what=agreement.what,
        area_id=agreement.area_id,
        area_name=agreement.area.name,
        organisation_id=agreement.organisation_id,
        organisation_name=agreement.organisation.name,
        contact=agreement.contact if near else "",
        first_due_on=agreement.first_due_on,
        due_on=agreement.due_on,
        visibility=agreement.visibility,
        visibility_label=str(Visibility(agreement.visibility).label),
        state=agreement.state,
        state_label=str(AgreementState(agreement.state).label),
        is_overdue=is_overdue(agreement, on),
        made_by_name=agreement.made_by_name if near else "",
        made_at=agreement.made_at,
        ended_at=agreement.ended_at,
        follower_name=agreement.follower.name if near and agreement.follower else "",
    )
