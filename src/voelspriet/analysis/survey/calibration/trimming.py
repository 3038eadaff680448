# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calibrated weights with a largest value, which still add up to the margins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.coded import Coded
from voelspriet.analysis.survey.calibration.solution import Solution, margin_errors
from voelspriet.analysis.survey.weights import weight_limit

Way = Callable[[Coded, Vector], Solution]


@dataclass(frozen=True, slots=True, eq=False)
class TrimmedSolution:
    """Weights within the limit: `largest_weight` is the limit, `trimmed_rows` are at it."""

    weights: Vector
    largest_weight: float
    trimmed_rows: int
    rounds: int
    largest_margin_error: float


def calibrated_within(
    asked: Coded, base_weights: Vector, first: Solution, way: Way, largest_share: float
) -> TrimmedSolution:
    """Return weights of at most `weight_limit` of the calibrated ones that meet the margins.

    Rows above the limit are put at it; the others are calibrated again, from their base weights,
    to what remains of the margins; repeated until no weight is above. `way` calibrates. Raises
    InputError when no weights within the limit meet the margins, with the margin that fails.
    """
    weights = base_weights * first.factors
    if (weights < 0).any():
        raise InputError("some weights are below 0: trim raked weights instead of GREG's")
    limit = weight_limit(weights, largest_share)
    at_limit = np.zeros(len(weights), dtype=bool)
    rounds = first.rounds
    while True:
        above = (weights > limit * (1 + 1e-9)) & ~at_limit
        if not above.any():
            break
        at_limit |= above
        solution = _again(asked, base_weights, way, at_limit, limit)
        rounds += solution.rounds
        weights = np.where(at_limit, limit, base_weights * solution.factors)
    error = float(margin_errors(asked.wanted, asked.auxiliaries.totals(weights)).max())
    return TrimmedSolution(weights, limit, int(at_limit.sum()), rounds, error)


def _again(
    asked: Coded, base_weights: Vector, way: Way, at_limit: np.ndarray, limit: float
) -> Solution:
    """Calibrate the rows that are not at the limit to what remains of the margins."""
    held = asked.auxiliaries.totals(np.where(at_limit, limit, 0.0))
    free = np.where(at_limit, 0.0, base_weights)
    remaining = asked.wanted - held
    reachable = asked.auxiliaries.totals((free > 0).astype(float)) > 0
    for place, (variable, category) in enumerate(asked.names):
        if category and not (reachable[place] and remaining[place] > 0):
            raise InputError(
                f"column {variable!r}: category {category!r} does not reach its margin with weights"
                f" of at most {limit:.6g}: allow larger weights or join it to another category"
            )
    return way(replace(asked, wanted=remaining), free)
