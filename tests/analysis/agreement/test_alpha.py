# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Krippendorff's alpha: his own example, R's full matrix, and what may not matter."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.analysis.reference import DATA, frozen
from voelspriet.analysis.agreement import alpha
from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.doors.commands.analysing.files import read_frame

LEVELS = ("nominal", "ordinal", "interval", "ratio")
# Krippendorff (2011), section E: 4 observers, 12 units; the last unit has one value
OBSERVED = {
    "A": [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    "B": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    "C": [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    "D": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
}
EXPECTED = {"nominal": 0.743421, "ordinal": 0.815388, "interval": 0.849107, "ratio": 0.797403}


def rng():
    return np.random.default_rng(7)


def table(rows):
    return dict(zip(("item", "coder", "value"), map(list, zip(*rows, strict=True)), strict=True))


def rows_of(observed):
    return [
        (f"unit {place}", coder, value)
        for coder, given_values in observed.items()
        for place, value in enumerate(given_values)
        if value is not None
    ]


def value(rows, level):
    return alpha(table(rows), level=level, rng=rng(), replications=1000).agreement.value


@pytest.mark.parametrize("level", LEVELS)
def test_krippendorffs_own_example(level):
    found = alpha(table(rows_of(OBSERVED)), level=level, rng=rng())
    assert found.agreement.value == pytest.approx(EXPECTED[level], abs=5e-7)
    assert found.agreement.value == pytest.approx(
        frozen("agreement")[f"published_{level}"], abs=1e-11
    )
    assert (found.agreement.units, found.agreement.coders) == (11, 4)
    assert (found.items_alone, found.values, found.values_missing) == (1, 40, 7)
    assert found.agreement.interval.low < found.agreement.value < found.agreement.interval.high


@pytest.mark.parametrize("level", LEVELS)
def test_forty_drawn_items_equal_a_full_matrix_in_r(level):
    found = alpha(read_frame(DATA / "coded_items.csv"), level=level, rng=rng())
    assert found.agreement.value == pytest.approx(frozen("agreement")[f"drawn_{level}"], abs=1e-11)


@pytest.mark.parametrize("level", LEVELS)
def test_one_value_throughout_has_a_reason_and_no_number(level):
    rows = [(item, coder, 0.1) for item in range(9) for coder in "AB"]
    found = alpha(table(rows), level=level, rng=rng()).agreement
    assert found.value is None
    assert "all values are the same" in found.why_no_value
    assert found.interval.low is None


def test_labels_compare_as_the_same_or_not():
    rows = [(1, "A", "groen"), (1, "B", "groen"), (2, "A", "rood"), (2, "B", "groen")]
    # coincidences: groen-groen 2, groen-rood 1 each way: 1 - 3·2 / (16 - 9 - 1)
    assert value(rows, "nominal") == pytest.approx(0.0)


@pytest.mark.parametrize("level", ["ordinal", "interval", "ratio"])
def test_a_label_where_numbers_are_needed_is_named_with_its_row(level):
    rows = [(1, "A", "3"), (1, "B", "three"), (2, "A", "4"), (2, "B", "4")]
    with pytest.raises(ColumnError, match="'three' is not a number") as caught:
        value(rows, level)
    assert (caught.value.column, caught.value.row) == ("value", 2)


def test_below_zero_is_no_ratio():
    rows = [(1, "A", 3), (1, "B", -2)]
    with pytest.raises(ColumnError, match="-2 is below 0") as caught:
        value(rows, "ratio")
    assert caught.value.row == 2


def test_an_item_valued_twice_by_one_coder_is_named():
    rows = [(1, "A", 3), (1, "B", 3), (1, "A", 4)]
    with pytest.raises(ColumnError, match="coder 'A' gave item '1' a value before") as caught:
        value(rows, "nominal")
    assert caught.value.row == 3


def test_one_coder_and_items_that_nobody_shares_are_refused():
    with pytest.raises(InputError, match="at least two coders"):
        value([(1, "A", 3)], "nominal")
    with pytest.raises(InputError, match="no item has a value from two coders"):
        value([(1, "A", 3), (2, "B", 3)], "nominal")


def test_an_empty_value_is_a_missing_one():
    rows = rows_of(OBSERVED)
    filled = [*rows, ("unit 0", "C", None), ("unit 11", "A", None)]
    assert value(filled, "interval") == pytest.approx(value(rows, "interval"))


def test_many_items_are_quick():
    drawn = rng()
    items = np.repeat(np.arange(100_000), 3)
    given_values = np.repeat(drawn.integers(0, 10, 100_000), 3) + drawn.integers(0, 3, 300_000)
    data = {"item": items, "coder": np.tile(["A", "B", "C"], 100_000), "value": given_values}
    before = time.perf_counter()
    found = alpha(data, level="ordinal", rng=rng())
    assert time.perf_counter() - before < 10
    assert found.agreement.units == 100_000


GIVEN = st.lists(
    st.lists(st.one_of(st.none(), st.integers(0, 6)), min_size=3, max_size=3),
    min_size=2,
    max_size=7,
)


def drawn_rows(drawn):
    rows = [(i, "ABC"[c], v) for i, item in enumerate(drawn) for c, v in enumerate(item)]
    assume(any(sum(v is not None for v in item) > 1 for item in drawn))
    return rows


@given(GIVEN, st.sampled_from(LEVELS), st.randoms())
def test_neither_the_order_of_rows_nor_names_matter(drawn, level, random):
    rows = drawn_rows(drawn)
    moved = [(f"{9 - item}", {"A": "q", "B": "a", "C": "m"}[coder], v) for item, coder, v in rows]
    random.shuffle(moved)
    assert value(moved, level) == pytest.approx(value(rows, level), abs=1e-12)


@given(GIVEN, st.permutations(range(7)))
def test_other_labels_change_nothing_when_nominal(drawn, labels):
    rows = drawn_rows(drawn)
    renamed = [(item, coder, v if v is None else f"label {labels[v]}") for item, coder, v in rows]
    assert value(renamed, "nominal") == pytest.approx(value(rows, "nominal"), abs=1e-12)


@given(GIVEN, st.floats(0.01, 1e4), st.floats(-1e6, 1e6))
def test_interval_knows_neither_unit_nor_zero_and_ratio_no_unit(drawn, factor, moved):
    rows = drawn_rows(drawn)

    def changed(by):
        return [(item, coder, v if v is None else by(v)) for item, coder, v in rows]

    interval = value(changed(lambda v: v * factor + moved), "interval")
    assert interval == pytest.approx(value(rows, "interval"), abs=1e-5)
    ratio = value(changed(lambda v: v * factor), "ratio")
    assert ratio == pytest.approx(value(rows, "ratio"), abs=1e-9)
    ordinal = value(changed(lambda v: v**3 * factor), "ordinal")
    assert ordinal == pytest.approx(value(rows, "ordinal"), abs=1e-12)


@given(GIVEN, st.sampled_from(LEVELS))
def test_alpha_is_never_above_one_and_one_only_when_all_agree(drawn, level):
    rows = drawn_rows(drawn)
    found = value(rows, level)
    paired = [[v for v in item if v is not None] for item in drawn]
    agree = all(len(set(item)) == 1 for item in paired if len(item) > 1)
    assert found is None or found <= 1
    assert found is None or (found == pytest.approx(1, abs=1e-12)) == agree
