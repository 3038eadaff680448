# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kept agreements on the command line: the contract of its columns, and its errors."""

from __future__ import annotations

import csv

import pytest
from click.testing import CliRunner

from tests.analysis.reference import DATA
from voelspriet.analysis.process import wilson
from voelspriet.doors.commands.analysing.kept import command
from voelspriet.doors.commands.start import CommandError

COLUMNS = ["party", "due", "kept", "kept_share", "low", "high", "reason", "median_term_days",
           "entered_late", "not_due", "left_out"]  # fmt: skip
HEAD = "entered_on,first_due_on,ended_on,is_done,party"
LINES = (
    ["2026-03-02,2026-03-09,2026-03-09,ja,Parks"] * 16
    + ["2026-03-02,2026-03-16,2026-03-17,yes,Parks"] * 2  # moved and done later
    + ["2026-03-02,2026-03-16,2026-03-10,no,Parks"]  # cancelled
    + ["2026-03-02,2026-03-16,,0,Parks"]  # still open
    + ["2026-03-02,2026-03-09,2026-03-01,1,Parks"]  # entered when it was done
    + ["2026-03-02,2026-04-16,,0,Parks", "2026-03-02,,,0,Parks"]
    + ["2026-03-02,2026-03-09,2026-03-09,1,Housing"] * 19
    + ["2026-03-02,2026-03-09,2026-03-09,1,"]
)


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


@pytest.fixture
def ledger(tmp_path):
    file = tmp_path / "ledger.csv"
    file.write_text("\n".join([HEAD, *LINES]), encoding="utf-8")
    return file


def test_one_row_per_party_with_a_share_from_twenty_due(ledger, tmp_path):
    out = tmp_path / "kept.csv"
    done = run(ledger, "--by", "party", "--reported-on", "2026-04-01", "--out", out)
    assert done.exit_code == 0, done.output
    with out.open(encoding="utf-8", newline="") as opened:
        housing, parks = csv.DictReader(opened)
    assert list(parks) == COLUMNS
    assert (parks["due"], parks["kept"], parks["kept_share"]) == ("20", "16", "0.8")
    assert (float(parks["low"]), float(parks["high"])) == pytest.approx(wilson(16, 20))
    assert (parks["median_term_days"], parks["entered_late"]) == ("5.0", "1")
    assert (parks["not_due"], parks["left_out"], parks["reason"]) == ("1", "1", "")
    assert (housing["due"], housing["kept"], housing["kept_share"]) == ("19", "", "")
    assert housing["reason"] == "fewer than 20 are due"
    assert done.stderr.splitlines() == [
        "Agreements without party, of no party: 1.",
        "Agreements entered when the work was over, not counted: 1.",
        "Agreements without a day of entering or a first agreed day, left out: 1.",
    ]


@pytest.mark.parametrize(
    ("change", "by", "why"),
    [
        (("2026-03-17,yes", ",yes"), "party", "'ended_on', row 17: is missing, while 'is_done'"),
        (("2026-03-17,yes", "2026-03-17,perhaps"), "party", "'is_done', row 17: 'perhaps' is not"),
        (("2026-03-16,2026", "16 maart,2026"), "party", "row 17: '16 maart' is not a date"),
        (("is_done,party", "is_done,volunteer"), "volunteer", "never per person"),
        (("is_done,party", "done,party"), "party", "column 'is_done': there is none"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_and_nothing_is_written(change, by, why, ledger, tmp_path):
    ledger.write_text(ledger.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    out = tmp_path / "kept.csv"
    done = run(ledger, "--by", by, "--reported-on", "2026-04-01", "--out", out)
    assert isinstance(done.exception, CommandError)
    assert str(done.exception).startswith(f"{ledger}: ")
    assert why in str(done.exception)
    assert not out.exists()


def test_the_reporting_day_is_asked_for(ledger):
    done = run(ledger)
    assert done.exit_code == 2
    assert "--reported-on" in done.output


def test_nothing_to_report_is_a_row_with_a_reason(tmp_path):
    ledger = tmp_path / "ledger.csv"
    ledger.write_text(HEAD + "\n", encoding="utf-8")
    done = run(ledger, "--reported-on", "2026-04-01")
    assert done.exit_code == 0, done.output
    assert "fewer than 20 are due" in done.stdout


def test_the_ledger_of_the_manual_gives_what_the_manual_says(tmp_path):
    out = tmp_path / "kept.csv"
    run(DATA / "agreements.csv", "--by", "party", "--reported-on", "2026-06-01", "--out", out)
    with out.open(encoding="utf-8", newline="") as opened:
        told = {row["party"]: (row["due"], row["kept"]) for row in csv.DictReader(opened)}
    assert told == {
        "Housing corporation": ("26", "14"), "Parks": ("31", "26"), "Youth work": ("10", ""),
    }  # fmt: skip
