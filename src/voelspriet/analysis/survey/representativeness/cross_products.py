# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many people of the population have each combination of categories, from margins only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames.frame import Vector

MOST_COMBINATIONS = 200_000
SWEEPS = 500
SETTLED = 1e-9


def population_shares(answers: Vector, shares: Sequence[Vector], one: float) -> Vector:
    """Return the share of the population in every combination of categories.

    `answers` has a dimension per variable: the weight of the respondents of every combination.
    `shares` are the population's per variable, each above 0 and adding up to 1. The answers are
    fitted proportionally to these, after the weight of `one` respondent was spread over all
    combinations as if variables were independent: so categories without any answer keep their
    people, and the fit always settles. One variable gives its margin itself.

    Source: Deming & Stephan (1940), Annals of Mathematical Statistics 11:427-444.
    """
    independent = _independent(shares)
    if len(shares) == 1:
        return independent
    table = answers + one * independent
    axes = tuple(range(table.ndim))
    for _ in range(SWEEPS):
        off = 0.0
        for axis, wanted in enumerate(shares):
            reached = table.sum(axis=axes[:axis] + axes[axis + 1 :])
            off = max(off, float(np.abs(reached / wanted - 1).max()))
            shape = [1] * table.ndim
            shape[axis] = len(wanted)
            table = table * (wanted / reached).reshape(shape)
        if off <= SETTLED:
            return table
    raise InputError("the population's combinations did not settle: use fewer variables")


def _independent(shares: Sequence[Vector]) -> Vector:
    table = np.ones(())
    for wanted in shares:
        table = np.multiply.outer(table, wanted)
    return table


def refuse_too_many(sizes: Sequence[int]) -> None:
    """Raise InputError when the combinations of categories do not fit in memory at their ease."""
    combinations = int(np.prod([float(size) for size in sizes]))
    if combinations > MOST_COMBINATIONS:
        raise InputError(
            f"{combinations:,} combinations of categories are more than {MOST_COMBINATIONS:,}:"
            " use fewer variables or coarser categories"
        )
