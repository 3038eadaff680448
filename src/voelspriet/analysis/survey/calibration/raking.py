# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Raking: positive factors that are a product of one number per category."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.auxiliaries import Auxiliaries
from voelspriet.analysis.survey.calibration.coded import Coded
from voelspriet.analysis.survey.calibration.regression import solver
from voelspriet.analysis.survey.calibration.solution import Solution, margin_errors, not_reached

HALVINGS = 40
SLACK = 1e-13  # what rounding may add to a sum that should not rise


def raked(asked: Coded, base_weights: Vector, *, tolerance: float, rounds: int) -> Solution:
    """Return factors g = exp(x'λ) with Σ d g x = the wanted totals, for `base_weights` d.

    For categories this is what iterative proportional fitting (classical raking) converges to;
    numbers are allowed as well (exponential calibration). One sweep of proportional fitting, then
    Newton's method on a convex function, on cells instead of rows when there are no numbers.
    Raises ColumnError with the worst margin when `tolerance` is not reached within `rounds`.

    Source: Deming & Stephan (1940), Annals of Mathematical Statistics 11:427-444; Deville, Särndal
    & Sautory (1993), Generalized raking procedures in survey sampling, JASA 88:1013-1020.
    """
    whole = asked.auxiliaries
    if whole.numeric.shape[1]:
        auxiliaries, base = whole, base_weights
    else:
        auxiliaries, base = whole.folded(), whole.cell_sums(base_weights)
    point = _Point(auxiliaries, base, asked.wanted, _first_sweep(asked, auxiliaries, base))
    for turn in range(1, rounds + 1):
        reached = auxiliaries.totals(base * point.factors)
        error = float(margin_errors(asked.wanted, reached).max())
        if error <= tolerance:
            on_rows = point.factors if base is base_weights else point.factors[whole.cells]
            return Solution(on_rows, turn, error)
        gram = auxiliaries.gram(base * point.factors)
        system = solver(gram, auxiliaries.wide, auxiliaries.others)
        following = _lower(point, system.solve(asked.wanted - reached), asked.wanted - reached)
        if following is None:
            break
        point = following
    raise not_reached(asked, auxiliaries.totals(base * point.factors), turn)


@dataclass(frozen=True, slots=True, eq=False)
class _Point:
    """Where the search stands: `coefficients` λ, one per column."""

    auxiliaries: Auxiliaries
    base: Vector
    wanted: Vector
    coefficients: Vector

    @property
    def factors(self) -> Vector:
        with np.errstate(over="ignore"):
            found: Vector = np.exp(self.auxiliaries.linear(self.coefficients))
        return np.where(self.base > 0, found, 1.0)

    @property
    def height(self) -> float:
        """Return what is to become as low as can be: Σ d exp(x'λ) − λ'T."""
        with np.errstate(over="ignore", invalid="ignore"):
            return float(self.base @ self.factors - self.wanted @ self.coefficients)


def _first_sweep(asked: Coded, auxiliaries: Auxiliaries, base: Vector) -> Vector:
    """Fit one categorical variable after the other, once: exact when there is one."""
    coefficients = np.zeros(auxiliaries.columns)
    for place in range(len(auxiliaries.members)):
        columns = np.unique(auxiliaries.members[place])
        reached = auxiliaries.totals(base * np.exp(auxiliaries.linear(coefficients)))[columns]
        coefficients[columns] += np.log(asked.wanted[columns] / reached)
    return coefficients


def _lower(point: _Point, step: Vector, slope: Vector) -> _Point | None:
    """Return a lower point in the direction of `step`; None when there is none."""
    height, falls = point.height, float(slope @ step)
    length = 1.0
    for _ in range(HALVINGS):
        tried = _Point(
            point.auxiliaries, point.base, point.wanted, point.coefficients + length * step
        )
        allowed = height - 1e-4 * length * falls + SLACK * abs(height)
        if tried.height <= allowed:
            return tried
        length /= 2
    return None
