# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From outcomes to a finding: the mean, its Monte Carlo error, and whether the band holds it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evidence.scenario import Claim, Scenario

WIDENED = 3.0  # Monte Carlo errors that a shortened run may lie outside a band


@dataclass(frozen=True, slots=True)
class Sums:
    """What is kept of the outcomes of one quantity: their number, sum and sum of squares."""

    count: int
    total: float
    squares: float

    @classmethod
    def of(cls, values: NDArray[np.float64]) -> Sums:
        """Add up outcomes. Raises ValueError for one that is no number: nothing is left out."""
        if not np.isfinite(values).all():
            raise ValueError(f"{np.count_nonzero(~np.isfinite(values))} outcomes are no number")
        return cls(len(values), float(values.sum()), float((values * values).sum()))

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.count + other.count, self.total + other.total, self.squares + other.squares
        )

    @property
    def mean(self) -> float:
        """Return the mean of the outcomes."""
        return self.total / self.count

    @property
    def monte_carlo_error(self) -> float:
        """Return the standard error of that mean; 0 for one outcome."""
        if self.count < 2:  # noqa: PLR2004  one value has no spread
            return 0.0
        variance = (self.squares - self.count * self.mean**2) / (self.count - 1)
        return math.sqrt(max(variance, 0.0) / self.count)


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one claim; `is_met` also tells of claims that are not judged."""

    scenario: Scenario
    claim: Claim
    mean: float
    monte_carlo_error: float
    count: int
    is_met: bool

    @property
    def is_failure(self) -> bool:
        """Tell whether a judged claim misses its band."""
        return self.claim.is_judged and not self.is_met


def finding(scenario: Scenario, claim: Claim, sums: Sums) -> Finding:
    """Judge one claim; a run shorter than the scenario says gets a wider band.

    The band is widened by three Monte Carlo errors, those of a rate at the edge itself or those of
    the outcomes, whichever is larger, so that a right interval seldom fails by chance.
    """
    low, high = claim.low, claim.high
    if sums.count < scenario.replications:
        low -= WIDENED * _error_at(low, claim, sums)
        high += WIDENED * _error_at(high, claim, sums)
    is_met = low <= sums.mean <= high
    return Finding(scenario, claim, sums.mean, sums.monte_carlo_error, sums.count, is_met)


def _error_at(edge: float, claim: Claim, sums: Sums) -> float:
    own = sums.monte_carlo_error
    if not claim.is_rate or not 0 < edge < 1:
        return own
    return max(own, math.sqrt(edge * (1 - edge) / sums.count))
