# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch working days between many pairs of days at once."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from voelspriet.lib.working_days import is_working_day

# the years whose Dutch holidays are known
FIRST_YEAR, LAST_YEAR = 1968, 2100


def count_working_days(
    starts: NDArray[np.datetime64], ends: NDArray[np.datetime64]
) -> NDArray[np.int64]:
    """Return per row what `working_days_between` gives: days after `starts` up to and with `ends`.

    0 where the end comes first. Raises ValueError for a missing day (NaT), or one outside the years
    1968 to 2100, whose holidays are known.
    """
    starts, ends = starts.astype("datetime64[D]"), ends.astype("datetime64[D]")
    if not starts.size:
        return np.zeros(0, dtype=np.int64)
    if np.isnat(starts).any() or np.isnat(ends).any():
        raise ValueError("a day is missing")
    first, last = min(starts.min(), ends.min()), max(starts.max(), ends.max())
    day, stop = date.fromisoformat(str(first)), date.fromisoformat(str(last))
    if day.year < FIRST_YEAR or stop.year > LAST_YEAR:
        raise ValueError(f"holidays are known from {FIRST_YEAR} to {LAST_YEAR}")
    span = (stop - day).days + 1
    worked = np.cumsum([is_working_day(day + timedelta(days=n)) for n in range(span)])
    passed = worked[(ends - first).astype(np.int64)] - worked[(starts - first).astype(np.int64)]
    return np.asarray(np.maximum(passed, 0), dtype=np.int64)
