# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a target on course? The chance that the true value meets it at the deadline (method §4).

Everything is in percentage points (0 to 100): the model's drift and wandering are too, so it is
not for grades or other units.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from statistics import NormalDist

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.measured_wave import MeasuredWave
from voelspriet.analysis.survey.targets.drifting_level import (
    State,
    first_seen,
    moved_on,
    seen_again,
)

NORMAL = NormalDist()
ON_COURSE_FROM, OFF_COURSE_TO = 0.80, 0.20
FEWEST_WAVES = 2
DAYS_IN_YEAR = 365.25
Z_95, Z_80 = NORMAL.inv_cdf(0.975), NORMAL.inv_cdf(0.90)
ROUNDED_TO = 9  # decimals of a chance before it is compared with 0.80 and 0.20


class Course(StrEnum):
    """What can be said of a target."""

    ON = "on course"
    OFF = "off course"
    CANNOT_BE_SAID = "cannot be said"


class Direction(StrEnum):
    """Whether a target is a floor or a ceiling."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"


@dataclass(frozen=True, slots=True)
class BandPoint:
    """Where the true value is expected on a day, with its 95 % and 80 % limits, in points.

    The limits are those of the normal distribution and may leave 0 to 100.
    """

    on: date
    middle: float
    low_95: float
    high_95: float
    low_80: float
    high_80: float


@dataclass(frozen=True, slots=True)
class TargetOutlook:
    """What the waves say of a target, in percentage points.

    `probability` is that of the true value meeting the target on the deadline; None, and the band
    empty, when fewer than two waves can be compared: `reason` then says so. `level_points` is the
    true value at the last wave used and `drift_points_per_year` its direction, with standard
    errors. `waves_before_break` and `waves_after_deadline` were not used.
    """

    statement: Course
    reason: str
    probability: float | None
    target_points: float
    direction: Direction
    deadline: date
    waves_used: tuple[MeasuredWave, ...]
    waves_before_break: int
    waves_after_deadline: int
    level_points: float | None
    level_error_points: float | None
    drift_points_per_year: float | None
    drift_error_points_per_year: float | None
    band: tuple[BandPoint, ...]


def target_outlook(
    waves: Sequence[MeasuredWave],
    *,
    target_points: float,
    deadline: date,
    direction: Direction = Direction.AT_LEAST,
) -> TargetOutlook:
    """Return whether a target is on course: the chance is ≥ 0.80, off course ≤ 0.20.

    Between those, and with fewer than two waves since the last break, it "cannot be said". The
    model is the one of `drifting_level`: each wave is the true value plus a normal error of its
    standard error; the true value drifts (N(0, 1 point a year) beforehand) and wanders (1 point
    per √year); nothing is assumed of its level. Waves may lie at any distance; those after the
    deadline are not used, and a wave with `break_before` starts the series anew.

    Raises InputError for estimates or a target outside 0 to 100, a standard error that is not
    above 0, and two waves on one day.
    """
    _check(waves, target_points)
    known = sorted((w for w in waves if w.on <= deadline), key=lambda wave: wave.on)
    used = _since_break(known)
    before, after = len(known) - len(used), len(waves) - len(known)
    state = _believed(used) if len(used) >= FEWEST_WAVES else None
    if state is None:
        return TargetOutlook(
            Course.CANNOT_BE_SAID, _too_few(used, before, after), None, target_points, direction,
            deadline, used, before, after, None, None, None, None, (),
        )  # fmt: skip
    probability = _probability(state, _years(used[-1].on, deadline), target_points, direction)
    statement = _course(probability)
    reason = "" if statement is not Course.CANNOT_BE_SAID else "the chance is between 20 and 80 %"
    return TargetOutlook(
        statement, reason, probability, target_points, direction, deadline, used, before, after,
        state.level, math.sqrt(state.level_variance), state.drift,
        math.sqrt(state.drift_variance), _band(state, used[-1].on, deadline),
    )  # fmt: skip


def _check(waves: Sequence[MeasuredWave], target: float) -> None:
    values = [target, *(wave.estimate for wave in waves)]
    if not all(0 <= value <= 100 for value in values):  # noqa: PLR2004  percentage points
        raise InputError("a target and its waves are percentage points, 0 to 100")
    if not all(0 < wave.standard_error < math.inf for wave in waves):
        raise InputError("the standard error of a wave is above 0")
    if len({wave.on for wave in waves}) < len(waves):
        raise InputError("two waves are on one day")


def _since_break(known: Sequence[MeasuredWave]) -> tuple[MeasuredWave, ...]:
    breaks = [place for place, wave in enumerate(known) if wave.break_before]
    return tuple(known[breaks[-1] if breaks else 0 :])


def _too_few(used: Sequence[MeasuredWave], before: int, after: int) -> str:
    if not used:
        told = "there is no wave" + (" on or before the deadline" if after else "")
        return f"{told} and it takes two that can be compared"
    told = "there is one wave" + (" since a break" if before else "")
    broken = f"; before it: {used[0].break_before}" if used[0].break_before else ""
    return f"{told} and it takes two that can be compared{broken}"


def _believed(used: Sequence[MeasuredWave]) -> State:
    state = first_seen(used[0].estimate, used[0].standard_error)
    for last, wave in pairwise(used):
        state = moved_on(state, _years(last.on, wave.on))
        state = seen_again(state, wave.estimate, wave.standard_error)
    return state


def _probability(state: State, years: float, target: float, direction: Direction) -> float:
    there = moved_on(state, years)
    room = (there.level - target) / math.sqrt(there.level_variance)
    return NORMAL.cdf(room if direction is Direction.AT_LEAST else -room)


def _course(probability: float) -> Course:
    rounded = round(probability, ROUNDED_TO)
    if rounded >= ON_COURSE_FROM:
        return Course.ON
    return Course.OFF if rounded <= OFF_COURSE_TO else Course.CANNOT_BE_SAID


def _band(state: State, start: date, deadline: date) -> tuple[BandPoint, ...]:
    """Return the band at the last wave, every year after it and the deadline."""
    days = [start]
    days += [day for day in _anniversaries(start, deadline.year) if day < deadline]
    days += [deadline] if deadline > start else []
    points = []
    for day in days:
        there = moved_on(state, _years(start, day))
        error = math.sqrt(there.level_variance)
        middle, wide, near = there.level, Z_95 * error, Z_80 * error
        points.append(
            BandPoint(day, middle, middle - wide, middle + wide, middle - near, middle + near)
        )
    return tuple(points)


def _anniversaries(start: date, last_year: int) -> list[date]:
    # 29 February comes back as the 28th
    day = min(start.day, 28) if start.month == 2 else start.day  # noqa: PLR2004  February
    return [date(year, start.month, day) for year in range(start.year + 1, last_year + 1)]


def _years(start: date, end: date) -> float:
    return (end - start).days / DAYS_IN_YEAR
