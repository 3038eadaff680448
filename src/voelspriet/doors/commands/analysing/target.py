# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse target`: is a target on course?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import CHART, FILE, OUT, clear_errors, say

if TYPE_CHECKING:
    from datetime import date

    from voelspriet.analysis.survey.targets.target import TargetOutlook
    from voelspriet.analysis.survey.waves.wave_table import WaveTable
    from voelspriet.ground.ui.charts import Chart

Z_95 = 1.959963984540054
END_OF_YEAR = (12, 31)
HUNDRED = 100.0


@click.command()
@click.argument("waves", type=FILE, required=True)
@click.option("--target", type=float, required=True, help="The figure that should be met.")
@click.option("--deadline", required=True, help="A day (2022-12-31) or a year: its last day.")
@click.option("--direction", type=click.Choice(["at-least", "at-most"]), default="at-least",
              show_default=True, help="Is the target a floor or a ceiling?")  # fmt: skip
@click.option("--unit", type=click.Choice(["points", "share"]), default="points",
              show_default=True, help="83 is points, 0.83 a share.")  # fmt: skip
@OUT
@CHART
def command(
    *, waves: Path, target: float, deadline: str, direction: str, unit: str, out: Path | None,
    chart: Path | None,
) -> None:  # fmt: skip
    """Tell the chance that a share meets a target on its deadline, from waves of a survey.

    WAVES has the columns date (a day, or a year: taken as 1 July), estimate, standard_error
    (without finite population correction), and if known n (without a standard error: that of a
    simple random sample of n) and break (what changed before this wave: the question, the mode,
    the source). Waves before a break are not used, nor those after the deadline.

    Columns: statement (on course: the chance is 80 % or more; off course: 20 % or less; else
    cannot be said, also with fewer than two waves to compare), reason, probability, target_points,
    direction, deadline, last_wave, waves_used, waves_before_break, waves_after_deadline,
    level_points and level_error_points (the true value at the last wave used, with standard
    error), drift_points_per_year and drift_error_points_per_year, expected_points (on the
    deadline), expected_low_95, expected_high_95, expected_low_80, expected_high_80. All in
    percentage points. Numbers that cannot be said are empty.

    Example: voelspriet analyse target waves.csv --target 85 --deadline 2022-12-31
    """
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.survey.targets.target import Direction, target_outlook  # noqa: PLC0415
    from voelspriet.analysis.survey.waves.wave_table import Unit, waves_of  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.drawing import write_result  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415

    day, points = _deadline(deadline), _points(target, unit)
    with clear_errors(waves):
        table = waves_of(read_frame(waves), unit=Unit(unit))
        outlook = target_outlook(
            table.in_points(), target_points=points, deadline=day, direction=Direction(direction)
        )
    with clear_errors():
        write_result(_columns(outlook), out, chart=chart, draw=lambda: _drawn(outlook, table))
    _tell(table, outlook)


def _deadline(text: str) -> date:
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.survey.waves.wave_table import day_of  # noqa: PLC0415

    day = day_of(text, of_year=END_OF_YEAR)
    if day is None:
        message = f"{text!r} is not a day (2022-12-31) or a year (2022)"
        raise click.BadParameter(message, param_hint="--deadline")
    return day


def _points(target: float, unit: str) -> float:
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.survey.waves.wave_table import Unit, fits  # noqa: PLC0415

    why = fits(target, Unit(unit))
    if why:
        raise click.BadParameter(why, param_hint="--target")
    return Unit(unit).in_points(target)


def _columns(outlook: TargetOutlook) -> dict[str, list[Any]]:
    used, end = outlook.waves_used, outlook.band[-1] if outlook.band else None
    row = {
        "statement": str(outlook.statement),
        "reason": outlook.reason,
        "probability": outlook.probability,
        "target_points": outlook.target_points,
        "direction": str(outlook.direction),
        "deadline": outlook.deadline.isoformat(),
        "last_wave": used[-1].on.isoformat() if used else None,
        "waves_used": len(used),
        "waves_before_break": outlook.waves_before_break,
        "waves_after_deadline": outlook.waves_after_deadline,
        "level_points": outlook.level_points,
        "level_error_points": outlook.level_error_points,
        "drift_points_per_year": outlook.drift_points_per_year,
        "drift_error_points_per_year": outlook.drift_error_points_per_year,
        "expected_points": end.middle if end else None,
        "expected_low_95": end.low_95 if end else None,
        "expected_high_95": end.high_95 if end else None,
        "expected_low_80": end.low_80 if end else None,
        "expected_high_80": end.high_80 if end else None,
    }
    return {name: [value] for name, value in row.items()}


def _tell(table: WaveTable, outlook: TargetOutlook) -> None:
    """Say the verdict, and everything that was assumed or left out."""
    chance = "" if outlook.probability is None else f" (chance {100 * outlook.probability:.0f} %)"
    reason = f": {outlook.reason}" if outlook.reason else ""
    bound = outlook.direction.value.replace("-", " ")
    say(f"{outlook.statement}{chance}{reason}; target {bound} {outlook.target_points:g} %.")
    for count, what in (
        (table.from_year, "dated with a year: taken as 1 July"),
        (table.from_n, "without a standard error: taken as of a simple random sample of n"),
        (outlook.waves_before_break, "before a break: not used"),
        (outlook.waves_after_deadline, "after the deadline: not used"),
    ):
        if count:
            say(f"{count} wave{'s' if count > 1 else ''} {what}.")
    if outlook.probability is None and outlook.waves_used:
        _tell_what_it_takes(outlook)


def _tell_what_it_takes(outlook: TargetOutlook) -> None:
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.survey.planner import needed_per_wave  # noqa: PLC0415

    now, goal = outlook.waves_used[-1].estimate, outlook.target_points
    if 0 < now < HUNDRED and 0 < goal < HUNDRED and now != goal:
        n = needed_per_wave(now / HUNDRED, goal / HUNDRED).n
        say(
            f"To tell {now:g} % from {goal:g} % takes two waves of {n:,} answers each in simple"
            " random samples (see plan-sample)."
        )


def _drawn(outlook: TargetOutlook, table: WaveTable) -> Chart:
    # slow import: `--help` must not wait for it
    from voelspriet.ground.ui.charts import (  # noqa: PLC0415
        BandRow,
        Goal,
        WaveRow,
        target_chart,
    )

    measured = [
        WaveRow(
            wave.on.isoformat(), _year(wave.on), wave.estimate / HUNDRED,
            (wave.estimate - Z_95 * wave.standard_error) / HUNDRED,
            (wave.estimate + Z_95 * wave.standard_error) / HUNDRED,
            # before the first wave there is nothing to be cut off from
            wave.break_before if place else "",
        )
        for place, wave in enumerate(table.in_points())
    ]  # fmt: skip
    band = [
        BandRow(
            _year(point.on), point.middle / HUNDRED, point.low_95 / HUNDRED, point.high_95 / HUNDRED
        )
        for point in outlook.band
    ]
    bound = outlook.direction.value.replace("-", " ")
    goal = Goal(
        outlook.target_points / HUNDRED, _year(outlook.deadline), outlook.deadline.isoformat(),
        outlook.statement.value, outlook.probability, outlook.reason, bound == "at most",
    )  # fmt: skip
    title = f"Target {bound} {outlook.target_points:g} % on {outlook.deadline.isoformat()}"
    return target_chart(measured, goal, title=title, band=band)


def _year(day: date) -> float:
    start = day.replace(month=1, day=1)
    return day.year + (day - start).days / (day.replace(month=12, day=31) - start).days
