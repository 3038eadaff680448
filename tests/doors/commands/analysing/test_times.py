# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waiting times on the command line: the contract of its columns, and its errors."""

from __future__ import annotations

import csv
import gzip

import pyarrow as pa
import pytest
from click.testing import CliRunner
from pyarrow import parquet

from tests.analysis.reference import DATA, frozen
from voelspriet.doors.commands.analysing.times import command
from voelspriet.doors.commands.start import CommandError

SUMMARY = ["domain", "n", "answered", "competing", "open", "left_out", "not_yet_received",
           "estimator", "median_days", "median_low", "median_high", "median_reason", "due",
           "withdrawn", "no_due_day", "answered_of_due", "answer_rate", "rate_low", "rate_high",
           "rate_reason"]  # fmt: skip
STEPS = ["domain", "days", "at_risk", "answered", "competing", "open", "share", "standard_error",
         "low", "high"]  # fmt: skip
CASES = """received;ended;ending;due;area
2026-04-01;2026-04-08T23:30:00Z;answered;2026-04-10;North
2026-04-01;2026-04-02;withdrawn;2026-04-10;North
2026-04-01;;;2026-04-10;North
2026-05-01;;;2026-05-10;North
;2026-04-02;answered;2026-04-10;North
2026-04-01;2026-04-02;answered;2026-04-10;
"""


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def rows(file):
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.fixture
def cases(tmp_path):
    file = tmp_path / "cases.csv"
    file.write_text(CASES, encoding="utf-8")
    return file


def test_one_row_per_domain_with_what_was_left_out_told(cases, tmp_path):
    out = tmp_path / "times.csv"
    done = run(cases, "--by", "area", "--reported-on", "2026-04-30", "--out", out)
    assert done.exit_code == 0, done.output
    (row,) = rows(out)
    assert list(row) == SUMMARY
    # received on Wednesday 1 April and answered on 9 April, Dutch time: 2, 7, 8 and 9 April
    assert {name: row[name] for name in SUMMARY[:8]} == {
        "domain": "North", "n": "3", "answered": "1", "competing": "1", "open": "1",
        "left_out": "1", "not_yet_received": "1", "estimator": "aalen_johansen",
    }  # fmt: skip
    assert (row["median_days"], row["median_reason"]) == ("", "fewer than half were answered")
    assert (row["due"], row["withdrawn"], row["answer_rate"]) == ("3", "1", "")
    assert row["rate_reason"] == "fewer than 20 are due"
    assert done.stderr.splitlines() == [
        "Cases without area, in no domain: 1.",
        "Cases of which is not known how long they waited, in no curve: 1.",
        "Cases received after the reporting day, left out: 1.",
    ]


def test_the_answer_rate_is_told_from_twenty_due(tmp_path):
    cases, out = tmp_path / "cases.csv", tmp_path / "times.csv"
    lines = ["2026-03-02,2026-03-04,answered,2026-03-09"] * 15 + ["2026-03-02,,,2026-03-09"] * 5
    cases.write_text("\n".join(["received,ended,ending,due", *lines]), encoding="utf-8")
    assert run(cases, "--reported-on", "2026-04-30", "--out", out).exit_code == 0
    (row,) = rows(out)
    assert (row["due"], row["answered_of_due"], row["answer_rate"]) == ("20", "15", "0.75")
    assert (row["median_days"], row["estimator"], row["rate_reason"]) == ("2", "kaplan_meier", "")


def test_steps_are_the_curves_of_r(tmp_path):
    out, steps = tmp_path / "times.parquet", tmp_path / "steps.csv"
    done = run(DATA / "waits.csv", "--by", "area", "--out", out, "--steps", steps)
    assert done.exit_code == 0, done.output
    told = frozen("competing")
    made = rows(steps)
    assert list(made[0]) == STEPS
    risen = [row for row in made if int(row["answered"])]
    assert len(risen) == sum(name.startswith("aj") and name.endswith("share") for name in told)
    for row in risen:
        key = f"aj {row['domain']} {row['days']}"
        assert float(row["share"]) == pytest.approx(told[f"{key} share"])
        if int(row["at_risk"]) > 1:
            assert float(row["standard_error"]) == pytest.approx(told[f"{key} error"])
    assert parquet.read_table(out).column_names == SUMMARY


def test_a_chart_stands_beside_its_numbers(tmp_path):
    chart = tmp_path / "curve.svg"
    done = run(DATA / "waits.csv", "--by", "area", "--chart", chart)
    assert done.exit_code == 0, done.output
    assert "<title" in chart.read_text(encoding="utf-8")
    assert {row["group"] for row in rows(chart.with_suffix(".chart.csv"))} == {
        "North",
        "South",
        "Small",
    }


def test_parquet_with_dates_gives_what_csv_gives(tmp_path):
    table = pa.table({
        "received": pa.array(["2026-04-01"] * 2).cast(pa.date32()),
        "ended": pa.array(["2026-04-09", None]).cast(pa.timestamp("s")),
        "ending": ["answered", None],
        "more": [1, 2],
    })  # fmt: skip
    file, out = tmp_path / "cases.parquet", tmp_path / "times.csv"
    parquet.write_table(table, file)
    assert run(file, "--reported-on", "2026-04-30", "--out", out).exit_code == 0
    (row,) = rows(out)
    assert (row["n"], row["median_days"]) == ("2", "4")


@pytest.mark.parametrize(
    ("old", "new", "arguments", "why"),
    [
        ("2026-04-08T23:30:00Z", "31-02-2026", (), "'ended', row 1: '31-02-2026' is not a date"),
        ("2026-04-08T23:30:00Z", "2026-03-01", (), "'ended', row 1: '2026-03-01' lies before"),
        ("withdrawn", "gone", (), "column 'ending', row 2: 'gone' is not"),
        (";area", ";medewerker", ("--by", "medewerker"), "never per person"),
        ("received", "came", (), "column 'received': there is none"),
        ("area", "area", ("--by", "place"), "column 'place': there is none"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_with_file_column_and_row_and_nothing_is_written(
    old, new, arguments, why, tmp_path
):
    file, out = tmp_path / "cases.csv", tmp_path / "times.csv"
    file.write_text(CASES.replace(old, new), encoding="utf-8")
    done = run(file, "--reported-on", "2026-04-30", "--out", out, *arguments)
    assert isinstance(done.exception, CommandError)
    assert str(done.exception).startswith(f"{file}: ")
    assert why in str(done.exception)
    assert not out.exists()


def test_open_cases_ask_for_the_reporting_day(cases):
    done = run(cases)
    assert "open cases wait until the reporting day" in str(done.exception)


@pytest.mark.parametrize("wrong", ["--steps", "--chart"])
def test_a_file_of_another_kind_is_refused_before_anything_is_written(wrong, tmp_path):
    out = tmp_path / "times.csv"
    done = run(DATA / "waits.csv", "--by", "area", "--out", out, wrong, tmp_path / "x.png")
    assert "x.png" in str(done.exception)
    assert not list(tmp_path.iterdir())


@pytest.mark.real_data
def test_ten_thousand_requests_of_a_city(shared, tmp_path):
    """Baltimore's register says when a request was closed: that stands here for the answer."""
    words = {"Closed": "answered", "Closed (Duplicate)": "closed", "Closed (Transferred)": "closed"}
    source = shared / "data" / "incidents" / "baltimore_311_sample_10k.csv.gz"
    cases, out, steps = (tmp_path / name for name in ("cases.csv", "times.csv", "steps.csv"))
    with gzip.open(source, "rt", encoding="utf-8") as requests, cases.open("w") as opened:
        writer = csv.writer(opened)
        writer.writerow(["received", "ended", "ending", "due", "agency"])
        for row in csv.DictReader(requests):
            ending = words.get(row["SRStatus"], "")
            writer.writerow([row["CreatedDate"], row["CloseDate"], ending, row["DueDate"],
                             row["Agency"]])  # fmt: skip
    done = run(cases, "--by", "agency", "--reported-on", "2019-02-13", "--out", out,
               "--steps", steps)  # fmt: skip
    assert done.exit_code == 0, done.output
    told = {row["domain"]: row for row in rows(out)}
    assert sum(int(row["n"]) for row in told.values()) == 10_000
    assert sum(int(row["open"]) for row in told.values()) == 208
    assert sum(int(row["competing"]) for row in told.values()) == 225
    parks = told["Recreation & Parks"]
    assert (parks["median_days"], parks["median_low"], parks["median_high"]) == ("15", "6", "28")
    assert (parks["due"], parks["answered_of_due"]) == ("170", "150")
    assert told["Parking Authority"]["rate_reason"] == "fewer than 20 are due"
    # on the first day nobody has left yet: a plain share
    first = next(row for row in rows(steps) if row["domain"] == "Transportation")
    assert float(first["share"]) == pytest.approx(704 / 1680)
