# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read places back from a drawing, as a person would see them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.ground.ui.charts.examples import SVG, tree
from voelspriet.ground.ui.charts import Chart
from voelspriet.ground.ui.charts.tokens import PAPER

PLACE = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")


@dataclass(frozen=True)
class Word:
    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Straight:
    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: str
    dash: str


@dataclass(frozen=True)
class Sign:
    x: float
    y: float
    outline: str
    is_filled: bool


def _place(element) -> tuple[float, float]:
    x, y = PLACE.search(element.get("transform")).groups()
    return float(x), float(y)


def words_of(chart: Chart) -> list[Word]:
    return [Word(one.text or "", *_place(one)) for one in tree(chart).iter(f"{SVG}text")]


def lines_of(chart: Chart) -> list[Straight]:
    made = []
    for one in tree(chart).iter(f"{SVG}line"):
        x, y = _place(one)
        end = x + float(one.get("x2")), y + float(one.get("y2"))
        looks = (one.get(name) or "" for name in ("stroke", "stroke-width", "stroke-dasharray"))
        made.append(Straight(x, y, *end, *looks))
    return made


def signs_of(chart: Chart) -> list[Sign]:
    return [
        Sign(*_place(one), one.get("d"), one.get("fill") != PAPER)
        for one in tree(chart).iter(f"{SVG}path")
        if "translate" in (one.get("transform") or "")
    ]


def word(chart: Chart, text: str) -> Word:
    """Return the one text that is this, or else begins so."""
    drawn = words_of(chart)
    (found,) = [one for one in drawn if one.text == text] or [
        one for one in drawn if one.text.startswith(text)
    ]
    return found
