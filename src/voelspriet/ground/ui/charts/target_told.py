# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a chart of waves and a target shows, in words."""

from __future__ import annotations

from collections.abc import Sequence

from voelspriet.ground.ui.charts.chart import Language
from voelspriet.ground.ui.charts.numerals import Numerals, percent
from voelspriet.ground.ui.charts.rows import BandRow, Goal, WaveRow
from voelspriet.ground.ui.charts.words import TargetWords, target_words, words

# a chance is never told as certain
LEAST_CHANCE, MOST_CHANCE = 0.01, 0.99


def verdict_said(goal: Goal, language: Language) -> str:
    """Return the verdict with its probability and its reason."""
    fixed = target_words(language)
    verdict = {
        "on course": fixed.on_course,
        "off course": fixed.off_course,
        "cannot be said": fixed.cannot_be_said,
    }[goal.verdict]
    if goal.probability is not None:
        verdict += f": {fixed.probability.format(_chance(goal.probability, language))}"
    return f"{verdict} ({goal.reason})" if goal.reason else verdict


def goal_said(goal: Goal, style: Numerals) -> str:
    """Return the target in words."""
    fixed = target_words(style.language)
    return (fixed.at_most if goal.is_ceiling else fixed.at_least).format(style.full(goal.target))


def wave_said(wave: WaveRow, style: Numerals) -> str:
    """Return an estimate with its interval."""
    fixed = words(style.language)
    if wave.low is None or wave.high is None:
        return f"{style.full(wave.estimate)} ({fixed.no_interval})"
    low, high = style.bare(wave.low), style.bare(wave.high)
    return f"{style.full(wave.estimate)} ({low} {fixed.to} {high})"


def breaks_between(waves: Sequence[WaveRow]) -> list[WaveRow]:
    """Return the waves that cannot be compared with the one before; the first has none before."""
    return [wave for wave in waves[1:] if wave.break_before]


def told(waves: Sequence[WaveRow], goal: Goal, band: Sequence[BandRow], style: Numerals) -> str:
    """Return the verdict, the waves, the breaks, and where the band ends."""
    fixed = target_words(style.language)
    sentences = [
        f"{verdict_said(goal, style.language)}.",
        f"{goal_said(goal, style)}.",
        f"{fixed.deadline.format(goal.deadline_label)}.",
        *_waves(waves, fixed, style),
    ]
    breaks = [f"{wave.label} ({wave.break_before})" for wave in breaks_between(waves)]
    if breaks:
        sentences += [fixed.breaks.format(", ".join(breaks)), fixed.not_joined]
    if band:
        end = max(band, key=lambda row: row.year)
        low, high = style.full(end.low), style.full(end.high)
        sentences.append(fixed.expected_told.format(goal.deadline_label, low, high))
    return " ".join(sentences)


def _waves(waves: Sequence[WaveRow], fixed: TargetWords, style: Numerals) -> list[str]:
    first, last = waves[0], waves[-1]
    if first is last:
        return [fixed.one_wave, fixed.single.format(first.label, wave_said(first, style))]
    low, high = (pick(waves, key=lambda wave: wave.estimate) for pick in (min, max))
    ends = fixed.first_last.format(
        first.label, wave_said(first, style), last.label, wave_said(last, style)
    )
    extremes = fixed.extremes.format(
        high.label, style.full(high.estimate), low.label, style.full(low.estimate)
    )
    return [fixed.seen.format(len(waves)), ends, extremes]


def _chance(probability: float, language: Language) -> str:
    if probability < LEAST_CHANCE:
        return f"< {percent(LEAST_CHANCE, language)}"
    if probability > MOST_CHANCE:
        return f"> {percent(MOST_CHANCE, language)}"
    return percent(probability, language)
