# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a signal may go from where it stands, and what the lock and the flag forbid."""

from __future__ import annotations

from voelspriet.listen.intake.choices import (
    Category,
    Permission,
    PersonFlag,
    SignalStatus,
)
from voelspriet.listen.intake.models import Signal

OPEN_STATUSES = (SignalStatus.RECEIVED, SignalStatus.IN_HAND, SignalStatus.WAITING)
SETTLED_STATUSES = (SignalStatus.DONE, SignalStatus.DECLINED)
# all that is not closed, as a list: the index on area and status serves "is one of", not "is not"
NOT_CLOSED = (*OPEN_STATUSES, *SETTLED_STATUSES)
LOCKED_PERMISSIONS = (Permission.LOCKED, Permission.REFUSED)
FLAGS_UP = (PersonFlag.RULES, PersonFlag.ADVISER)

STEPS: dict[SignalStatus, frozenset[SignalStatus]] = {
    SignalStatus.RECEIVED: frozenset({*OPEN_STATUSES[1:], *SETTLED_STATUSES}),
    SignalStatus.IN_HAND: frozenset({SignalStatus.WAITING, *SETTLED_STATUSES}),
    SignalStatus.WAITING: frozenset(
        {SignalStatus.WAITING, SignalStatus.IN_HAND, *SETTLED_STATUSES}
    ),
    SignalStatus.DONE: frozenset({SignalStatus.IN_HAND, SignalStatus.ANSWERED}),
    SignalStatus.DECLINED: frozenset({SignalStatus.IN_HAND, SignalStatus.ANSWERED}),
    SignalStatus.ANSWERED: frozenset(),
}


def is_locked(signal: Signal) -> bool:
    """Tell whether nothing may be done with a signal before its reporter says yes.

    Also after a no: then there is advice and an answer, and nothing else.
    """
    return signal.permission in LOCKED_PERMISSIONS


def is_flagged(signal: Signal) -> bool:
    """Tell whether text or photo points at a person and nobody cleared it."""
    return signal.person_flag in FLAGS_UP


def is_withdrawn(signal: Signal) -> bool:
    """Tell whether the reporter took the signal back."""
    return signal.withdrawn_at is not None


def is_closed(signal: Signal) -> bool:
    """Tell whether nothing more happens with a signal unless somebody writes again."""
    return signal.status == SignalStatus.ANSWERED or is_withdrawn(signal)


def may_step(signal: Signal, to: SignalStatus) -> bool:
    """Tell whether a signal may go to `to`.

    With a lock there is nothing to be done, only advice: such a signal is never "done", and may
    be closed from where it stands. That no answer is owed is checked apart.
    """
    status = SignalStatus(signal.status)
    if is_withdrawn(signal):
        return False
    if is_locked(signal):
        if to == SignalStatus.DONE:
            return False
        if to == SignalStatus.ANSWERED:
            return status not in {SignalStatus.RECEIVED, SignalStatus.ANSWERED}
    return to in STEPS[status]


def category_of(signal: Signal) -> str:
    """Return the category a colleague decided on, else the suggested one, else ""."""
    return signal.category or signal.suggested_category


def category_label(code: str) -> str:
    """Return the words for a category code; "" for none."""
    return str(Category(code).label) if code else ""
