# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scales by recipe, against R by formula; what is too little has no score and is counted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pyarrow import csv

from tests.analysis.reference import DATA, frozen
from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.survey.questions.reliability import cronbach_alpha
from voelspriet.analysis.survey.questions.scales import ScaleRecipe, score_scale

RECIPE = ScaleRecipe(
    "at home here", ("street", "evening", "avoid", "home", "trust"), 1, 5, 3,
    reversed_items=("avoid",), dont_know=(9,),
)  # fmt: skip


@pytest.fixture(scope="module")
def answers() -> pa.Table:
    options = csv.ConvertOptions(null_values=["NA"])
    return csv.read_csv(DATA / "scale_items.csv", convert_options=options)


def test_scores_equal_those_of_r(answers):
    found, expected = score_scale(answers, RECIPE), frozen("scales")
    assert (found.n_scored, found.n_too_few) == (expected["n_scored"], expected["n_too_few"])
    assert found.n_complete == expected["n_complete"]
    scored = found.scores[~np.isnan(found.scores)]
    assert scored.mean() == pytest.approx(expected["mean"], rel=1e-10)
    assert scored.std(ddof=1) == pytest.approx(expected["sd"], rel=1e-10)
    first = [expected[f"score_{i}"] for i in range(1, 11)]
    assert found.scores[:10] == pytest.approx(first, rel=1e-10, nan_ok=True)


def test_alpha_and_its_interval_equal_those_of_r(answers):
    found, expected = score_scale(answers, RECIPE).alpha, frozen("scales")
    assert (found.rows, found.items) == (expected["rows"], 5)
    got = (found.value, found.low, found.high)
    assert got == pytest.approx([expected[f"alpha{k}"] for k in ("", "_low", "_high")], rel=1e-10)
    assert found.against == ()


def test_a_forgotten_reversal_shows(answers):
    found = score_scale(answers, replace(RECIPE, reversed_items=())).alpha
    assert found.value == pytest.approx(frozen("scales")["alpha_unreversed"], rel=1e-10)
    assert found.against == (2,)


def test_another_level_moves_the_interval(answers):
    columns = [answers["street"], answers["evening"], answers["avoid"]]
    columns += [answers["home"], answers["trust"]]
    table = np.column_stack([column.to_numpy() for column in columns]).astype(float)
    table[table == 9] = np.nan
    table[:, 2] = 6 - table[:, 2]
    found, expected = cronbach_alpha(table, level=0.90), frozen("scales")
    assert found.low == pytest.approx(expected["alpha_low_90"], rel=1e-10)
    assert found.high == pytest.approx(expected["alpha_high_90"], rel=1e-10)


def test_ends_of_the_items_are_0_and_10_and_nothing_is_filled_in():
    recipe = ScaleRecipe("s", ("a", "b"), 1, 5, 2, reversed_items=("b",))
    found = score_scale({"a": [5, 1, 3, 5, None], "b": [1, 5, 3, None, None]}, recipe)
    assert found.scores == pytest.approx([10, 0, 5, np.nan, np.nan], nan_ok=True)
    assert (found.n_scored, found.n_complete, found.n_too_few, found.n_nothing) == (3, 3, 2, 1)


def test_dont_know_is_not_an_answer_on_the_scale():
    recipe = ScaleRecipe("s", ("a", "b"), 1, 5, 1, dont_know=(9,))
    found = score_scale({"a": [9, 9, 5, None], "b": [3, 9, 5, 1]}, recipe)
    assert found.scores == pytest.approx([5, np.nan, 10, 0], nan_ok=True)
    first = found.items[0]
    assert (first.n_answered, first.n_dont_know, first.n_missing) == (1, 2, 1)


def test_a_value_off_the_scale_is_refused_with_its_row():
    recipe = ScaleRecipe("s", ("a",), 1, 5, 1)
    with pytest.raises(ColumnError, match="column 'a', row 2: 7 is not between 1 and 5"):
        score_scale({"a": [5, 7]}, recipe)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"items": ()}, "name its items"), ({"items": ("a", "a")}, "each once"),
        ({"reversed_items": ("b",)}, "'b' is reversed but no item"),
        ({"minimum_answered": 0}, "minimum answered"),
        ({"minimum_answered": 2}, "minimum answered is 1 to 1"),
        ({"lowest": 5}, "below the highest"), ({"dont_know": (5,)}, "cannot be both"),
    ],
)  # fmt: skip
def test_a_recipe_that_cannot_be_is_refused(change, why):
    with pytest.raises(InputError, match=why):
        score_scale({"a": [1]}, replace(ScaleRecipe("s", ("a",), 1, 5, 1), **change))


@pytest.mark.parametrize(
    ("items", "reason"),
    [
        ([[1.0], [2], [3]], "one item"),
        ([[1.0, 2], [2, 1]], "2 rows answered every item"),
        ([[1.0, 2], [np.nan, 2], [2, np.nan], [3, 4]], "2 rows answered every item"),
        ([[3.0, 3], [3, 3], [3, 3]], "the same sum"),
        ([[1.0, 5], [5, 1], [3, 3]], "the same sum"),
        ([[0.1, 0.2], [0.2, 0.1], [0.3, 0.0]], "the same sum"),
    ],
)
def test_alpha_that_is_undefined_says_why(items, reason):
    found = cronbach_alpha(np.array(items))
    assert (found.value, found.low, found.high) == (None, None, None)
    assert reason in found.reason


def test_items_that_say_one_thing_have_alpha_1():
    found = cronbach_alpha(np.array([[1.0, 1], [2, 2], [4, 4]]))
    assert (found.value, found.low, found.high) == pytest.approx((1, 1, 1))


def test_what_is_no_table_or_level_is_refused():
    with pytest.raises(InputError, match="rows by items"):
        cronbach_alpha(np.ones(3))
    with pytest.raises(InputError, match="level"):
        cronbach_alpha(np.ones((3, 2)), level=95)


tables = arrays(float, st.tuples(st.integers(1, 25), st.just(4)),
                elements=st.one_of(st.integers(1, 5).map(float), st.just(np.nan)))  # fmt: skip


@given(tables, st.integers(1, 4))
def test_turning_every_item_round_mirrors_the_score(table, minimum):
    columns = {name: table[:, place] for place, name in enumerate("abcd")}
    recipe = ScaleRecipe("s", tuple("abcd"), 1, 5, minimum, reversed_items=("a",))
    turned = replace(recipe, reversed_items=tuple("bcd"))
    one, other = score_scale(columns, recipe), score_scale(columns, turned)
    assert one.scores == pytest.approx(10 - other.scores, nan_ok=True)
    assert one.n_scored + one.n_too_few == len(table)
    scored = one.scores[~np.isnan(one.scores)]
    assert ((scored >= 0) & (scored <= 10)).all()
    assert one.alpha.value == pytest.approx(other.alpha.value, abs=1e-9)


@given(tables, st.floats(0.1, 50), st.floats(-20, 20))
def test_another_unit_of_the_items_gives_the_same_score(table, factor, shift):
    columns = {name: table[:, place] for place, name in enumerate("abcd")}
    other = {name: values * factor + shift for name, values in columns.items()}
    recipe = ScaleRecipe("s", tuple("abcd"), 1, 5, 2)
    # a little room at the ends, since a product of decimals is not exact
    wide = replace(recipe, lowest=factor + shift, highest=5 * factor + shift)
    room = 1e-9 * max(abs(wide.lowest), abs(wide.highest), 1)
    wide = replace(wide, lowest=wide.lowest - room, highest=wide.highest + room)
    scores = score_scale(columns, recipe).scores
    assert score_scale(other, wide).scores == pytest.approx(scores, abs=1e-5, nan_ok=True)
