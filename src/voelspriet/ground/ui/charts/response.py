# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The share of each category among those who answered, beside its share in the population."""

from __future__ import annotations

from collections.abc import Sequence

from voelspriet.ground.ui.charts.chart import Beside, Chart, Language, Value
from voelspriet.ground.ui.charts.limits import only_numbers, refuse_too_many
from voelspriet.ground.ui.charts.numerals import Numerals, numerals, percent
from voelspriet.ground.ui.charts.painter import painted
from voelspriet.ground.ui.charts.response_told import ratio, said, told, where
from voelspriet.ground.ui.charts.rows import ResponseRow
from voelspriet.ground.ui.charts.scale import Scale, round_scale
from voelspriet.ground.ui.charts.scene import (
    DATA_STROKE,
    Look,
    Plane,
    Stroke,
    interval_line,
    line,
)
from voelspriet.ground.ui.charts.sheet import LEFT, RIGHT, Sheet, two_ends
from voelspriet.ground.ui.charts.tokens import EDGE, INK
from voelspriet.ground.ui.charts.words import response_words, words

ROW_HEIGHT, ROW_TEXT, ROW_LINE, ROW_GRID = 50, 18, 35, 10
PLOT_START, PLOT_END = LEFT + 18, RIGHT - 22
DISTANCE = Stroke(EDGE, 1.5, (2, 3))
# the small mark fits in the big one, so that both are seen where they fall together
RESPONSE = Look("circle", size=70)
POPULATION = Look("diamond", is_filled=False, colour=INK, size=200)


def response_chart(
    rows: Sequence[ResponseRow],
    *,
    title: str,
    beside: Beside = "population",
    level: float = 0.95,
    source: str = "",
    language: Language = "en",
) -> Chart:
    """Draw two shares per category, in the order given, one panel for every group.

    `beside` says whose share `population_share` is: that of the population, or of everybody who
    was invited. `level` is the level of the intervals, `source` is told below.

    Raises InputError without rows and for more than 60 rows, which nobody can read.
    """
    rows = only_numbers(rows)
    refuse_too_many(len(rows), "categories", "choose fewer variables or a coarser division")
    fixed = response_words(language)
    sheet = Sheet(title)
    interval = words(language).interval.format(percent(level, language))
    sheet.key(fixed.responding.format(interval), RESPONSE, DATA_STROKE)
    style = _style(rows, language)
    place = where(beside, style)
    sheet.key(place[0].upper() + place[1:], POPULATION)
    _draw_all(sheet, rows, style)
    sheet.notes(
        (fixed.ratio.format(place), words(language).source.format(source) if source else "")
    )
    return painted(
        sheet.scene(),
        columns=_columns(rows),
        title=title,
        description=told(rows, beside, style),
        language=language,
    )


def _draw_all(sheet: Sheet, rows: Sequence[ResponseRow], style: Numerals) -> None:
    scale = round_scale([0.0, *_values(rows)], PLOT_START, PLOT_END, within=(0.0, 1.0))
    for group in dict.fromkeys(row.group for row in rows):
        sheet.heading(group)
        for row in rows:
            if row.group == group:
                _draw(sheet, row, scale, said(row, style))
        sheet.axis(scale, style.ticker(scale.step))


def _style(rows: Sequence[ResponseRow], language: Language) -> Numerals:
    widths = [row.high - row.low for row in rows if row.low is not None and row.high is not None]
    return numerals(language, "share", _values(rows), widths)


def _values(rows: Sequence[ResponseRow]) -> list[float]:
    values = (
        value
        for row in rows
        for value in (row.response_share, row.population_share, row.low, row.high)
    )
    return [value for value in values if value is not None]


def _draw(sheet: Sheet, row: ResponseRow, scale: Scale, text: str) -> None:
    middle = sheet.y + ROW_LINE
    two_ends(sheet, sheet.y + ROW_TEXT, row.label, text)
    sheet.grid(scale, middle - ROW_GRID, middle + ROW_GRID)
    population = scale.place(row.population_share) if row.population_share is not None else None
    response = scale.place(row.response_share) if row.response_share is not None else None
    if population is not None and response is not None:
        sheet.add(line((population, middle), (response, middle), DISTANCE, Plane.GRID))
    if response is not None and row.low is not None and row.high is not None:
        low, high = scale.place(row.low), scale.place(row.high)
        sheet.add(*interval_line(low, high, middle, DATA_STROKE))
    if population is not None:
        sheet.add(POPULATION.at(population, middle))
    if response is not None:
        sheet.add(RESPONSE.at(response, middle))
    sheet.y += ROW_HEIGHT


def _columns(rows: Sequence[ResponseRow]) -> dict[str, list[Value]]:
    return {
        "group": [row.group for row in rows],
        "label": [row.label for row in rows],
        "response_share": [row.response_share for row in rows],
        "low": [row.low for row in rows],
        "high": [row.high for row in rows],
        "population_share": [row.population_share for row in rows],
        "ratio": [ratio(row) for row in rows],
        "note": [row.note for row in rows],
    }
