# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Variances after calibration for all domains at once: rows outside a domain count by the cell.

A residual is the score minus its regression on the margins. Inside a domain every row has its own;
outside, where scores are 0, all rows of a cell of the margins have the same. So a domain costs as
much as it has rows, and not as much as the sample has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.frames.codes import Whole, one_group
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.frames.pairs import Pairs, occurring_pairs
from voelspriet.analysis.survey.estimation.cell_regression import CellRegression, Matrix
from voelspriet.analysis.survey.estimation.design import Design, Lonely
from voelspriet.analysis.survey.estimation.domains import Domains, domains
from voelspriet.analysis.survey.estimation.segments import Segments, segments
from voelspriet.analysis.survey.estimation.variance import Mask, one_by_one

MOST = 1 << 22  # numbers in one matrix of cells × domains
ENOUGH = 0.01  # the part of a sum of squares that must be left after subtracting


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Some domains next to each other: their places `first` to below `last` in `occurring`.

    `rows` are theirs in the order of the domains. `lookup` tells per row where its cell and domain
    are in a matrix of cells × domains, `group` and `domain` where each sum of rows (per sampling
    unit, or per stratum) belongs. `weight` and `square` (pairs × domains) are the weights, and
    their squares, of the rows of every group and cell that are outside each domain.
    """

    first: int
    last: int
    rows: slice
    lookup: Whole
    sums: Segments
    group: Whole
    domain: Whole
    weight: Matrix
    square: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class CalibratedVariance:
    """Made once for the domains of a calibrated design and used for every variable.

    A group is a sampling unit, or a stratum when rows are units. `pair_cells` are the cells of the
    pairs of group and cell that occur, group by group as `by_group` cuts them.
    """

    design: Design
    regression: CellRegression
    within: Domains
    sample: Domains
    base_weights: Vector
    pair_cells: Whole
    by_group: Segments
    blocks: tuple[Block, ...]

    def variances(self, scores: Vector, weighted: Vector) -> Vector:
        """Return what `variance_in_order` does of the same scores."""
        scores = np.where(weighted == 0, 0.0, scores)
        found = np.zeros(self.within.count)
        for block in self.blocks:
            places = self.within.occurring[block.first : block.last]
            found[places] = self._of_block(block, scores)
        return found

    def _of_block(self, block: Block, scores: Vector) -> Vector:
        own, count = scores[block.rows], block.last - block.first
        size = self.regression.count * count
        explained = self.base_weights[block.rows] * own
        sums = np.asarray(np.bincount(block.lookup, explained, size), dtype=np.float64)
        fitted = self.regression.fitted(sums.reshape(-1, count))
        residuals = own - fitted.reshape(-1).take(block.lookup)
        residuals *= self.within.weights[block.rows]
        outside = fitted[self.pair_cells]
        starts = self.by_group.starts
        totals = -np.add.reduceat(block.weight * outside, starts, axis=0)
        totals[block.group, block.domain] += block.sums.sums(residuals)
        if self.design.units is None:
            squares = np.add.reduceat(block.square * outside * outside, starts, axis=0)
            squares[block.group, block.domain] += block.sums.sums(residuals * residuals)
            about = squares - totals * totals / self.design.units_drawn[:, None]
        else:
            about, totals = self._about_strata(totals)
            squares = about
        return self._over_strata(block, scores, about, (squares, totals))

    def _about_strata(self, totals: Matrix) -> tuple[Matrix, Matrix]:
        """Return per stratum the squares of unit totals about their mean, and their sum."""
        cut = self.sample.cells.of_units
        strata = np.add.reduceat(totals, cut.starts, axis=0)
        around = totals - np.repeat(strata / cut.lengths[:, None], cut.lengths, axis=0)
        return np.add.reduceat(around * around, cut.starts, axis=0), strata

    def _over_strata(
        self, block: Block, scores: Vector, about: Matrix, whole: tuple[Matrix, Matrix]
    ) -> Vector:
        squares, totals = whole
        drawn = self.design.units_drawn[:, None]
        factor = (1 - self.design.sampled_share[:, None]) * drawn / np.maximum(drawn - 1, 1)
        alone = drawn == 1
        added: Matrix = np.where(alone, 0.0, factor * about)
        # squares far from their mean leave few figures right: those domains go one by one
        few = added.sum(axis=0) < ENOUGH * np.where(alone, 0.0, factor * squares).sum(axis=0)
        if self.design.lonely is Lonely.ADJUST:
            added = np.where(alone, factor * totals * totals, added)
        found: Vector = added.sum(axis=0)
        if self.design.lonely is Lonely.AVERAGE:
            telling = np.count_nonzero(~(alone & (factor > 0)))
            found *= len(drawn) / telling if telling else np.nan
        for place in np.flatnonzero(few):
            found[place] = one_by_one(self.design, scores, self.within, block.first + int(place))
        return found


def calibrated_variance(
    design: Design, within: Domains, *, most: int = MOST
) -> CalibratedVariance | None:
    """Prepare the domains of a calibrated design; None when it is not, or not by cells.

    No matrix gets more than `most` numbers, unless one domain needs more.
    """
    regression = None if design.calibration is None else design.calibration.in_cells()
    if regression is None or not len(within.order):
        return None
    sample = domains(design, one_group(len(design)))
    groups = design.strata.values if design.units is None else design.units
    count = len(design.units_drawn) if design.units is None else len(design.unit_strata)
    pairs = occurring_pairs(groups, regression.cells, (count, regression.count))
    whole = _whole(design, pairs)
    return CalibratedVariance(
        design=design,
        regression=regression,
        within=within,
        sample=sample,
        base_weights=within.in_order(regression.base_weights),
        pair_cells=pairs.other,
        by_group=segments(pairs.one),
        blocks=tuple(_blocks(design, regression, within, whole, most)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Whole:
    """The pairs of group and cell in the whole sample: what their rows weigh, and how many do."""

    of_row: Whole
    weight: Vector
    square: Vector
    rows: Vector


def _whole(design: Design, pairs: Pairs) -> _Whole:
    def sums(values: Vector) -> Vector:
        return np.asarray(np.bincount(pairs.of_row, values, len(pairs)), dtype=np.float64)

    weights = design.weights
    return _Whole(pairs.of_row, sums(weights), sums(weights * weights), sums(weights != 0))


def _blocks(
    design: Design, regression: CellRegression, within: Domains, whole: _Whole, most: int
) -> Iterator[Block]:
    size = max(1, most // max(regression.count, len(whole.rows)))
    starts, lengths = within.by_domain.starts, within.by_domain.lengths
    ends = starts + lengths
    cut = within.cells.of_units if within.by_unit is None else within.by_unit
    groups = design.strata.values if design.units is None else design.units
    cells, pairs = within.in_order(regression.cells), within.in_order(whole.of_row)
    for first in range(0, len(starts), size):
        last = min(first + size, len(starts))
        rows = slice(int(starts[first]), int(ends[last - 1]))
        inside = (cut.starts >= rows.start) & (cut.starts < rows.stop)
        domain = np.repeat(np.arange(last - first), lengths[first:last])
        weights = within.weights[rows]
        outside = _outside(whole, pairs[rows] * (last - first) + domain, weights, last - first)
        yield Block(
            first=first,
            last=last,
            rows=rows,
            lookup=cells[rows] * (last - first) + domain,
            sums=Segments(cut.starts[inside] - rows.start, cut.lengths[inside]),
            group=groups[within.order[cut.starts[inside]]],
            domain=domain[cut.starts[inside] - rows.start],
            weight=outside[0],
            square=outside[1],
        )


def _outside(whole: _Whole, keys: Whole, weights: Vector, count: int) -> tuple[Matrix, Matrix]:
    """Return per pair and domain the weights and squared weights of the rows that are not in it."""
    size = len(whole.rows) * count
    held = np.bincount(keys, weights != 0, size).reshape(-1, count)
    # nothing is left where all rows are inside, whatever rounding makes of the difference
    some: Mask = held < whole.rows[:, None]
    inside = np.bincount(keys, weights, size).reshape(-1, count)
    squares = np.bincount(keys, weights * weights, size).reshape(-1, count)
    return (
        np.where(some, whole.weight[:, None] - inside, 0.0),
        np.where(some, whole.square[:, None] - squares, 0.0),
    )
