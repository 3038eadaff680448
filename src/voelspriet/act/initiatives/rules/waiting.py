# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long somebody waits, by which day we promised, and what went quiet."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from voelspriet.lib.working_days import dutch_day, working_days_between

STALE_AFTER = timedelta(days=365)
DECISION_DAYS = 20  # working days that stand ready as the promise for a decision


def waiting_days(since: datetime, until: date) -> int:
    """Return for how many working days somebody waits; the day it began is day 0."""
    return working_days_between(dutch_day(since), until)


def is_stale(last_heard_on: date, on: date) -> bool:
    """Tell whether nothing was heard for a year."""
    return last_heard_on < on - STALE_AFTER


def stale_before(on: date) -> date:
    """Return the first day of which what was heard is not stale yet."""
    return on - STALE_AFTER
