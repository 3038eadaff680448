# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving oneself the address of a calendar, and withdrawing it."""

from __future__ import annotations

import random
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.agenda.models import CalendarKey
from voelspriet.act.agenda.rules.calendar_keys import hash_of, new_key
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action, housekeeping
from voelspriet.lib.references import SYSTEM_RANDOM


@action
def make_calendar_key(*, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM) -> str:
    """Return a new key for one's own calendar; it is shown once and only its hash is kept.

    An older key of the same colleague stops working. Refuses whoever is no colleague.
    """
    if by.user_id is None or by.municipality_id is None:
        raise Refused(_("Alleen een collega heeft een eigen agenda."))
    _withdraw(by, at)
    key = new_key(rng=rng)
    CalendarKey.objects.create(
        user_id=by.user_id, municipality_id=by.municipality_id, key_hash=hash_of(key), made_at=at
    )
    record("calendar_key.make", by=by, at=at, subject="calendar_key")
    return key


@action
def withdraw_calendar_key(*, by: Actor, at: datetime) -> None:
    """Withdraw one's key: the address stops working at once. Without one nothing happens."""
    withdrawn = _withdraw(by, at)
    record("calendar_key.withdraw", by=by, at=at, subject="calendar_key", keys=withdrawn)


def forget_keys() -> None:
    """Forget every key: a backup may hold some that were withdrawn after it was made."""
    with housekeeping("forget the calendar keys of a backup"):
        CalendarKey.objects.all().delete()


def _withdraw(by: Actor, at: datetime) -> int:
    return CalendarKey.objects.filter(
        user_id=by.user_id or 0,
        municipality_id=by.municipality_id or 0,
        withdrawn_at__isnull=True,
    ).update(withdrawn_at=at)
