# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waves of a survey against a target: what was measured, and where it may go until the deadline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from voelspriet.analysis.errors import InputError
from voelspriet.ground.ui.charts.chart import Chart, Language, Unit, Value
from voelspriet.ground.ui.charts.limits import only_numbers, refuse_too_many
from voelspriet.ground.ui.charts.numerals import Numerals, numerals, percent
from voelspriet.ground.ui.charts.painter import painted
from voelspriet.ground.ui.charts.plot import Plot, plot_below
from voelspriet.ground.ui.charts.rows import BandRow, Goal, WaveRow
from voelspriet.ground.ui.charts.scale import padded_scale
from voelspriet.ground.ui.charts.scene import (
    DASH_DOTTED,
    DASHED,
    DATA_STROKE,
    DOTTED,
    TEXT_SIZE,
    Band,
    Look,
    Path,
    Stroke,
    Text,
    interval_line_up,
    line,
)
from voelspriet.ground.ui.charts.sheet import LEFT, RIGHT, Sheet
from voelspriet.ground.ui.charts.target_told import breaks_between, goal_said, told, verdict_said
from voelspriet.ground.ui.charts.tokens import ACCENT, ACCENT_TINT, EDGE, INK
from voelspriet.ground.ui.charts.words import target_words, words

PLOT_START, PLOT_END, PLOT_HEIGHT = LEFT + 52, RIGHT - 14, 260
MEASURED = Look("circle")
WITHOUT_INTERVAL = Look("circle", is_filled=False)
BETWEEN_WAVES = Stroke(ACCENT, 1.25)
BAND_EDGE = Stroke(EDGE, 1, (2, 2))
TARGET_LINE = Stroke(INK, 2, DASHED)
DEADLINE_LINE = Stroke(INK, 1.25, DOTTED)
BREAK_LINE = Stroke(INK, 1.25, DASH_DOTTED)
VALUE_ROOM = 44
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def target_chart(
    waves: Sequence[WaveRow],
    goal: Goal,
    *,
    title: str,
    band: Sequence[BandRow] = (),
    unit: Unit = "share",
    level: float = 0.95,
    band_level: float = 0.95,
    source: str = "",
    language: Language = "en",
) -> Chart:
    """Draw waves with their intervals, the target, and the band until the deadline.

    Waves on both sides of a break are never joined: the break is a line of its own with its reason
    below. `unit` is "share" for values from 0 to 1. `level` is the level of the waves' intervals,
    `band_level` that of the band; `source` is told below.

    Raises InputError without waves, for more than 60 of them, and for two waves at one moment.
    """
    refuse_too_many(len(waves), "waves", "choose a shorter time")
    ordered = _in_time(only_numbers(waves, "year", "estimate"))
    band = only_numbers(band, "year", "low", "high")
    style = _style(ordered, band, goal, unit, language)
    sheet = Sheet(title)
    sheet.paragraph(verdict_said(goal, language), colour=INK, is_bold=True)
    sheet.y += 4
    _keys(sheet, goal, style, level, band_level if band else None)
    plot = _plot(sheet, ordered, band, goal, style)
    _draw_goal(sheet, plot, goal)
    _draw_band(sheet, plot, band)
    _draw_waves(sheet, plot, ordered, goal, style)
    _notes(sheet, ordered, source, language)
    return painted(
        sheet.scene(),
        columns=_columns(ordered, band, goal),
        title=title,
        description=told(ordered, goal, band, style),
        language=language,
    )


def _in_time(waves: Sequence[WaveRow]) -> list[WaveRow]:
    ordered = sorted(waves, key=lambda wave: wave.year)
    for before, after in pairwise(ordered):
        if before.year == after.year:
            raise InputError(f"two waves stand at one moment: {before.label} and {after.label}")
    return ordered


def _style(
    waves: Sequence[WaveRow], band: Sequence[BandRow], goal: Goal, unit: Unit, language: Language
) -> Numerals:
    known = [(wave.low, wave.high) for wave in waves]
    widths = [high - low for low, high in known if low is not None and high is not None]
    return numerals(language, unit, [goal.target, *_values(waves, band)], widths)


def _values(waves: Sequence[WaveRow], band: Sequence[BandRow]) -> list[float]:
    values = [value for wave in waves for value in (wave.estimate, wave.low, wave.high)]
    values += [value for row in band for value in (row.low, row.high)]
    return [value for value in values if value is not None]


def _keys(
    sheet: Sheet, goal: Goal, style: Numerals, level: float, band_level: float | None
) -> None:
    fixed, interval = target_words(style.language), words(style.language).interval
    sheet.key(
        fixed.measured.format(interval.format(percent(level, style.language))),
        MEASURED,
        DATA_STROKE,
    )
    if band_level is not None:
        told_level = interval.format(percent(band_level, style.language))
        sheet.band_key(fixed.expected.format(told_level), ACCENT_TINT, BAND_EDGE)
    sheet.key(goal_said(goal, style), None, TARGET_LINE)
    sheet.key(fixed.deadline.format(goal.deadline_label), None, DEADLINE_LINE)


def _plot(
    sheet: Sheet,
    waves: Sequence[WaveRow],
    band: Sequence[BandRow],
    goal: Goal,
    style: Numerals,
) -> Plot:
    years = [goal.deadline, *(wave.year for wave in waves), *(row.year for row in band)]
    across = padded_scale(years, PLOT_START, PLOT_END)
    within = (0.0, 1.0) if style.unit == "share" else None
    values = [goal.target, *_values(waves, band)]
    plot = plot_below(sheet, across, values, PLOT_HEIGHT, within=within)
    plot.frame(sheet, style, lambda year: str(round(year)))
    return plot


def _draw_goal(sheet: Sheet, plot: Plot, goal: Goal) -> None:
    across, up = plot.across, plot.up
    y, x = up.place(goal.target), across.place(goal.deadline)
    sheet.add(line((across.start, y), (across.end, y), TARGET_LINE))
    sheet.add(line((x, up.start), (x, up.end), DEADLINE_LINE))


def _draw_band(sheet: Sheet, plot: Plot, band: Sequence[BandRow]) -> None:
    rows = sorted(band, key=lambda row: row.year)
    if rows:
        area = ((*plot.at(row.year, row.high), plot.up.place(row.low)) for row in rows)
        sheet.add(Band(tuple(area), ACCENT_TINT))
        for edge in ([row.low for row in rows], [row.high for row in rows]):
            places = (plot.at(row.year, value) for row, value in zip(rows, edge, strict=True))
            sheet.add(Path(tuple(places), BAND_EDGE))


def _draw_waves(
    sheet: Sheet, plot: Plot, waves: Sequence[WaveRow], goal: Goal, style: Numerals
) -> None:
    letters = iter(LETTERS)
    for before, after in pairwise(waves):
        if not after.break_before:
            places = plot.at(before.year, before.estimate), plot.at(after.year, after.estimate)
            sheet.add(Path(places, BETWEEN_WAVES))
            continue
        x = plot.across.place((before.year + after.year) / 2)
        sheet.add(line((x, plot.up.start), (x, plot.up.end), BREAK_LINE))
        sheet.add(Text(x, plot.up.end - 4, next(letters, ""), align="center", is_bold=True))
    written_at = -inf
    for wave in waves:
        x, y = plot.at(wave.year, wave.estimate)
        ends, look = (y, y), WITHOUT_INTERVAL
        if wave.low is not None and wave.high is not None:
            ends, look = (plot.up.place(wave.low), plot.up.place(wave.high)), MEASURED
            sheet.add(*interval_line_up(x, *ends, DATA_STROKE))
        sheet.add(look.at(x, y))
        if x - written_at >= VALUE_ROOM:
            # free of the texts of the axis
            left = max(x, plot.across.start + VALUE_ROOM / 2)
            value_y = _beside(ends, plot.up.place(goal.target))
            sheet.add(Text(left, value_y, style.full(wave.estimate), align="center"))
            written_at = x


def _beside(ends: tuple[float, float], target: float) -> float:
    """Return where a value is written: above its interval, or below when the target runs there."""
    bottom, top = ends
    above = top - 9
    is_crossed = above - TEXT_SIZE < target < above + 4
    return bottom + TEXT_SIZE + 5 if is_crossed else above


def _notes(sheet: Sheet, waves: Sequence[WaveRow], source: str, language: Language) -> None:
    fixed = target_words(language)
    breaks = [
        fixed.break_note.format(letter, wave.label, wave.break_before)
        for letter, wave in zip(LETTERS, breaks_between(waves), strict=False)
    ]
    told_source = words(language).source.format(source) if source else ""
    sheet.notes((*breaks, fixed.not_joined if breaks else "", told_source))


def _columns(
    waves: Sequence[WaveRow], band: Sequence[BandRow], goal: Goal
) -> dict[str, list[Value]]:
    rows: list[tuple[Value, ...]] = [
        ("wave", wave.label, wave.year, wave.estimate, wave.low, wave.high, wave.break_before)
        for wave in waves
    ]
    rows += [("expected", "", row.year, row.middle, row.low, row.high, "") for row in band]
    rows.append(("target", goal.deadline_label, goal.deadline, goal.target, None, None, ""))
    names = ("what", "label", "year", "value", "low", "high", "break_before")
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}
