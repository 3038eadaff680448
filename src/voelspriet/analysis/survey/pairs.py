# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two classifications of the same rows at once: only the pairs that occur, numbered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector

DENSE = 1 << 22  # up to here a table of all pairs is quicker than looking pairs up


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs that occur: `of_row` numbers them per row, `one` and `other` tell what they are."""

    of_row: Whole
    one: Whole
    other: Whole

    def __len__(self) -> int:
        return len(self.one)


def occurring_pairs(one: Whole, other: Whole, sizes: tuple[int, int]) -> Pairs:
    """Return the pairs of two numberings that rows have, none of them negative.

    `sizes` tells how many numbers each of them has. Takes one pass over the rows and never more
    memory than the rows or 4 million pairs take.
    """
    width = max(sizes[1], 1)
    keys = one * width + other
    if sizes[0] * width <= DENSE:
        seen = np.flatnonzero(np.bincount(keys, minlength=sizes[0] * width))
        place = np.zeros(sizes[0] * width, dtype=np.int64)
        place[seen] = np.arange(len(seen))
        of_row = place[keys]
    else:
        encoded = pa.array(keys).dictionary_encode()
        seen = np.asarray(encoded.dictionary.to_numpy(), dtype=np.int64)
        of_row = np.asarray(encoded.indices.to_numpy(), dtype=np.int64)
    return Pairs(of_row, seen // width, seen % width)


def sums(of_row: Whole, values: Vector, count: int) -> Vector:
    """Return the sum of `values` per number 0 to `count` − 1, given the number of every row."""
    return np.asarray(np.bincount(of_row, values, count), dtype=np.float64)
