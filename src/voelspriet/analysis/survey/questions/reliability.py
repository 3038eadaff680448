# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the items of a scale measure one thing? Cronbach's alpha with Feldt's interval."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri

from voelspriet.analysis.errors import InputError

FEWEST_ITEMS, FEWEST_ROWS = 2, 3
ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class Alpha:
    """Cronbach's alpha of complete rows, with its interval; a figure of quality, not a result.

    `value`, `low` and `high` are None when it is undefined, and `reason` says why. `against` are
    the places of items that run against the rest of the scale: perhaps one to be reversed.
    """

    value: float | None
    low: float | None
    high: float | None
    rows: int
    items: int
    against: tuple[int, ...]
    reason: str


def cronbach_alpha(items: NDArray[np.float64], *, level: float = 0.95) -> Alpha:
    """Return alpha of a table of rows by items, all in one direction, from the complete rows.

    Alpha is k/(k−1) · (1 − Σ variances of items ÷ variance of their sum), Cronbach (1951),
    Psychometrika 16:297-334. The interval is 1 − (1−α)·F at both tails with n−1 and (n−1)(k−1)
    degrees of freedom: Feldt, Woodruff & Salih (1987), Applied Psychological Measurement
    11:93-103. Rows with a missing item (NaN) are left out; `rows` is what was left. Undefined,
    with a reason, for fewer than 2 items or 3 complete rows, or when all rows have one sum.
    Raises InputError for a table of other than two dimensions and a level outside 0 to 1.
    """
    if items.ndim != 2:  # noqa: PLR2004  rows and items
        raise InputError("items are a table of rows by items")
    if not 0 < level < 1:
        raise InputError("a level lies between 0 and 1")
    whole = items[~np.isnan(items).any(axis=1)]
    rows, count = whole.shape
    reason = _undefined(whole)
    if reason:
        return Alpha(None, None, None, rows, count, (), reason)
    within = whole.var(axis=0, ddof=1).sum()
    alpha = count / (count - 1) * (1 - within / whole.sum(axis=1).var(ddof=1))
    tail, above, below = (1 - level) / 2, rows - 1, (rows - 1) * (count - 1)
    low = 1 - (1 - alpha) * fdtri(above, below, 1 - tail)
    high = 1 - (1 - alpha) * fdtri(above, below, tail)
    return Alpha(float(alpha), float(low), float(high), rows, count, _against(whole), "")


def _undefined(whole: NDArray[np.float64]) -> str:
    rows, count = whole.shape
    if count < FEWEST_ITEMS:
        return "a scale of one item has no alpha"
    if rows < FEWEST_ROWS:
        return f"{rows} rows answered every item; alpha needs {FEWEST_ROWS}"
    sums = whole.sum(axis=1)
    # sums of decimals that are equal on paper differ in their last digit
    if np.ptp(sums) <= ROUNDING * np.abs(sums).max():
        return "all rows have the same sum"
    return ""


def _against(whole: NDArray[np.float64]) -> tuple[int, ...]:
    total = whole.sum(axis=1)
    found = []
    for place in range(whole.shape[1]):
        item = whole[:, place]
        rest = total - item
        if np.sum((item - item.mean()) * (rest - rest.mean())) < 0:
            found.append(place)
    return tuple(found)
