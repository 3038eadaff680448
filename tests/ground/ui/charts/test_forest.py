# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates with their intervals: what stands where, and what is a word."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.ground.ui.charts.drawn import signs_of, word, words_of
from tests.ground.ui.charts.examples import TOO_FEW, forest, texts
from voelspriet.analysis.errors import InputError
from voelspriet.ground.ui.charts import ForestRow, forest_chart


def rows(count: int) -> list[ForestRow]:
    return [ForestRow(f"Buurt {place}", "", 5.0, 4.0, 6.0, 100) for place in range(count)]


def test_rows_stand_in_the_order_given_below_the_name_of_their_group():
    names = ["Trust", "Noord", "Centrum", "Zuid", "Safe at night", "Oost", "West"]

    heights = [
        next(one.y for one in words_of(forest()) if one.text == name and one.x < 40)
        for name in names
    ]

    assert heights == sorted(heights)


def test_estimates_intervals_and_numbers_of_answers_are_told_in_digits():
    drawn = texts(forest())

    assert "72% (63 to 80)" in drawn
    assert "n 106" in drawn
    assert "n: number of answers" in drawn


def test_what_has_no_estimate_has_a_word_and_no_mark():
    chart = forest()

    row = word(chart, "Zuid")
    assert word(chart, TOO_FEW).y == row.y
    assert len(signs_of(chart)) == 4 + 2
    assert not [sign for sign in signs_of(chart) if 0 < sign.y - row.y < 30]
    assert "Without an estimate: Zuid." in chart.description


def test_what_has_no_interval_has_a_hollow_mark_and_a_word():
    chart = forest()

    assert word(chart, "61% (no interval)").y == word(chart, "West").y
    assert [sign.is_filled for sign in signs_of(chart)].count(False) == 1


def test_methods_of_intervals_are_named_and_have_marks_of_their_own():
    chart = forest()

    assert [one.text for one in words_of(chart) if "interval:" in one.text] == [
        "95% interval: logit",
        "95% interval: Korn–Graubard",
    ]
    assert len({sign.outline for sign in signs_of(chart) if sign.is_filled}) == 2


def test_shares_of_all_groups_share_one_scale_and_other_numbers_do_not():
    both = [
        ForestRow("a", "low", 0.1, 0.05, 0.15, 50),
        ForestRow("a", "high", 0.9, 0.85, 0.95, 50),
    ]

    shares, scores = (
        [sign.x for sign in signs_of(forest_chart(both, title="x", unit=unit)) if sign.x > 40]
        for unit in ("share", "number")
    )

    assert shares[1] - shares[0] > 200
    assert abs(scores[1] - scores[0]) < 1


def test_marks_stand_where_their_numbers_say():
    chart = forest_chart(
        [ForestRow(str(value), "", value, 0, 10, None) for value in (2.0, 4.0, 8.0)], title="x"
    )

    two, four, eight = [sign.x for sign in signs_of(chart) if sign.x > 40]
    assert (eight - four) == pytest.approx(2 * (four - two), abs=1)
    assert (four - two) == pytest.approx((word(chart, "10").x - word(chart, "5").x) * 2 / 5, abs=1)


def test_a_long_panel_has_its_scale_above_too():
    short, long = (forest_chart(rows(count), title="x") for count in (10, 11))

    ticks = [[one.text for one in words_of(chart)].count("5.0") for chart in (short, long)]
    assert ticks[1] == 2 * ticks[0]


def test_sixty_rows_are_drawn_and_more_are_refused_with_advice():
    assert len(forest_chart(rows(60), title="x").columns["label"]) == 60

    with pytest.raises(InputError, match=r"61 estimates are too many .* choose fewer"):
        forest_chart(rows(61), title="x")


def test_nothing_to_draw_is_said():
    with pytest.raises(InputError, match="nothing to draw"):
        forest_chart([], title="x")


def test_nothing_that_could_be_estimated_is_said_too():
    chart = forest_chart([ForestRow("Zuid", "", None, None, None, 0, TOO_FEW)], title="x")

    assert chart.description == "0 estimates with their intervals. Nothing could be estimated."
    assert TOO_FEW in texts(chart)


def test_nan_is_no_estimate_and_no_interval():
    chart = forest_chart(
        [
            ForestRow("a", "", np.float64(5.0), math.nan, np.float64(6.0), np.int64(4)),
            ForestRow("b", "", math.nan, math.nan, math.nan, np.int64(2), TOO_FEW),
        ],
        title="x",
    )

    assert chart.columns["estimate"] == [5.0, None]
    assert chart.columns["low"] == chart.columns["high"] == [None, None]
    assert "nan" not in chart.svg.lower()


def test_all_equal_estimates_are_drawn_and_told():
    chart = forest_chart(
        [ForestRow(name, "", 1.0, 1.0, 1.0, 10) for name in "ab"], title="x", unit="share"
    )

    assert "All are 100%." in chart.description


def test_big_numbers_are_told_in_thousands():
    chart = forest_chart(
        [ForestRow("All", "Enrolment", 3_687_178, 3_460_000, 3_914_000, 200)], title="x"
    )

    assert "Enrolment, in thousands" in texts(chart)
    assert "3,687 (3,460 to 3,914)" in texts(chart)
    assert chart.columns["estimate"] == [3_687_178]
