# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How precise one wave is by itself: half the width of its interval.

With the size of the population the margin describes the people who live there now, and shrinks to
nothing when everybody answers. That is description only: a change between two waves is tested
without it, or asking everybody twice would turn every change of mind into a trend.
"""

from __future__ import annotations

import math

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.planner.demand import STANDARD, Demand, check_size


def margin(
    sd: float, n: float, *, population: float | None = None, demand: Demand = STANDARD
) -> float:
    """Return the half width of the interval of level 1 − `demand.alpha` round a share or mean.

    `sd` is that of one answer, √(p(1−p)) for a share; the margin is in its unit. `population`
    applies √(1 − n/N) (Cochran 1977, Sampling Techniques, eq. 2.20), as description only.
    Raises InputError when n is below 1 or larger than the population, or sd is negative.
    """
    check_size(n)
    if sd < 0:
        raise InputError("a standard deviation is not negative")
    if population is not None and n > population:
        raise InputError(f"{n:g} answers of a population of {population:g} cannot be")
    left = 1.0 if population is None else 1 - n / population
    return demand.critical * sd * math.sqrt(demand.design_effect * left / n)
