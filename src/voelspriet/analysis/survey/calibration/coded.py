# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which margin every row of the data belongs to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Codes, Frame
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.auxiliaries import Auxiliaries, auxiliaries
from voelspriet.analysis.survey.calibration.margins import Margin, Margins


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """What the margins ask of the data: `auxiliaries`, the `wanted` totals and `names` of columns.

    `names` are pairs of variable and category (empty for a number). `known` tells which rows have
    a value for every variable.
    """

    auxiliaries: Auxiliaries
    wanted: Vector
    names: tuple[tuple[str, str], ...]
    known: NDArray[np.bool_]


def coded(frame: Frame, margins: Margins) -> Coded:
    """Look up the margins' variables in the data.

    Raises ColumnError for a variable that is not there, a number that is text, and, with the row, a
    category that the margins do not have. Categories of 0 people that nobody has are left out.
    """
    found = [_with_respondents(frame, margin) for margin in margins.categorical]
    used = [margin for margin, _ in found]
    known = np.ones(len(frame), dtype=bool)
    for _, values in found:
        known &= values >= 0
    numeric = np.zeros((len(frame), len(margins.numeric)))
    for place, number in enumerate(margins.numeric):
        column = frame.numbers(number.variable)
        known &= ~np.isnan(column)
        numeric[:, place] = np.nan_to_num(column)
    columns = [np.maximum(values, 0) for _, values in found]
    matrix = auxiliaries(columns, [len(margin.categories) for margin in used], numeric)
    names = [(margin.variable, category) for margin in used for category in margin.categories]
    names += [(number.variable, "") for number in margins.numeric]
    wanted = [margin.totals for margin in used]
    wanted.append(np.array([number.total for number in margins.numeric], dtype=float))
    return Coded(matrix, np.concatenate(wanted), tuple(names), known)


def _with_respondents(frame: Frame, margin: Margin) -> tuple[Margin, Whole]:
    """Return the margin without categories of 0 people that nobody has, and the place of rows."""
    codes = frame.codes(margin.variable)
    held = set(codes.labels)
    use = [
        place
        for place, category in enumerate(margin.categories)
        if margin.totals[place] > 0 or category in held
    ]
    categories = tuple(margin.categories[place] for place in use)
    margin = Margin(margin.variable, categories, margin.totals[use])
    return margin, places(codes, margin)


def places(codes: Codes, margin: Margin) -> Whole:
    """Return per row of `codes` the number of its category in the margin, -1 where missing.

    Raises ColumnError, with the row, for a category that the margin does not have.
    """
    known = {category: place for place, category in enumerate(margin.categories)}
    table = np.array([known.get(label, len(known)) for label in codes.labels] + [-1])
    values: Whole = table[codes.values]
    unknown = values == len(known)
    if unknown.any():
        row = int(np.argmax(unknown))
        label = codes.labels[codes.values[row]]
        why = f"category {label!r} is not in the margins ({int(unknown.sum())} rows have no margin)"
        raise ColumnError(margin.variable, why, row=row + 1)
    return values
