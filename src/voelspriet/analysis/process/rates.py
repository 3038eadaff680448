# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A share of what is due, with its n and a 95 % interval."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959963984540054  # the 97.5 % point of the normal distribution
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


def wilson(successes: int, n: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share (Wilson 1927, without continuity correction).

    Values as in Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3. Raises
    ValueError unless 0 ≤ successes ≤ n and n > 0.
    """
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError("successes lie between 0 and n, and n is at least 1")
    share, square = successes / n, Z_95 * Z_95
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z_95 * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    low = 0.0 if successes == 0 else max(0.0, middle - half)
    high = 1.0 if successes == n else min(1.0, middle + half)
    return low, high


def rate(successes: int, n: int) -> Rate | None:
    """Return the share of `n` with its interval; None when nothing is due."""
    if n == 0:
        return None
    low, high = wilson(successes, n)
    return Rate(successes / n, low, high, successes, n)
