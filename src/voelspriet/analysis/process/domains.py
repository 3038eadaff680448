# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counts and medians per area or party, in one pass over the rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.frames import Codes, Frame
from voelspriet.analysis.frames.codes import one_group
from voelspriet.analysis.process.persons import refuse_persons


def domains_of(frame: Frame, by: str | None) -> Codes:
    """Return the domain of each row; without `by` all are of one, without a name.

    Raises ColumnError for a division by persons.
    """
    if by is None:
        return one_group(len(frame))
    refuse_persons(frame, by)
    return frame.codes(by)


def counts_in(groups: Codes, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return per domain how many rows are chosen; rows without a domain are in none."""
    values = groups.values[chosen & (groups.values >= 0)]
    return np.bincount(values, minlength=len(groups.labels)).astype(np.int64)


def medians_in(
    groups: Codes, values: NDArray[np.float64], chosen: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Return per domain the median of the chosen values, NaN where none is chosen."""
    counts = counts_in(groups, chosen)
    rows = chosen & (groups.values >= 0)
    own, held = groups.values[rows], values[rows]
    ordered = np.append(held[np.lexsort((held, own))], np.nan)  # the last is for the empty ones
    start = np.cumsum(counts) - counts
    low = np.where(counts > 0, start + (counts - 1) // 2, -1)
    high = np.where(counts > 0, start + counts // 2, -1)
    medians: NDArray[np.float64] = (ordered[low] + ordered[high]) / 2
    return medians
