# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a proposal costs, from weeks, hours and a rate; and whether the weeks fit the period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voelspriet.act.plans.rules.amounts import (
    DAYS,
    MINUTES,
    AmountRange,
    hired_for,
    other_weeks,
)


@dataclass(frozen=True, slots=True)
class Hire:
    """Somebody hired for a number of weeks; cents an hour."""

    weeks: int
    hours_low: int
    hours_high: int
    rate_cents: int
    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def amount(self) -> AmountRange:
        """Return weeks × hours × rate.

        >>> Hire(24, 32, 36, 90_00).amount
        AmountRange(low=6912000, high=7776000)
        """
        return self.during(self.weeks)

    def during(self, weeks: int) -> AmountRange:
        """Return what the same hours and rate cost in another number of weeks."""
        minutes = (self.hours_low * MINUTES, self.hours_high * MINUTES)
        return hired_for(weeks * DAYS, minutes=minutes, rate_cents=self.rate_cents)


@dataclass(frozen=True, slots=True)
class WeeksRemark:
    """The weeks of a sum do not fit its period: how many there are, and what that would cost."""

    printed: int
    counted: int
    starts_on: date
    ends_on: date
    amount: AmountRange


def weeks_remark(hire: Hire) -> WeeksRemark | None:
    """Return a remark when the period has more whole weeks than were counted, or fewer in all.

    >>> weeks_remark(Hire(24, 32, 36, 90_00, date(2024, 10, 1), date(2025, 3, 31))).counted
    26
    >>> weeks_remark(Hire(26, 32, 36, 90_00, date(2024, 10, 1), date(2025, 3, 31)))
    """
    counted = other_weeks(hire.weeks, hire.starts_on, hire.ends_on)
    if counted is None or hire.starts_on is None or hire.ends_on is None:
        return None
    return WeeksRemark(hire.weeks, counted, hire.starts_on, hire.ends_on, hire.during(counted))
