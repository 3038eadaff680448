# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of waves: days and years, points and shares, and everything that is refused."""

from __future__ import annotations

import math
from datetime import date

import pyarrow as pa
import pytest

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.survey.measured_wave import MeasuredWave
from voelspriet.analysis.survey.waves.wave_table import Unit, waves_of

PLAIN = {"date": ["2022", "2019-05-01"], "estimate": ["83", "81"],
         "standard_error": ["1.1", "1.2"]}  # fmt: skip


def with_values(**columns):
    return {**PLAIN, **columns}


def test_waves_come_in_order_and_a_year_is_its_middle():
    found = waves_of(with_values(n=["1100", None], **{"break": [" online ", None]}))
    assert found.waves == (
        MeasuredWave(date(2019, 5, 1), 81, 1.2),
        MeasuredWave(date(2022, 7, 1), 83, 1.1, 1100, "online"),
    )
    assert (found.from_year, found.from_n) == (1, 0)


@pytest.mark.parametrize(
    "days",
    [[2022, 2019], [2022.0, 2019.0], [date(2022, 7, 1), date(2019, 7, 1)],
     pa.array([date(2022, 7, 1), date(2019, 7, 1)]).cast(pa.timestamp("us"))],
)  # fmt: skip
def test_days_may_be_numbers_or_dates(days):
    found = waves_of(with_values(date=days))
    assert [wave.on for wave in found.waves] == [date(2019, 7, 1), date(2022, 7, 1)]


@pytest.mark.parametrize(
    ("estimate", "unit", "error"), [("83", "points", 1.1326), ("0.83", "share", 0.011326)]
)
def test_without_a_standard_error_n_gives_it_and_it_is_counted(estimate, unit, error):
    found = waves_of(
        {"date": ["2022"], "estimate": [estimate], "standard_error": [None], "n": ["1100"]},
        unit=Unit(unit),
    )
    assert found.waves[0].standard_error == pytest.approx(error, rel=1e-4)
    assert found.from_n == 1


def test_no_rows_are_no_waves():
    assert waves_of({"date": [], "estimate": [], "standard_error": []}).waves == ()


@pytest.mark.parametrize(
    ("columns", "unit", "told"),
    [
        ({"date": ["2022", "spring"]}, "points", "column 'date', row 2: 'spring' is not a day"),
        ({"date": ["2022", "2019-02-30"]}, "points", "'date', row 2: '2019-02-30' is not a day"),
        ({"date": ["2022", "2022-07-01"]}, "points", "'date', row 2: 2022-07-01 is there twice"),
        ({"date": ["2022", None]}, "points", "'date', row 2: is missing"),
        ({"estimate": ["83", None]}, "points", "'estimate', row 2: is missing"),
        ({"estimate": ["83", "0.81"]}, "points", "'estimate', row 2: 0.81 looks like a share"),
        ({"estimate": ["83", "0.81"]}, "share", "row 1: 83 is not between 0 and 1"),
        ({"estimate": ["183", "81"]}, "points", "row 1: 183 is not between 0 and 100"),
        ({"standard_error": ["1.1", "0"]}, "points", "row 2: is above 0"),
        ({"standard_error": ["1.1", "0.011"]}, "points", "row 2: would take over a million"),
        ({"standard_error": ["51", "1.1"]}, "points", "row 1: is larger than a share can have"),
        ({"standard_error": ["1.1", None]}, "points", "row 2: is missing, and so is n"),
        ({"standard_error": ["1.1", None]}, "other", "row 2: is missing"),
        ({"n": ["1100", "0"]}, "points", "column 'n', row 2: is a number of answers, 2 or more"),
        ({"estimate": ["83", "100"], "standard_error": ["1", None], "n": ["9", "9"]}, "points",
         "row 2: is missing, and does not follow from n"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_row(columns, unit, told):
    with pytest.raises(ColumnError, match=told):
        waves_of(with_values(**columns), unit=Unit(unit))


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(ColumnError, match="'standard_error': there is none"):
        waves_of({"date": ["2022"], "estimate": ["83"]})


def test_other_units_have_no_borders():
    found = waves_of(with_values(estimate=["-5", "1000"]), unit=Unit.OTHER)
    assert [wave.estimate for wave in found.waves] == [1000, -5]
    assert Unit.OTHER.whole == math.inf
