# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make a system small before a program is solved: merge what is alike, take out what is fixed.

Variables in the same known facts and the same counts asked about are one column. A fact about one
column alone fixes it, and then it is a number. Both keep every answer and every proof: the price
of a fact that was taken out follows from the prices of the others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.disclosure.system import (
    Entries,
    Mask,
    NoAnswerError,
    Vector,
    Whole,
    Worlds,
)
from voelspriet.analysis.disclosure.thresholds import THRESHOLD

NOTHING = 1e-9  # a price below it is the solver's rounding


@dataclass(frozen=True, slots=True)
class Fixed:
    """Columns that facts about them alone fix, found in one sweep."""

    columns: Whole
    facts: Whole  # which known fact fixes each
    values: Vector


@dataclass(frozen=True, slots=True)
class Reduced:
    """The facts left over the free columns, and the counts asked about."""

    facts: Entries  # fact left × free column
    low: Vector
    high: Vector
    asked: Entries  # count asked about × free column
    certain: Vector  # what fixed columns add to each count
    kept: Whole  # which known fact each row is
    free: Whole  # which column each free one is
    swept: tuple[Fixed, ...]
    merged: Entries  # known fact × column
    known: Whole  # which fact of the system each is
    first: Whole  # a variable of each column
    width: int  # number of variables

    def world(self, point: Vector) -> Vector:
        """Return a point of the free columns as one of all variables."""
        columns = np.zeros(len(self.first))
        columns[self.free] = point
        for fixed in self.swept:
            columns[fixed.columns] = fixed.values
        whole = np.zeros(self.width)
        whole[self.first] = columns
        return whole

    def proof(self, prices: Vector, costs: Vector) -> Whole:
        """Return the facts that have a price, those taken out included.

        `prices` are those of the facts left in a program that minimises `costs` (of all columns).
        A fixed column needs its fact where the others do not account for its cost; one that is 0
        needs none to be 0 or more.
        """
        every = np.zeros(len(self.known))
        every[self.kept] = prices
        for fixed in reversed(self.swept):
            lacking = (costs - self.merged.from_rows(every))[fixed.columns]
            every[fixed.facts] += np.where(fixed.values > 0, lacking, np.minimum(lacking, 0.0))
        return self.known[np.abs(every) > NOTHING]

    def costs(self, asked: Entries) -> Vector:
        """Return over all columns how often each is in the one count of `asked`."""
        of_variable = asked.from_rows(np.ones(asked.height))
        return of_variable[self.first]

    def upper(self) -> Vector:
        """Return the most each free column can be.

        A column in no fact could be anything; 5 is large enough to prove that it can be large,
        and keeps every program bounded.
        """
        upper = np.full(len(self.free), np.inf)
        np.minimum.at(upper, self.facts.columns, self.high[self.facts.rows])
        return np.where(np.isinf(upper), float(THRESHOLD), upper)

    def held(self) -> Mask:
        """Return which free columns are in some fact."""
        return np.bincount(self.facts.columns, minlength=len(self.free)) > 0


def reduced(worlds: Worlds, asked: Entries) -> Reduced:
    """Return the system of what is known and of the counts (rows of variables) asked about.

    Raises NoAnswerError when the facts contradict each other at first sight.
    """
    known = np.flatnonzero(worlds.facts)
    facts = worlds.system.facts.of_rows(worlds.facts)
    spread = _spread(len(known) + asked.height)
    signature = facts.from_rows(spread[: len(known)]) + asked.from_rows(spread[len(known) :])
    _, first = np.unique(signature, return_index=True)
    first = np.sort(first)
    merged, asked = facts.of_columns(first), asked.of_columns(first)
    low = worlds.system.low[known].astype(float)
    high = worlds.system.high[known].astype(float)
    swept: list[Fixed] = []
    left = merged
    while (fixed := _fixed(left, low, high)) is not None:
        swept.append(fixed)
        values = np.zeros(len(first))
        values[fixed.columns] = fixed.values
        sums = left.to_rows(values)
        low, high = low - sums, high - sums
        left = left.without_columns(fixed.columns)
    at_number = np.zeros(len(first))
    for fixed in swept:
        at_number[fixed.columns] = fixed.values
    free = np.ones(len(first), dtype=bool)
    free[np.concatenate([np.zeros(0, dtype=np.int64), *(f.columns for f in swept)])] = False
    kept = np.flatnonzero(np.bincount(left.rows, minlength=len(known)))
    columns = np.flatnonzero(free)
    empty = np.delete(np.arange(len(known)), kept)
    if (at_number < 0).any() or (low[empty] > 0).any() or (high[empty] < 0).any():
        raise NoAnswerError("what is shown contradicts itself")
    return Reduced(
        left.of_rows(kept).of_columns(columns),
        low[kept],
        high[kept],
        asked.of_columns(columns),
        asked.to_rows(at_number),
        kept,
        columns,
        tuple(swept),
        merged,
        known,
        first,
        worlds.system.facts.width,
    )


def _fixed(left: Entries, low: Vector, high: Vector) -> Fixed | None:
    """Return the columns that a fact about them alone fixes, or None when there are none."""
    single = (np.bincount(left.rows, minlength=left.height) == 1) & (low == high)
    at = single[left.rows]
    if not at.any():
        return None
    columns, first = np.unique(left.columns[at], return_index=True)
    facts = left.rows[at][first]
    return Fixed(columns, facts, low[facts])


def _spread(length: int) -> Vector:
    """Return whole numbers whose sums tell apart what was summed (Steele et al. 2014, SplitMix).

    They are below 2**36, so that sums of many are exact.
    """
    number = np.arange(1, length + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    number = (number ^ (number >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    number = (number ^ (number >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Vector = ((number ^ (number >> np.uint64(31))) >> np.uint64(28)).astype(float)
    return mixed
