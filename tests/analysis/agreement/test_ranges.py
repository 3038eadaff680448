# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sums of ranges equal counting codepoints one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.agreement.ranges import Ranges, lengths, merged, overlaps

GROUPS = 3
ONE = st.tuples(st.integers(0, GROUPS - 1), st.integers(0, 30), st.integers(1, 12))
MANY = st.lists(ONE, max_size=15)


def ranges(rows):
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Ranges(table[:, 0], table[:, 1], table[:, 1] + table[:, 2])


def codepoints(rows):
    return {(group, point) for group, start, size in rows for point in range(start, start + size)}


def per_group(points):
    return [sum(group == wanted for group, _ in points) for wanted in range(GROUPS)]


@given(MANY)
def test_merging_keeps_the_text_and_leaves_no_overlap(rows):
    found = merged(ranges(rows))
    assert lengths(found, GROUPS).tolist() == per_group(codepoints(rows))
    for here, nxt in zip(range(len(found.group)), range(1, len(found.group)), strict=False):
        apart = found.group[here] < found.group[nxt] or found.end[here] < found.start[nxt]
        assert apart


@given(MANY, MANY)
def test_what_two_cover_is_what_both_cover(one, other):
    found = overlaps(merged(ranges(one)), merged(ranges(other)), GROUPS)
    assert found.tolist() == per_group(codepoints(one) & codepoints(other))


def test_ranges_that_touch_become_one():
    found = merged(ranges([(0, 5, 5), (0, 0, 5), (1, 10, 2)]))
    assert (found.group.tolist(), found.start.tolist(), found.end.tolist()) == (
        [0, 1], [0, 10], [10, 12],
    )  # fmt: skip


def test_no_ranges_cover_nothing():
    nothing = merged(ranges([]))
    assert lengths(nothing, 2).tolist() == [0, 0]
    assert overlaps(nothing, merged(ranges([(0, 0, 5)])), 2).tolist() == [0, 0]
