# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One chart of every kind, of made-up numbers, with any label."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from xml.etree import ElementTree as ET

from voelspriet.ground.ui.charts import (
    BandRow,
    Chart,
    ForestRow,
    Goal,
    Language,
    MedianRow,
    ResponseRow,
    StepRow,
    WaveRow,
    forest_chart,
    response_chart,
    survival_chart,
    target_chart,
)

HOSTILE = {
    "script": '<script>alert("1")</script>',
    "breaks out": "</text></svg><script>x</script>",
    "entity": "A & B &lt; ' \" ]]>",
    "control": "a\x00b\x1bc\ud800d\ufffee",
    "lines": "first\nsecond\r\n\tthird",
    "turning": "abc\u202edef\u2069ghi",
    "nothing": "",
    "long": "De heel lange naam van een buurt aan de overkant van het kanaal " * 20,
    "no spaces": "x" * 5_000,
    "expression": "datum.x + 'a' {{7*7}} ${1}",
    "arabic": "حي الشمال (3)",
    "emoji": "👩🏽‍🤝‍👩🏻 buurt " * 10,
}
SVG = "{http://www.w3.org/2000/svg}"
TOO_FEW = "too few answers"


@cache
def forest(label: str = "Noord", language: Language = "en") -> Chart:
    rows = [
        ForestRow(label, "Trust", 0.72, 0.63, 0.80, 106, interval="logit"),
        ForestRow("Centrum", "Trust", 0.64, 0.55, 0.72, 101, interval="logit"),
        ForestRow("Zuid", "Trust", None, None, None, 4, TOO_FEW),
        ForestRow("Oost", "Safe at night", 0.95, 0.82, 0.99, 31, interval="Korn–Graubard"),
        ForestRow("West", "Safe at night", 0.61, None, None, 12),
    ]
    return forest_chart(rows, title=f"Trust in {label}", unit="share", language=language)


@cache
def response(label: str = "16–29", language: Language = "en") -> Chart:
    rows = [
        ResponseRow(label, "Age", 0.08, 0.19, 0.06, 0.105),
        ResponseRow("65 and older", "Age", 0.35, 0.26, 0.32, 0.38),
        ResponseRow("Woman", "Sex", 0.51, 0.505, 0.48, 0.54),
        ResponseRow("Unknown", "Sex", 0.01, None, 0.005, 0.02),
    ]
    return response_chart(rows, title=f"Who answered, {label}", language=language)


@cache
def survival(label: str = "Noord", language: Language = "en") -> Chart:
    steps = [
        StepRow(1, 0.1, 0.05, 0.18, 60, label),
        StepRow(5, 0.4, 0.3, 0.5, 50, label),
        StepRow(12, 0.55, 0.45, 0.65, 30, label),
        StepRow(3, 0.2, 0.1, 0.35, 40, "Zuid"),
        StepRow(20, 0.45, 0.3, 0.6, 11, "Zuid"),
    ]
    medians = [MedianRow(12, 9, None, label)]
    return survival_chart(steps, title=f"Waiting, {label}", medians=medians, language=language)


@cache
def target(label: str = "2019", language: Language = "en") -> Chart:
    waves = [
        WaveRow("2017", 2017.5, 0.79, 0.765, 0.815),
        WaveRow(label, 2019.5, 0.80, 0.775, 0.825),
        WaveRow("2021", 2021.5, 0.845, 0.82, 0.87, "from telephone to internet"),
        WaveRow("2023", 2023.5, 0.83, 0.808, 0.852),
    ]
    band = [BandRow(2023.5, 0.83, 0.81, 0.85), BandRow(2027, 0.84, 0.78, 0.9)]
    goal = Goal(0.85, 2027, "1 January 2027", "cannot be said", 0.34)
    return target_chart(waves, goal, title=f"Target, {label}", band=band, language=language)


KINDS: dict[str, Callable[..., Chart]] = {
    "forest": forest,
    "response": response,
    "survival": survival,
    "target": target,
}


def tree(chart: Chart) -> ET.Element:
    """Return the drawing as a tree; an SVG that is no XML fails here."""
    return ET.fromstring(chart.svg)  # noqa: S314  our own drawing


def texts(chart: Chart) -> list[str]:
    """Return all text in a drawing."""
    return [element.text or "" for element in tree(chart).iter(f"{SVG}text")]
