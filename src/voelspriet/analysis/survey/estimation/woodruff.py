# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quantiles with the interval Woodruff found for them: that of a share, read off as answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.estimation import linearised
from voelspriet.analysis.survey.estimation.bases import Basis
from voelspriet.analysis.survey.estimation.intervals import Intervals
from voelspriet.analysis.survey.estimation.measures import Measure, Question, numbers, spread
from voelspriet.analysis.survey.estimation.quantiles import Ladder, ladder


def quantiles(question: Question, name: str, shares: Sequence[float]) -> Iterator[Measure]:
    """Give the answers below which `shares` of the weight lie, one measure each.

    With F the share of the weight at or below the quantile, the interval is from the answer at
    F − t × its standard error to the answer at F + t × its standard error; the standard error of
    the quantile is that width ÷ 2t. Where either lies outside 0 to 1 there is neither. Raises
    InputError for negative weights, which regression calibration can give.

    Source: Woodruff (1952), JASA 47:635-646; as R `svyquantile` 4.1 with `qrule="math"` and
    `interval.type="mean"`.
    """
    values, respondents = numbers(question, name)
    if (respondents.weights < 0).any():
        raise InputError("quantiles need weights of 0 or more: some are negative (see raking)")
    steps = ladder(values, respondents)
    for share in shares:
        found = steps.at(np.full(respondents.within.count, share))
        at_most = (values <= respondents.within.spread(found)).astype(float)
        below = linearised.mean(at_most, respondents)
        _, errors = spread(question, respondents, below)
        points = question.points(respondents)
        intervals, width = _read_off(steps, below.estimate, errors, points)
        yield Measure(
            variable=f"{name} q{share:g}",
            respondents=respondents,
            estimate=found,
            standard_error=width,
            intervals=intervals,
            deff=np.full(len(found), np.nan),
        )


def _read_off(
    steps: Ladder, shares: Vector, errors: Vector, points: Vector
) -> tuple[Intervals, Vector]:
    """Return the intervals and the standard errors that follow from their widths."""
    low, high = steps.at(shares - points * errors), steps.at(shares + points * errors)
    width = np.where(errors > 0, (high - low) / (2 * points), np.nan)
    known = np.isfinite(width)
    return Intervals(
        np.where(known, low, np.nan),
        np.where(known, high, np.nan),
        np.where(known, Basis.WOODRUFF, Basis.TOO_FEW),
    ), width
