# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The attacker once more, built straight from the tables and sharing no code with ours.

One variable per leaf, one row per shown number, one integer program per question; and for tiny
tables every world there is.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Hashable

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.analysis.disclosure.table_sets import Sums

SMALL = 5  # counts below are guarded
PLENTY = 100_000  # far above every count of the tests


class Attacker:
    """What can be worked out from the shown keys of a table set."""

    def __init__(self, sums: Sums, shown: Collection[Hashable]) -> None:
        place = {leaf: n for n, leaf in enumerate(sums.leaves)}
        self.place, self.sums = place, sums
        rows, low, high = [], [], []
        for key in shown:
            for leaves, least, most in sums.told[key]:
                row = np.zeros(len(place))
                row[[place[leaf] for leaf in leaves]] = 1
                rows.append(row)
                low.append(least)
                high.append(most)
        self.known = [LinearConstraint(np.array(rows), low, high)] if rows else []
        self.seen: list[np.ndarray] = []

    def leaks(self, key: Hashable) -> bool:
        """Tell whether this count cannot be 0, or cannot be 5 or more."""
        row = np.zeros(len(self.place))
        row[[self.place[leaf] for leaf in self.sums.members[key]]] = 1
        return not (self._can(row, 0, 0) and self._can(row, SMALL, np.inf))

    def _can(self, row: np.ndarray, low: float, high: float) -> bool:
        if any(low <= row @ world <= high for world in self.seen):
            return True
        result = milp(
            # prefer worlds that differ from those seen: they answer more questions
            np.cos(np.arange(len(row)) * (1.0 + len(self.seen))),
            integrality=np.ones(len(row)),
            bounds=Bounds(0, PLENTY),
            constraints=[*self.known, LinearConstraint(row[None, :], low, high)],
        )
        assert result.status in {0, 2}, result.message
        if result.status == 0:
            self.seen.append(np.rint(result.x))
        return result.status == 0


def small_keys(sums: Sums) -> list[Hashable]:
    """Return the counts 0-4 of a table set."""
    return [key for key, count in sums.counts.items() if count < SMALL]


def leaking(sums: Sums, shown: Collection[Hashable]) -> set[Hashable]:
    """Return the counts 0-4 that the shown keys give away."""
    attacker = Attacker(sums, shown)
    return {key for key in small_keys(sums) if attacker.leaks(key)}


def leaks_something(sums: Sums, shown: Collection[Hashable], suspects: list[Hashable]) -> bool:
    """Tell whether anything leaks, asking the suspects first; the culprit becomes the first."""
    attacker = Attacker(sums, shown)
    for number, key in enumerate(suspects):
        if attacker.leaks(key):
            suspects.insert(0, suspects.pop(number))
            return True
    return False


def leaking_by_trying(sums: Sums, shown: Collection[Hashable], top: int) -> set[Hashable]:
    """Return what leaks by trying every world of leaves from 0 to `top`."""
    worlds = np.array(list(itertools.product(range(top + 1), repeat=len(sums.leaves))))
    place = {leaf: n for n, leaf in enumerate(sums.leaves)}

    def sum_of(leaves):
        return worlds[:, [place[leaf] for leaf in leaves]].sum(axis=1)

    fits = np.ones(len(worlds), dtype=bool)
    for key in shown:
        for leaves, low, high in sums.told[key]:
            total = sum_of(leaves)
            fits &= (total >= low) & (total <= high)
    found = set()
    for key in small_keys(sums):
        values = sum_of(sums.members[key])[fits]
        if values.min() > 0 or values.max() < SMALL:
            found.add(key)
    return found
