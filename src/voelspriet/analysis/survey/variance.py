# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Variance of totals of linearised values, for all domains in one pass over the rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.frames.codes import one_group
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.design import Calibration, Design, Lonely
from voelspriet.analysis.survey.domains import Domains, domains

Mask = NDArray[np.bool_]


def linearised_variance(design: Design, scores: Vector, within: Domains) -> Vector:
    """Return per domain the variance of the weighted total of its linearised values.

    `scores` has one value per row of the sample, not multiplied by weights, and 0 for rows that
    take no part. With N_h and n_h the
    units in stratum h and t their weighted totals within the domain, the variance is
    Σ_h (1 − n_h/N_h) n_h/(n_h − 1) Σ (t − t̄_h)²: units drawn with replacement within strata, or
    without where the finite population correction is known. All units drawn count in n_h, also
    those without rows in the domain. Lonely strata as `Lonely` tells; NaN for a domain of nothing
    but lonely strata under *average*. A calibrated design takes residuals, one domain at a time.

    Source: Särndal, Swensson & Wretman (1992), ch. 5 (linearisation), 10.3 (domains); Deville &
    Särndal (1992), JASA 87:376-382 (residuals after calibration).
    """
    return variance_in_order(design, within.in_order(scores), within, within.weights)


def variance_in_order(
    design: Design,
    scores: Vector,
    within: Domains,
    weights: Vector,
    answering: Mask | None = None,
) -> Vector:
    """Return `linearised_variance` of scores that are in the order of the domains.

    Rows whose `weights`, in that order too, are 0 take no part; `answering` tells which cells have
    rows that do: all, unless told.
    """
    if design.calibration is not None:
        part = np.where(weights == 0, 0.0, scores)
        return _calibrated(design, design.calibration, part, within)
    return _of_totals(design, scores * weights, within, answering)


def _calibrated(
    design: Design, calibration: Calibration, scores: Vector, within: Domains
) -> Vector:
    sample = domains(design, one_group(len(design)))
    found = np.zeros(within.count)
    cuts = zip(within.occurring, within.by_domain.starts, within.by_domain.lengths, strict=True)
    for domain, start, length in cuts:
        own, place = np.zeros(len(design)), slice(start, start + length)
        own[within.order[place]] = scores[place]
        residuals = sample.in_order(calibration.residuals(own))
        found[domain] = _of_totals(design, residuals * sample.weights, sample)[0]
    return found


def _of_totals(
    design: Design, weighted: Vector, within: Domains, answering: Mask | None = None
) -> Vector:
    """Return the variances of totals of values that are weighted already."""
    if within.by_unit is not None:
        weighted = within.by_unit.sums(weighted)
    held, total = within.by_cell.lengths, within.by_cell.sums(weighted)
    drawn = design.units_drawn[within.cell_strata]
    factor = (1 - design.sampled_share[within.cell_strata]) * drawn / np.maximum(drawn - 1, 1)
    about = _about_cells(weighted, total, factor, within)
    squares = about + total * total * (1 / held - 1 / drawn)
    alone = drawn == 1
    added = np.where(alone, 0.0, factor * squares)
    if design.lonely is Lonely.ADJUST:
        added[alone] = (factor * total * total)[alone]
    found = within.of_cells(added)
    if design.lonely is Lonely.AVERAGE:
        telling = ~(alone & (factor > 0))
        here = np.ones(len(alone), dtype=bool) if answering is None else answering
        return found * _strata_per_telling(within, here, telling & here)
    return found


def _about_cells(values: Vector, total: Vector, factor: Vector, within: Domains) -> Vector:
    """Return per cell the sum of squares about its mean.

    The quick way subtracts. Squares of totals far from zero would leave few figures right, so where
    a domain, its cells taken times `factor`, would keep less than a hundredth, the means come off
    first.
    """
    cells = within.by_cell
    squares = cells.sums(values * values)
    about = np.where(cells.lengths > 1, squares - total * total / cells.lengths, 0.0)
    if (within.of_cells(factor * about) >= 0.01 * within.of_cells(factor * squares)).all():
        return about
    around = values - cells.spread(total / cells.lengths)
    return cells.sums(around * around)


def _strata_per_telling(within: Domains, here: Mask, telling: Mask) -> Vector:
    """Return per domain its strata ÷ its strata that are not lonely; NaN when all are lonely."""
    some = within.of_cells(telling.astype(float))
    return within.of_cells(here.astype(float)) / np.where(some > 0, some, np.nan)
