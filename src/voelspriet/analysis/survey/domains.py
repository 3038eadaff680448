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
from voelspriet.analysis.survey.design import Design
from voelspriet.analysis.survey.pairs import occurring_pairs
from voelspriet.analysis.survey.segments import Segments, segments, stable_order

Kind = TypeVar("Kind", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class Domains:
    """Made once and used for every variable.

    `order` are the rows of the sample that are in a domain: domain by domain, within it stratum by
    stratum, within that sampling unit by sampling unit. `weights` are theirs, in that order, and
    `all_weigh` tells that none of them is 0. A cell is a domain within a stratum. `by_unit` cuts
    the rows into units (None when every row is one), `by_cell` the units into cells, `by_domain`
    the rows into domains; `occurring` are the numbers of those domains, out of `count`.
    `cell_domains` and `cell_strata` tell what each cell is.
    """

    order: Whole
    weights: Vector
    all_weigh: bool
    by_unit: Segments | None
    by_cell: Segments
    by_domain: Segments
    occurring: Whole
    count: int
    cell_domains: Whole
    cell_strata: Whole

    def in_order(self, per_row: NDArray[Kind]) -> NDArray[Kind]:
        """Return a copy of what each row of the sample has, in the order of the domains."""
        return per_row.take(self.order)

    def totals(self, values: Vector) -> Vector:
        """Return the total per domain of values in order."""
        found = np.zeros(self.count)
        found[self.occurring] = self.by_domain.sums(values)
        return found

    def spread(self, per_domain: Vector) -> Vector:
        """Return the value of its domain at every place."""
        return self.by_domain.spread(per_domain[self.occurring])

    def of_cells(self, per_cell: Vector) -> Vector:
        """Return the total per domain of values of cells."""
        found = np.bincount(self.cell_domains, per_cell, self.count)
        return np.asarray(found, dtype=np.float64)


def domains(design: Design, groups: Codes) -> Domains:
    """Put the rows of a design in the order of `groups`; rows without a group are left out."""
    count, strata = len(groups.labels), len(design.units_drawn)
    inside = np.flatnonzero(groups.values >= 0) if groups.missing() else slice(None)
    of_row = groups.values[inside]
    numbers = design.strata.values if design.units is None else design.units
    sizes = (count, strata if design.units is None else len(design.unit_strata))
    pairs = occurring_pairs(of_row, numbers[inside], sizes)
    order = stable_order(pairs.of_row, len(pairs))
    if design.units is None:
        by_unit, cell_domains, cell_strata = None, pairs.one, pairs.other
        by_cell = segments(pairs.of_row[order])
    else:
        # units are numbered stratum by stratum, so those of a cell are next to each other
        by_unit = segments(pairs.of_row[order])
        cells = pairs.one * strata + design.unit_strata[pairs.other]
        by_cell = segments(cells)
        cell_domains, cell_strata = np.divmod(cells[by_cell.starts], strata)
    by_domain = segments(of_row[order])
    order = order if isinstance(inside, slice) else inside[order]
    weights = design.weights[order]
    return Domains(
        order=order,
        weights=weights,
        all_weigh=bool(weights.all()),
        by_unit=by_unit,
        by_cell=by_cell,
        by_domain=by_domain,
        occurring=groups.values[order[by_domain.starts]],
        count=count,
        cell_domains=cell_domains,
        cell_strata=cell_strata,
    )
