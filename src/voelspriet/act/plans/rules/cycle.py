# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""When the owner of a plan is told that something of its cycle comes, is due, or is late."""

from __future__ import annotations

from datetime import date, timedelta

from voelspriet.act.plans.choices import ReminderStage

AHEAD, LATE = timedelta(weeks=8), timedelta(weeks=4)


def stage_on(due_on: date, on: date) -> ReminderStage | None:
    """Return how near a moment is on a day; None while it is further away than eight weeks.

    >>> str(stage_on(date(2020, 12, 31), date(2020, 11, 5)))
    'ahead'
    >>> stage_on(date(2020, 12, 31), date(2020, 11, 4)) is None
    True
    """
    if on >= due_on + LATE:
        return ReminderStage.LATE
    if on >= due_on:
        return ReminderStage.DUE
    return ReminderStage.AHEAD if on >= due_on - AHEAD else None
