# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may manage accounts, what counts today, and what a one-time password looks like."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.lib.references import ALPHABET

ONE_TIME_LETTERS = 16  # 27¹⁶ ≈ 8·10²² possibilities
FAILURES_BEFORE_PAUSE = 8
PAUSE = timedelta(minutes=15)
STAND_IN_DAYS = 14  # how long a predecessor stays as stand-in, so that people can be introduced


def current(on: date) -> Q:
    """Return the condition that a role or duty counts on a day; its last day is included."""
    return Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))


def not_over(on: date) -> Q:
    """Return the condition that a role or duty counts on a day or later."""
    return Q(ends_on__isnull=True) | Q(ends_on__gte=on)


def must_manage(by: Actor, municipality_id: int | None = None) -> int:
    """Return the municipality whose accounts `by` manages.

    The system manages any (`municipality_id` says which); an administrator their own. Refuses
    everybody else, and an administrator elsewhere.
    """
    where = municipality_id if municipality_id is not None else by.municipality_id
    if where is None:
        raise Refused(_("Zeg eerst om welke gemeente het gaat."))
    if by.kind is ActorKind.SYSTEM:
        return where
    if not by.has(Role.ADMINISTRATOR):
        raise Refused(_("Alleen een beheerder mag dit."))
    if where != by.municipality_id:
        raise OutOfScope(_("Dit hoort bij een andere gemeente."))
    return where


def must_not_be_self(by: Actor, user_id: int) -> None:
    """Refuse somebody who gives themselves rights: a second pair of eyes does that."""
    if by.user_id == user_id:
        raise Refused(_("U kunt uw eigen rechten niet veranderen. Vraag een andere beheerder."))


def one_time_password(rng: random.Random) -> str:
    """Return a password to hand over once: four groups of four letters and digits."""
    letters = [rng.choice(ALPHABET).lower() for _number in range(ONE_TIME_LETTERS)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, len(letters), 4))


def is_paused(count: int, since: datetime, at: datetime) -> bool:
    """Tell whether an account must wait after wrong passwords."""
    return count >= FAILURES_BEFORE_PAUSE and at < since + PAUSE
