# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of waves: when, what was measured, how sure, and what changed before it.

Percentages and shares are never guessed: the unit is said, and what does not fit it is refused.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.measured_wave import MeasuredWave

YEAR = re.compile(r"^\d{4}$")
DAY = re.compile(r"^(\d{4}-\d{2}-\d{2})([ T]00:00:00(\.0+)?)?$")
MID_YEAR = (7, 1)  # month and day a wave of a whole year stands for
WHOLE_POINTS = 100.0
FEWEST_ANSWERS = 2  # one answer has no standard error
IMPOSSIBLE_N = 1_000_000  # a standard error that needs more answers is in another unit


class Unit(StrEnum):
    """In what the estimates of a table are."""

    POINTS = "points"
    SHARE = "share"
    OTHER = "other"

    @property
    def whole(self) -> float:
        """What everybody is in this unit: 100 points, a share of 1; infinite for other units."""
        return {"points": WHOLE_POINTS, "share": 1.0}.get(self.value, math.inf)

    def in_points(self, value: float) -> float:
        """Return a value of this unit in percentage points; ValueError for other units."""
        if self is Unit.OTHER:
            raise ValueError("only points and shares are percentages")
        # 0.83 is 83 points and not 83 and a bit
        return round(value * WHOLE_POINTS / self.whole, 12)


@dataclass(frozen=True, slots=True)
class WaveTable:
    """The waves in order of date, and how many were read with an assumption.

    `from_year` counts waves dated with a year, taken as 1 July; `from_n` those without a standard
    error, taken as of a simple random sample of n answers.
    """

    waves: tuple[MeasuredWave, ...]
    unit: Unit
    from_year: int
    from_n: int

    def in_points(self) -> tuple[MeasuredWave, ...]:
        """Return the waves in percentage points; ValueError for other units."""
        points = self.unit.in_points
        return tuple(
            replace(
                wave, estimate=points(wave.estimate), standard_error=points(wave.standard_error)
            )
            for wave in self.waves
        )


@dataclass(frozen=True, slots=True)
class WaveSeries:
    """The waves of one group in order of date; `group` has one label per column of groups."""

    group: tuple[str, ...]
    table: WaveTable


def waves_of(data: FrameLike, *, unit: Unit = Unit.POINTS) -> WaveTable:
    """Read the waves of one series from the columns `date`, `estimate` and `standard_error`.

    Columns `n`, `df`, `covariance` and `break` are read when they are there, see `MeasuredWave`.
    `date` is a day (2022-06-15) or a year (2022). In points an estimate lies between 1 and 100, or
    is 0; in shares between 0 and 1. A wave without a standard error takes √(p(1−p)/n) when its `n`
    is there. Rows may stand in any order.

    Raises ColumnError, with the row, for a missing date, estimate or standard error, a date twice,
    a standard error of 0 or less, an n below 2, and values that do not fit the unit.
    """
    return series_of(data, (), unit=unit)[0].table


def series_of(
    data: FrameLike, by: Sequence[str], *, unit: Unit = Unit.POINTS
) -> tuple[WaveSeries, ...]:
    """Read the waves of every group; `by` names the columns that tell groups apart.

    Without `by` there is one series, of all rows. Raises as `waves_of` does, and ColumnError for a
    row without a group.
    """
    frame = Frame.of(data)
    frame.require(["date", "estimate", "standard_error"])
    codes = [frame.codes(name, complete=True) for name in by]
    keys = [tuple(int(c.values[row]) for c in codes) for row in range(len(frame))]
    rows: dict[tuple[int, ...], list[_Row]] = {} if by else {(): []}
    for key, row in zip(keys, _rows(frame, unit), strict=True):
        group = rows.setdefault(key, [])
        if any(row.wave.on == other.wave.on for other in group):
            raise ColumnError("date", f"{row.wave.on} is there twice", row=row.number)
        group.append(row)
    return tuple(
        WaveSeries(
            tuple(c.labels[place] for c, place in zip(codes, key, strict=True)),
            _table(rows[key], unit),
        )
        for key in sorted(rows)
    )


def day_of(text: str, *, of_year: tuple[int, int] = MID_YEAR) -> date | None:
    """Return the day a text means; a year is month and day `of_year`. None for anything else."""
    found = DAY.match(text.strip())
    try:
        if found:
            return date.fromisoformat(found[1])
        return date(int(text), *of_year) if YEAR.match(text.strip()) else None
    except ValueError:
        return None


def fits(value: float, unit: Unit) -> str:
    """Return why a value cannot be in this unit, or nothing when it can."""
    if not math.isfinite(value):
        return f"{value:g} is no number"
    if unit is Unit.OTHER:
        return ""
    if not 0 <= value <= unit.whole:
        hint = ": in points that is 85, as a share 0.85" if unit is Unit.SHARE else ""
        return f"{value:g} is not between 0 and {unit.whole:g}{hint}"
    if unit is Unit.POINTS and 0 < value < 1:
        return f"{value:g} looks like a share: write 83 for 83 %, or say that the unit is a share"
    return ""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    wave: MeasuredWave
    is_from_year: bool
    is_from_n: bool


def _table(rows: Sequence[_Row], unit: Unit) -> WaveTable:
    waves = tuple(sorted((row.wave for row in rows), key=lambda wave: wave.on))
    return WaveTable(
        waves, unit, sum(row.is_from_year for row in rows), sum(row.is_from_n for row in rows)
    )


def _rows(frame: Frame, unit: Unit) -> list[_Row]:
    days = _days(frame)
    estimates = frame.numbers("estimate", complete=True)
    _check_estimates(estimates, unit)
    sizes, dfs = _optional(frame, "n"), _optional(frame, "df")
    _refuse("n", sizes < FEWEST_ANSWERS, "is a number of answers, 2 or more")
    _refuse("df", dfs <= 0, "is above 0")
    errors, from_n = _errors(frame, estimates, sizes, unit)
    covariances = np.nan_to_num(_optional(frame, "covariance"))
    breaks = frame.texts("break") if "break" in frame.names else [None] * len(frame)
    rows = []
    for place, (day, is_year) in enumerate(days):
        wave = MeasuredWave(
            day, float(estimates[place]), float(errors[place]), _known(sizes[place]),
            (breaks[place] or "").strip(), _known(dfs[place]), float(covariances[place]),
        )  # fmt: skip
        rows.append(_Row(place + 1, wave, is_year, bool(from_n[place])))
    return rows


def _optional(frame: Frame, name: str) -> Vector:
    return frame.numbers(name) if name in frame.names else np.full(len(frame), np.nan)


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _days(frame: Frame) -> list[tuple[date, bool]]:
    days = []
    for row, text in enumerate(frame.texts("date", complete=True), start=1):
        day = day_of(text or "")
        if day is None:
            why = f"{text!r} is not a day (2022-06-15) or a year (2022)"
            raise ColumnError("date", why, row=row)
        days.append((day, YEAR.match((text or "").strip()) is not None))
    return days


def _check_estimates(estimates: Vector, unit: Unit) -> None:
    for row, value in enumerate(estimates, start=1):
        why = fits(float(value), unit)
        if why:
            raise ColumnError("estimate", why, row=row)


def _errors(
    frame: Frame, estimates: Vector, sizes: Vector, unit: Unit
) -> tuple[Vector, NDArray[np.bool_]]:
    """Return the standard errors, and where they came from n because there was none."""
    name, errors = "standard_error", frame.numbers("standard_error")
    _refuse(name, errors <= 0, "is above 0: a sample is never certain")
    without = np.isnan(errors)
    if unit is Unit.OTHER:
        _refuse(name, without, "is missing")
        return errors, without
    _refuse(name, without & np.isnan(sizes), "is missing, and so is n")
    extreme = without & ((estimates == 0) | (estimates == unit.whole))
    _refuse(name, extreme, "is missing, and does not follow from n when all answer alike")
    spread = np.sqrt(estimates * (unit.whole - estimates))
    errors = np.where(without, spread / np.sqrt(sizes), errors)
    _refuse(name, errors > unit.whole / 2, f"is larger than a share can have in {unit.value}")
    tiny = (spread > 0) & (errors * math.sqrt(IMPOSSIBLE_N) < spread)
    _refuse(name, tiny, f"would take over a million answers: is it in {unit.value}?")
    return errors, without


def _refuse(name: str, wrong: NDArray[np.bool_], why: str) -> None:
    if np.any(wrong):
        raise ColumnError(name, why, row=int(np.argmax(wrong)) + 1)
