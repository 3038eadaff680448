# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A regression on nothing but categories: the same for all rows that are in the same ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector

Matrix: TypeAlias = NDArray[np.float64]  # two dimensions


@dataclass(frozen=True, slots=True, eq=False)
class CellRegression:
    """What a calibration does to scores, cell by cell.

    `cells` has the cell of every row of the sample, from 0 to below `count`; `base_weights` the
    weights before calibration. `fitted` takes sums of scores times base weights (cells × any
    number of scores) and returns what the regression makes of each score in each cell.
    """

    cells: Whole
    count: int
    base_weights: Vector
    fitted: Callable[[Matrix], Matrix]
