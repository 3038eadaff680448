# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Means, totals and ratios per domain, and what each row adds to them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.estimation.respondents import Respondents, inverse, quotient


@dataclass(frozen=True, slots=True, eq=False)
class Linearised:
    """An estimate per domain, NaN where there is none, and its linearised values per row.

    `scores` are in the order of the domains and not multiplied by weights; `weighted` are, and 0
    for who did not answer. The variance of the estimate is that of their total, times `scale`
    squared. `squares` are the weighted sums of squares of the scores about their mean in each
    domain. Source: Woodruff (1971), JASA 66:411-414; Särndal, Swensson & Wretman (1992), ch. 5.
    """

    estimate: Vector
    scores: Vector
    weighted: Vector
    scale: Vector
    squares: Vector


def mean(values: Vector, respondents: Respondents) -> Linearised:
    """Return Σwy/Σw; `values` are in the order of the domains and 0 where missing."""
    within, weight = respondents.within, respondents.weight
    estimate = quotient(within.totals(respondents.weights * values), weight)
    scores = within.spread(estimate)
    np.subtract(values, scores, out=scores)
    weighted = scores * respondents.weights
    return Linearised(
        estimate=np.where(weight > 0, estimate, np.nan),
        scores=scores,
        weighted=weighted,
        scale=inverse(weight),
        squares=within.totals(weighted * scores),
    )


def total(values: Vector, respondents: Respondents) -> Linearised:
    """Return Σwy; `values` are in the order of the domains and 0 where missing."""
    within, weight = respondents.within, respondents.weight
    weighted = respondents.weights * values
    estimate = within.totals(weighted)
    around = values - within.spread(quotient(estimate, weight))
    return Linearised(
        estimate=np.where(weight > 0, estimate, np.nan),
        scores=values,
        weighted=weighted,
        scale=np.ones(within.count),
        squares=within.totals(respondents.weights * around * around),
    )


def ratio(numerators: Vector, denominators: Vector, respondents: Respondents) -> Linearised:
    """Return Σwy/Σwx; both are in order and 0 where either is missing. NaN where Σwx is 0."""
    within = respondents.within
    below = within.totals(respondents.weights * denominators)
    estimate = quotient(within.totals(respondents.weights * numerators), below)
    scores = numerators - within.spread(estimate) * denominators
    weighted = scores * respondents.weights
    return Linearised(
        estimate=np.where(below != 0, estimate, np.nan),
        scores=scores,
        weighted=weighted,
        scale=np.abs(inverse(below)),
        squares=within.totals(weighted * scores),
    )
