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


def crossed(one: Codes, other: Codes, *, between: str = " × ") -> Codes:
    """Return the groups of two classifications at once, only those that occur.

    A row without a group in either has none. Raises ValueError when the rows differ in number.
    """
    if one.values.shape != other.values.shape:
        raise ValueError("two classifications of the same rows have the same length")
    width = max(len(other.labels), 1)
    keys = one.values * width + other.values
    if one.missing() or other.missing():
        keys = np.where((one.values >= 0) & (other.values >= 0), keys, MISSING)
    # one place more: the last, of MISSING
    held = np.bincount(keys + 1, minlength=len(one.labels) * width + 1)[1:]
    seen = np.flatnonzero(held)
    place = np.full(len(one.labels) * width + 1, MISSING, dtype=np.int64)
    place[seen] = np.arange(len(seen))
    labels = tuple(
        f"{one.labels[key // width]}{between}{other.labels[key % width]}" for key in seen
    )
    return Codes(labels, place[keys])
