# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many answers show a change of a mean, such as a grade, between two independent waves.

Both waves have standard deviation `sd`; the test is Student's t with n₁ + n₂ − 2 degrees of
freedom and power is that of the non-central t in the direction of the change (Cohen 1988,
Statistical Power Analysis, ch. 2), as R's `power.t.test`. A design effect divides each n.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.planner.demand import (
    NORMAL,
    STANDARD,
    Demand,
    Need,
    check_size,
    need,
)

MANY = 1e7  # degrees of freedom from which t is the normal distribution
HALVINGS = 200
ROUNDING = 1e-12


def power_for_means(
    difference: float, sd: float, *, n_first: float, n_second: float, demand: Demand = STANDARD
) -> float:
    """Return the chance that two waves show a change of `difference`; `demand.power` is not used.

    `difference` and `sd` are in the unit of the mean. Raises InputError for a difference of 0, an
    sd that is not above 0, and waves of together 2 answers or fewer (after the design effect).
    """
    _check(difference, sd)
    check_size(n_first, "the first wave")
    check_size(n_second, "the second wave")
    first, second = n_first / demand.design_effect, n_second / demand.design_effect
    df = first + second - 2
    if df <= 0:
        raise InputError("two waves need together more than 2 answers, after the design effect")
    shift = abs(difference) / sd / math.sqrt(1 / first + 1 / second)
    if df > MANY:
        return NORMAL.cdf(shift - demand.critical)
    # a web process plans shares, and does without scipy
    from scipy.special import nctdtr, stdtrit  # noqa: PLC0415

    return float(1 - nctdtr(df, shift, stdtrit(df, 1 - demand.alpha / 2)))


def needed_per_wave_for_means(difference: float, sd: float, *, demand: Demand = STANDARD) -> Need:
    """Return the answers needed in each of two equal waves. Raises as `power_for_means` does."""
    _check(difference, sd)
    least = max(1.0, 1.01 * demand.design_effect)

    def short(n: float) -> float:
        power = power_for_means(difference, sd, n_first=n, n_second=n, demand=demand)
        return demand.power - power

    return need(_crossing(short, least))


def needed_second_wave_for_means(
    difference: float, sd: float, *, n_first: float, demand: Demand = STANDARD
) -> Need:
    """Return the answers the second wave needs after a first of `n_first`.

    None when no second wave is large enough. Raises InputError as `power_for_means` does.
    """
    _check(difference, sd)
    check_size(n_first, "the first wave")
    best = abs(difference) / sd * math.sqrt(n_first / demand.design_effect)
    if NORMAL.cdf(best - demand.critical) <= demand.power + ROUNDING:
        return Need(None, None, "the first wave is too small: no second wave is large enough")

    def short(n: float) -> float:
        power = power_for_means(difference, sd, n_first=n_first, n_second=n, demand=demand)
        return demand.power - power

    return need(_crossing(short, max(1.0, 2.01 * demand.design_effect - n_first)))


def detectable_difference(
    sd: float, *, n_first: float, n_second: float, demand: Demand = STANDARD
) -> float:
    """Return the smallest change of a mean these waves show with the power asked.

    Raises InputError as `power_for_means` does.
    """

    def short(difference: float) -> float:
        power = power_for_means(difference, sd, n_first=n_first, n_second=n_second, demand=demand)
        return demand.power - power

    _check(1.0, sd)
    return _crossing(short, sd * 1e-9)


def _crossing(short: Callable[[float], float], least: float) -> float:
    """Return where a falling function crosses 0, from `least` upwards, by halving."""
    if short(least) <= 0:
        return least
    low, high = least, 2 * least
    while short(high) > 0:
        low, high = high, 2 * high
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if short(middle) > 0 else (low, middle)
    return high


def _check(difference: float, sd: float) -> None:
    if not (math.isfinite(difference) and difference != 0):
        raise InputError("there is no change to show: the difference is 0 or no number")
    if not (math.isfinite(sd) and sd > 0):
        raise InputError("a standard deviation is a number above 0")
