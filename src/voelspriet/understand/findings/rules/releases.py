# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which periods are published and on which day: calendar quarters.

Periods never overlap: two counts over overlapping months would tell, by their difference, what
happened in the months that only one of them holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from voelspriet.analysis.disclosure import SENSITIVE_DAYS

MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `start` up to and including `end`, Dutch calendar days."""

    start: date
    end: date

    @property
    def name(self) -> str:
        """Return the first day as text: periods of one length never share it."""
        return self.start.isoformat()


def first_of_next_month(day: date) -> date:
    """Return the first day of the month after `day`'s."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def quarter_of(day: date) -> Period:
    """Return the calendar quarter a day lies in."""
    start = day.replace(month=(day.month - 1) // MONTHS * MONTHS + 1, day=1)
    end = first_of_next_month(start.replace(month=start.month + MONTHS - 1)) - timedelta(days=1)
    return Period(start, end)


def release_day(period: Period) -> date:
    """Return the fixed day a quarter is published: the first of a month, 14 days after its end.

    The fortnight gives sensitive matters their 14 days; one day for all keeps that day from
    saying anything.
    """
    return first_of_next_month(period.end + timedelta(days=SENSITIVE_DAYS))


def due_quarters(*, first: date, on: date) -> tuple[Period, ...]:
    """Return the quarters from that of `first` whose release day is `on` or earlier."""
    found = []
    quarter = quarter_of(first)
    while release_day(quarter) <= on:
        found.append(quarter)
        quarter = quarter_of(quarter.end + timedelta(days=1))
    return tuple(found)
