# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Variance of totals of linearised values, for all domains in one pass over the rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.frames.codes import one_group
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.estimation.design import Design, Lonely
from voelspriet.analysis.survey.estimation.domains import Domains, domains

Mask = NDArray[np.bool_]


def linearised_variance(design: Design, scores: Vector, within: Domains) -> Vector:
    """Return per domain the variance of the weighted total of its linearised values.

    `scores` has one value per row of the sample, not multiplied by weights, and 0 for rows that
    take no part. With N_h and n_h the units in stratum h and t their weighted totals within the
    domain, the variance is Σ_h (1 − n_h/N_h) n_h/(n_h − 1) Σ (t − t̄_h)²: units drawn with
    replacement within strata, or without where the finite population correction is known. All
    units drawn count in n_h, also those without rows in the domain. Lonely strata as `Lonely`
    tells; NaN for a domain of nothing but lonely strata under *average*. A calibrated design takes
    residuals, here one domain at a time (see `calibrated_variance` for many).

    Source: Särndal, Swensson & Wretman (1992), ch. 5 (linearisation), 10.3 (domains); Deville &
    Särndal (1992), JASA 87:376-382 (residuals after calibration).
    """
    weighted = within.in_order(scores) * within.weights
    return variance_in_order(design, within.in_order(scores), weighted, within)


def variance_in_order(
    design: Design,
    scores: Vector,
    weighted: Vector,
    within: Domains,
    answering: Mask | None = None,
) -> Vector:
    """Return `linearised_variance` of scores that are in the order of the domains.

    `weighted` are the scores times the weights, 0 for rows that take no part; `answering` tells
    which cells have rows that do: all, unless told.
    """
    if design.calibration is None:
        return _of_totals(design.lonely, weighted, within, answering)
    part = np.where(weighted == 0, 0.0, scores)
    return _calibrated(design, part, within)


def _calibrated(design: Design, scores: Vector, within: Domains) -> Vector:
    found = np.zeros(within.count)
    for place, domain in enumerate(within.occurring):
        found[domain] = one_by_one(design, scores, within, place)
    return found


def one_by_one(design: Design, scores: Vector, within: Domains, place: int) -> float:
    """Return the variance of one domain of a calibrated design, from the residuals of all rows.

    `scores` are in order, 0 for who takes no part; `place` is that of the domain in `occurring`.
    Raises ValueError for a design that is not calibrated.
    """
    if design.calibration is None:
        raise ValueError("this design is not calibrated")
    sample = domains(design, one_group(len(design)))
    start, length = within.by_domain.starts[place], within.by_domain.lengths[place]
    own = np.zeros(len(design))
    own[within.order[start : start + length]] = scores[start : start + length]
    residuals = sample.in_order(design.calibration.residuals(own))
    residuals *= sample.weights
    return float(_of_totals(design.lonely, residuals, sample)[0])


def _of_totals(
    lonely: Lonely, weighted: Vector, within: Domains, answering: Mask | None = None
) -> Vector:
    """Return the variances of totals of values that are weighted already."""
    cells = within.cells
    if within.by_unit is not None:
        weighted = within.by_unit.sums(weighted)
    total = cells.of_units.sums(weighted)
    squares = _about_cells(weighted, total, within) + total * total * cells.moved
    added = np.where(cells.alone, 0.0, cells.factor * squares)
    if lonely is Lonely.ADJUST:
        added = np.where(cells.alone, cells.factor * total * total, added)
    found = within.of_cells(added)
    if lonely is Lonely.AVERAGE:
        telling = ~(cells.alone & (cells.left > 0))
        here = np.ones(len(telling), dtype=bool) if answering is None else answering
        return found * _strata_per_telling(within, here, telling & here)
    return found


def _about_cells(values: Vector, total: Vector, within: Domains) -> Vector:
    """Return per cell the sum of squares about its mean.

    The quick way subtracts. Squares of totals far from zero would leave few figures right, so where
    a domain would keep less than a hundredth of its squares, the means come off first.
    """
    of_units, factor = within.cells.of_units, within.cells.factor
    squares = of_units.sums(values * values)
    about = np.where(of_units.lengths > 1, squares - total * total / of_units.lengths, 0.0)
    if (within.of_cells(factor * about) >= 0.01 * within.of_cells(factor * squares)).all():
        return about
    around = values - of_units.spread(total / of_units.lengths)
    return of_units.sums(around * around)


def _strata_per_telling(within: Domains, here: Mask, telling: Mask) -> Vector:
    """Return per domain its strata ÷ its strata that are not lonely; NaN when all are lonely."""
    some = within.of_cells(telling.astype(float))
    return within.of_cells(here.astype(float)) / np.where(some > 0, some, np.nan)
