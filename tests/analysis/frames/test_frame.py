# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A frame takes any table, hands out numbers and groups, and says where a value is wrong."""

from __future__ import annotations

import pickle
import tracemalloc

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Codes, Frame, crossed


class Foreign:
    """A data frame of some other library: all it can do is speak Arrow."""

    def __init__(self, table):
        self._table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self._table.__arrow_c_stream__(requested_schema)


COLUMNS = {"grade": [7.5, None, 6.0], "area": ["b", "a", None], "is_own": [True, None, False]}


@pytest.mark.parametrize(
    "make", [lambda: COLUMNS, lambda: pa.table(COLUMNS), lambda: Foreign(pa.table(COLUMNS))]
)
def test_any_table_is_a_frame(make):
    frame = Frame.of(make())
    assert frame.names == ("grade", "area", "is_own")
    assert len(frame) == 3
    np.testing.assert_array_equal(frame.numbers("grade"), [7.5, np.nan, 6.0])
    np.testing.assert_array_equal(frame.numbers("is_own"), [1.0, np.nan, 0.0])
    assert frame.codes("area").labels == ("a", "b")
    assert frame.codes("area").values.tolist() == [1, 0, -1]
    assert frame.texts("area") == ["b", "a", None]


def test_a_frame_of_a_frame_is_itself():
    frame = Frame.of(COLUMNS)
    assert Frame.of(frame) is frame


def test_columns_of_different_length_are_refused_with_their_lengths():
    with pytest.raises(InputError, match="a 2, b 1"):
        Frame.of({"a": [1, 2], "b": [1]})


def test_a_column_of_two_kinds_is_refused_by_name():
    with pytest.raises(ColumnError, match="column 'a'"):
        Frame.of({"a": [1, "x"]})


def test_a_column_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(ColumnError, match=r"column 'wijk'.*there are grade, area"):
        Frame.of(COLUMNS).numbers("wijk")


def test_a_column_that_is_there_twice_is_refused():
    table = pa.table([[1], [2]], names=["a", "a"])
    with pytest.raises(ColumnError, match="2 of this name"):
        Frame.of(table).numbers("a")


@pytest.mark.parametrize(
    ("values", "row", "why"),
    [
        (["7", "n.v.t.", "8"], 2, "not a number"),
        (["1_000"], 1, "not a number"),
        ([1.0, np.inf], 2, "infinity"),
        (["1", "inf"], 2, "infinity"),
    ],
)
def test_what_is_no_number_is_told_with_its_row(values, row, why):
    with pytest.raises(ColumnError, match=why) as told:
        Frame.of({"a": values}).numbers("a")
    assert (told.value.column, told.value.row) == ("a", row)


def test_an_error_travels_between_processes_with_its_column_and_row():
    told = pickle.loads(pickle.dumps(ColumnError("grade", "is missing", row=3)))  # noqa: S301  ours
    assert (told.column, told.why, told.row) == ("grade", "is missing", 3)
    assert str(told) == "column 'grade', row 3: is missing"


def test_text_that_is_a_number_is_one_and_empty_text_is_missing():
    numbers = Frame.of({"a": ["7", " 8.5 ", "", None]}).numbers("a")
    np.testing.assert_array_equal(numbers, [7, 8.5, np.nan, np.nan])


@pytest.mark.parametrize("ask", ["numbers", "texts", "codes"])
def test_a_complete_column_has_no_missing_value(ask):
    with pytest.raises(ColumnError, match="row 2: is missing"):
        getattr(Frame.of({"a": [1.0, np.nan, None]}), ask)("a", complete=True)


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        (["10", "9", "9"], ("9", "10")),
        (["010", "9"], ("010", "9")),  # a code is not a number
        ([10.0, 9.0, np.nan], ("9", "10")),
        ([2.5, 1.0], ("1", "2.5")),
        ([True, False], ("false", "true")),
        (["b", "a", "B"], ("B", "a", "b")),
        ([], ()),
        ([None, None], ()),
        (pa.array(["x", "y"]).dictionary_encode().filter(pa.array([True, False])), ("x",)),
    ],
)  # fmt: skip
def test_labels_are_sorted_and_only_those_that_occur(values, labels):
    assert Frame.of({"a": values}).codes("a").labels == labels


def test_chunks_with_dictionaries_of_their_own_give_one_set_of_labels():
    chunks = [pa.array(part).dictionary_encode() for part in (["a", "b"], ["c", "b"])]
    codes = Frame.of(pa.table({"a": pa.chunked_array(chunks)})).codes("a")
    assert codes.labels == ("a", "b", "c")
    assert codes.values.tolist() == [0, 1, 2, 1]


def test_crossing_keeps_only_what_occurs_and_loses_rows_without_either():
    one = Codes(("m", "v"), np.array([0, 1, 1, -1, 0]))
    other = Codes(("jong", "oud"), np.array([1, 0, 0, 1, -1]))
    both = crossed(one, other)
    assert both.labels == ("m × oud", "v × jong")
    assert both.values.tolist() == [0, 1, 1, -1, -1]
    assert both.counts().tolist() == [1, 2]
    assert both.missing() == 2


def test_crossing_two_large_classifications_takes_no_more_than_the_rows():
    rows, groups = 20_000, 14_000
    labels = tuple(map(str, range(groups)))
    values = np.arange(rows) % groups
    tracemalloc.start()
    both = crossed(Codes(labels, values), Codes(labels, values[::-1].copy()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50e6  # a table of all pairs would be 1.6 GB
    first, second = values[7], values[::-1][7]
    assert both.labels[both.values[7]] == f"{first} × {second}"


def test_crossing_rows_of_different_length_is_a_mistake():
    with pytest.raises(ValueError, match="same length"):
        crossed(Codes(("a",), np.array([0])), Codes(("a",), np.array([0, 0])))


texts = st.lists(st.one_of(st.none(), st.sampled_from(["a", "b", "10", "9", "é", ""])), max_size=30)


@given(texts)
def test_codes_say_the_same_as_texts(values):
    frame = Frame.of({"a": pa.array(values, pa.string())})
    codes = frame.codes("a")
    assert [codes.labels[v] if v >= 0 else None for v in codes.values] == values
    assert codes.counts().sum() + codes.missing() == len(values)


@pytest.mark.parametrize("kind", [pa.int8(), pa.uint16(), pa.int64()])
def test_whole_numbers_are_given_as_they_are_stored_with_what_is_missing(kind):
    frame = Frame.of({"a": pa.chunked_array([pa.array([1, None], kind), pa.array([3], kind)])})
    stored, absent = frame.whole_numbers("a")
    assert stored.tolist() == [1, 0, 3]
    assert stored.dtype == kind.to_pandas_dtype()
    assert absent.tolist() == [False, True, False]
    assert frame.numbers("a").tolist()[::2] == [1.0, 3.0]


def test_whole_numbers_without_gaps_say_that_nothing_is_missing():
    stored, absent = Frame.of({"a": pa.array([1, 2], pa.int8())}).whole_numbers("a")
    assert stored.tolist() == [1, 2]
    assert absent is None


@pytest.mark.parametrize("values", [[1.0, 2.0], ["1", "2"], [True, False]])
def test_other_kinds_are_no_whole_numbers(values):
    assert Frame.of({"a": values}).whole_numbers("a") is None
