# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Did a figure change between two waves, or is it chance? See method §4.

A change of method or mode between them is no number: "not comparable".
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from scipy.special import stdtr, stdtrit

from voelspriet.analysis.errors import InputError

NORMAL = NormalDist()
USUAL_POWER = 0.80
ROUNDING = 1e-12


class Change(StrEnum):
    """What two waves say of a change."""

    MORE = "more"
    LESS = "less"
    NOT_SHOWN = "no change shown"
    NOT_COMPARABLE = "not comparable"
    CANNOT_BE_SAID = "cannot be said"


@dataclass(frozen=True, slots=True)
class Wave:
    """One measurement: an estimate with its standard error, in the same unit.

    `df` are the degrees of freedom of the standard error (PSUs − strata; n − 1 for a simple random
    sample), infinite when it is taken as known. The standard error is that **without** finite
    population correction: the correction describes the people of one moment, a change is about
    what moves them.
    """

    estimate: float
    standard_error: float
    df: float = math.inf


@dataclass(frozen=True, slots=True)
class WaveChange:
    """The change from one wave to the next, in the unit of the waves.

    `low` and `high` are the limits of the interval, `p_value` is two-sided. `detectable` is the
    change such a pair of waves shows in 80 % of cases: with "no change shown" a smaller one may
    well be there. All numbers are None for "not comparable" and "cannot be said"; `reason` says
    why.
    """

    statement: Change
    reason: str = ""
    difference: float | None = None
    standard_error: float | None = None
    low: float | None = None
    high: float | None = None
    df: float | None = None
    p_value: float | None = None
    detectable: float | None = None


def change_between(
    before: Wave,
    after: Wave,
    *,
    covariance: float = 0.0,
    break_reason: str = "",
    level: float = 0.95,
) -> WaveChange:
    """Return the change between two waves with its t interval.

    Independent samples have covariance 0 and degrees of freedom by Satterthwaite (1946),
    Biometrics Bulletin 2:110-114 (Welch 1947). A panel gives the covariance of the two estimates;
    its degrees of freedom are the smaller of the two. `break_reason` says what else changed
    between them (another question, mode or source): then the answer is "not comparable" and no
    number is given.

    Raises InputError for a standard error that is negative or no number, degrees of freedom that
    are not above 0, a covariance larger than the standard errors allow, and a level outside 0 to 1.
    """
    if not 0 < level < 1:
        raise InputError("a level lies between 0 and 1, such as 0.95")
    for wave in (before, after):
        _check(wave)
    if break_reason:
        return WaveChange(Change.NOT_COMPARABLE, break_reason)
    largest = before.standard_error * after.standard_error
    if not abs(covariance) <= largest * (1 + ROUNDING):
        raise InputError(
            f"a covariance of {covariance:g} cannot be: the standard errors allow {largest:g}"
        )
    variance = before.standard_error**2 + after.standard_error**2 - 2 * covariance
    if variance <= ROUNDING * largest:
        return WaveChange(Change.CANNOT_BE_SAID, "the difference has no standard error")
    df = _satterthwaite(before, after) if covariance == 0 else min(before.df, after.df)
    return _tested(after.estimate - before.estimate, math.sqrt(variance), df, level)


def _tested(difference: float, error: float, df: float, level: float) -> WaveChange:
    point = _quantile(df, (1 + level) / 2)
    low, high = difference - point * error, difference + point * error
    statement = Change.MORE if low > 0 else Change.LESS if high < 0 else Change.NOT_SHOWN
    size = abs(difference) / error
    tail = 1 - NORMAL.cdf(size) if math.isinf(df) else float(stdtr(df, -size))
    return WaveChange(
        statement, "", difference, error, low, high, df, min(1.0, 2 * tail),
        (point + _quantile(df, USUAL_POWER)) * error,
    )  # fmt: skip


def _satterthwaite(before: Wave, after: Wave) -> float:
    first, second = before.standard_error**2, after.standard_error**2
    spread = first**2 / before.df + second**2 / after.df
    return (first + second) ** 2 / spread if spread else math.inf


def _quantile(df: float, share: float) -> float:
    return NORMAL.inv_cdf(share) if math.isinf(df) else float(stdtrit(df, share))


def _check(wave: Wave) -> None:
    if not math.isfinite(wave.estimate):
        raise InputError("the estimate of a wave is a number")
    if not (math.isfinite(wave.standard_error) and wave.standard_error >= 0):
        raise InputError("the standard error of a wave is a number, 0 or more")
    if not wave.df > 0:
        raise InputError("the degrees of freedom of a wave are above 0")
