# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows in order, cut into segments: sums over millions of rows at the speed of memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector

HALF_WORD = 1 << 16


@dataclass(frozen=True, slots=True, eq=False)
class Segments:
    """Where each segment starts and how many values it has, never none."""

    starts: Whole
    lengths: Whole

    def __len__(self) -> int:
        return len(self.starts)

    def sums(self, values: Vector) -> Vector:
        """Return the sum of `values` of each segment."""
        if not len(self.starts):
            return np.zeros(0)
        return np.asarray(np.add.reduceat(values, self.starts), dtype=np.float64)

    def whole_sums(self, values: Whole) -> Whole:
        """Return the sum of whole `values` of each segment."""
        if not len(self.starts):
            return np.zeros(0, dtype=np.int64)
        return np.asarray(np.add.reduceat(values, self.starts), dtype=np.int64)

    def counts(self, places: Whole) -> Whole:
        """Return how many of `places`, in order, lie in each segment."""
        return np.diff(np.searchsorted(places, self.starts), append=len(places))

    def spread(self, values: Vector) -> Vector:
        """Return the value of its segment at every place."""
        return np.repeat(values, self.lengths)


def segments(numbers: Whole) -> Segments:
    """Cut where a number differs from the one before it; `numbers` are in order."""
    starts = np.flatnonzero(np.diff(numbers, prepend=-1))
    return Segments(starts, np.diff(starts, append=len(numbers)))


def cut(lengths: Whole) -> Segments:
    """Cut into segments of these lengths, none of them 0."""
    return Segments(np.cumsum(lengths) - lengths, lengths)


def stable_order(numbers: Whole, count: int) -> Whole:
    """Return the places of `numbers`, each from 0 to `count` − 1, in order; equals stay in order.

    Sixteen bits at a time, for which sorting is counting.
    """
    if count <= HALF_WORD:
        return np.argsort(numbers.astype(np.uint16), kind="stable")
    order = np.argsort((numbers % HALF_WORD).astype(np.uint16), kind="stable")
    high = (numbers // HALF_WORD)[order]
    return order[stable_order(high, count // HALF_WORD + 1)]
