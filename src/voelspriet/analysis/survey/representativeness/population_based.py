# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Margins and the number invited are known: the population-based R-indicator."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.proportions import Z_95
from voelspriet.analysis.survey.calibration.margins import Margin
from voelspriet.analysis.survey.representativeness.drawn import Drawn, drawn
from voelspriet.analysis.survey.representativeness.groups import Tally, from_partials, grouped
from voelspriet.analysis.survey.representativeness.margin_model import (
    MarginModel,
    margin_spread,
)
from voelspriet.analysis.survey.representativeness.population import (
    given_weights,
    population_margins,
    respondents_by_category,
)
from voelspriet.analysis.survey.representativeness.results import (
    Case,
    Representativeness,
    Spread,
    VariablePart,
)

REPLICATES = 999

ByVariable: TypeAlias = tuple[tuple[Margin, Whole], ...]  # and the category of every respondent


def margin_response(
    data: FrameLike,
    margins: FrameLike,
    *,
    invited: int,
    rng: np.random.Generator,
    variables: Sequence[str] = (),
    weights: str | None = None,
    replicates: int = REPLICATES,
) -> Representativeness:
    """Tell how evenly people answered, from who answered, how many were invited, and margins.

    `data` has one row per respondent, `margins` the columns variable, category and total;
    `variables` are all of the margins unless told. `invited` people were drawn by chance, all with
    the same chance unless `weights` (inverse chances, adding up over all invited to the
    population) say otherwise. Response probabilities are linear in the categories (see
    `margin_model`). Respondents who miss a value are left out and counted; the others stand for
    them.

    Standard errors of the R-indicator and of variables come from a bootstrap of the invited with
    `rng` and `replicates`; partial indicators of categories have analytical ones. In categories
    where nobody answered these use the rate (0 + 2) ÷ (invited + 4), as no answers at all do not
    prove a probability of 0 (Agresti & Coull 1998).

    Raises ColumnError for a variable without margins or not in the data, a category that the
    margins do not have (with its row), a missing or negative weight; InputError without
    respondents, for fewer invited than answered, more invited than the population, weights
    that add up to more than the population, and fewer than 2 replicates.

    Source: Bianchi, Shlomo, Schouten, Da Silva & Skinner (2019), Survey Methodology 45:217-247.
    """
    frame = Frame.of(data)
    if replicates < 2:  # noqa: PLR2004  a standard deviation needs two
        raise InputError("a bootstrap has at least 2 replicates")
    by_variable = tuple(
        respondents_by_category(frame, margin) for margin in population_margins(margins, variables)
    )
    places = np.stack([values for _, values in by_variable])
    known = (places >= 0).all(axis=0)
    if not known.any():
        raise InputError("nobody who answered has a value for every variable")
    sample = drawn(
        tuple(margin for margin, _ in by_variable),
        places[:, known],
        None if weights is None else given_weights(frame, weights)[known],
        invited=invited,
        everybody=len(frame),
    )
    errors = _bootstrapped(sample, rng, replicates)
    return _result(by_variable, sample, errors, left_out=int(np.count_nonzero(~known)))


def _result(
    by_variable: ByVariable, sample: Drawn, errors: Vector, *, left_out: int
) -> Representativeness:
    model = sample.model()
    parts, tallies = [], []
    for place, (margin, values) in enumerate(by_variable):
        alone = sample.alone(place).model()
        partial = _spread(alone, errors[1 + place]).as_partial(Z_95)
        missing = int(np.count_nonzero(values < 0))
        parts.append(VariablePart(margin.variable, partial, missing))
        tallies.append(_tally(margin, alone, values, sample.known.invited))
    return Representativeness(
        case=Case.MARGINS,
        respondents=len(by_variable[0][1]),
        invited=sample.known.invited,
        response_rate=model.mean,
        indicator=_spread(model, errors[0]).as_r(Z_95),
        variables=tuple(parts),
        groups=grouped(tallies),
        left_out=left_out,
    )


def _spread(model: MarginModel, error: float) -> Spread:
    return Spread(model.spread, model.spread - model.bias, float(error))


def _bootstrapped(sample: Drawn, rng: np.random.Generator, replicates: int) -> Vector:
    """Return the standard error of S², and then of S² of every variable alone."""
    matrix, shares = sample.known.matrix(), sample.known.shares
    starts = np.cumsum([0, *sample.known.sizes]).tolist()
    columns = [slice(start, end) for start, end in pairwise(starts)]
    spreads = np.zeros((replicates, 1 + len(columns)))
    for turn in range(replicates):
        answers = sample.again(rng)
        responded = matrix.totals(answers.weight)
        mean = float(answers.weight.sum())
        spreads[turn, 0] = margin_spread(sample.known, matrix, answers)
        for place, (own, share) in enumerate(zip(columns, shares, strict=True), start=1):
            spreads[turn, place] = float(np.sum(responded[own] ** 2 / share)) - mean * mean
    found: Vector = spreads.std(axis=0, ddof=1)
    return found


def _tally(margin: Margin, alone: MarginModel, values: Whole, invited: int) -> Tally:
    """Return one variable as if it were the only one."""
    share = alone.population
    rates = alone.responded / share
    expected = invited * share
    careful = 2 / (expected + 4)
    silent = share**2 * careful * (1 - careful) / expected
    variance = np.where(rates > 0, alone.variance, silent)
    squares = variance / share**2 + alone.mean_variance - 2 * alone.with_all / share
    return from_partials(
        variable=margin.variable,
        categories=margin.categories,
        respondents=np.bincount(values[values >= 0], minlength=len(share)).astype(np.int64),
        population_share=share,
        response=rates,
        mean_response=alone.mean,
        errors=np.sqrt(share * squares.clip(min=0)),
    )
