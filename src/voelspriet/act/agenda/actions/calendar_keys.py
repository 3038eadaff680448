# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving oneself or one's organisation the address of a calendar, and withdrawing it."""

from __future__ import annotations

import random
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.agenda.models import CalendarKey
from voelspriet.act.agenda.rules.calendar_keys import hash_of, new_key
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action, housekeeping
from voelspriet.lib.references import SYSTEM_RANDOM


@action
def make_calendar_key(
    *,
    by: Actor,
    at: datetime,
    organisation_id: int | None = None,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Return a new key for one's own calendar, or that of an organisation one handles matters for.

    It is shown once and only its hash is kept; an older key of the same holder stops working.
    Refuses whoever is no colleague. OutOfScope: somebody else's organisation.
    """
    if by.user_id is None or by.municipality_id is None:
        raise Refused(_("Alleen een collega heeft een eigen agenda."))
    holder = _holder(by, organisation_id)
    _withdraw(by, holder, at)
    key = new_key(rng=rng)
    CalendarKey.objects.create(
        municipality_id=by.municipality_id, key_hash=hash_of(key), made_at=at, **holder
    )
    record("calendar_key.make", by=by, at=at, subject="calendar_key", organisation=organisation_id)
    return key


@action
def withdraw_calendar_key(*, by: Actor, at: datetime, organisation_id: int | None = None) -> None:
    """Withdraw a key: the address stops working at once. Without one nothing happens.

    OutOfScope: somebody else's organisation.
    """
    withdrawn = _withdraw(by, _holder(by, organisation_id), at)
    record(
        "calendar_key.withdraw",
        by=by,
        at=at,
        subject="calendar_key",
        keys=withdrawn,
        organisation=organisation_id,
    )


def forget_keys() -> None:
    """Forget every key: a backup may hold some that were withdrawn after it was made."""
    with housekeeping("forget the calendar keys of a backup"):
        CalendarKey.objects.all().delete()


def _holder(by: Actor, organisation_id: int | None) -> dict[str, int]:
    if organisation_id is None:
        return {"user_id": by.user_id or 0}
    if not by.has(Role.HANDLER) or organisation_id not in by.organisation_ids:
        raise OutOfScope(_("Deze organisatie is er niet."))
    return {"organisation_id": organisation_id}


def _withdraw(by: Actor, holder: dict[str, int], at: datetime) -> int:
    return CalendarKey.objects.filter(
        municipality_id=by.municipality_id or 0, withdrawn_at__isnull=True, **holder
    ).update(withdrawn_at=at)
