# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Response probabilities of invited people by logistic regression, and how much they vary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import linalg, special

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.auxiliaries import Auxiliaries, Matrix, auxiliaries
from voelspriet.analysis.survey.calibration.regression import FOLLOWS, solver
from voelspriet.analysis.survey.representativeness.results import Spread

ROUNDS = 100
SETTLED = 1e-12  # the log-likelihood changes by a smaller part than this
HALVINGS = 30


@dataclass(frozen=True, slots=True, eq=False)
class Invited:
    """Everybody who was invited, by combination of the variables' categories (cell).

    `matrix` has one row per cell. Per cell, with weights that add up to 1 over all people:
    `weight`, the sum of their `squares`, and `responded`, the weight of those who answered.
    `people` is their number altogether, `population` the number of people the sample was drawn
    from, None when it is so large that it does not matter.
    """

    matrix: Auxiliaries
    weight: Vector
    squares: Vector
    responded: Vector
    people: int
    population: float | None

    @property
    def mean_response(self) -> float:
        """Return the response rate."""
        return float(self.responded.sum())

    @property
    def remaining_share(self) -> float:
        """Return the finite population correction 1 − n/N."""
        return 1.0 if self.population is None else 1 - self.people / self.population


def invited(
    columns: Sequence[Whole],
    sizes: Sequence[int],
    weights: Vector,
    answered: Vector,
    population: float | None,
) -> Invited:
    """Sum people by combination of categories; `answered` is 1 or 0 per person.

    Raises InputError for a population smaller than the number invited.
    """
    if population is not None and population < len(weights):
        raise InputError(
            f"the population of {population:.10g} is smaller than the {len(weights)} invited"
        )
    matrix = auxiliaries(columns, sizes, np.zeros((len(weights), 0)))
    everything = float(weights.sum())
    return Invited(
        matrix=matrix.folded(),
        weight=matrix.cell_sums(weights) / everything,
        squares=matrix.cell_sums(weights * weights) / everything**2,
        responded=matrix.cell_sums(weights * answered) / everything,
        people=len(weights),
        population=population,
    )


def response_rates(people: Invited) -> Vector:
    """Return the response probability of every cell: logistic regression on all categories.

    The weighted score equations Σ d (r − ρ) x = 0 by Newton's method. In a category in which
    nobody or everybody answered ρ goes to 0 or 1, where the search ends. Raises InputError when it
    does not settle.

    Source: Schouten, Shlomo & Skinner (2011), Indicators for monitoring and improving
    representativeness of response, J. Official Statistics 27:231-253, section 2.
    """
    matrix, mean = people.matrix, people.mean_response
    if mean in (0.0, 1.0):
        return np.full(len(people.weight), mean)
    coefficients = np.zeros(matrix.columns)
    coefficients[matrix.wide] = special.logit(mean)
    height = _log_likelihood(people, coefficients)
    for _ in range(ROUNDS):
        rates = special.expit(matrix.linear(coefficients))
        system = solver(
            matrix.gram(people.weight * rates * (1 - rates)), matrix.wide, matrix.others
        )
        step = system.solve(matrix.totals(people.responded - people.weight * rates))
        for _ in range(HALVINGS):
            following = _log_likelihood(people, coefficients + step)
            if following >= height:
                break
            step = step / 2
        else:
            return rates
        coefficients = coefficients + step
        if following - height <= SETTLED * abs(height):
            found: Vector = special.expit(matrix.linear(coefficients))
            return found
        height = following
    raise InputError(f"the response model did not settle in {ROUNDS} rounds: use fewer categories")


def _log_likelihood(people: Invited, coefficients: Vector) -> float:
    linear = people.matrix.linear(coefficients)
    silent = people.weight - people.responded
    return float(people.responded @ special.log_expit(linear) + silent @ special.log_expit(-linear))


def response_spread(people: Invited, rates: Vector) -> Spread:
    """Return S², the variance of response probabilities, adjusted for bias, with standard error.

    With z = ρ(1 − ρ)x, the covariance Σ of the model's coefficients given who was invited, and
    means over the population estimated with weights that add up to 1:

    - bias: mean of z'Σz minus the sampling variance of ρ̄; with equal weights the adjusted S² is
      (1 + 1/n − 1/N) S² − (1/n) Σ z'(Σ z x')⁻¹z;
    - variance: 4A'ΣA + 2 tr(BΣBΣ) plus the sampling variance of the mean of (ρ − ρ̄)², where A is
      the covariance of ρ and z, B that of z with itself.

    Source: Shlomo, Skinner & Schouten (2012), Estimation of an indicator of the representativeness
    of survey response, J. Statistical Planning and Inference 142:201-211; Σ is the sandwich, which
    for equal weights is the inverse information they use.
    """
    matrix, weight, left = people.matrix, people.weight, people.remaining_share
    grows = rates * (1 - rates)
    covariance = _covariance(people, grows)
    away = rates - float(weight @ rates)
    finite = 1.0 if people.population is None else people.population / (people.population - 1)
    spread = finite * float(weight @ away**2)
    chance = float(weight @ (grows**2 * _own_forms(matrix, covariance)))
    drawn = finite * left * float(people.squares @ away**2)
    one = matrix.totals(weight * away * grows)
    mean = matrix.totals(weight * grows)
    both = (matrix.gram(weight * grows**2) - np.outer(mean, mean)) @ covariance
    squared = away**2 - float(weight @ away**2)
    variance = (
        4 * float(one @ covariance @ one)
        + 2 * float(np.sum(both * both.T))
        + left * float(people.squares @ squared**2)
    )
    return Spread(spread, spread - chance + drawn, float(np.sqrt(variance)))


def _covariance(people: Invited, grows: Vector) -> Matrix:
    """Return the covariance of the coefficients: 0 for columns that follow from others."""
    matrix = people.matrix
    kept = np.concatenate([matrix.wide, matrix.others])
    information = matrix.gram(people.weight * grows)[np.ix_(kept, kept)]
    noise = matrix.gram(people.squares * grows)[np.ix_(kept, kept)]
    size = np.sqrt(np.diagonal(information))
    size = np.where(size > 0, size, 1.0)
    inverse = linalg.pinvh(information / np.outer(size, size), rtol=FOLLOWS) / np.outer(size, size)
    found = np.zeros((matrix.columns, matrix.columns))
    found[np.ix_(kept, kept)] = inverse @ noise @ inverse
    return found


def _own_forms(matrix: Auxiliaries, square: Matrix) -> Vector:
    """Return x'Mx of every cell."""
    found = np.zeros(matrix.members.shape[1])
    for one in matrix.members:
        for other in matrix.members:
            found += square[one, other]
    return found
