# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Round scales, and numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.ground.ui.charts.numerals import MILLION, THOUSAND, numerals, written
from voelspriet.ground.ui.charts.scale import padded_scale, round_scale

numbers = st.floats(-1e9, 1e9, allow_nan=False)


@given(st.lists(numbers, min_size=1, max_size=20))
def test_a_scale_holds_all_values_between_its_ends_with_a_few_ticks(values):
    scale = round_scale(values, 10, 310)

    assert all(9.99 <= scale.place(value) <= 310.01 for value in values)
    assert 2 <= len(scale.ticks()) <= 8
    assert scale.ticks() == sorted(scale.ticks())


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_shares_stay_between_0_and_1(shares):
    scale = round_scale(shares, 0, 100, within=(0.0, 1.0))

    assert 0 <= scale.low < scale.high <= 1


def test_an_interval_outside_0_and_1_is_still_on_the_scale():
    scale = round_scale([-0.02, 0.3], 0, 100, within=(0.0, 1.0))

    assert scale.place(-0.02) >= 0


def test_days_have_whole_ticks():
    assert round_scale([0, 3], 0, 100, steps=5, is_whole=True).ticks() == [0, 1, 2, 3]
    assert round_scale([0, 12], 0, 100, steps=5, is_whole=True).step == 5


def test_years_have_room_at_both_ends_and_ticks_of_whole_years():
    scale = padded_scale([2017.5, 2027], 0, 400)

    assert scale.low < 2017.2
    assert scale.high > 2027.3
    assert all(float(tick).is_integer() for tick in scale.ticks())


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        (1234567.891, 1, "1.234.567,9", "1,234,567.9"),
        (-0.5, 1, "−0,5", "−0.5"),
        (-0.0001, 2, "0,00", "0.00"),
        (72, 0, "72", "72"),
    ],
)
def test_numbers_are_written_in_either_language(value, decimals, dutch, english):
    assert written(value, decimals, "nl") == dutch
    assert written(value, decimals, "en") == english


def test_decimals_follow_how_sure_the_numbers_are():
    assert numerals("nl", "share", [0.72], [0.17]).full(0.7234) == "72%"
    assert numerals("nl", "share", [0.72], [0.03]).full(0.7234) == "72,3%"
    assert numerals("en", "number", [7.31], [0.2]).bare(7.3141) == "7.31"
    assert numerals("en", "number", [662.3], [40.0]).bare(662.34) == "662"


def test_big_numbers_are_told_in_thousands_or_millions():
    many, most = (numerals("en", "number", [value], [value / 10]) for value in (3.6e5, 3.6e7))

    assert (many.factor, many.bare(3.6e5)) == (THOUSAND, "360")
    assert (most.factor, most.bare(3.61e7)) == (MILLION, "36.1")


def test_ticks_have_the_decimals_of_their_step():
    style = numerals("nl", "share", [0.7], [0.2])

    assert [style.ticker(0.025)(value) for value in (0.75, 0.775)] == ["75,0%", "77,5%"]
    assert style.ticker(0.25)(0.5) == "50%"
