# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Means, totals and ratios per domain, and what each row adds to them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.respondents import Respondents, inverse, quotient


@dataclass(frozen=True, slots=True, eq=False)
class Linearised:
    """An estimate per domain, NaN where there is none, and its linearised values per row.

    `scores` are in the order of the domains and not multiplied by weights; those of who did not
    answer do not count. The variance of the estimate is that of their weighted total, times
    `scale` squared. `deviations` are the scores with weighted mean 0 in each domain. Source:
    Woodruff (1971), JASA 66:411-414; Särndal, Swensson & Wretman (1992), ch. 5.
    """

    estimate: Vector
    scores: Vector
    scale: Vector
    deviations: Vector


def mean(values: Vector, respondents: Respondents) -> Linearised:
    """Return Σwy/Σw; `values` are in the order of the domains and 0 where missing."""
    within, weight = respondents.within, respondents.weight
    estimate = quotient(within.totals(respondents.weights * values), weight)
    scores = values - within.spread(estimate)
    known = np.where(weight > 0, estimate, np.nan)
    return Linearised(known, scores, inverse(weight), scores)


def total(values: Vector, respondents: Respondents) -> Linearised:
    """Return Σwy; `values` are in the order of the domains and 0 where missing."""
    within, weight = respondents.within, respondents.weight
    estimate = within.totals(respondents.weights * values)
    deviations = values - within.spread(quotient(estimate, weight))
    known = np.where(weight > 0, estimate, np.nan)
    return Linearised(known, values, np.ones(within.count), deviations)


def ratio(numerators: Vector, denominators: Vector, respondents: Respondents) -> Linearised:
    """Return Σwy/Σwx; both are in order and 0 where either is missing. NaN where Σwx is 0."""
    within = respondents.within
    below = within.totals(respondents.weights * denominators)
    estimate = quotient(within.totals(respondents.weights * numerators), below)
    scores = numerators - within.spread(estimate) * denominators
    known = np.where(below != 0, estimate, np.nan)
    return Linearised(known, scores, np.abs(inverse(below)), scores)
