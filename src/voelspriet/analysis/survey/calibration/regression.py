# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Weighted regression on the margins: for the weights of GREG and for every standard error."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.auxiliaries import Auxiliaries, Matrix
from voelspriet.analysis.survey.estimation.cell_regression import CellRegression

FOLLOWS = 1e-10  # a column of which less than this part is its own follows from the others


@dataclass(frozen=True, slots=True, eq=False)
class Solver:
    """The equations X'WX b = r of one X and one W, ready for several r.

    Nobody is in two categories of one variable, so for the variable with the most of them (`wide`
    columns) the equations are a division by `sizes`; only those of the other columns, `free`, are
    solved, with `lower` the Cholesky factor of what the wide variable leaves of them and `mixed`
    (wide × free) the part of X'WX they share. Columns that follow from others get 0.
    """

    columns: int
    wide: Whole
    free: Whole
    sizes: Vector
    mixed: Matrix
    lower: Matrix

    def solve(self, right: Matrix) -> Matrix:
        """Return the coefficients, one per column; `right` is a vector or has several columns."""
        found = np.zeros((self.columns, *right.shape[1:]))
        divided = (right[self.wide].T / self.sizes).T
        if len(self.free):
            rest = right[self.free] - self.mixed.T @ divided
            found[self.free] = linalg.cho_solve((self.lower, True), rest, check_finite=False)
        found[self.wide] = divided - ((self.mixed @ found[self.free]).T / self.sizes).T
        return found


def solver(gram: Matrix, wide: Whole, others: Whole) -> Solver:
    """Prepare `gram` (columns × columns) for solving: the `wide` variable and the `others`.

    Those of `others` that follow from the rest, such as a region when its municipalities are
    there, are left out.
    """
    sizes = np.diagonal(gram)[wide]
    sizes = np.where(sizes > 0, sizes, 1.0)
    mixed = gram[np.ix_(wide, others)]
    own = gram[np.ix_(others, others)]
    scale = np.sqrt(np.diagonal(own))
    scale = np.where(scale > 0, scale, 1.0)
    left = (own - mixed.T @ (mixed / sizes[:, None])) / np.outer(scale, scale)
    if not len(others):
        return Solver(len(gram), wide, others, sizes, mixed, left)
    factor, order, rank, _ = linalg.lapack.dpstrf(left, lower=1, tol=FOLLOWS)
    kept = order[:rank] - 1
    lower = scale[kept, None] * np.tril(factor[:rank, :rank])
    return Solver(len(gram), wide, others[kept], sizes, mixed[:, kept], lower)


@dataclass(frozen=True, slots=True, eq=False)
class MarginRegression:
    """The regression on the margins with the weights before calibration.

    It is the `Calibration` of a design: with it standard errors are those of the residuals, and
    what the margins explain no longer varies.
    """

    auxiliaries: Auxiliaries
    base_weights: Vector
    solver: Solver

    def residuals(self, scores: Vector) -> Vector:
        """Return `scores` minus their regression on the margins, one value per row.

        With base weights d and margins' variables X: e = z − X (X'DX)⁻¹ X'Dz. `scores` are not
        multiplied by weights.

        Source: Deville & Särndal (1992), Calibration estimators in survey sampling, JASA
        87:376-382, (3.4): the same for raking as for GREG.
        """
        right = self.auxiliaries.totals(self.base_weights * scores)
        return scores - self.auxiliaries.linear(self.solver.solve(right))

    def in_cells(self) -> CellRegression | None:
        """Return the same for many scores at once, None when the margins hold numbers."""
        matrix = self.auxiliaries
        if matrix.numeric.shape[1]:
            return None

        def fitted(sums: Matrix) -> Matrix:
            return matrix.linear_in_cells(self.solver.solve(matrix.totals_of_cells(sums)))

        return CellRegression(matrix.cells, matrix.members.shape[1], self.base_weights, fitted)


def margin_regression(auxiliaries: Auxiliaries, base_weights: Vector) -> MarginRegression:
    """Prepare the regression of anything on the margins with `base_weights` (one per row)."""
    gram = auxiliaries.gram(base_weights)
    return MarginRegression(
        auxiliaries, base_weights, solver(gram, auxiliaries.wide, auxiliaries.others)
    )
