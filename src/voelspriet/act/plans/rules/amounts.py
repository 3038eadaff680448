# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Amounts that may be a range, and what somebody hired by the hour costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from voelspriet.lib.money import brief

MINUTES = 60
DAYS = 7


@dataclass(frozen=True, slots=True)
class AmountRange:
    """An amount of which only the bounds are known, in euro cents (or in pieces)."""

    low: int
    high: int

    def __add__(self, other: AmountRange) -> AmountRange:
        """Add bound by bound."""
        return AmountRange(self.low + other.low, self.high + other.high)

    @property
    def is_exact(self) -> bool:
        """Whether the bounds are the same."""
        return self.low == self.high


NOTHING = AmountRange(0, 0)


def exactly(amount: int) -> AmountRange:
    """Return an amount that is known."""
    return AmountRange(amount, amount)


def total(parts: Iterable[AmountRange]) -> AmountRange:
    """Return the sum of ranges."""
    return sum(parts, start=NOTHING)


def hired_for(days: int, *, minutes: tuple[int, int], rate_cents: int) -> AmountRange:
    """Return what a hire costs: days ÷ 7 × minutes a week (fewest, most) × cents an hour.

    >>> hired_for(24 * 7, minutes=(32 * 60, 36 * 60), rate_cents=90_00)
    AmountRange(low=6912000, high=7776000)
    """
    low, high = (_rounded(days * one * rate_cents, DAYS * MINUTES) for one in minutes)
    return AmountRange(low, high)


def other_weeks(weeks: int, starts_on: date | None, ends_on: date | None) -> int | None:
    """Return the weeks of a period, both days included, where a sum reckons with others.

    Whole weeks when the sum has fewer, those begun too when it has more; None when they fit.

    >>> other_weeks(24, date(2024, 10, 1), date(2025, 3, 31))
    26
    >>> other_weeks(1, date(2026, 1, 1), date(2026, 1, 8))
    """
    if starts_on is None or ends_on is None:
        return None
    days = (ends_on - starts_on).days + 1
    whole, begun = days // DAYS, -(-days // DAYS)
    if whole <= weeks <= begun:
        return None
    return whole if weeks < whole else begun


def _rounded(amount: int, by: int) -> int:
    """Return amount ÷ by in whole numbers, a half upwards."""
    return (2 * amount + by) // (2 * by)


def range_words(amount: AmountRange) -> str:
    """Return an amount in words, or its bounds."""
    if amount.is_exact:
        return brief(amount.low)
    return _("%(low)s tot %(high)s") % {"low": brief(amount.low), "high": brief(amount.high)}
