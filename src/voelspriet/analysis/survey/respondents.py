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
from voelspriet.analysis.survey.design import Design
from voelspriet.analysis.survey.domains import Domains, domains

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Respondents:
    """Those who answered, in the order of the domains `within`.

    Per row: `weights`, 0 for who did not answer. Per domain: `weight` is their summed weight, `n`
    their number, `degrees_of_freedom` the sampling units minus the strata they are from, `left`
    the share of the population that was not drawn (1 where its size is not known), `census`
    whether all units were. Per cell: `answering`, whether anybody did.
    """

    within: Domains
    weights: Vector
    weight: Vector
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
    """The rows of each domain of a design, and who of them answered what."""

    design: Design
    groups: Codes
    within: Domains
    everyone: Respondents

    def respondents(self, missing: Mask) -> Respondents:
        """Return those of whom nothing is missing, a truth per row in the order of the domains."""
        if not missing.any():
            return self.everyone
        return _respondents(self.design, self.within, ~missing)


def asked(design: Design, groups: Codes) -> Asked:
    """Prepare the domains `groups` of a design."""
    within = domains(design, groups)
    everyone = _respondents(design, within, np.ones(len(within.order), dtype=bool))
    return Asked(design, groups, within, everyone)


def _respondents(design: Design, within: Domains, known: Mask) -> Respondents:
    answers = known.astype(float)
    weights = within.weights * answers
    weight = within.totals(weights)
    per_cell = _units_per_cell(within, answers, weights)
    answering = per_cell > 0
    units, strata = within.of_cells(per_cell), within.of_cells(answering.astype(float))
    left = _left(design, within, weights, weight)
    return Respondents(
        within=within,
        weights=weights,
        weight=weight,
        n=_whole(within.totals(answers)),
        degrees_of_freedom=_whole(units - strata),
        left=left,
        census=(left == 0) & (weight > 0),
        answering=answering,
    )


def _left(design: Design, within: Domains, weights: Vector, weight: Vector) -> Vector:
    """Return per domain the weighted share of the population that was not drawn."""
    if not design.sampled_share.any():
        return np.ones(within.count)
    per_cell = within.by_cell.sums(
        weights if within.by_unit is None else within.by_unit.sums(weights)
    )
    unseen = 1 - design.sampled_share[within.cell_strata]
    return quotient(within.of_cells(per_cell * unseen), weight)


def quotient(above: Vector, below: Vector) -> Vector:
    """Return `above` ÷ `below`, and 0 where `below` is 0."""
    some = below != 0
    return np.where(some, above / np.where(some, below, 1), 0.0)


def inverse(values: Vector) -> Vector:
    """Return 1 ÷ each value, and 0 for 0."""
    return quotient(np.ones(len(values)), values)


def _units_per_cell(within: Domains, answers: Vector, weights: Vector) -> Vector:
    """Return how many sampling units of each cell have an answer that weighs anything."""
    weighing = answers if within.all_weigh else (weights != 0).astype(float)
    if within.by_unit is not None:
        weighing = (within.by_unit.sums(weighing) > 0).astype(float)
    return within.by_cell.sums(weighing)


def _whole(values: Vector) -> Whole:
    return np.rint(values).astype(np.int64)
