# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The days by which something is due: answers in working days, legal terms in weeks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from voelspriet.lib.working_days import add_working_days, working_days_between
from voelspriet.listen.intake.choices import (
    Clock,
    DebtReason,
    EscalationLevel,
    LegalKind,
    SignalStatus,
)
from voelspriet.listen.intake.models import NEVER_DUE

# Awb 9:11 (complaint), 4:13 (application and request for enforcement)
LEGAL_WEEKS = {LegalKind.COMPLAINT: 6, LegalKind.APPLICATION: 8, LegalKind.ENFORCEMENT: 8}


def legal_due_on(kind: LegalKind, received_on: date) -> date | None:
    """Return the last day of the legal term, counted from the day of receipt; None without."""
    weeks = LEGAL_WEEKS.get(kind)
    return received_on + timedelta(weeks=weeks) if weeks else None


def last_promise_day(today: date, longest_days: int) -> date:
    """Return the latest day that may be promised, in working days from today."""
    return add_working_days(today, longest_days)


def clock_of(reason: DebtReason) -> Clock:
    """Return which promise runs for a debt."""
    return Clock.PROMISED if reason == DebtReason.RESULT else Clock.FIRST_ANSWER


def days_late(due_on: date, today: date) -> int:
    """Return how many working days a day has passed; 0 on the day itself and before."""
    return working_days_between(due_on, today)


def levels_reached(
    due_on: date, today: date, *, director_after: int, executive_after: int
) -> tuple[EscalationLevel, ...]:
    """Return who must have been told that a clock ran out, from near to far."""
    late = days_late(due_on, today)
    reached = []
    if late > director_after:
        reached.append(EscalationLevel.DIRECTOR)
    if late > max(director_after, executive_after):
        reached.append(EscalationLevel.EXECUTIVE)
    return tuple(reached)


def next_due_on(
    *,
    status: SignalStatus,
    first_answer_due_on: date,
    owed: Iterable[date],
    legal: date | None,
) -> date:
    """Return the first day on which something is due for an open signal; NEVER_DUE for none.

    A signal nobody took in hand is due on its first answer day also when no answer was asked.
    """
    if status == SignalStatus.ANSWERED:
        return NEVER_DUE
    days = [*owed]
    if status == SignalStatus.RECEIVED:
        days.append(first_answer_due_on)
    if legal is not None:
        days.append(legal)
    return min(days, default=NEVER_DUE)
