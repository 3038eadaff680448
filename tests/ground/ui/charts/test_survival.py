# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long people wait: curve, median, and how many were still open."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.ground.ui.charts.drawn import signs_of, word, words_of
from tests.ground.ui.charts.examples import SVG, survival, texts, tree
from voelspriet.analysis.errors import InputError
from voelspriet.ground.ui.charts import MedianRow, StepRow, survival_chart
from voelspriet.ground.ui.charts.tokens import ACCENT_TINT

STEPS = [
    StepRow(1, 0.1, 0.05, 0.18, 60),
    StepRow(10, 0.5, 0.4, 0.6, 50),
    StepRow(20, 0.6, 0.5, 0.7, 9),
]


def curve(chart) -> list[tuple[float, float]]:
    """The points of the widest line."""
    (path,) = [
        one for one in tree(chart).iter(f"{SVG}path") if one.get("stroke-width") == "2.5"
    ]  # fmt: skip
    return [tuple(map(float, pair.split(","))) for pair in path.get("d")[1:].split("L")]


def test_the_curve_rises_in_steps_from_nothing_on_day_0():
    points = curve(survival_chart(STEPS, title="x"))

    for (x1, y1), (x2, y2) in pairwise(points):
        assert (x1 == x2) != (y1 == y2)
        assert x2 >= x1
        assert y2 <= y1
    assert len(points) == 2 * len(STEPS) + 1


def test_the_median_is_marked_where_the_curve_passes_half():
    chart = survival_chart(STEPS, title="x")

    (mark,) = signs_of(chart)
    assert not mark.is_filled
    assert mark.x == pytest.approx(word(chart, "Working days").x, abs=2)
    assert "Share answered: median 10 working days" in texts(chart)
    assert "Half is answered within 10 working days." in chart.description


def test_a_median_that_is_given_has_its_interval_also_where_an_end_is_not_reached():
    chart = survival_chart(STEPS, title="x", medians=[MedianRow(10, 8, None)])

    assert "(8 to not reached)" in chart.description
    assert "median 10 working days (8 to not reached)" in " ".join(texts(chart))


def test_a_median_that_is_not_reached_is_said_and_not_marked():
    chart = survival_chart(STEPS[:1], title="x")

    assert "Share answered: median not reached" in texts(chart)
    assert signs_of(chart) == []
    assert "the median is not reached" in chart.description


def test_how_many_were_still_open_stands_below_the_day_it_was_so():
    chart = survival_chart(STEPS, title="x")

    counts = {one.text: one for one in words_of(chart)}
    for day, count in (("10", "50"), ("20", "9")):
        days = [one for one in words_of(chart) if one.text == day]
        assert {one.x for one in days} == {counts[count].x}
        assert max(one.y for one in days) < counts[count].y


def test_numbers_below_the_chart_do_not_run_into_each_other():
    close = [StepRow(day, day / 400, None, None, 100_000 - day) for day in range(1, 400)]
    chart = survival_chart(close, title="x")

    places = sorted(one.x for one in words_of(chart) if len(one.text) == len("99,999"))
    assert len(places) > 2
    assert min(b - a for a, b in pairwise(places)) >= 56


def test_curves_are_told_apart_by_their_dashes_and_named():
    chart = survival()

    dashes = {
        one.get("stroke-dasharray")
        for one in tree(chart).iter(f"{SVG}path")
        if one.get("stroke-width") == "2.5"
    }
    assert len(dashes) == 2
    assert "Zuid: median not reached" in texts(chart)
    assert chart.columns["group"] == ["Noord"] * 3 + ["Zuid"] * 2


def test_steps_without_an_interval_have_no_band():
    bare = [StepRow(1, 0.5, None, None, 10), StepRow(2, 0.7, None, float("nan"), 5)]

    assert "Band: 95% interval" not in texts(survival_chart(bare, title="x"))


def test_a_band_holds_until_the_next_step_and_stops_where_there_is_no_interval():
    some = [*STEPS[:2], StepRow(20, 0.6, None, None, 9), StepRow(30, 0.7, 0.5, 0.8, 4)]
    chart = survival_chart([*some, StepRow(40, 0.8, 0.6, 0.9, 2)], title="x")

    edges = [
        [float(pair.split(",")[0]) for pair in one.get("d").strip("MZ").split("L")]
        for one in tree(chart).iter(f"{SVG}path")
        if one.get("fill") == ACCENT_TINT
    ]
    day = {one.text: one.x for one in words_of(chart) if one.text in ("20", "30")}
    first, second = [(min(edge), max(edge)) for edge in edges if max(edge) > 100]
    assert (first[1], second[0]) == (day["20"], day["30"])


def test_five_curves_and_none_are_refused():
    many = [StepRow(1, 0.5, None, None, 10, group) for group in "abcde"]

    with pytest.raises(InputError, match=r"5 curves are too many .* choose fewer"):
        survival_chart(many, title="x")
    with pytest.raises(InputError, match="nothing to draw"):
        survival_chart([], title="x")
    with pytest.raises(InputError, match="row 1 of the chart has no share"):
        survival_chart([StepRow(1, float("nan"), None, None, 10)], title="x")
