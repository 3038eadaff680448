# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Promises made in the room: written down, shown on the big screen, confirmed by the room."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.actions.holding import (
    MayDo,
    audit_evening,
    held_evening,
    tell_screens,
)
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening, EveningPromise
from voelspriet.listen.evenings.rules.guarding import brief, guard
from voelspriet.listen.evenings.rules.helpers import may_lead, may_take_notes
from voelspriet.listen.evenings.rules.room import MOST_PROMISES, OWNER_LIMIT, WHAT_LIMIT

LONGEST_DAYS = 400  # as in the ledger


@action
def write_promise(
    *,
    reference: str,
    what: str,
    due_on: date,
    by: Actor,
    at: datetime,
    organisation_id: int | None = None,
    owner: str = "",
) -> int:
    """Write down what somebody promises to the room and return its id; it is not shown yet.

    With an organisation of the municipality it can go into the ledger, and the organisation's name
    stands on the screen; without one `owner` says who takes it up. Refuses: no text, no owner, too
    long, words that seem to point at a person, a day gone by or more than 400 days away, a closed
    organisation. OutOfScope: whoever takes no notes here, an organisation of another municipality.
    """
    evening = _running(reference, by, may_take_notes)
    words = brief(what, WHAT_LIMIT, "what")
    guard(words, field="what")
    _must_be_ahead(due_on, dutch_day(at))
    party = _organisation(organisation_id, by) if organisation_id is not None else None
    name = party.name[:OWNER_LIMIT] if party else brief(owner, OWNER_LIMIT, "owner")
    if party is None:
        guard(name, field="owner")
    if EveningPromise.objects.filter(evening=evening).count() >= MOST_PROMISES:
        raise Refused(_("Er staan al te veel toezeggingen bij deze avond."))
    made = EveningPromise.objects.create(
        evening=evening, what=words, owner=name, organisation=party, due_on=due_on, made_at=at
    )
    audit_evening(
        "evening_promise.write", evening, by, at, organisation=organisation_id,
        due_on=due_on.isoformat(),
    )  # fmt: skip
    return made.pk


@action
def show_promise(*, reference: str, promise_id: int, by: Actor, at: datetime) -> None:
    """Put a promise on the big screen, for the room to read. OutOfScope: who does not lead."""
    evening = _running(reference, by, may_lead)
    promise = _held(evening, promise_id)
    promise.shown_at = promise.shown_at or at
    promise.save(update_fields=["shown_at"])
    tell_screens(evening)
    audit_evening("evening_promise.show", evening, by, at)


@action
def confirm_promise(*, reference: str, promise_id: int, by: Actor, at: datetime) -> None:
    """Say that the room read a promise and agrees. Refuses what was not shown.

    The ledger is the agenda room's: see its `keep_promise`. OutOfScope: who does not lead.
    """
    evening = _running(reference, by, may_lead)
    promise = _held(evening, promise_id)
    if promise.shown_at is None:
        raise Refused(_("Laat de toezegging eerst op het scherm zien."))
    promise.confirmed_at = promise.confirmed_at or at
    promise.save(update_fields=["confirmed_at"])
    tell_screens(evening)
    audit_evening("evening_promise.confirm", evening, by, at)


@action
def drop_promise(*, reference: str, promise_id: int, by: Actor, at: datetime) -> None:
    """Take a promise away that the room did not confirm. OutOfScope: who does not lead."""
    evening = _running(reference, by, may_lead)
    promise = _held(evening, promise_id)
    if promise.confirmed_at is not None:
        raise Refused(_("De zaal heeft deze toezegging al bevestigd."))
    promise.delete()
    tell_screens(evening)
    audit_evening("evening_promise.drop", evening, by, at)


@action
def mark_in_ledger(
    *, reference: str, promise_id: int, agreement_reference: str, by: Actor, at: datetime
) -> None:
    """Keep which agreement of the ledger a confirmed promise became, once."""
    evening = held_evening(reference, by)
    promise = _held(evening, promise_id)
    if promise.agreement_reference or promise.confirmed_at is None:
        raise Refused(_("Deze toezegging kan niet in de afspraken."))
    promise.agreement_reference = agreement_reference
    promise.save(update_fields=["agreement_reference"])
    audit_evening("evening_promise.ledger", evening, by, at, agreement=agreement_reference)


def _running(reference: str, by: Actor, may: MayDo) -> Evening:
    evening = held_evening(reference, by, may)
    if evening.state != EveningState.OPEN:
        raise Refused(_("De avond is nu niet bezig."))
    return evening


def _held(evening: Evening, promise_id: int) -> EveningPromise:
    rows = EveningPromise.objects.select_for_update()
    found = rows.filter(evening=evening, pk=promise_id).first()
    if found is None:
        raise OutOfScope(_("Deze toezegging is er niet."))
    return found


def _organisation(organisation_id: int, by: Actor) -> Organisation:
    found = Organisation.objects.filter(
        pk=organisation_id, municipality_id=by.municipality_id or 0
    ).first()
    if found is None:
        raise OutOfScope(_("Deze organisatie is er niet."))
    if not found.is_active:
        raise Refused(_("Deze organisatie is gesloten. Kies een andere."), field="organisation")
    return found


def _must_be_ahead(day: date, today: date) -> None:
    if day < today:
        raise Refused(_("Kies een dag die nog komt."), field="due_on")
    if day > today + timedelta(days=LONGEST_DAYS):
        raise Refused(_("Kies een dag binnen een jaar."), field="due_on")
