# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of a sample in the order of their domains, strata and sampling units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.frames import Codes
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.frames.pairs import Pairs, occurring_pairs
from voelspriet.analysis.survey.estimation.design import Design
from voelspriet.analysis.survey.estimation.segments import Segments, cut, segments, stable_order

Kind = TypeVar("Kind", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The strata within domains, which are what variances are added up from.

    `of_units` cuts the units in order into cells; `domains` and `strata` tell what each cell is.
    With N and n the units of the stratum and m those of the cell, `left` is 1 − n/N, `factor` that
    times n/(n − 1), `alone` tells that n = 1, and `moved` is 1/m − 1/n.
    """

    of_units: Segments
    domains: Whole
    strata: Whole
    left: Vector
    factor: Vector
    alone: NDArray[np.bool_]
    moved: Vector


@dataclass(frozen=True, slots=True, eq=False)
class Domains:
    """Made once and used for every variable.

    `order` are the rows of the sample that are in a domain: domain by domain, within it stratum by
    stratum, within that sampling unit by sampling unit; `as_given` tells that they were in that
    order. `weights` are theirs, in that order, and `all_weigh` tells that none of them is 0.
    `by_unit` cuts the rows into units (None when every row is one), `cells` the units into cells,
    `by_domain` the rows into domains; `occurring` are the numbers of those domains, of `count`.
    """

    order: Whole
    as_given: bool
    weights: Vector
    all_weigh: bool
    by_unit: Segments | None
    cells: Cells
    by_domain: Segments
    occurring: Whole
    count: int

    def in_order(self, per_row: NDArray[Kind]) -> NDArray[Kind]:
        """Return a copy of what each row of the sample has, in the order of the domains."""
        return per_row.copy() if self.as_given else per_row.take(self.order)

    def totals(self, values: Vector) -> Vector:
        """Return the total per domain of values in order."""
        found = np.zeros(self.count)
        found[self.occurring] = self.by_domain.sums(values)
        return found

    def rows_without(self, places: Whole) -> Whole:
        """Return the number of rows per domain, without those at `places`, in order."""
        found = np.zeros(self.count, dtype=np.int64)
        found[self.occurring] = self.by_domain.lengths - self.by_domain.counts(places)
        return found

    def spread(self, per_domain: Vector) -> Vector:
        """Return the value of its domain at every place."""
        return self.by_domain.spread(per_domain[self.occurring])

    def of_cells(self, per_cell: Vector) -> Vector:
        """Return the total per domain of values of cells."""
        found = np.bincount(self.cells.domains, per_cell, self.count)
        return np.asarray(found, dtype=np.float64)


def domains(design: Design, groups: Codes) -> Domains:
    """Put the rows of a design in the order of `groups`; rows without a group are left out."""
    inside = np.flatnonzero(groups.values >= 0) if groups.missing() else None
    of_row = groups.values if inside is None else groups.values[inside]
    units = design.strata.values if design.units is None else design.units
    units = units if inside is None else units[inside]
    known = len(design.units_drawn if design.units is None else design.unit_strata)
    pairs = occurring_pairs(of_row, units, (len(groups.labels), known))
    lengths = np.bincount(pairs.of_row, minlength=len(pairs)).astype(np.int64)
    order = stable_order(pairs.of_row, len(pairs))
    order = order if inside is None else inside[order]
    weights = design.weights.take(order)
    of_domain = segments(pairs.one)
    return Domains(
        order=order,
        as_given=len(order) == len(design) and bool((order[1:] > order[:-1]).all()),
        weights=weights,
        all_weigh=bool(weights.all()),
        by_unit=None if design.units is None else cut(lengths),
        cells=_cells(design, pairs, lengths),
        by_domain=cut(of_domain.whole_sums(lengths)),
        occurring=pairs.one[of_domain.starts],
        count=len(groups.labels),
    )


def _cells(design: Design, pairs: Pairs, lengths: Whole) -> Cells:
    """Return the cells, of pairs of a domain with a stratum, or with a unit of `lengths` rows."""
    if design.units is None:
        of_units, of_domains, strata = cut(lengths), pairs.one, pairs.other
    else:
        # units are numbered stratum by stratum, so those of a cell are next to each other
        width = len(design.units_drawn)
        cells = pairs.one * width + design.unit_strata[pairs.other]
        of_units = segments(cells)
        of_domains, strata = np.divmod(cells[of_units.starts], width)
    drawn, left = design.units_drawn[strata], 1 - design.sampled_share[strata]
    return Cells(
        of_units=of_units,
        domains=of_domains,
        strata=strata,
        left=left,
        factor=left * drawn / np.maximum(drawn - 1, 1),
        alone=drawn == 1,
        moved=1 / of_units.lengths - 1 / drawn,
    )
