# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Weights that add up to what is known of the population, and the design that goes with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.coded import Coded, coded
from voelspriet.analysis.survey.calibration.greg import regressed
from voelspriet.analysis.survey.calibration.margins import Margins, read_margins
from voelspriet.analysis.survey.calibration.raking import raked
from voelspriet.analysis.survey.calibration.regression import MarginRegression, margin_regression
from voelspriet.analysis.survey.calibration.solution import Solution
from voelspriet.analysis.survey.calibration.trimming import TrimmedSolution, calibrated_within
from voelspriet.analysis.survey.estimation.design import Design
from voelspriet.analysis.survey.weights import Kish, kish

TOLERANCE = 1e-8
ROUNDS = 100


class Method(StrEnum):
    """How weights move: by a product of positive numbers (*raking*) or by a sum (*greg*)."""

    RAKING = "raking"
    GREG = "greg"


@dataclass(frozen=True, slots=True, eq=False)
class Calibrated:
    """A design with weights that add up to the margins.

    `design` has the new weights, and the calibration that its standard errors need. `variables`
    are those of the margins. `left_out` rows miss a value in one of them and have weight 0.
    `largest_margin_error` is the largest part by which a margin is off. `lowest_factor` and
    `highest_factor` are the least and the most a weight was multiplied by; `negative_weights`
    (only GREG gives them) are counted. `before` and `after` are Kish's design effects of the
    weights. `trimmed_rows` have the `largest_weight`, which is None when weights were not trimmed.
    """

    design: Design
    method: Method
    variables: tuple[str, ...]
    categorical: int
    left_out: int
    iterations: int
    largest_margin_error: float
    lowest_factor: float
    highest_factor: float
    negative_weights: int
    before: Kish
    after: Kish
    trimmed_rows: int
    largest_weight: float | None

    @property
    def statement(self) -> str:
        """Say how the weights were made, for beneath a table."""
        names = ", ".join(self.variables)
        if len(self.variables) == self.categorical == 1:
            made = f"weights post-stratified by {names}"
        elif self.method is Method.RAKING:
            made = f"weights raked to the margins of {names}"
        else:
            made = f"weights calibrated by GREG (linear) to the margins of {names}"
        parts = [
            made,
            f"multiplied by {self.lowest_factor:.3g} to {self.highest_factor:.3g}",
            f"Kish's design effect {self.before.deff:.2f} before, {self.after.deff:.2f} after",
        ]
        if self.largest_weight is not None:
            parts.append(f"{self.trimmed_rows} weights trimmed to {self.largest_weight:.4g}")
        if self.negative_weights:
            parts.append(f"{self.negative_weights} weights are below 0")
        if self.left_out:
            parts.append(f"{self.left_out} rows without a value in a margin left out")
        return "; ".join(parts) + "; standard errors from residuals, with the weights before"


def calibrate(
    data: FrameLike,
    margins: FrameLike,
    *,
    design: Design,
    method: Method | str = Method.RAKING,
    leave_out_missing: bool = False,
    largest_share: float | None = None,
    tolerance: float = TOLERANCE,
    rounds: int = ROUNDS,
) -> Calibrated:
    """Change the weights of `design` as little as possible so that they add up to the margins.

    `data` has the rows of `design`, with a column for every variable of `margins`, whose columns
    are `variable`, `category` and `total` (see `read_margins`). One categorical variable is
    post-stratification. *raking* multiplies weights by a number per category and keeps them above
    0; *greg* can give negative weights. Both take numeric margins. A numeric margin alone does not
    fix how many people the weights stand for: give a categorical one with it, or a column of ones.
    Rows that miss a value are refused, or with `leave_out_missing` get weight 0 and are counted.
    With `largest_share` no weight is above `weight_limit` of the calibrated weights. Weights and
    standard errors are those of R `survey::calibrate` with `calfun="raking"` or `"linear"`;
    `survey::rake` has the same weights, and slightly different standard errors.

    Raises ColumnError for a variable that is not in the data, a category the margins do not have,
    a missing value (both with their row), a category of the margins that no respondent has, and a
    margin that cannot be reached within `tolerance` (relative) in `rounds`; InputError for rows
    that are not those of the design, and a design that is calibrated already.

    Source: Deville & Särndal (1992), JASA 87:376-382; Deville, Särndal & Sautory (1993), JASA
    88:1013-1020.
    """
    frame, way = Frame.of(data), _method(method)
    _refuse_design(frame, design)
    known = read_margins(margins)
    asked = coded(frame, known)
    left_out = _left_out(frame, known, asked, leave_out=leave_out_missing)
    base = np.where(asked.known, design.weights, 0.0)
    _refuse_unreachable(asked, base)
    regression = margin_regression(asked.auxiliaries, base)

    def by_method(wanted: Coded, weights: Vector) -> Solution:
        if way is Method.RAKING:
            return raked(wanted, weights, tolerance=tolerance, rounds=rounds)
        own = regression if weights is base else margin_regression(wanted.auxiliaries, weights)
        return regressed(wanted, own, tolerance=tolerance, rounds=rounds)

    found = by_method(asked, base)
    trimmed = None
    if largest_share is not None:
        trimmed = calibrated_within(asked, base, found, by_method, largest_share)
    made = _Made(design, way, known, regression, left_out)
    return made.result(found, trimmed)


@dataclass(frozen=True, slots=True, eq=False)
class _Made:
    """What a result is told from."""

    design: Design
    method: Method
    margins: Margins
    regression: MarginRegression
    left_out: int

    def result(self, found: Solution, trimmed: TrimmedSolution | None) -> Calibrated:
        base = self.regression.base_weights
        weights = base * found.factors if trimmed is None else trimmed.weights
        weighing = base > 0
        factors = weights / base if weighing.all() else weights[weighing] / base[weighing]
        last: Solution | TrimmedSolution = trimmed or found
        return Calibrated(
            design=replace(self.design, weights=weights, calibration=self.regression),
            method=self.method,
            variables=self.margins.variables,
            categorical=len(self.margins.categorical),
            left_out=self.left_out,
            iterations=last.rounds,
            largest_margin_error=last.largest_margin_error,
            lowest_factor=float(factors.min()),
            highest_factor=float(factors.max()),
            negative_weights=int(np.count_nonzero(weights < 0)),
            before=kish(base),
            after=kish(weights),
            trimmed_rows=0 if trimmed is None else trimmed.trimmed_rows,
            largest_weight=None if trimmed is None else trimmed.largest_weight,
        )


def _method(method: Method | str) -> Method:
    try:
        return Method(method)
    except ValueError:
        raise InputError(f"the method is one of {', '.join(Method)}, not {method!r}") from None


def _refuse_design(frame: Frame, design: Design) -> None:
    if len(frame) != len(design):
        raise InputError(f"the data have {len(frame)} rows and the design {len(design)}")
    if design.calibration is not None:
        raise InputError("these weights are calibrated already: start from those before")


def _left_out(frame: Frame, margins: Margins, asked: Coded, *, leave_out: bool) -> int:
    """Count the rows without a value; unless they may be left out the first is an error."""
    missing = int(np.count_nonzero(~asked.known))
    if missing and not leave_out:
        row = int(np.argmin(asked.known))
        numeric = {margin.variable for margin in margins.numeric}
        for name in margins.variables:
            blank = (
                np.isnan(frame.numbers(name)) if name in numeric else frame.codes(name).values < 0
            )
            if blank[row]:
                why = f"is missing where the margins need it ({missing} rows in all)"
                raise ColumnError(name, why, row=row + 1)
    return missing


def _refuse_unreachable(asked: Coded, base: Vector) -> None:
    held = asked.auxiliaries.totals(base)
    for place, (variable, category) in enumerate(asked.names):
        if not category:
            continue
        if not held[place] > 0:
            why = (
                f"no respondent with a weight has category {category!r}, which has"
                f" {asked.wanted[place]:.8g} people in the margins: join it to another category"
            )
            raise ColumnError(variable, why)
        if not asked.wanted[place] > 0:
            why = f"category {category!r} has respondents, and 0 people in the margins"
            raise ColumnError(variable, why)
