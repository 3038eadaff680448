# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse kept`: which party kept what it agreed first."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import FILE, OUT, clear_errors, say

if TYPE_CHECKING:
    from voelspriet.analysis.process.ledger import KeptReport, PartyKept


@click.command()
@click.argument("ledger", type=FILE)
@click.option("--by", help="Column with the party, an organisation; never persons.")
@click.option("--reported-on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", required=True,
              help="Day on which it is judged what was due and kept.")  # fmt: skip
@OUT
def command(*, ledger: Path, by: str | None, reported_on: datetime, out: Path | None) -> None:
    """Tell which share of its agreements a party kept, against the first agreed day.

    LEDGER has one row per agreement. Columns: entered_on, first_due_on and ended_on (2026-03-02, or
    a moment; ended_on is empty while it is open), and is_done: yes or no (also 1 and 0, ja and
    nee); what was cancelled has ended and is not done.

    Moved and cancelled agreements stay in the sum; those entered when the work was over do not
    count. Below 20 due there is no share.

    Result, one row per party: party, due, kept, kept_share, low, high (95 %), reason,
    median_term_days (promised working days), entered_late, not_due, left_out.

    Example: voelspriet analyse kept agreements.csv --by party --reported-on 2026-03-31
    """
    # slow import: `--help` must not wait for it
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    with clear_errors(ledger):
        report = _report(ledger, by, reported_on.date())
    rows = [_row(one) for one in report.parties]
    write_table({name: [row[name] for row in rows] for name in (rows or [{"party": ""}])[0]}, out)
    _tell_what_is_left_out(report, by)


def _report(ledger: Path, by: str | None, reported_on: date) -> KeptReport:
    # slow imports: `--help` must not wait for them
    from voelspriet.analysis.process.ledger import LedgerColumns, kept_rates  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415
    from voelspriet.lib.working_day_counts import count_working_days  # noqa: PLC0415

    columns = LedgerColumns(by=by)
    frame = read_frame(ledger, columns.names)
    return kept_rates(frame, columns, reported_on=reported_on, working_days=count_working_days)


def _row(one: PartyKept) -> dict[str, Any]:
    made = one.kept.kept
    shown = made if made and made.may_be_shown else None
    return {
        "party": one.party,
        "due": one.due,
        "kept": shown.numerator if shown else None,
        "kept_share": shown.share if shown else None,
        "low": shown.low if shown else None,
        "high": shown.high if shown else None,
        "reason": "" if shown else "fewer than 20 are due",
        "median_term_days": one.kept.median_term,
        "entered_late": one.kept.entered_late,
        "not_due": one.not_due,
        "left_out": one.left_out,
    }


def _tell_what_is_left_out(report: KeptReport, by: str | None) -> None:
    if report.no_party:
        say(f"Agreements without {by}, of no party: {report.no_party}.")
    late = sum(one.kept.entered_late for one in report.parties)
    if late:
        say(f"Agreements entered when the work was over, not counted: {late}.")
    left_out = sum(one.left_out for one in report.parties)
    if left_out:
        say(f"Agreements without a day of entering or a first agreed day, left out: {left_out}.")
