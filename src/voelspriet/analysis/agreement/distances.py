# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Krippendorff's four distances between values, summed over all pairs without making the pairs.

With n_c the times value c is there, r_c its mid-rank and every sum over ordered pairs (c, k):

- nominal: Σ n_c n_k [c ≠ k] = n² - Σ n_c²
- interval: Σ n_c n_k (c - k)² = 2 (n Σ n_c c² - (Σ n_c c)²)
- ordinal: the number of values from c to k, ends half, is r_k - r_c: the interval form of ranks
- ratio: ((c - k) / (c + k))² has no such form; pairs of distinct values are summed in blocks

Distances as in Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section E.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from voelspriet.analysis.agreement.items import Items
from voelspriet.analysis.agreement.results import Level
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector

if TYPE_CHECKING:
    from scipy.sparse import csr_array

BLOCK = 2_000_000  # numbers held at once
ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class Pairs:
    """What sums of distances need, whatever items are drawn; made by `pairs_of`.

    `table` has a row per kind of item and a column per value; `within` the distances among the
    values of one item of each kind, divided by how many values it has less one (not for ordinal).
    """

    items: Items
    level: Level
    table: csr_array
    within: Vector

    def disagreement(self, times: Vector) -> tuple[Vector, Vector, Vector]:
        """Return per replication the observed and the expected sum, and the number of values.

        `times` has a row per replication and a column per kind of item: how often it is drawn.
        Observed is the sum of `within` over the items drawn; expected is the sum over all pairs of
        values, of whichever items.
        """
        total = times @ self.items.sizes.astype(np.float64)
        if self.level is Level.INTERVAL:
            return times @ self.within, _squares_among(self.items, times, total), total
        counts = np.asarray(times @ self.table)
        if self.level is Level.ORDINAL:
            # mid-ranks, 0 in the middle
            ranks = np.cumsum(counts, axis=1) - (counts + total[:, np.newaxis]) / 2
            among = 2 * total * (counts * ranks**2).sum(axis=1)
            return _ranks_within(self.items, times, ranks), among, total
        if self.level is Level.NOMINAL:
            return times @ self.within, total**2 - (counts**2).sum(axis=1), total
        return times @ self.within, _ratios_among(self.items.numbers, counts), total


def pairs_of(items: Items, level: Level) -> Pairs:
    """Return what sums of distances between the values of `items` need."""
    # slow import: web processes never load scipy
    from scipy.sparse import csr_array  # noqa: PLC0415

    entries = (items.count.astype(np.float64), (items.kind, items.value))
    table = csr_array(entries, shape=(len(items.times), len(items.numbers)))
    if level is Level.ORDINAL:
        return Pairs(items, level, table, np.empty(0))
    if level is Level.NOMINAL:
        sums = items.sizes**2 - _per_kind(items, items.count**2)
    elif level is Level.INTERVAL:
        sums = _squares_within(items, items.numbers)
    else:
        sums = _ratios_within(items)
    return Pairs(items, level, table, sums / (items.sizes - 1))


def _per_kind(items: Items, amounts: Vector | Whole) -> Vector:
    sums = np.bincount(items.kind, weights=amounts, minlength=len(items.times))
    return np.asarray(sums, dtype=np.float64)


def _squares_within(items: Items, places: Vector) -> Vector:
    """Sum squared differences from each item's own mean, so that large values stay exact."""
    given = places[items.value]
    mean = _per_kind(items, items.count * given) / items.sizes
    apart = _per_kind(items, items.count * (given - mean[items.kind]) ** 2)
    return np.asarray(2 * items.sizes * apart, dtype=np.float64)


def _squares_among(items: Items, times: Vector, total: Vector) -> Vector:
    # from the middle of all values, so that large ones lose no digits
    given = (items.numbers - items.numbers.mean())[items.value]
    first = times @ _per_kind(items, items.count * given)
    second = total * (times @ _per_kind(items, items.count * given**2))
    apart = second - first**2
    # one value drawn throughout leaves nothing but rounding
    return np.where(apart > ROUNDING * second, 2 * apart, 0.0)


def _ranks_within(items: Items, times: Vector, ranks: Vector) -> Vector:
    """Ranks differ per replication, so the distances within items do too."""
    less = items.sizes - 1
    sums = [d @ (_squares_within(items, r) / less) for d, r in zip(times, ranks, strict=True)]
    return np.array(sums, dtype=np.float64)


def _ratios_within(items: Items) -> Vector:
    sums = np.zeros(len(items.times))
    for step in range(1, len(items.kind)):
        same = np.flatnonzero(items.kind[step:] == items.kind[:-step])
        if not len(same):
            break
        one, other = items.numbers[items.value[same]], items.numbers[items.value[same + step]]
        pairs = items.count[same] * items.count[same + step]
        sums += np.bincount(
            items.kind[same], weights=2 * pairs * _ratio(one, other), minlength=len(sums)
        )
    return sums


def _ratios_among(numbers: Vector, counts: Vector) -> Vector:
    sums = np.zeros(len(counts))
    width = max(1, BLOCK // len(numbers))
    for start in range(0, len(numbers), width):
        rows = slice(start, start + width)
        distances = _ratio(numbers[rows, np.newaxis], numbers)
        sums += np.einsum("rk,rk->r", counts[:, rows] @ distances, counts)
    return sums


def _ratio(one: Vector, other: Vector) -> Vector:
    """Return the squared difference relative to the sum; 0 and 0 are no distance apart."""
    together = one + other
    apart = np.divide(one - other, together, out=np.zeros_like(together), where=together > 0)
    return np.asarray(apart**2, dtype=np.float64)
