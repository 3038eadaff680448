# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The margins' variables of every row, as a design matrix that is never written out.

All categorical variables together put a row in a *cell*; whatever is calculated from them is the
same for all rows of a cell, so sums over rows become sums over a few thousand cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import prod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.frames.pairs import DENSE, occurring_pairs

Matrix: TypeAlias = NDArray[np.float64]  # two dimensions


@dataclass(frozen=True, slots=True, eq=False)
class Auxiliaries:
    """A matrix of rows × columns: an indicator per category, then the numbers.

    `cells` has the cell of every row; `members` (variables × cells) the column of each variable's
    category; `categories` is how many columns those are; `numeric` (rows × numbers) the others.
    `wide` are the columns of the variable with the most categories, `others` the rest, without the
    first category of every other variable, which follows: all add up to the same.
    """

    cells: Whole
    members: NDArray[np.int64]
    categories: int
    numeric: Matrix
    wide: Whole
    others: Whole

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return self.categories + int(self.numeric.shape[1])

    def cell_sums(self, values: Vector) -> Vector:
        """Return the sum over the rows of every cell of `values` (one per row)."""
        return np.asarray(np.bincount(self.cells, values, self.members.shape[1]), dtype=float)

    def folded(self) -> Auxiliaries:
        """Return the same with one row per cell: enough when there are no numbers."""
        cells = self.members.shape[1]
        return replace(self, cells=np.arange(cells), numeric=np.zeros((cells, 0)))

    def totals(self, weights: Vector) -> Vector:
        """Return X'w: the weighted total of every column."""
        of_cells = self.cell_sums(weights)
        return np.concatenate([self._by_column(of_cells), self.numeric.T @ weights])

    def linear(self, coefficients: Vector) -> Vector:
        """Return Xb: one value per row."""
        found: Vector = self.linear_in_cells(coefficients)[self.cells]
        if self.numeric.shape[1]:
            found += self.numeric @ coefficients[self.categories :]
        return found

    def linear_in_cells(self, coefficients: Matrix) -> Matrix:
        """Return what the categories add to Xb, per cell; for coefficients in several columns."""
        found = np.zeros((self.members.shape[1], *coefficients.shape[1:]))
        for columns in self.members:
            found += coefficients[columns]
        return found

    def totals_of_cells(self, sums: Matrix) -> Matrix:
        """Return X'v per column, given the sums of v per cell (cells × any number); no numbers."""
        found = np.zeros((self.categories, sums.shape[1]))
        for columns in self.members:
            np.add.at(found, columns, sums)
        return found

    def gram(self, weights: Vector) -> Matrix:
        """Return X'WX, columns × columns."""
        of_cells, count = self.cell_sums(weights), self.categories
        keys = (self.members[:, None] * count + self.members[None, :]).reshape(-1)
        times = len(self.members) ** 2
        found = np.zeros((self.columns, self.columns))
        both = np.bincount(keys, np.tile(of_cells, times), count * count)
        found[:count, :count] = both.reshape(count, count)
        weighted = self.numeric * weights[:, None]
        for place in range(self.numeric.shape[1]):
            mixed = self._by_column(self.cell_sums(weighted[:, place]))
            found[:count, count + place] = found[count + place, :count] = mixed
        found[count:, count:] = self.numeric.T @ weighted
        return found

    def _by_column(self, of_cells: Vector) -> Vector:
        found = np.zeros(self.categories)
        for columns in self.members:
            found += np.bincount(columns, of_cells, self.categories)
        return found


def auxiliaries(columns: Sequence[Whole], sizes: Sequence[int], numeric: Matrix) -> Auxiliaries:
    """Return the matrix of categorical variables and of numbers.

    `columns` tell per variable the category of every row, numbered from 0 to below the variable's
    size; none is missing. `numeric` is rows × numbers, possibly none.
    """
    starts = np.cumsum([0, *sizes])
    cells, categories = _crossed(columns, sizes, len(numeric))
    wide, others = _columns(starts, int(numeric.shape[1]))
    members = categories + starts[:-1, None]
    return Auxiliaries(cells, members, int(starts[-1]), numeric, wide, others)


def _crossed(
    columns: Sequence[Whole], sizes: Sequence[int], rows: int
) -> tuple[Whole, NDArray[np.int64]]:
    """Return the cell of every row, and (variables × cells) the categories of every cell."""
    if columns and prod(sizes) <= DENSE:
        keys = columns[0]
        for column, size in zip(columns[1:], sizes[1:], strict=True):
            keys = keys * size + column
        pairs = occurring_pairs(np.zeros(1, dtype=np.int64), keys, (1, prod(sizes)))
        return pairs.of_row, np.stack(np.unravel_index(pairs.other, tuple(sizes)))
    cells, categories = np.zeros(rows, dtype=np.int64), np.zeros((0, 1), dtype=np.int64)
    for column, size in zip(columns, sizes, strict=True):
        pairs = occurring_pairs(cells, column, (int(categories.shape[1]), size))
        categories = np.vstack([categories[:, pairs.one], pairs.other])
        cells = pairs.of_row
    return cells, categories


def _columns(starts: Whole, numbers: int) -> tuple[Whole, Whole]:
    """Return the columns of the variable with the most categories, and the others to solve for."""
    count = int(starts[-1])
    widest = int(np.argmax(np.diff(starts))) if count else -1
    wide = np.zeros(0, dtype=np.int64)
    others: list[int] = []
    for place, (start, end) in enumerate(pairwise(starts.tolist())):
        if place == widest:
            wide = np.arange(start, end)
        else:
            others += range(start + 1, end)
    others += range(count, count + numbers)
    return wide, np.array(others, dtype=np.int64)
