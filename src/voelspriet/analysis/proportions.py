# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Intervals of shares that need nothing but two counts: one share, or the difference of two."""

from __future__ import annotations

from math import sqrt

Z_95 = 1.959963984540054  # the 97.5 % point of the normal distribution
Z_90 = 1.6448536269514722  # the 95 % point


def wilson(successes: int, n: int, z: float = Z_95) -> tuple[float, float]:
    """Return the score interval of a share (Wilson 1927, without continuity correction).

    `z` is the normal point of the level: 95 % unless told. Values as in Newcombe (1998),
    Statistics in Medicine 17:857-872, table I, method 3. Raises ValueError unless
    0 ≤ successes ≤ n and n > 0.
    """
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError("successes lie between 0 and n, and n is at least 1")
    share, square = successes / n, z * z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = z * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    low = 0.0 if successes == 0 else max(0.0, middle - half)
    high = 1.0 if successes == n else min(1.0, middle + half)
    return low, high
