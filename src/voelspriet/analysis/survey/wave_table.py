# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of waves: when, what was measured, how sure, and what changed before it.

Percentages and shares are never guessed: the unit is said, and what does not fit it is refused.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.frames.frame import Vector

YEAR = re.compile(r"^\d{4}$")
DAY = re.compile(r"^(\d{4}-\d{2}-\d{2})([ T]00:00:00(\.0+)?)?$")
MID_YEAR = (7, 1)  # month and day a wave of a whole year stands for
IMPOSSIBLE_N = 1_000_000  # a standard error that needs more answers is in another unit


class Unit(StrEnum):
    """In what the estimates of a table are."""

    POINTS = "points"
    SHARE = "share"
    OTHER = "other"

    @property
    def whole(self) -> float:
        """What everybody is in this unit: 100 points, a share of 1; infinite for other units."""
        return {"points": 100.0, "share": 1.0}.get(self.value, math.inf)


@dataclass(frozen=True, slots=True)
class MeasuredWave:
    """One row of a table of waves, in the unit of the table.

    `n` is the number of answers or None; `break_before` says what changed before this wave (the
    question, the mode, the source), empty when nothing did.
    """

    on: date
    estimate: float
    standard_error: float
    n: float | None = None
    break_before: str = ""


@dataclass(frozen=True, slots=True)
class WaveTable:
    """The waves in order of date, and how many were read with an assumption.

    `from_year` counts waves dated with a year, taken as 1 July; `from_n` those without a standard
    error, taken as of a simple random sample of n answers.
    """

    waves: tuple[MeasuredWave, ...]
    from_year: int
    from_n: int


def waves_of(data: FrameLike, *, unit: Unit = Unit.POINTS) -> WaveTable:
    """Read waves from the columns `date`, `estimate`, `standard_error` and, if there, `n`, `break`.

    `date` is a day (2022-06-15) or a year (2022). In points an estimate lies between 1 and 100, or
    is 0; in shares between 0 and 1. A wave without a standard error takes √(p(1−p)/n) when its `n`
    is there. Rows may stand in any order.

    Raises ColumnError, with the row, for a missing date, estimate or standard error, a date twice,
    a standard error of 0 or less, an n below 1, and values that do not fit the unit.
    """
    frame = Frame.of(data)
    frame.require(["date", "estimate", "standard_error"])
    days, from_year = _days(frame)
    estimates = frame.numbers("estimate", complete=True)
    _check_estimates(estimates, unit)
    sizes = frame.numbers("n") if "n" in frame.names else np.full(len(frame), np.nan)
    _refuse("n", sizes < 1, "is a number of answers, 1 or more")
    errors, from_n = _errors(frame, estimates, sizes, unit)
    breaks = frame.texts("break") if "break" in frame.names else [None] * len(frame)
    waves = [
        MeasuredWave(
            day, float(estimate), float(error), None if math.isnan(n) else float(n),
            (text or "").strip(),
        )
        for day, estimate, error, n, text in zip(
            days, estimates, errors, sizes, breaks, strict=True
        )
    ]  # fmt: skip
    return WaveTable(tuple(sorted(waves, key=lambda wave: wave.on)), from_year, from_n)


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
    if unit is Unit.OTHER:
        return ""
    if not 0 <= value <= unit.whole:
        hint = ": in points that is 85, as a share 0.85" if unit is Unit.SHARE else ""
        return f"{value:g} is not between 0 and {unit.whole:g}{hint}"
    if unit is Unit.POINTS and 0 < value < 1:
        return f"{value:g} looks like a share: write 83 for 83 %, or say that the unit is a share"
    return ""


def _days(frame: Frame) -> tuple[list[date], int]:
    days, from_year = [], 0
    for row, text in enumerate(frame.texts("date", complete=True), start=1):
        day = day_of(text or "")
        if day is None:
            why = f"{text!r} is not a day (2022-06-15) or a year (2022)"
            raise ColumnError("date", why, row=row)
        if day in days:
            raise ColumnError("date", f"{text} is there twice", row=row)
        days.append(day)
        from_year += bool(YEAR.match((text or "").strip()))
    return days, from_year


def _check_estimates(estimates: Vector, unit: Unit) -> None:
    for row, value in enumerate(estimates, start=1):
        why = fits(float(value), unit)
        if why:
            raise ColumnError("estimate", why, row=row)


def _errors(frame: Frame, estimates: Vector, sizes: Vector, unit: Unit) -> tuple[Vector, int]:
    """Return the standard errors, from n where there is none, and how many came from n."""
    name, errors = "standard_error", frame.numbers("standard_error")
    _refuse(name, errors <= 0, "is above 0: a sample is never certain")
    without = np.isnan(errors)
    missing = without & (np.isnan(sizes) | (unit is Unit.OTHER))
    _refuse(name, missing, "is missing" + ("" if unit is Unit.OTHER else ", and so is n"))
    extreme = without & ((estimates == 0) | (estimates == unit.whole))
    _refuse(name, extreme, "is missing, and does not follow from n when all answer alike")
    if unit is Unit.OTHER:
        return errors, 0
    spread = np.sqrt(estimates * (unit.whole - estimates))
    errors = np.where(without, spread / np.sqrt(sizes), errors)
    _refuse(name, errors > unit.whole / 2, f"is larger than a share can have in {unit.value}")
    tiny = (spread > 0) & (errors * math.sqrt(IMPOSSIBLE_N) < spread)
    _refuse(name, tiny, f"would take over a million answers: is it in {unit.value}?")
    return errors, int(np.count_nonzero(without))


def _refuse(name: str, wrong: np.ndarray, why: str) -> None:
    if np.any(wrong):
        raise ColumnError(name, why, row=int(np.argmax(wrong)) + 1)
