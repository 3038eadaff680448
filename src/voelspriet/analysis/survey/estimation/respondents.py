# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who of each domain answered a question: how many, with what weight, from how many units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.frames import Codes
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.estimation.calibrated_variance import (
    CalibratedVariance,
    calibrated_variance,
)
from voelspriet.analysis.survey.estimation.design import Design
from voelspriet.analysis.survey.estimation.domains import Domains, domains

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Respondents:
    """Those who answered, in the order of the domains `within`.

    Per row: `weights`, 0 for who did not answer. Per domain: `answers` is their number, `n` that
    of those who weigh anything, `weight` their summed weight, `degrees_of_freedom` the sampling
    units minus the strata they are from, `left` the share of the population that was not drawn (1
    where its size is not known), `census` whether all units were. Per cell: `answering`, whether
    anybody did.
    """

    within: Domains
    weights: Vector
    weight: Vector
    answers: Whole
    n: Whole
    degrees_of_freedom: Whole
    left: Vector
    census: Mask
    answering: Mask

    def kish(self) -> Vector:
        """Return the effective number the weights allow: (Σw)²/Σw² (Kish 1965)."""
        squares = self.within.totals(self.weights * self.weights)
        return quotient(self.weight * self.weight, squares)


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The rows of each domain of a design, and who of them answered what.

    `calibrated` is there when the design is calibrated to categories and no numbers.
    """

    design: Design
    groups: Codes
    within: Domains
    everyone: Respondents
    calibrated: CalibratedVariance | None

    def respondents(self, missing: Whole) -> Respondents:
        """Return those who answered; `missing` are the places of the others, in that order."""
        if not len(missing):
            return self.everyone
        return _respondents(self.design, self.within, missing)


def asked(design: Design, groups: Codes) -> Asked:
    """Prepare the domains `groups` of a design."""
    within = domains(design, groups)
    everyone = _respondents(design, within, np.zeros(0, dtype=np.int64))
    return Asked(design, groups, within, everyone, calibrated_variance(design, within))


def _respondents(design: Design, within: Domains, missing: Whole) -> Respondents:
    weights = within.weights.copy()
    weights[missing] = 0.0
    weight = within.totals(weights)
    absent = missing if within.all_weigh else np.flatnonzero(weights == 0)
    units = _units_per_cell(within, absent)
    answering = units > 0
    left = _left(design, within, weights, weight)
    freedom = within.of_cells(units - answering)
    return Respondents(
        within=within,
        weights=weights,
        weight=weight,
        answers=within.rows_without(missing),
        n=within.rows_without(absent),
        degrees_of_freedom=np.rint(freedom).astype(np.int64),
        left=left,
        census=(left == 0) & (weight > 0),
        answering=answering,
    )


def _units_per_cell(within: Domains, absent: Whole) -> Vector:
    """Return how many sampling units of each cell have a row that is not absent."""
    if within.by_unit is None:
        return (within.cells.of_units.lengths - within.cells.of_units.counts(absent)).astype(float)
    there = within.by_unit.lengths > within.by_unit.counts(absent)
    return within.cells.of_units.sums(there.astype(float))


def _left(design: Design, within: Domains, weights: Vector, weight: Vector) -> Vector:
    """Return per domain the weighted share of the population that was not drawn."""
    if not design.sampled_share.any():
        return np.ones(within.count)
    per_cell = within.cells.of_units.sums(
        weights if within.by_unit is None else within.by_unit.sums(weights)
    )
    return quotient(within.of_cells(per_cell * within.cells.left), weight)


def quotient(above: Vector, below: Vector) -> Vector:
    """Return `above` ÷ `below`, and 0 where `below` is 0."""
    some = below != 0
    return np.where(some, above / np.where(some, below, 1), 0.0)


def inverse(values: Vector) -> Vector:
    """Return 1 ÷ each value, and 0 for 0."""
    return quotient(np.ones(len(values)), values)
