# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch working days: Monday to Friday without public holidays. The day of receipt is day 0."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
SATURDAY = 5
LIBERATION_DAY = (5, 5)
LIBERATION_YEARS = 5


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    days = {day for day, name in country_holidays("NL", years=year).items() if name}
    # Liberation Day is a day off once in five years for most employers, municipalities included
    if year % LIBERATION_YEARS:
        days.discard(date(year, *LIBERATION_DAY))
    return frozenset(days)


def is_working_day(day: date) -> bool:
    """Tell whether offices work on `day`."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """Return the working day `count` working days after `day` (count ≥ 0).

    The day itself is day 0, also when it is no working day.
    """
    if count < 0:
        raise ValueError("count must be 0 or more")
    result = day
    while count:
        result += timedelta(days=1)
        if is_working_day(result):
            count -= 1
    return result


def working_days_between(start: date, end: date) -> int:
    """Return how many working days lie after `start` up to and including `end`; 0 if end < start.

    The inverse of `add_working_days`: working_days_between(d, add_working_days(d, n)) == n.
    """
    days = (end - start).days
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, days + 1))


def dutch_day(moment: datetime) -> date:
    """Return the Dutch calendar day of an aware moment."""
    return moment.astimezone(DUTCH_TIME).date()
