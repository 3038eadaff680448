# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An open link or an evening: the part of each category among respondents and in the population."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, sqrt

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.proportions import wilson_of_share
from voelspriet.analysis.survey.calibration.margins import Margin
from voelspriet.analysis.survey.representativeness.groups import Tally, grouped
from voelspriet.analysis.survey.representativeness.population import (
    given_weights,
    population_margins,
    respondents_by_category,
)
from voelspriet.analysis.survey.representativeness.results import (
    Case,
    Representativeness,
    VariablePart,
)
from voelspriet.analysis.survey.weights import kish


def open_response(
    data: FrameLike,
    margins: FrameLike,
    *,
    variables: Sequence[str] = (),
    weights: str | None = None,
) -> Representativeness:
    """Compare who answered with the population, where nobody knows who could have answered.

    `data` has one row per respondent, `margins` the columns variable, category and total;
    `variables` are all of the margins unless told. Response probabilities and an R-indicator are
    not defined here and are not given. A share has its score interval (Wilson), with Kish's
    effective number when there are `weights`; the population is taken as known. The p-value is
    that of the score test, so it is below 0.05 when the interval leaves the population's share
    out. Respondents without a value are left out of that variable and counted.

    Raises ColumnError for a variable without margins or not in the data, a category that the
    margins do not have (with its row) and a negative weight; InputError without respondents.

    Source: Wilson (1927), JASA 22:209-212; Kish (1965), Survey Sampling, 11.2C.
    """
    frame = Frame.of(data)
    if not len(frame):
        raise InputError("nobody answered: there are no rows")
    weight = given_weights(frame, weights)
    known = population_margins(margins, variables)
    tallies = [_tally(frame, margin, weight) for margin in known]
    missing = [len(frame) - int(tally.respondents.sum()) for tally in tallies]
    return Representativeness(
        case=Case.OPEN,
        respondents=len(frame),
        invited=None,
        response_rate=None,
        indicator=None,
        variables=tuple(
            VariablePart(margin.variable, None, left)
            for margin, left in zip(known, missing, strict=True)
        ),
        groups=grouped(tallies),
        left_out=0,
    )


def _tally(frame: Frame, margin: Margin, weight: Vector) -> Tally:
    margin, values = respondents_by_category(frame, margin)
    size = len(margin.categories)
    answered = values >= 0
    if not weight[answered].sum() > 0:
        raise InputError(f"column {margin.variable!r}: nobody who answered has a value")
    effective = kish(weight[answered]).effective_rows
    weighed = np.bincount(values[answered], weight[answered], size)
    share = weighed / weighed.sum()
    population_share = margin.totals / margin.population
    ends = np.array([wilson_of_share(float(part), effective) for part in np.clip(share, 0, 1)])
    return Tally(
        variable=margin.variable,
        categories=margin.categories,
        respondents=np.bincount(values[answered], minlength=size).astype(np.int64),
        share=share,
        population_share=population_share,
        low=ends[:, 0],
        high=ends[:, 1],
        p_values=np.array(
            [
                _score_p(float(part), float(known), effective)
                for part, known in zip(share, population_share, strict=True)
            ]
        ),
    )


def _score_p(share: float, population_share: float, effective: float) -> float:
    """Return the two-sided p of the score test that a share is that of the population."""
    error = sqrt(population_share * (1 - population_share) / effective)
    return erfc(abs(share - population_share) / error / sqrt(2)) if error > 0 else 1.0
