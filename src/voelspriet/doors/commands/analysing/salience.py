# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse salience`: who speaks of which factor how often."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import FILE, OUT, clear_errors, say

if TYPE_CHECKING:
    from voelspriet.analysis.congruence import Salience, SalienceReport

MANY = 10  # comparisons at once, above which some differ by chance


class Listed(click.ParamType[tuple[str, int]]):
    """A number of people, or an area with one: `40` or `North=40`."""

    name = "number"

    def convert(
        self, value: str | tuple[str, int], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        """Return the area ("" for a number alone) and the number."""
        if isinstance(value, tuple):
            return value
        area, _, number = value.rpartition("=")
        if not number.strip().isdigit():
            self.fail(f"{value!r} is no number, nor an area with one such as North=40", param, ctx)
        return area.strip(), int(number)


@click.command()
@click.argument("fragments", type=FILE)
@click.option("--by", help="Column with the area; else all areas together.")
@click.option("--delta", type=click.FloatRange(0, 1, min_open=True, max_open=True), default=0.10,
              show_default=True, help="Smallest difference of shares that matters.")  # fmt: skip
@click.option("--professionals-listed", "listed", type=Listed(), multiple=True,
              metavar="[AREA=]NUMBER",
              help="How many professionals there are to ask, when the list is known; "
              "with --by once per area.")  # fmt: skip
@OUT
def command(
    *, fragments: Path, by: str | None, delta: float, listed: tuple[tuple[str, int], ...],
    out: Path | None,
) -> None:  # fmt: skip
    """Compare how often residents and professionals speak of each factor; this is no verdict.

    FRAGMENTS has a row per coded fragment. Columns: speaker, conversation, perspective (resident,
    professional or both), world, factor (or factor_number). A speaker who named nothing has a row
    with an empty factor. Without speaker and conversation nothing can be compared, and every row of
    the result says so.

    Result, one row per area, world and factor: area, world, factor, residents_asked,
    residents_naming, professionals_asked, professionals_naming, difference (residents' share minus
    professionals'), low, high (95 %), statement. Fewer than five conversations on a side give
    counts only.

    Example: voelspriet analyse salience fragments.csv --by area --out salience.csv
    """
    # slow imports: `--help` must not wait for them
    from voelspriet.analysis.congruence import salience  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    with clear_errors(fragments):
        report = salience(
            read_frame(fragments), by=by, delta=delta, professionals_listed=_per_area(listed)
        )
    write_table(_columns(report.saliences), out)
    _tell_what_to_know(report)


def _per_area(listed: tuple[tuple[str, int], ...]) -> int | dict[str, int] | None:
    areas = dict(listed)
    if len(areas) < len(listed) or ("" in areas and len(areas) > 1):
        message = "--professionals-listed is one number, or one per area"
        raise click.UsageError(message)
    return areas.get("", areas) if areas else None


def _columns(saliences: Sequence[Salience]) -> dict[str, Any]:
    # slow import: `--help` must not wait for it
    import pyarrow as pa  # noqa: PLC0415

    def counts(side: str, name: str) -> Any:
        sides = (getattr(one, side) for one in saliences)
        return pa.array([side and getattr(side, name) for side in sides], pa.int64())

    def numbers(name: str) -> Any:
        return pa.array([getattr(one, name) for one in saliences], pa.float64())

    return {
        "area": [one.area for one in saliences],
        "world": [one.world for one in saliences],
        "factor": [one.factor for one in saliences],
        "residents_asked": counts("residents", "asked"),
        "residents_naming": counts("residents", "naming"),
        "professionals_asked": counts("professionals", "asked"),
        "professionals_naming": counts("professionals", "naming"),
        "difference": numbers("difference"),
        "low": numbers("low"),
        "high": numbers("high"),
        "statement": [one.statement for one in saliences],
    }


def _tell_what_to_know(report: SalienceReport) -> None:
    left = report.left_out
    if not report.has_speakers:
        say("No row tells who spoke (speaker) in which conversation: nothing can be compared.")
    told = (
        ("Rows without a perspective, left out", left.without_perspective),
        ("Rows without a speaker or conversation, left out", left.without_speaker),
        ("Rows without an area, left out", left.without_area),
        ("Rows with a factor but without a world, not counted as naming it", left.without_world),
        ("Speakers who are resident and professional, counted on both sides",
         report.speakers_on_both_sides),
        ("Conversations with speakers of both sides", report.talks_with_both_sides),
        ("Speakers in more than one conversation, which then count as one for the interval",
         report.speakers_in_more_talks),
    )  # fmt: skip
    for words, count in told:
        if count:
            say(f"{words}: {count}.")
    compared = sum(one.difference is not None for one in report.saliences)
    if compared > MANY:
        say(f"{compared} comparisons at 95 %: were there no difference at all,"
            f" about {compared / 20:.0f} would still seem to differ.")  # fmt: skip
