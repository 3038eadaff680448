# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waves against a target: a break is a break, the verdict is words."""

from __future__ import annotations

import pytest

from tests.ground.ui.charts.drawn import lines_of, signs_of, word
from tests.ground.ui.charts.examples import SVG, target, texts, tree
from voelspriet.analysis.errors import InputError
from voelspriet.ground.ui.charts import Goal, Verdict, WaveRow, target_chart
from voelspriet.ground.ui.charts.tokens import ACCENT

WAVES = [WaveRow(str(year), year, 0.8, 0.77, 0.83) for year in (2019, 2021, 2023)]


def goal(verdict: Verdict = "cannot be said", **more) -> Goal:
    return Goal(0.85, 2027, "2027", verdict, **more)


def joins(chart) -> list[tuple[float, float]]:
    """Between which places waves are joined."""
    return [
        (line.x1, line.x2)
        for line in lines_of(chart)
        if line.colour == ACCENT and line.width == "1.25"
    ]


def test_waves_that_can_be_compared_are_joined():
    places = [sign.x for sign in signs_of(target_chart(WAVES, goal(), title="x"))[1:]]

    assert joins(target_chart(WAVES, goal(), title="x")) == [
        (places[0], places[1]),
        (places[1], places[2]),
    ]


def test_nothing_is_drawn_through_a_break_and_its_reason_stands_below():
    chart = target()
    places = [sign.x for sign in signs_of(chart)[1:]]

    assert joins(chart) == [(places[0], places[1]), (places[2], places[3])]
    assert "A. Break before 2021: from telephone to internet" in texts(chart)
    assert places[1] < word(chart, "A").x < places[2]
    assert "Breaks: 2021 (from telephone to internet)." in chart.description
    assert "cannot be compared" in chart.description


def test_a_break_before_the_first_wave_parts_nothing():
    first = WaveRow("2019", 2019, 0.8, 0.77, 0.83, "another source")
    later = WaveRow("2021", 2021, 0.8, 0.77, 0.83, "another question")
    chart = target_chart([first, later], goal(), title="x")

    assert "A. Break before 2021: another question" in texts(chart)
    assert "another source" not in chart.description
    assert chart.columns["break_before"][:2] == ["another source", "another question"]


def test_more_breaks_than_letters_are_still_drawn():
    waves = [WaveRow(str(year), year, 0.8, 0.7, 0.9, "new") for year in range(1990, 2025)]

    assert joins(target_chart(waves, goal(), title="x")) == []


@pytest.mark.parametrize(
    ("verdict", "english", "dutch"),
    [
        ("on course", "On course", "Op koers"),
        ("off course", "Off course", "Niet op koers"),
        ("cannot be said", "Cannot be said", "Niet te zeggen"),
    ],
)
def test_the_verdict_is_told_in_words_with_its_probability(verdict, english, dutch):
    told = {
        language: target_chart(WAVES, goal(verdict, probability=0.5), title="x", language=language)
        for language in ("en", "nl")
    }

    assert told["en"].description.startswith(f"{english}: probability that the target is met 50%")
    assert told["nl"].description.startswith(f"{dutch}: kans dat het doel wordt gehaald 50%")
    assert any(text.startswith(dutch) for text in texts(told["nl"]))


def test_a_reason_stands_beside_the_verdict_and_a_chance_is_never_certain():
    reason = target_chart(WAVES[:1], goal(reason="there is one wave"), title="x")
    certain = target_chart(WAVES, goal("on course", probability=0.9999), title="x")

    assert "Cannot be said (there is one wave)" in texts(reason)
    assert "> 99%" in certain.description


def test_target_and_deadline_are_lines_of_their_own_dash():
    chart = target()

    keys = {
        line.dash
        for line in lines_of(chart)
        if line.x1 < 20 and line.y1 in {word(chart, text).y - 5 for text in ("Target: ", "Deadl")}
    }
    across = [line for line in lines_of(chart) if line.width == "2" and line.x2 - line.x1 > 300]
    assert len(keys) == 2
    assert len(across) == 1


def test_a_target_can_be_a_ceiling():
    chart = target_chart(WAVES, goal(is_ceiling=True), title="x")

    assert "Target: at most 85.0%" in texts(chart)


def test_the_band_runs_to_the_deadline():
    chart = target()

    (band,) = [
        one for one in tree(chart).iter(f"{SVG}path")
        if one.get("fill") == "#e2efed" and len(one.get("d").split("L")) == 4
        and "M16," not in one.get("d")
    ]  # fmt: skip
    edge = max(float(pair.split(",")[0]) for pair in band.get("d").strip("MZ").split("L"))
    deadline = [line.x1 for line in lines_of(chart) if line.x1 == line.x2 and line.dash == "2,3"]
    assert deadline == [edge]
    assert "On 1 January 2027 the true value may lie between 78.0% and 90.0%." in chart.description


def test_a_value_is_written_below_its_interval_where_the_target_would_cross_it():
    crossed = [WaveRow("2019", 2019, 0.803, 0.76, 0.84)]

    for target_at, is_above in ((0.95, True), (0.845, False)):
        chart = target_chart(crossed, Goal(target_at, 2027, "2027", "off course"), title="x")
        mark = signs_of(chart)[-1]
        assert (word(chart, "80.3%").y < mark.y) is is_above


def test_a_wave_without_an_interval_is_hollow():
    chart = target_chart([*WAVES, WaveRow("2025", 2025, 0.8, None, None)], goal(), title="x")

    assert not signs_of(chart)[-1].is_filled
    assert "(no interval)" in chart.description


def test_waves_are_drawn_in_time_whatever_their_order():
    backwards = target_chart(WAVES[::-1], goal(), title="x")

    assert backwards.columns["label"][:3] == ["2019", "2021", "2023"]
    assert backwards.svg == target_chart(WAVES, goal(), title="x").svg


def test_two_waves_at_one_moment_none_and_one_without_an_estimate_are_refused():
    with pytest.raises(InputError, match="two waves stand at one moment"):
        target_chart([*WAVES, WaveRow("again", 2021, 0.5, None, None)], goal(), title="x")
    with pytest.raises(InputError, match="nothing to draw"):
        target_chart([], goal(), title="x")
    with pytest.raises(InputError, match="row 1 of the chart has no estimate"):
        target_chart([WaveRow("2019", 2019, float("nan"), None, None)], goal(), title="x")


def test_numbers_that_are_no_shares_are_drawn_as_they_are():
    grades = [WaveRow("2021", 2021, 7.1, 7.0, 7.2), WaveRow("2023", 2023, 7.3, 7.2, 7.4)]

    chart = target_chart(
        grades, Goal(7.5, 2027, "2027", "off course"), title="x", unit="number", language="nl"
    )

    assert "Doel: minstens 7,50" in texts(chart)
