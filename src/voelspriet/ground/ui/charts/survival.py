# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The share answered by working day, with its band and how many were still open."""

from __future__ import annotations

from collections.abc import Sequence

from voelspriet.ground.ui.charts.chart import Chart, Language, Value
from voelspriet.ground.ui.charts.curves import Curve, curves_of
from voelspriet.ground.ui.charts.limits import only_numbers
from voelspriet.ground.ui.charts.numerals import Numerals, percent, percentages
from voelspriet.ground.ui.charts.painter import painted
from voelspriet.ground.ui.charts.plot import Plot, plot_below
from voelspriet.ground.ui.charts.rows import MedianRow, StepRow
from voelspriet.ground.ui.charts.scale import Scale, round_scale
from voelspriet.ground.ui.charts.scene import (
    DOTTED,
    Band,
    Look,
    Path,
    Stroke,
    Text,
    line,
)
from voelspriet.ground.ui.charts.sheet import KEY_ROOM, LEFT, LINE_HEIGHT, RIGHT, Sheet
from voelspriet.ground.ui.charts.survival_told import median_said, told
from voelspriet.ground.ui.charts.tokens import ACCENT_TINT, EDGE, INK, INK_SOFT
from voelspriet.ground.ui.charts.words import survival_words, words

PLOT_START, PLOT_END, PLOT_HEIGHT = LEFT + 52, RIGHT - 14, 250
BAND_EDGE = Stroke(EDGE, 1, (2, 2))
MEDIAN_LINE = Stroke(INK, 1.25, DOTTED)
MEDIAN = Look("diamond", is_filled=False, colour=INK, size=120)
HALF_WAY, COUNT_ROOM = 0.5, 56


def survival_chart(
    steps: Sequence[StepRow],
    *,
    title: str,
    medians: Sequence[MedianRow] = (),
    level: float = 0.95,
    source: str = "",
    language: Language = "en",
) -> Chart:
    """Draw the share answered by working day: a curve for every group, at most four.

    Every curve begins with nothing on day 0 and ends at its last step. Medians that are not given
    are the first day on which half was answered, without an interval. `level` is the level of the
    intervals, `source` is told below.

    Raises InputError without steps and for more than four groups.
    """
    steps = only_numbers(steps, "working_day", "share")
    curves = curves_of(steps, only_numbers(medians))
    sheet = Sheet(title)
    _keys(sheet, curves, level, language)
    _draw_all(sheet, curves, language)
    sheet.notes([words(language).source.format(source) if source else ""])
    return painted(
        sheet.scene(),
        columns=_columns(curves),
        title=title,
        description=told(curves, language),
        language=language,
    )


def _keys(sheet: Sheet, curves: Sequence[Curve], level: float, language: Language) -> None:
    fixed = survival_words(language)
    for curve in curves:
        name = curve.group or fixed.answered
        sheet.key(f"{name}: {median_said(curve.median, language)}", None, curve.stroke)
    if any(curve.bands() for curve in curves):
        interval = words(language).interval.format(percent(level, language))
        sheet.band_key(fixed.band.format(interval), ACCENT_TINT, BAND_EDGE)


def _draw_all(sheet: Sheet, curves: Sequence[Curve], language: Language) -> None:
    fixed, days = survival_words(language), Numerals(language, "number", 0)
    reached = [0.0, *(step.working_day for curve in curves for step in curve.steps)]
    across = round_scale(reached, PLOT_START, PLOT_END, steps=5, is_whole=True)
    plot = plot_below(sheet, across, [0.0, 1.0], PLOT_HEIGHT)
    plot.frame(sheet, percentages(language), days.ticker(across.step))
    sheet.centred(fixed.working_day, (PLOT_START + PLOT_END) / 2)
    for curve in curves:
        _draw(sheet, plot, curve)
    sheet.y += 6
    sheet.paragraph(fixed.still_open, colour=INK)
    for curve in curves:
        _at_risk(sheet, across, curve, days, is_only=len(curves) == 1)


def _draw(sheet: Sheet, plot: Plot, curve: Curve) -> None:
    for band in curve.bands():
        area = ((*plot.at(day, high), plot.up.place(low)) for day, low, high in band)
        sheet.add(Band(tuple(area), ACCENT_TINT))
        for edge in (1, 2):
            sheet.add(Path(tuple(plot.at(point[0], point[edge]) for point in band), BAND_EDGE))
    sheet.add(Path(tuple(plot.at(day, share) for day, share in curve.corners()), curve.stroke))
    median = curve.median.working_days
    if median is not None:
        at = plot.at(median, HALF_WAY)
        start, foot = plot.at(plot.across.low, HALF_WAY), plot.at(median, 0)
        sheet.add(Path((start, at, foot), MEDIAN_LINE), MEDIAN.at(*at))


def _at_risk(sheet: Sheet, across: Scale, curve: Curve, days: Numerals, *, is_only: bool) -> None:
    """Write how many were still open under the days themselves: only days of a step are known."""
    if not is_only:
        middle = sheet.y + LINE_HEIGHT - 10
        sheet.add(line((LEFT, middle), (LEFT + KEY_ROOM, middle), curve.stroke))
        sheet.paragraph(curve.group, colour=INK, indent=KEY_ROOM + 8)
    for step in _spread(across, curve.steps):
        x = across.place(step.working_day)
        day, count = days.bare(step.working_day), days.bare(step.at_risk)
        sheet.add(Text(x, sheet.y + LINE_HEIGHT - 5, day, align="center", colour=INK_SOFT))
        sheet.add(Text(x, sheet.y + 2 * LINE_HEIGHT - 5, count, align="center", is_bold=True))
    sheet.y += 2 * LINE_HEIGHT


def _spread(across: Scale, steps: Sequence[StepRow]) -> list[StepRow]:
    """Return the steps nearest to the ticks, as many as fit beside each other."""
    chosen: list[StepRow] = []
    for tick in across.ticks():
        nearest = min(steps, key=lambda step: abs(step.working_day - tick))
        if not chosen or _apart(across, chosen[-1], nearest) >= COUNT_ROOM:
            chosen.append(nearest)
    return chosen


def _apart(across: Scale, one: StepRow, other: StepRow) -> float:
    return across.place(other.working_day) - across.place(one.working_day)


def _columns(curves: Sequence[Curve]) -> dict[str, list[Value]]:
    rows = [(curve.group, step) for curve in curves for step in curve.steps]
    return {
        "group": [group for group, _ in rows],
        "working_day": [step.working_day for _, step in rows],
        "share_answered": [step.share for _, step in rows],
        "low": [step.low for _, step in rows],
        "high": [step.high for _, step in rows],
        "at_risk": [step.at_risk for _, step in rows],
    }
