# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a way of calibrating finds, and how far it is from the margins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.coded import Coded


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """Factors g on the base weights (one per row), found in `rounds`.

    `largest_margin_error` is the largest difference between reached and wanted as a share of wanted
    (of 1 where 0 is wanted).
    """

    factors: Vector
    rounds: int
    largest_margin_error: float


def margin_errors(wanted: Vector, reached: Vector) -> Vector:
    """Return how far every margin is off, as a share of what is wanted."""
    size = np.abs(wanted)
    found: Vector = np.abs(reached - wanted) / np.where(size > 0, size, 1.0)
    return np.where(np.isfinite(found), found, np.inf)


def not_reached(asked: Coded, reached: Vector, rounds: int) -> ColumnError:
    """Return the error that names the margin that is furthest off."""
    errors = margin_errors(asked.wanted, reached)
    worst = int(np.argmax(errors))
    variable, category = asked.names[worst]
    what = f"category {category!r}" if category else "its total"
    why = (
        f"after {rounds} rounds {what} is {reached[worst]:.8g} where the margins say"
        f" {asked.wanted[worst]:.8g} ({errors[worst]:.3g} of it off): the margins contradict each"
        " other, or combinations they need have no respondents"
    )
    return ColumnError(variable, why)
