# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days, and yes and no, as registers write them."""

from __future__ import annotations

from datetime import date, datetime

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.process.dates import days_of, truths_of


def read(values):
    return [str(day) for day in days_of(Frame.of({"on": values}), "on")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02", "2026-03-02"),
        (" 2026-03-02 ", "2026-03-02"),
        ("2026-03-02T23:59", "2026-03-02"),
        ("2026-03-02 23:59:59", "2026-03-02"),
        ("2026-03-02T23:59:59.1234567", "2026-03-02"),
        ("2026-03-02T23:30:00Z", "2026-03-03"),  # half past twelve in Amsterdam
        ("2026-07-02T21:59:00+00:00", "2026-07-02"),  # summer time: one minute to twelve
        ("2026-07-02T22:00:00+0000", "2026-07-03"),
        ("2026-07-02T23:30:00-01", "2026-07-03"),
        ("9999-12-31", "9999-12-31"),
        ("", "NaT"),
        (None, "NaT"),
    ],
)
def test_a_day_is_read_however_it_is_written(text, day):
    assert read([text, "2026-01-01"]) == [day, "2026-01-01"]


@pytest.mark.parametrize(
    "text",
    ["31-02-2026", "2026-02-31", "2-3-2026", "2026-3-2", "20260302", "2026-03-02T25:00",
     "2026-03-02T10", "tomorrow", "02/03/2026", "2026-03-02T10:00+99:00"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_its_row(text):
    with pytest.raises(ColumnError, match=r"column 'on', row 3: .* is not a date") as caught:
        read(["2026-01-01", None, text, "2026-01-01T10:00"])
    assert repr(text) in str(caught.value)


def test_a_day_long_before_there_was_a_register_is_a_typing_error():
    with pytest.raises(ColumnError, match=r"row 2: '0206-01-05' lies before 1970"):
        read(["2026-01-01", "0206-01-05"])


@pytest.mark.parametrize(
    "values",
    [
        [date(2026, 3, 2), None],
        [datetime(2026, 3, 2, 23, 59), None],  # noqa: DTZ001  a moment without a zone
        np.array(["2026-03-02T12", "NaT"], dtype="datetime64[ns]"),
        np.array(["2026-03-02", "NaT"], dtype="datetime64[D]"),
        pa.array([datetime(2026, 3, 1, 23, 30), None], pa.timestamp("ms", tz="UTC")),  # noqa: DTZ001
        pa.array(["2026-03-02", None]).dictionary_encode(),
        pa.array(["2026-03-02", None], pa.large_string()),
        pa.chunked_array([["2026-03-02"], [None]]),
    ],
)
def test_columns_of_dates_and_moments_are_days_already(values):
    assert read(values) == ["2026-03-02", "NaT"]


def test_a_column_without_a_value_holds_no_days_and_numbers_are_none():
    assert read([None, None]) == ["NaT", "NaT"]
    assert read([]) == []
    with pytest.raises(ColumnError, match="holds int64, not dates"):
        read([20260302])


def test_a_missing_day_is_refused_where_all_are_needed():
    with pytest.raises(ColumnError, match="row 2: is missing"):
        days_of(Frame.of({"on": ["2026-03-02", ""]}), "on", complete=True)


@given(st.lists(st.dates(date(1970, 1, 1), date(2200, 12, 31)), max_size=10))
def test_any_day_comes_back_as_it_was_written(days):
    assert read([day.isoformat() for day in days]) == [day.isoformat() for day in days]
    assert read([f"{day}T00:00" for day in days]) == [day.isoformat() for day in days]


@pytest.mark.parametrize(
    "values",
    [["1", "0"], ["true", "False"], [" Ja ", "nee"], ["yes", "no"], [True, False], [1, 0],
     [1.0, 0.0], pa.array(["ja", "nee"]).dictionary_encode()],
)  # fmt: skip
def test_yes_and_no_are_read_however_they_are_written(values):
    assert truths_of(Frame.of({"done": values}), "done").tolist() == [True, False]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (["1", "perhaps"], "row 2: 'perhaps' is not yes or no"),
        (["1", ""], "row 2: is missing"),
        (["1", None], "row 2: is missing"),
        ([1, 2], "row 2: '2.0' is not yes"),
        ([1, None], "row 2: is missing"),
    ],
)
def test_what_is_neither_yes_nor_no_is_refused_with_its_row(values, why):
    with pytest.raises(ColumnError, match=why):
        truths_of(Frame.of({"done": values}), "done")
