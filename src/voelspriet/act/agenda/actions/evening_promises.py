# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Putting what was promised at an evening into the ledger of agreements."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import make_agreement
from voelspriet.act.agenda.actions.meeting_points import agree_at_meeting
from voelspriet.act.agenda.choices import MeetingState, Visibility
from voelspriet.act.agenda.models import Meeting
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM
from voelspriet.listen.evenings.actions.promises import confirm_promise, mark_in_ledger
from voelspriet.listen.evenings.models import Evening, EveningPromise
from voelspriet.listen.evenings.queries.standing import led_evening


@action
def keep_promise(
    *,
    reference: str,
    promise_id: int,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Make an agreement of a promise that the room confirms or confirmed; return its reference.

    Public, as the whole room heard it; at the meeting the evening belongs to, when that was not
    cancelled. A promise of somebody who is no organisation is confirmed and stays at the evening:
    the reference is then empty. All of it happens or nothing. OutOfScope: whoever is no adviser of
    the area (a helper confirms; a colleague puts it in the ledger). Refuses what `confirm_promise`
    and `make_agreement` refuse, and a promise that is in the ledger already.
    """
    evening = led_evening(reference=reference, by=by)
    found = EveningPromise.objects.filter(evening=evening, pk=promise_id).first()
    if found is None:
        raise OutOfScope(_("Deze toezegging is er niet."))
    if found.agreement_reference:
        raise Refused(_("Deze toezegging staat al in de afspraken."))
    if found.confirmed_at is None:
        confirm_promise(reference=reference, promise_id=promise_id, by=by, at=at)
    made = _agreed(evening, found, by, at, rng) if found.organisation_id is not None else ""
    if made:
        mark_in_ledger(
            reference=reference, promise_id=promise_id, agreement_reference=made, by=by, at=at
        )
    record(
        "evening_promise.keep", by=by, at=at, subject="evening", reference=reference,
        agreement=made,
    )  # fmt: skip
    return made


def _agreed(
    evening: Evening, promise: EveningPromise, by: Actor, at: datetime, rng: random.Random
) -> str:
    at_meeting = Meeting.objects.filter(
        reference=evening.meeting_reference,
        municipality_id=evening.municipality_id,
        area_id=evening.area_id,
    ).exclude(state=MeetingState.CANCELLED)
    said: dict[str, Any] = {
        "organisation_id": promise.organisation_id,
        "contact": "",
        "what": promise.what,
        "due_on": promise.due_on,
        "visibility": Visibility.PUBLIC,
        "by": by,
        "at": at,
        "rng": rng,
    }
    if evening.meeting_reference and at_meeting.exists():
        return agree_at_meeting(reference=evening.meeting_reference, **said).reference
    return make_agreement(signal_references=(), area_id=evening.area_id, **said).reference
