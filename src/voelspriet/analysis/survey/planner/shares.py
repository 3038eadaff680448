# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many answers show a change of a share between two independent waves (method §4).

The test that is planned is the one of `waves`: the difference against its own standard error, each
wave with its own variance p(1−p)·deff/n (Fleiss, Levin & Paik 2003, Statistical Methods for Rates
and Proportions, ch. 4, without the pooled variance R's `power.prop.test` uses: 5,271 against
5,274 for 83 to 85 %). Power is the chance to show the change in its own direction. Shares are
0 to 1. No function takes a finite population: the correction describes the actual population and
never tests a change; `planner.margins` has it.
"""

from __future__ import annotations

import math

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.planner.demand import (
    NORMAL,
    STANDARD,
    Demand,
    Need,
    Way,
    check_size,
    need,
)


def power_for_shares(
    before: float, after: float, *, n_first: float, n_second: float, demand: Demand = STANDARD
) -> float:
    """Return the chance that two waves of these sizes show the change; `demand.power` is not used.

    Raises InputError for equal shares, shares outside 0 to 1 and sizes below 1.
    """
    _check(before, after)
    check_size(n_first, "the first wave")
    check_size(n_second, "the second wave")
    variance = _variance(before) / n_first + _variance(after) / n_second
    error = math.sqrt(demand.design_effect * variance)
    return NORMAL.cdf(abs(after - before) / error - demand.critical)


def needed_per_wave(before: float, after: float, *, demand: Demand = STANDARD) -> Need:
    """Return the answers needed in each of two equal waves to show the change.

    Raises InputError for equal shares and shares outside 0 to 1.
    """
    _check(before, after)
    variance = demand.design_effect * (_variance(before) + _variance(after))
    return need(variance * (demand.reach / (after - before)) ** 2)


def needed_second_wave(
    before: float, after: float, *, n_first: float, demand: Demand = STANDARD
) -> Need:
    """Return the answers the second wave needs after a first of `n_first`.

    There is no such number when the first wave alone is too uncertain: however large the second,
    the change would not be shown. Raises InputError as `power_for_shares` does.
    """
    _check(before, after)
    check_size(n_first, "the first wave")
    allowed = ((after - before) / demand.reach) ** 2 / demand.design_effect
    left = allowed - _variance(before) / n_first
    if left <= 0:
        return Need(None, None, "the first wave is too small: no second wave is large enough")
    return need(_variance(after) / left)


def detectable_share(
    before: float, way: Way, *, n_first: float, n_second: float, demand: Demand = STANDARD
) -> float | None:
    """Return the share nearest to `before` that two waves of these sizes show with the power asked.

    None when even a rise to 1, or a fall to 0, would not be shown. Raises InputError for a share
    outside 0 to 1 and sizes below 1.
    """
    _check(before)
    check_size(n_first, "the first wave")
    check_size(n_second, "the second wave")
    # d² = reach²·deff·(v/n_first + (v + s·d − d²)/n_second), with v = p(1−p) and s = ±(1−2p)
    square = demand.reach**2 * demand.design_effect
    slope = (1 - 2 * before) * (1 if way is Way.RISE else -1) * square / n_second
    fixed = square * _variance(before) * (1 / n_first + 1 / n_second)
    lead = 1 + square / n_second
    change = (slope + math.sqrt(slope**2 + 4 * lead * fixed)) / (2 * lead)
    room = 1 - before if way is Way.RISE else before
    if change > room:
        return None
    return before + change if way is Way.RISE else before - change


def _variance(share: float) -> float:
    return share * (1 - share)


def _check(before: float, after: float | None = None) -> None:
    for share in (before, after):
        if share is not None and not 0 < share < 1:
            raise InputError(f"a share lies between 0 and 1, not at {share:g}")
    if before == after:
        raise InputError("there is no change to show: both shares are the same")
