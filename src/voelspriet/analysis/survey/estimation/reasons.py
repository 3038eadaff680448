# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""No interval, and why, where a formula would feign one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.estimation.bases import Basis
from voelspriet.analysis.survey.estimation.measures import Measure


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The measures of all variables below each other, one row per variable and domain."""

    answers: Whole
    n: Whole
    weight: Vector
    degrees_of_freedom: Whole
    census: NDArray[np.bool_]
    estimate: Vector
    standard_error: Vector
    low: Vector
    high: Vector
    basis: Whole
    deff: Vector


def in_rows(measures: Sequence[Measure]) -> Rows:
    """Put measures below each other."""

    def below(column: Callable[[Measure], NDArray[Any]]) -> NDArray[Any]:
        return np.concatenate([column(measure) for measure in measures])

    return Rows(
        answers=below(lambda measure: measure.respondents.answers),
        n=below(lambda measure: measure.respondents.n),
        weight=below(lambda measure: measure.respondents.weight),
        degrees_of_freedom=below(lambda measure: measure.respondents.degrees_of_freedom),
        census=below(lambda measure: measure.respondents.census),
        estimate=below(lambda measure: measure.estimate),
        standard_error=below(lambda measure: measure.standard_error),
        low=below(lambda measure: measure.intervals.low),
        high=below(lambda measure: measure.intervals.high),
        basis=below(lambda measure: measure.intervals.basis),
        deff=below(lambda measure: measure.deff),
    )


def explained(rows: Rows, *, calibrated: bool) -> Rows:
    """Return the rows with reasons for what is not there; later rules prevail.

    Who asked everybody has nothing to be unsure of: where all units of the strata were drawn the
    interval is the estimate itself, *census*. Nor is what follows from the margins of a calibrated
    design, *margin*.
    """
    error, basis, unknown = rows.standard_error, rows.basis.copy(), np.isnan(rows.estimate)
    free, plain = rows.degrees_of_freedom >= 1, basis == Basis.T
    basis[plain & (error == 0)] = Basis.NO_SPREAD
    basis[plain & np.isnan(error)] = Basis.ALL_LONELY
    if calibrated:
        # answers differ, which the design effect tells, and the margins leave none of it to chance
        basis[(error == 0) & np.isfinite(rows.deff)] = Basis.MARGIN
    basis[~free] = Basis.NO_FREEDOM
    basis[rows.n == 1] = Basis.ONE_ANSWER
    basis[rows.census & ~unknown] = Basis.CENSUS
    basis[unknown] = Basis.NO_DENOMINATOR
    basis[rows.weight <= 0] = Basis.NO_WEIGHT
    basis[rows.answers == 0] = Basis.NO_ANSWER
    known, none = np.isin(basis, (Basis.CENSUS, Basis.MARGIN)), basis >= Basis.NO_SPREAD
    # within one unit answers cannot differ between units: 0 would feign certainty
    unknown |= ~free & (error == 0) & ~known
    return replace(
        rows,
        standard_error=np.where(known, 0.0, np.where(unknown, np.nan, error)),
        low=np.where(none, np.nan, np.where(known, rows.estimate, rows.low)),
        high=np.where(none, np.nan, np.where(known, rows.estimate, rows.high)),
        basis=basis,
        deff=np.where(unknown | (basis == Basis.NO_SPREAD), np.nan, rows.deff),
    )
