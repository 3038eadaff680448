# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Half-open ranges of text as whole numbers: merge them, measure them, see where two meet.

Nothing here looks at single codepoints: a source of a million costs what its few ranges cost.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.frames.codes import Whole


@dataclass(frozen=True, slots=True)
class Ranges:
    """Ranges `[start, end)`, each in a group of its own numbering; three arrays of one length."""

    group: Whole
    start: Whole
    end: Whole

    def of(self, chosen: np.ndarray) -> Ranges:
        """Return the ranges that `chosen` (true and false, or places) picks."""
        return Ranges(self.group[chosen], self.start[chosen], self.end[chosen])


def merged(ranges: Ranges) -> Ranges:
    """Return the same text as ranges that neither overlap nor touch, by group and start."""
    if not len(ranges.group):
        return ranges
    order = np.lexsort((ranges.start, ranges.group))
    sorted_ranges = ranges.of(order)
    starts, ends = _on_one_line(sorted_ranges, _span(ranges))
    reach = np.maximum.accumulate(ends)
    first = np.concatenate(([True], starts[1:] > reach[:-1]))
    places = np.flatnonzero(first)
    lasts = np.concatenate((places[1:] - 1, [len(first) - 1]))
    found = sorted_ranges.of(places)
    reached = np.asarray(reach[lasts] - starts[places], dtype=np.int64)
    return Ranges(found.group, found.start, found.start + reached)


def lengths(ranges: Ranges, groups: int) -> Whole:
    """Return how much text each of `groups` groups covers; `ranges` as `merged` gives them."""
    return _summed(ranges.group, ranges.end - ranges.start, groups)


def overlaps(one: Ranges, other: Ranges, groups: int) -> Whole:
    """Return how much text of each group both cover; both as `merged` gives them."""
    if not len(one.group) or not len(other.group):
        return np.zeros(groups, dtype=np.int64)
    span = max(_span(one), _span(other))
    starts, ends = _on_one_line(one, span)
    other_starts, other_ends = _on_one_line(other, span)
    before = np.concatenate(([0], np.cumsum(other_ends - other_starts)))

    def covered_below(points: Whole) -> Whole:
        """Return how much `other` covers below each point of the line."""
        begun = np.searchsorted(other_starts, points, side="right")
        last_end = other_ends[np.maximum(begun - 1, 0)]
        beyond = np.where(begun > 0, np.maximum(last_end - points, 0), 0)
        return np.asarray(before[begun] - beyond, dtype=np.int64)

    return _summed(one.group, covered_below(ends) - covered_below(starts), groups)


def _span(ranges: Ranges) -> int:
    """Return what keeps two groups apart on one line."""
    return int(ranges.end.max()) + 1


def _on_one_line(ranges: Ranges, span: int) -> tuple[Whole, Whole]:
    """Lay the groups behind each other, so that one search serves them all."""
    return ranges.group * span + ranges.start, ranges.group * span + ranges.end


def _summed(group: Whole, amounts: Whole, groups: int) -> Whole:
    total = np.zeros(groups, dtype=np.int64)
    np.add.at(total, group, amounts)
    return total
