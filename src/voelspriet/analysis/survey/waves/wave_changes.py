# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every change from one wave to the next in a table of series, with the q of many tests."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from voelspriet.analysis.frames import FrameLike
from voelspriet.analysis.survey.measured_wave import MeasuredWave
from voelspriet.analysis.survey.questions.many_tests import benjamini_hochberg, carries_q
from voelspriet.analysis.survey.waves.wave_table import Unit, WaveSeries, series_of
from voelspriet.analysis.survey.waves.waves import Wave, WaveChange, change_between


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """One change in one series; `q_value` is None in a table of ten tests or fewer."""

    group: tuple[str, ...]
    before: MeasuredWave
    after: MeasuredWave
    change: WaveChange
    q_value: float | None


@dataclass(frozen=True, slots=True)
class SeriesChanges:
    """All changes, the number of tests, and what was assumed or had nothing to compare.

    `alone` counts series of one wave, `without_df` waves whose standard error was taken as known;
    `from_year` and `from_n` are as in `WaveTable`.
    """

    changes: tuple[SeriesChange, ...]
    tests: int
    alone: int
    without_df: int
    from_year: int
    from_n: int


def wave_changes(
    data: FrameLike, *, by: Sequence[str] = (), unit: Unit = Unit.POINTS
) -> SeriesChanges:
    """Compare every wave with the one before it, per series, as `change_between` does.

    The columns are those of `waves_of`; `by` names the columns that tell series apart. Degrees of
    freedom are `df`, else n − 1, else infinite; a `covariance` with the wave before makes a panel;
    a `break` gives "not comparable". More than ten tests carry a q (Benjamini & Hochberg 1995).
    Raises as `series_of` and `change_between` do.
    """
    series = series_of(data, by, unit=unit)
    found = [
        (one.group, before, after, _change(before, after))
        for one in series
        for before, after in pairwise(one.table.waves)
    ]
    p_values = [math.nan if c.p_value is None else c.p_value for *_, c in found]
    tests = sum(not math.isnan(p) for p in p_values)
    q_values = benjamini_hochberg(p_values) if carries_q(tests) else [math.nan] * len(found)
    changes = tuple(
        SeriesChange(*row, None if math.isnan(q) else float(q))
        for row, q in zip(found, q_values, strict=True)
    )
    return SeriesChanges(
        changes, tests,
        sum(len(one.table.waves) == 1 for one in series), _without_df(series),
        sum(one.table.from_year for one in series), sum(one.table.from_n for one in series),
    )  # fmt: skip


def _change(before: MeasuredWave, after: MeasuredWave) -> WaveChange:
    return change_between(
        _wave(before), _wave(after), covariance=after.covariance, break_reason=after.break_before
    )


def _wave(measured: MeasuredWave) -> Wave:
    df = measured.df
    if df is None:
        df = math.inf if measured.n is None else measured.n - 1
    return Wave(measured.estimate, measured.standard_error, df)


def _without_df(series: Sequence[WaveSeries]) -> int:
    return sum(w.df is None and w.n is None for one in series for w in one.table.waves)
