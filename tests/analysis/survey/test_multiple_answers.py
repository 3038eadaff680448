# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several answers to one question: shares of those asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.survey.questions.multiple_answers import (
    options_in_columns,
    options_in_text,
)


def shares(found):
    return {option.option: option.share for option in found.options}


def test_shares_are_of_those_asked_and_may_exceed_100_percent():
    data = {"why": ["speeding litter", "speeding", "litter speeding youth", None, None],
            "unsafe": [1, 1, 1, 1, 0]}  # fmt: skip
    found = options_in_text(data, "why", asked="unsafe")
    assert shares(found) == {"litter": 0.5, "speeding": 0.75, "youth": 0.25}
    assert sum(shares(found).values()) > 1
    assert (found.n_asked, found.n_not_asked, found.n_answered) == (4, 1, 3)
    assert found.is_flagged


def test_columns_and_text_count_alike():
    text = options_in_text({"q": ["1 3 5", "3", None, "5 5"]}, "q")
    columns = options_in_columns(
        {"1": [1, 0, None, None], "3": [1, 1, None, 0], "5": [True, False, None, True]},
        ["1", "3", "5"],
    )
    assert shares(text) == shares(columns) == {"1": 0.25, "3": 0.5, "5": 0.5}
    assert (text.chosen == columns.chosen).all()
    assert text.n_not_answered == columns.n_not_answered == 1


def test_nothing_chosen_is_an_answer_and_all_missing_is_none():
    found = options_in_columns({"a": [0, None, 1], "b": [0, None, None]}, ["a", "b"])
    assert (found.n_none, found.n_not_answered) == (1, 1)
    assert shares(found) == {"a": pytest.approx(1 / 3), "b": 0}


def test_an_option_nobody_chose_is_shown_when_the_list_is_known():
    found = options_in_text({"q": ["a;c", "a"]}, "q", options=["a", "b", "c"], separator=";")
    assert shares(found) == {"a": 1, "b": 0, "c": 0.5}


def test_options_that_are_numbers_stand_in_order():
    assert list(shares(options_in_text({"q": ["10 9", "2"]}, "q"))) == ["2", "9", "10"]


def test_a_cell_with_only_separators_answered_none():
    found = options_in_text({"q": [";", "a"]}, "q", separator=";")
    assert (found.n_none, found.n_answered) == (1, 2)


def test_nobody_asked_has_no_shares():
    found = options_in_text({"q": [None], "f": [0]}, "q", options=["a"], asked="f")
    assert shares(found) == {"a": None}
    assert not found.is_flagged


def test_an_unknown_answer_is_refused_with_its_row():
    with pytest.raises(ColumnError, match="column 'q', row 2: 'x' is not one of the options"):
        options_in_text({"q": ["a", "a x"]}, "q", options=["a"])


def test_other_values_than_0_and_1_are_refused_with_their_row():
    with pytest.raises(ColumnError, match="column 'a', row 2: is 1 for chosen"):
        options_in_columns({"a": [1, 3]}, ["a"])


@pytest.mark.parametrize("columns", [[], ["a", "a"]])
def test_columns_are_named_once(columns):
    with pytest.raises(InputError, match="each once"):
        options_in_columns({"a": [1]}, columns)


def test_an_option_named_twice_is_refused():
    with pytest.raises(InputError, match="twice"):
        options_in_text({"q": ["a"]}, "q", options=["a", "a"])


cells = st.lists(
    st.one_of(st.none(), st.sets(st.sampled_from("abc"), min_size=1)), min_size=1, max_size=30
)


@given(cells, st.randoms())
def test_order_of_rows_and_of_answers_changes_nothing(chosen, random):
    def write(rows):
        return [row and " ".join(random.sample(sorted(row), len(row))) for row in rows]

    first = options_in_text({"q": write(chosen)}, "q", options="abc")
    again = options_in_text({"q": write(chosen[::-1])}, "q", options="abc")
    assert first.options == again.options
    assert first.n_answered == again.n_answered == sum(row is not None for row in chosen)
