# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The margins' variables of every row, as a design matrix that is never written out.

All categorical variables together put a row in a *cell*; whatever is calculated from them is the
same for all rows of a cell, so sums over rows become sums over a few thousand cells.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.margins import Margin, Margins
from voelspriet.analysis.survey.pairs import occurring_pairs

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
        of_cells = np.zeros(self.members.shape[1])
        for columns in self.members:
            of_cells += coefficients[columns]
        found: Vector = of_cells[self.cells]
        if self.numeric.shape[1]:
            found += self.numeric @ coefficients[self.categories :]
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


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """What the margins ask of the data: `auxiliaries`, the `wanted` totals and `names` of columns.

    `names` are pairs of variable and category (empty for a number). `known` tells which rows have
    a value for every variable.
    """

    auxiliaries: Auxiliaries
    wanted: Vector
    names: tuple[tuple[str, str], ...]
    known: NDArray[np.bool_]


def coded(frame: Frame, margins: Margins) -> Coded:
    """Look up the margins' variables in the data.

    Raises ColumnError for a variable that is not there, a number that is text, and, with the row, a
    category that the margins do not have. Categories of 0 people that nobody has are left out.
    """
    found = [_categories(frame, margin) for margin in margins.categorical]
    used = [margin for margin, _ in found]
    starts = np.cumsum([0, *(len(margin.categories) for margin in used)])
    known = np.ones(len(frame), dtype=bool)
    cells, members = np.zeros(len(frame), dtype=np.int64), np.zeros((0, 1), dtype=np.int64)
    for (margin, values), start in zip(found, starts[:-1], strict=True):
        known &= values >= 0
        sizes = (members.shape[1], len(margin.categories))
        pairs = occurring_pairs(cells, np.maximum(values, 0), sizes)
        members = np.vstack([members[:, pairs.one], pairs.other + start])
        cells = pairs.of_row
    numeric = np.zeros((len(frame), len(margins.numeric)))
    for place, number in enumerate(margins.numeric):
        column = frame.numbers(number.variable)
        known &= ~np.isnan(column)
        numeric[:, place] = np.nan_to_num(column)
    wide, others = _columns(starts, len(margins.numeric))
    names = [(margin.variable, category) for margin in used for category in margin.categories]
    names += [(number.variable, "") for number in margins.numeric]
    wanted = [margin.totals for margin in used]
    wanted.append(np.array([number.total for number in margins.numeric], dtype=float))
    return Coded(
        Auxiliaries(cells, members, int(starts[-1]), numeric, wide, others),
        np.concatenate(wanted),
        tuple(names),
        known,
    )


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


def _categories(frame: Frame, margin: Margin) -> tuple[Margin, Whole]:
    """Return the margin without categories of nobody, and the place of every row in it."""
    codes = frame.codes(margin.variable)
    held = set(codes.labels)
    use = [
        place
        for place, category in enumerate(margin.categories)
        if margin.totals[place] > 0 or category in held
    ]
    margin = Margin(
        margin.variable, tuple(margin.categories[place] for place in use), margin.totals[use]
    )
    places = {category: place for place, category in enumerate(margin.categories)}
    table = np.array([places.get(label, len(places)) for label in codes.labels] + [-1])
    values: Whole = table[codes.values]
    unknown = values == len(places)
    if unknown.any():
        row = int(np.argmax(unknown))
        label = codes.labels[codes.values[row]]
        why = f"category {label!r} is not in the margins ({int(unknown.sum())} rows have no margin)"
        raise ColumnError(margin.variable, why, row=row + 1)
    return margin, values
