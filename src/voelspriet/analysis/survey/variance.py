# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Variance of totals of linearised values, for all domains in one pass over the rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.frames import Codes
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.design import Calibration, Design, Lonely
from voelspriet.analysis.survey.pairs import Pairs, occurring_pairs, sums


@dataclass(frozen=True, slots=True)
class Domains:
    """Rows by domain, and the domains by sampling unit and stratum: made once, used per variable.

    `of_row` numbers the domain of every row; rows outside every domain have the number `count`.
    `members` are the sampling units with rows in a domain (None when rows are units), `cells` the
    strata with units in a domain.
    """

    of_row: Whole
    count: int
    members: Pairs | None
    cells: Pairs

    def totals(self, values: Vector) -> Vector:
        """Return the total of `values` per domain."""
        return sums(self.of_row, values, self.count + 1)[: self.count]

    def spread(self, values: Vector) -> Vector:
        """Return per row the value of its domain; 0 outside every domain."""
        return np.append(values, 0.0)[self.of_row]


def domains(design: Design, groups: Codes) -> Domains:
    """Prepare the domains `groups` of a design; rows without a group are in none."""
    count, strata = len(groups.labels), len(design.units_drawn)
    of_row = groups.values
    if groups.missing():
        of_row = np.where(of_row < 0, count, of_row)
    if design.units is None:
        cells = occurring_pairs(of_row, design.strata.values, (count + 1, strata))
        return Domains(of_row, count, None, cells)
    members = occurring_pairs(of_row, design.units, (count + 1, len(design.unit_strata)))
    cells = occurring_pairs(members.one, design.unit_strata[members.other], (count + 1, strata))
    return Domains(of_row, count, members, cells)


def linearised_variance(design: Design, scores: Vector, within: Domains) -> Vector:
    """Return per domain the variance of the weighted total of its linearised values.

    `scores` has one value per row, not multiplied by weights, 0 for rows that take no part. With
    N_h and n_h the units in stratum h and t their weighted totals within the domain, the variance
    is Σ_h (1 − n_h/N_h) n_h/(n_h − 1) Σ (t − t̄_h)²: units drawn with replacement within strata,
    or without where the finite population correction is known. All units drawn count in n_h, also
    those without rows in the domain. Lonely strata as `Lonely` tells; NaN for a domain of nothing
    but lonely strata under *average*. A calibrated design takes residuals, one domain at a time.

    Source: Särndal, Swensson & Wretman (1992), ch. 5 (linearisation), 10.3 (domains); Deville &
    Särndal (1992), JASA 87:376-382 (residuals after calibration).
    """
    if design.calibration is not None:
        return _calibrated(design, design.calibration, scores, within)
    return _of_totals(design, scores * design.weights, within)


def _calibrated(
    design: Design, calibration: Calibration, scores: Vector, within: Domains
) -> Vector:
    everyone = Codes(("",), np.zeros(len(design), dtype=np.int64))
    whole = domains(design, everyone)
    found = np.zeros(within.count)
    for domain in range(within.count):
        own = np.where(within.of_row == domain, scores, 0.0)
        residuals = calibration.residuals(own)
        found[domain] = _of_totals(design, residuals * design.weights, whole)[0]
    return found


def _of_totals(design: Design, weighted: Vector, within: Domains) -> Vector:
    """Return the variances of totals of values that are weighted already."""
    if within.members is not None:
        weighted = sums(within.members.of_row, weighted, len(within.members))
    cells, size = within.cells, len(within.cells)
    held = np.bincount(cells.of_row, minlength=size)
    total = sums(cells.of_row, weighted, size)
    # about the mean of the members, then moved to that of the stratum: squares of totals far from
    # zero would leave no figure right
    around = weighted - (total / held)[cells.of_row]
    drawn = design.units_drawn[cells.other]
    moved = total * total * (1 / held - 1 / drawn)
    squares = sums(cells.of_row, around * around, size) + moved
    factor = (1 - design.sampled_share[cells.other]) * drawn / np.maximum(drawn - 1, 1)
    alone = drawn == 1
    added = np.where(alone, 0.0, factor * squares)
    if design.lonely is Lonely.ADJUST:
        added[alone] = (factor * total * total)[alone]
    found = sums(cells.one, added, within.count + 1)[: within.count]
    if design.lonely is Lonely.AVERAGE:
        return found * _strata_per_telling(design, within)
    return found


def _strata_per_telling(design: Design, within: Domains) -> Vector:
    """Return per domain its strata ÷ its strata that are not lonely; NaN when all are lonely."""
    drawn, share = (a[within.cells.other] for a in (design.units_drawn, design.sampled_share))
    others = ~((drawn == 1) & (share < 1))
    strata = np.bincount(within.cells.one, minlength=within.count + 1)[: within.count]
    telling = sums(within.cells.one, others.astype(float), within.count + 1)[: within.count]
    return strata / np.where(telling > 0, telling, np.nan)
