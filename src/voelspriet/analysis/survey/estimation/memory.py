# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Let columns of many rows come and go without asking the system for their memory each time."""

from __future__ import annotations

from functools import cache

import numpy as np

BLOCK = 4_000_000  # numbers of 8 bytes: just below the 32 MB to which the threshold can grow


@cache
def keep_freed_memory() -> None:
    """Make the C library keep freed blocks of up to 32 MB for the next column.

    It gives larger blocks than a threshold back to the system, which then hands out and clears
    every page anew: half of the time of an estimate. The threshold grows to the largest block that
    was ever freed, so one such block, never written to, is made and freed. Costs microseconds once;
    where memory is managed otherwise nothing happens.

    Source: mallopt(3), M_MMAP_THRESHOLD.
    """
    np.empty(BLOCK)
