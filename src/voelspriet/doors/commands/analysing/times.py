# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse times`: how long people wait for an answer, and how many get one."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import CHART, FILE, OUT, clear_errors, say
from voelspriet.doors.commands.start import CommandError

if TYPE_CHECKING:
    from voelspriet.analysis.process.times import WaitingReport, WaitingTimes
    from voelspriet.ground.ui.charts import Chart

RECEIVED, ENDED, ENDING, DAYS, DUE = "received", "ended", "ending", "days", "due"


@click.command()
@click.argument("events", type=FILE)
@click.option("--by", help="Column with the area or another division; never persons.")
@click.option("--reported-on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="Day on which open cases still waited, and what was due.")  # fmt: skip
@click.option("--steps", type=FILE, help="Also write the share answered by every day.")
@OUT
@CHART
def command(
    *, events: Path, by: str | None, reported_on: datetime | None, steps: Path | None,
    out: Path | None, chart: Path | None,
) -> None:  # fmt: skip
    """Tell how many working days people wait for an answer, with those who still wait counted in.

    EVENTS has one row per case. Columns: received and ended (2026-03-02, or a moment), and ending:
    answered, closed, withdrawn, or empty while it is open. Instead of the two days there may be a
    column days. With a column due (the promised day) the answer rate is told too.

    Result, one row per domain: domain, n, answered, competing (closed or withdrawn), open,
    left_out, not_yet_received, estimator, median_days, median_low, median_high, median_reason,
    due, withdrawn (apart from due), no_due_day, answered_of_due, answer_rate, rate_low, rate_high,
    rate_reason. --steps writes domain, days, at_risk, answered, competing, open, share,
    standard_error, low, high. Intervals are 95 %.

    Example: voelspriet analyse times cases.csv --by area --reported-on 2026-03-31
    """
    # slow imports: `--help` must not wait for them
    from voelspriet.doors.commands.analysing.drawing import write_result  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.tables import SUFFIXES, write_table  # noqa: PLC0415

    if steps is not None and steps.suffix.lower() not in SUFFIXES:
        raise CommandError(f"{steps}: a table is written as .csv or .parquet")
    with clear_errors(events):
        report = _report(events, by, reported_on.date() if reported_on else None)
    with clear_errors():
        write_result(_table(report.domains), out, chart=chart, draw=lambda: _chart(report, events))
    if steps is not None:
        write_table(_steps(report.domains), steps)
    _tell_what_is_left_out(report, by)


def _report(events: Path, by: str | None, reported_on: date | None) -> WaitingReport:
    # slow imports: `--help` must not wait for them
    from voelspriet.analysis.process.events import EventColumns  # noqa: PLC0415
    from voelspriet.analysis.process.times import waiting_times  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415
    from voelspriet.lib.working_day_counts import count_working_days  # noqa: PLC0415

    known = (RECEIVED, ENDED, ENDING, DAYS, DUE)
    frame = read_frame(events, (*known, by) if by else known)
    has_days = DAYS in frame.names and RECEIVED not in frame.names
    columns = EventColumns(
        received=RECEIVED, ended=ENDED, ending=ENDING, by=by,
        days=DAYS if has_days else None, due=DUE if DUE in frame.names else None,
    )  # fmt: skip
    return waiting_times(frame, columns, reported_on=reported_on, working_days=count_working_days)


def _table(domains: tuple[WaitingTimes, ...]) -> dict[str, list[Any]]:
    rows = [_row(one) for one in domains]
    return {name: [row[name] for row in rows] for name in (rows[0] if rows else ("domain",))}


def _row(one: WaitingTimes) -> dict[str, Any]:
    return {
        "domain": one.domain,
        "n": one.tally.n,
        "answered": one.tally.events,
        "competing": one.tally.competing,
        "open": one.tally.open,
        "left_out": one.left_out,
        "not_yet_received": one.not_yet_received,
        "estimator": one.estimator,
        "median_days": _whole(one.median.days),
        "median_low": _whole(one.median.low),
        "median_high": _whole(one.median.high),
        "median_reason": _why_no_median(one),
        **_rate(one),
    }


def _why_no_median(one: WaitingTimes) -> str:
    if one.median.days is not None:
        return ""
    return "fewer than half were answered" if one.tally.n else "no waits are known"


def _rate(one: WaitingTimes) -> dict[str, Any]:
    answers = one.answers
    made = answers.rate if answers else None
    shown = made if made and made.may_be_shown else None
    reason = "" if shown else "fewer than 20 are due" if answers else "no promised days are given"
    return {
        "due": answers.due if answers else None,
        "withdrawn": answers.withdrawn if answers else None,
        "no_due_day": answers.no_day if answers else None,
        "answered_of_due": shown.numerator if shown else None,
        "answer_rate": shown.share if shown else None,
        "rate_low": shown.low if shown else None,
        "rate_high": shown.high if shown else None,
        "rate_reason": reason,
    }


def _steps(domains: tuple[WaitingTimes, ...]) -> dict[str, list[Any]]:
    rows = [(one.domain, step) for one in domains for step in one.steps]
    names = ("days", "at_risk", "answered", "competing", "open", "share", "standard_error",
             "low", "high")  # fmt: skip
    columns = {name: [getattr(step, name) for _, step in rows] for name in names}
    columns["days"] = [_whole(step.days) for _, step in rows]
    return {"domain": [domain for domain, _ in rows], **columns}


def _whole(days: float | None) -> float | None:
    """Return whole days as a whole number: 7 and not 7.0."""
    return int(days) if days is not None and days.is_integer() else days


def _chart(report: WaitingReport, events: Path) -> Chart:
    # slow import: `--help` must not wait for it
    from voelspriet.ground.ui.charts import (  # noqa: PLC0415
        MedianRow,
        StepRow,
        survival_chart,
    )

    return survival_chart(
        [
            StepRow(step.days, step.share, step.low, step.high, step.at_risk, one.domain)
            for one in report.domains
            for step in one.steps
        ],
        title="Share answered by working day",
        medians=[
            MedianRow(one.median.days, one.median.low, one.median.high, one.domain)
            for one in report.domains
            if one.tally.n
        ],
        source=events.name,
    )


def _tell_what_is_left_out(report: WaitingReport, by: str | None) -> None:
    if report.no_domain:
        say(f"Cases without {by}, in no domain: {report.no_domain}.")
    left_out = sum(one.left_out for one in report.domains)
    if left_out:
        say(f"Cases of which is not known how long they waited, in no curve: {left_out}.")
    later = sum(one.not_yet_received for one in report.domains)
    if later:
        say(f"Cases received after the reporting day, left out: {later}.")
