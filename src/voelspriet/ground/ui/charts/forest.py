# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A forest chart: estimates with their intervals, one row each, in panels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voelspriet.ground.ui.charts.chart import Chart, Language, Unit, Value
from voelspriet.ground.ui.charts.forest_told import told
from voelspriet.ground.ui.charts.limits import only_numbers, refuse_too_many
from voelspriet.ground.ui.charts.numerals import percent
from voelspriet.ground.ui.charts.painter import painted
from voelspriet.ground.ui.charts.panels import Panel, panels_of
from voelspriet.ground.ui.charts.rows import ForestRow
from voelspriet.ground.ui.charts.scene import DATA_STROKE, Look, Shape, Text, interval_line
from voelspriet.ground.ui.charts.sheet import RIGHT, Sheet, two_ends
from voelspriet.ground.ui.charts.tokens import INK_SOFT
from voelspriet.ground.ui.charts.words import forest_words, words

ROW_HEIGHT, ROW_TEXT, ROW_LINE, ROW_GRID = 50, 18, 35, 10
LONG_PANEL = 10
SHAPES: tuple[Shape, ...] = ("circle", "square", "diamond", "triangle-up")


def forest_chart(
    rows: Sequence[ForestRow],
    *,
    title: str,
    unit: Unit = "number",
    interval: str = "",
    level: float = 0.95,
    source: str = "",
    language: Language = "en",
) -> Chart:
    """Draw estimates with their intervals, in the order given, one panel for every group.

    `unit` is "share" for values from 0 to 1, drawn as percentages on one scale; panels of other
    numbers have a scale each. `interval` names the method of the intervals, `level` their level;
    rows that name a method of their own get a mark of their own. `source` is told below.

    Raises InputError without rows and for more than 60 rows, which nobody can read.
    """
    rows = [_row_drawn(row) for row in only_numbers(rows)]
    refuse_too_many(len(rows), "estimates", "choose fewer variables or a coarser division")
    fixed = words(language)
    shapes = _shapes(rows, interval)
    sheet = Sheet(title)
    for method, shape in shapes.items():
        text = fixed.interval.format(percent(level, language))
        text += f": {method}" if method else ""
        sheet.key(text, Look(shape), DATA_STROKE)
    panels = panels_of(rows, unit, language)
    for panel in panels:
        _draw(sheet, panel, shapes, interval, language)
    counts = forest_words(language).n if any(row.n is not None for row in rows) else ""
    sheet.notes((counts, fixed.source.format(source) if source else ""))
    return painted(
        sheet.scene(),
        columns=_columns(rows, interval),
        title=title,
        description=told(panels, language),
        language=language,
    )


def _row_drawn(row: ForestRow) -> ForestRow:
    """Return a row with both ends of its interval or none, and none without an estimate."""
    if None in (row.estimate, row.low, row.high):
        return replace(row, low=None, high=None)
    return row


def _shapes(rows: Sequence[ForestRow], interval: str) -> dict[str, Shape]:
    """Return the mark of every method of interval that is drawn."""
    methods = dict.fromkeys(row.interval or interval for row in rows if row.low is not None)
    return {method: SHAPES[place % len(SHAPES)] for place, method in enumerate(methods)}


def _draw(
    sheet: Sheet, panel: Panel, shapes: dict[str, Shape], interval: str, language: Language
) -> None:
    sheet.heading(panel.heading(words(language)))
    if len(panel.rows) > LONG_PANEL:
        sheet.axis_above(panel.scale, panel.numerals.ticker(panel.scale.step))
    for row in panel.rows:
        shape = shapes.get(row.interval or interval, SHAPES[0])
        _draw_row(sheet, panel, row, shape, language)
    sheet.axis(panel.scale, panel.numerals.ticker(panel.scale.step))


def _draw_row(
    sheet: Sheet,
    panel: Panel,
    row: ForestRow,
    shape: Shape,
    language: Language,
) -> None:
    middle = sheet.y + ROW_LINE
    two_ends(sheet, sheet.y + ROW_TEXT, row.label, panel.said(row, words(language)))
    sheet.grid(panel.scale, middle - ROW_GRID, middle + ROW_GRID)
    if row.n is not None:
        count = panel.numerals.count(row.n)
        sheet.add(Text(RIGHT, middle + 5, f"n {count}", align="right", colour=INK_SOFT))
    if row.estimate is not None:
        if row.low is not None and row.high is not None:
            low, high = panel.scale.place(row.low), panel.scale.place(row.high)
            sheet.add(*interval_line(low, high, middle, DATA_STROKE))
        at = panel.scale.place(row.estimate)
        sheet.add(Look(shape, is_filled=row.low is not None).at(at, middle))
    sheet.y += ROW_HEIGHT


def _columns(rows: Sequence[ForestRow], interval: str) -> dict[str, list[Value]]:
    return {
        "group": [row.group for row in rows],
        "label": [row.label for row in rows],
        "n": [row.n for row in rows],
        "estimate": [row.estimate for row in rows],
        "low": [row.low for row in rows],
        "high": [row.high for row in rows],
        "interval": [(row.interval or interval) if row.low is not None else "" for row in rows],
        "note": [row.note for row in rows],
    }
