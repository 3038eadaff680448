# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups of rows as whole numbers, which is what counting works on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
MISSING = -1


@dataclass(frozen=True, slots=True)
class Codes:
    """To which group each row belongs.

    `labels` are the groups in order; `values` has one number per row, an index of `labels`, or
    -1 where the group is not known.
    """

    labels: tuple[str, ...]
    values: Whole

    def counts(self) -> Whole:
        """Return the number of rows per label; rows without a group are in none."""
        known = self.values[self.values >= 0]
        return np.bincount(known, minlength=len(self.labels)).astype(np.int64)

    def missing(self) -> int:
        """Return how many rows have no group."""
        return int(np.count_nonzero(self.values < 0))


def one_group(rows: int, label: str = "") -> Codes:
    """Return codes that put all rows in one group."""
    return Codes((label,), np.zeros(rows, dtype=np.int64))


def without_blank(codes: Codes) -> Codes:
    """Return the same groups, where a label of nothing but spaces is no group but missing."""
    kept = np.array([bool(label.strip()) for label in codes.labels], dtype=bool)
    place = np.append(np.where(kept, np.cumsum(kept) - 1, MISSING), MISSING)
    labels = tuple(label for label in codes.labels if label.strip())
    return Codes(labels, place[codes.values].astype(np.int64))
