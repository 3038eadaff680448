# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Intervals of shares that need nothing but two counts: one share, or the difference of two."""

from __future__ import annotations

from math import isinf, sqrt
from statistics import NormalDist

Z_95 = 1.959963984540054  # the 97.5 % point of the normal distribution
Z_90 = 1.6448536269514722  # the 95 % point


def normal_point(level: float) -> float:
    """Return the point of the normal distribution for a two-sided `level` such as 0.95.

    Raises ValueError unless 0 < level < 1.
    """
    if not 0 < level < 1:
        raise ValueError("a level lies between 0 and 1, such as 0.95")
    return NormalDist().inv_cdf(0.5 + level / 2)


def wilson(successes: int, n: int, z: float = Z_95) -> tuple[float, float]:
    """Return the score interval of a share (Wilson 1927, without continuity correction).

    `z` is the normal point of the level: 95 % unless told. Values as in Newcombe (1998),
    Statistics in Medicine 17:857-872, table I, method 3. Raises ValueError unless
    0 ≤ successes ≤ n and n > 0.
    """
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError("successes lie between 0 and n, and n is at least 1")
    return wilson_of_share(successes / n, n, z)


def wilson_of_share(share: float, n: float, z: float = Z_95) -> tuple[float, float]:
    """Return the score interval of a share that rests on `n` independent answers.

    `n` need not be whole: after clustering it is an effective number (Rao & Scott 1992, Biometrics
    48:577-585), and infinite when everybody there is was asked, which leaves nothing uncertain.
    Raises ValueError unless 0 ≤ share ≤ 1 and n > 0.
    """
    if not n > 0 or not 0 <= share <= 1:
        raise ValueError("a share lies between 0 and 1, and n is more than 0")
    if isinf(n):
        return share, share
    square = z * z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = z * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    low = 0.0 if share == 0 else max(0.0, middle - half)
    high = 1.0 if share == 1 else min(1.0, middle + half)
    return low, high


def newcombe(
    share: float, n: float, other_share: float, other_n: float, z: float = Z_95
) -> tuple[float, float]:
    """Return the interval of `share - other_share`, of two independent groups.

    Squares and adds what lies between each share and the ends of its own score interval: method 10
    of Newcombe (1998), Statistics in Medicine 17:873-890. `n` and `other_n` may be effective
    numbers (see `wilson_of_share`), `z` as in `wilson`. Raises ValueError for a share outside
    0 to 1 or an n that is not above 0.
    """
    low, high = wilson_of_share(share, n, z)
    other_low, other_high = wilson_of_share(other_share, other_n, z)
    difference = share - other_share
    return (
        max(-1.0, difference - sqrt((share - low) ** 2 + (other_high - other_share) ** 2)),
        min(1.0, difference + sqrt((high - share) ** 2 + (other_share - other_low) ** 2)),
    )
