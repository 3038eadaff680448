# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A share of what is due, with its n and a 95 % interval."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.analysis.proportions import wilson

SHOWN_FROM_DUE = 20


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its parts; `low` and `high` are the 95 % interval, shares of 1."""

    share: float
    low: float
    high: float
    numerator: int
    base: int

    @property
    def may_be_shown(self) -> bool:
        """Tell whether enough is due to say anything."""
        return self.base >= SHOWN_FROM_DUE


def rate(successes: int, n: int) -> Rate | None:
    """Return the share of `n` with its interval; None when nothing is due."""
    if n == 0:
        return None
    low, high = wilson(successes, n)
    return Rate(successes / n, low, high, successes, n)
