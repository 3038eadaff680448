# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a chart of times shows, in words."""

from __future__ import annotations

from collections.abc import Sequence

from voelspriet.ground.ui.charts.chart import Language
from voelspriet.ground.ui.charts.curves import Curve
from voelspriet.ground.ui.charts.numerals import percentages, written
from voelspriet.ground.ui.charts.rows import MedianRow
from voelspriet.ground.ui.charts.words import survival_words, words


def days(working_days: float, language: Language) -> str:
    """Return a number of working days, whole where it is."""
    return written(working_days, 0 if float(working_days).is_integer() else 1, language)


def median_said(median: MedianRow, language: Language) -> str:
    """Return the median with its interval, or that it is not reached."""
    fixed = survival_words(language)
    if median.working_days is None:
        return fixed.not_reached
    return fixed.median.format(days(median.working_days, language)) + _interval(median, language)


def told(curves: Sequence[Curve], language: Language) -> str:
    """Return in how many days half was answered, and how much at the end, per curve."""
    sentences = [survival_words(language).seen]
    for curve in curves:
        sentences += [f"{curve.group}." if curve.group else "", *_curve(curve, language)]
    return " ".join(sentence for sentence in sentences if sentence)


def _curve(curve: Curve, language: Language) -> list[str]:
    fixed, style = survival_words(language), percentages(language)
    median, last = curve.median, curve.steps[-1]
    if median.working_days is None:
        half = fixed.not_reached_told
    else:
        half = fixed.reached_told.format(
            days(median.working_days, language), _interval(median, language)
        )
    interval = ""
    if last.low is not None and last.high is not None:
        interval = f" ({style.bare(last.low)} {words(language).to} {style.bare(last.high)})"
    end = fixed.end_told.format(days(last.working_day, language), style.full(last.share), interval)
    return [half, end]


def _interval(median: MedianRow, language: Language) -> str:
    """Return the interval of a median; an end that the data do not reach is said so."""
    if median.low is None and median.high is None:
        return ""
    ends = [
        words(language).not_reached if end is None else days(end, language)
        for end in (median.low, median.high)
    ]
    return f" ({ends[0]} {words(language).to} {ends[1]})"
