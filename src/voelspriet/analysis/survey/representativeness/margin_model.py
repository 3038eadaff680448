# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Response probabilities when only margins of the population are known: a linear model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.auxiliaries import Auxiliaries, Matrix, auxiliaries
from voelspriet.analysis.survey.calibration.regression import FOLLOWS, solver
from voelspriet.analysis.survey.representativeness.cross_products import population_shares


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """The population by variable: `shares` per category; `people` of it, `invited` of them."""

    shares: tuple[Vector, ...]
    people: float
    invited: int

    @property
    def sizes(self) -> tuple[int, ...]:
        """Return the number of categories per variable."""
        return tuple(len(share) for share in self.shares)

    def matrix(self) -> Auxiliaries:
        """Return the matrix with a row for every combination of categories."""
        places: Whole = np.indices(self.sizes).reshape(len(self.sizes), -1)
        return auxiliaries(list(places), self.sizes, np.zeros((places.shape[1], 0)))


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """Respondents by combination of categories.

    Their `weight` (inverse chance to be invited) and the sum of its `squares`, as parts of the
    population; `one` is the mean weight of one respondent.
    """

    weight: Vector
    squares: Vector
    one: float


@dataclass(frozen=True, slots=True, eq=False)
class MarginModel:
    """What follows from margins and answers.

    Per column (category of a variable): `population` share, `responded` weight as a share of the
    population, its `variance`, and its covariance `with_all` with all respondents together, of
    which `mean` is the share and `mean_variance` the variance. `spread` is S² without adjustment,
    `bias` its bias.
    """

    population: Vector
    responded: Vector
    variance: Vector
    with_all: Vector
    mean: float
    mean_variance: float
    spread: float
    bias: float


def margin_spread(known: Known, matrix: Auxiliaries, answers: Answers) -> float:
    """Return S² of the response probabilities, without adjustment for bias."""
    return _fitted(known, matrix, answers)[2]


def margin_model(known: Known, matrix: Auxiliaries, answers: Answers) -> MarginModel:
    """Return response by category and S², the variance of response probabilities.

    Probabilities are linear in the categories, ρ = x'T⁻¹Σ d x over respondents with weights d,
    where T = Σ x x' over the population; then S² = (1/N) b'T⁻¹b − ρ̄² with b = Σ d x. Its bias is
    that of a square: (1/N) tr(T⁻¹ V(b)) − V(ρ̄), with V(b) the variance of the sample of invited
    people and of who of them answers.

    Source: Bianchi, Shlomo, Schouten, Da Silva & Skinner (2019), Estimation of response
    propensities and indicators of representative response using population-level information,
    Survey Methodology 45:217-247. Within a variable T follows from its margin, so for one variable
    this is their type 1 (T known); between variables they take it from the response as it is (type
    2), here it is the response fitted to the margins.
    """
    table, coefficients, spread = _fitted(known, matrix, answers)
    responded = matrix.totals(answers.weight)
    mean = float(answers.weight.sum())
    rates = np.clip(matrix.linear(coefficients), 0, 1)
    # what varies: who is invited and who answers, less what invitations without replacement settle
    noise = (answers.squares - answers.weight * rates / known.people).clip(min=0)
    repeated = 1 / known.invited - 1 / known.people
    products = matrix.gram(noise) - repeated * np.outer(responded, responded)
    mean_variance = float(noise.sum()) - repeated * mean * mean
    return MarginModel(
        population=matrix.totals(table),
        responded=responded,
        variance=np.diagonal(products).clip(min=0),
        with_all=matrix.totals(noise) - repeated * responded * mean,
        mean=mean,
        mean_variance=max(mean_variance, 0.0),
        spread=spread,
        bias=_trace(matrix, matrix.gram(table), products) - mean_variance,
    )


def _fitted(known: Known, matrix: Auxiliaries, answers: Answers) -> tuple[Vector, Vector, float]:
    """Return the population per combination, the model's coefficients, and S²."""
    shaped = answers.weight.reshape(known.sizes)
    table = population_shares(shaped, known.shares, answers.one).reshape(-1)
    responded = matrix.totals(answers.weight)
    system = solver(matrix.gram(table), matrix.wide, matrix.others)
    coefficients = system.solve(responded)
    mean = float(answers.weight.sum())
    return table, coefficients, float(responded @ coefficients) - mean * mean


def _trace(matrix: Auxiliaries, gram: Matrix, products: Matrix) -> float:
    """Return tr(G⁻¹V) on the columns that do not follow from others."""
    kept = np.concatenate([matrix.wide, matrix.others])
    own = gram[np.ix_(kept, kept)]
    size = np.sqrt(np.diagonal(own))
    inverse = linalg.pinvh(own / np.outer(size, size), rtol=FOLLOWS) / np.outer(size, size)
    return float(np.sum(inverse * products[np.ix_(kept, kept)]))
