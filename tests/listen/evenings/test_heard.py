# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom an evening did not hear: only from what the table shows, with chance allowed for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.proportions import wilson
from voelspriet.listen.evenings.rules.heard import MOST_HIDDEN, Came, heard


def rows(*pairs):
    return tuple(
        Came(str(index), f"groep {index}", count, people)
        for index, (count, people) in enumerate(pairs)
    )


def test_a_group_of_which_clearly_fewer_came_is_missed():
    found = heard(rows((0, 300), (30, 700)), answered=30)
    assert [one.is_missed for one in found] == [True, False]
    assert found[1].share == 1
    assert found[1].population_share == pytest.approx(0.7)
    # Newcombe (1998), table I, method 3: 0 of 20 has an upper end of 0.1611
    assert heard(rows((0, 17), (20, 83)), answered=20)[0].is_missed
    assert not heard(rows((0, 16), (20, 84)), answered=20)[0].is_missed


def test_few_answers_call_nobody_missed():
    assert not heard(rows((0, 900), (9, 100)), answered=9)[0].is_missed


def test_without_the_population_nothing_is_compared():
    found = heard(rows((2, None), (20, 100)), answered=22)
    assert [one.population_share for one in found] == [None, None]
    assert not any(one.is_missed for one in found)


def test_a_hidden_count_says_no_more_than_the_table():
    found = heard(rows((None, 100), (None, 500), (40, 400)), answered=None)
    assert [one.share for one in found] == [None, None, None]
    assert found[0].is_missed == (wilson(MOST_HIDDEN, 42)[1] < 0.1)


@given(
    st.lists(
        st.tuples(st.integers(5, 60) | st.none(), st.integers(1, 5000), st.integers(1, 4)),
        min_size=2,
        max_size=7,
    )
)
def test_a_missed_group_is_missed_whatever_the_hidden_counts_are(groups):
    """It is judged by the most that can have come of the fewest, so it never says too much."""
    found = heard(rows(*(pair[:2] for pair in groups)), answered=None)
    true = [hidden if shown is None else shown for shown, _, hidden in groups]
    living = sum(people for _, people, _ in groups)
    for line, count, (_, people, _) in zip(found, true, groups, strict=True):
        if line.is_missed:
            assert wilson(count, sum(true))[1] < people / living
