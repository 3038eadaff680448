# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two classifications of the same rows at once: only the pairs that occur, numbered in order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from voelspriet.analysis.frames.codes import MISSING, Codes, Whole

DENSE = 1 << 22  # up to here a table of all pairs is quicker than looking pairs up


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """The pairs that occur: `of_row` numbers them per row, `one` and `other` tell what they are.

    They are numbered by `one`, and by `other` where that is the same.
    """

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
        found = np.asarray(encoded.dictionary.to_numpy(), dtype=np.int64)
        order = np.argsort(found)
        place = np.empty_like(order)
        place[order] = np.arange(len(order))
        seen, of_row = found[order], place[encoded.indices.to_numpy()]
    return Pairs(of_row, seen // width, seen % width)


def crossed(one: Codes, other: Codes, *, between: str = " × ") -> Codes:
    """Return the groups of two classifications at once, only those that occur.

    A row without a group in either has none. Raises ValueError when the rows differ in number.
    """
    if one.values.shape != other.values.shape:
        raise ValueError("two classifications of the same rows have the same length")
    sizes = (len(one.labels), len(other.labels))
    if not one.missing() and not other.missing():
        pairs = occurring_pairs(one.values, other.values, sizes)
        values = pairs.of_row
    else:
        known = (one.values >= 0) & (other.values >= 0)
        pairs = occurring_pairs(one.values[known], other.values[known], sizes)
        values = np.full(len(known), MISSING, dtype=np.int64)
        values[known] = pairs.of_row
    labels = tuple(
        f"{one.labels[first]}{between}{other.labels[second]}"
        for first, second in zip(pairs.one, pairs.other, strict=True)
    )
    return Codes(labels, values)
