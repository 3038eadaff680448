# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Respondents beside margins of the population."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.coded import places
from voelspriet.analysis.survey.calibration.margins import Margin, read_margins


def population_margins(margins: FrameLike, variables: Sequence[str]) -> tuple[Margin, ...]:
    """Return the categorical margins of `variables`, of all when none is named.

    Raises ColumnError for a variable that the margins do not have, or have as a number.
    """
    known = read_margins(margins)
    held = {margin.variable: margin for margin in known.categorical}
    for name in variables:
        if name in known.variables and name not in held:
            raise ColumnError(
                name, "has a total and no categories: people cannot be compared by it"
            )
        if name not in held:
            raise ColumnError(name, f"has no margins; there are {', '.join(known.variables)}")
    if not held:
        raise ColumnError("category", "no variable of the margins has categories")
    return tuple(held[name] for name in variables) if variables else known.categorical


def respondents_by_category(frame: Frame, margin: Margin) -> tuple[Margin, Whole]:
    """Return the margin without categories of 0 people, and the category of every respondent.

    The category is -1 where missing. Raises ColumnError, with the row, for a respondent in a
    category that the margins do not have or of which they say that nobody has it.
    """
    use = np.flatnonzero(margin.totals > 0)
    categories = tuple(margin.categories[place] for place in use)
    margin = Margin(margin.variable, categories, margin.totals[use])
    return margin, places(frame.codes(margin.variable), margin)


def given_weights(frame: Frame, name: str | None) -> Vector:
    """Return the weights, all 1 without a column.

    Raises ColumnError, with the row, for a missing or negative one, and when all are 0.
    """
    if name is None:
        return np.ones(len(frame))
    values = frame.numbers(name, complete=True)
    if (values < 0).any():
        raise ColumnError(name, "is negative", row=int(np.argmax(values < 0)) + 1)
    if not values.any():
        raise ColumnError(name, "all weights are 0")
    return values
