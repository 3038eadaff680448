# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse waves`: did a figure change from wave to wave, or is it chance?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import FILE, NAMES, OUT, clear_errors, say

if TYPE_CHECKING:
    from voelspriet.analysis.survey.waves.wave_changes import SeriesChange, SeriesChanges

OURS = ("from_date", "to_date", "before", "after", "difference", "standard_error", "low", "high",
        "df", "p_value", "q_value", "detectable", "statement", "reason")  # fmt: skip


@click.command()
@click.argument("waves", type=FILE, required=True)
@click.option("--by", type=NAMES, default=(), help="Columns that tell series apart: area,question.")
@click.option("--unit", type=click.Choice(["points", "share", "other"]), default="points",
              show_default=True, help="83 is points, 0.83 a share; other is a grade.")  # fmt: skip
@OUT
def command(*, waves: Path, by: tuple[str, ...], unit: str, out: Path | None) -> None:
    """Compare every wave of a survey with the one before it.

    WAVES has the columns date (a day, or a year: taken as 1 July), estimate, standard_error
    (without finite population correction: that never tests a change), and if known n or df,
    covariance (with the wave before, for a panel) and break (what changed before this wave: the
    question, the mode, the source).

    Columns: those of --by, from_date, to_date, before, after, difference, standard_error, low,
    high (95 %), df, p_value, q_value (Benjamini-Hochberg, in tables of more than ten tests),
    detectable (the change these two waves show in 80 of 100 cases), statement (more, less, no
    change shown, not comparable, cannot be said), reason. Over a break no number is given.

    Example: voelspriet analyse waves waves.csv --by area
    """
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.errors import InputError  # noqa: PLC0415
    from voelspriet.analysis.survey.waves.wave_changes import wave_changes  # noqa: PLC0415
    from voelspriet.analysis.survey.waves.wave_table import Unit  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    with clear_errors(waves):
        twice = [name for name in by if name in OURS]
        if twice:
            raise InputError(f"column {twice[0]!r} is one of the result: give it another name")
        found = wave_changes(read_frame(waves), by=by, unit=Unit(unit))
    rows = [_row(change) for change in found.changes]
    columns: dict[str, list[Any]] = {
        name: [change.group[place] for change in found.changes] for place, name in enumerate(by)
    }
    with clear_errors():
        write_table(columns | {name: [row[name] for row in rows] for name in OURS}, out)
    _tell(found)


def _row(one: SeriesChange) -> dict[str, Any]:
    change = one.change
    return {
        "from_date": one.before.on.isoformat(),
        "to_date": one.after.on.isoformat(),
        "before": one.before.estimate,
        "after": one.after.estimate,
        "difference": _plain(change.difference),
        "standard_error": change.standard_error,
        "low": _plain(change.low),
        "high": _plain(change.high),
        # without a number of answers the degrees of freedom are endless: empty
        "df": None if change.df == float("inf") else change.df,
        "p_value": change.p_value,
        "q_value": one.q_value,
        "detectable": change.detectable,
        "statement": str(change.statement),
        "reason": change.reason,
    }


def _tell(found: SeriesChanges) -> None:
    """Say how much was compared, and everything that was assumed or left out."""
    broken = sum(one.change.statement == "not comparable" for one in found.changes)
    for count, what in (
        (found.tests, "tested"),
        (broken, "over a break: not comparable"),
    ):
        if count:
            say(f"{count} change{'s' if count > 1 else ''} {what}.")
    for count, what in (
        (found.from_year, "dated with a year: taken as 1 July"),
        (found.from_n, "without a standard error: taken as of a simple random sample of n"),
        (found.without_df, "without n or df: the standard error is taken as known"),
        (found.alone, "alone in a series: nothing to compare"),
    ):
        if count:
            say(f"{count} wave{'s' if count > 1 else ''} {what}.")
    if found.tests and any(one.q_value is not None for one in found.changes):
        say("In a table of so many tests some changes are chance: look at q_value.")


def _plain(value: float | None) -> float | None:
    """Return a difference without the last digits of the arithmetic."""
    return None if value is None else round(value, 10)
