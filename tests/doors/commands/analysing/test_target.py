# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a target on course, on the command line: Huizen's 85 %, and everything that is said beside."""

from __future__ import annotations

import csv

import pytest
import yaml
from click.testing import CliRunner

from tests.analysis.reference import frozen
from voelspriet.doors.commands.analysing.target import command
from voelspriet.doors.commands.start import CommandError

COLUMNS = ["statement", "reason", "probability", "target_points", "direction", "deadline",
           "last_wave", "waves_used", "waves_before_break", "waves_after_deadline", "level_points",
           "level_error_points", "drift_points_per_year", "drift_error_points_per_year",
           "expected_points", "expected_low_95", "expected_high_95", "expected_low_80",
           "expected_high_80"]  # fmt: skip
UNEVEN = """date,estimate,standard_error
2014-03-15,78,1.5
2015-03-15,79.5,0.8
2019-10-01,82.1,1.2
2021-02-28,84,2.5
"""
TAKES = (
    "To tell 83 % from 85 % takes two waves of 5,271 answers each in simple random samples"
    " (see plan-sample)."
)


def run(file, *arguments):
    return CliRunner().invoke(command, [str(file), *(str(one) for one in arguments)])


@pytest.fixture
def written(tmp_path):
    def write(content):
        file = tmp_path / "waves.csv"
        file.write_text(content, encoding="utf-8")
        return file

    return write


def verdict(done):
    assert done.exit_code == 0, (done.output, done.exception)
    (row,) = csv.DictReader(done.stdout.splitlines())
    return row


@pytest.mark.real_data
def test_of_huizen_s_target_nothing_can_be_said_from_one_other_question(shared, written):
    plan = yaml.safe_load((shared / "cases/huizen_ivp_2019_2022.yaml").read_text(encoding="utf-8"))
    figures = yaml.safe_load((shared / "cases/huizen_figures.yaml").read_text(encoding="utf-8"))
    n = next(f["value"] for f in figures["figures"] if f["id"] == "enquete_n")
    ambition = plan["overall_ambition"]
    measured = plan["overall_ambition_extra"]["outcome_elsewhere"]
    assert measured["same_indicator"] is False
    file = written(
        "date,estimate,standard_error,n,break\n"
        f"{measured['year']},{measured['value']},,{n},another question and another source\n"
    )
    deadline = ambition["deadline"]
    done = run(file, "--target", ambition["target_value"], "--deadline", deadline)
    row = verdict(done)
    assert list(row) == COLUMNS
    assert row["statement"] == "cannot be said"
    assert row["reason"].endswith("before it: another question and another source")
    assert row["probability"] == row["expected_points"] == ""
    assert (row["deadline"], row["last_wave"]) == ("2022-12-31", "2022-07-01")
    assert done.stderr.splitlines()[1:] == [
        "1 wave dated with a year: taken as 1 July.",
        "1 wave without a standard error: taken as of a simple random sample of n.",
        TAKES,
    ]


def test_the_columns_hold_what_dense_conditioning_in_r_gives(written):
    row = verdict(run(written(UNEVEN), "--target", 85, "--deadline", 2026))
    expected = frozen("target")
    names = {"probability": "probability", "drift_points_per_year": "drift",
             "drift_error_points_per_year": "drift_error",
             "expected_points": "expected"}  # fmt: skip
    for name, key in names.items():
        assert float(row[name]) == pytest.approx(expected[f"uneven_{key}"], rel=1e-8)
    error = (float(row["expected_high_95"]) - float(row["expected_low_95"])) / 2 / 1.959963985
    assert error == pytest.approx(expected["uneven_error"], rel=1e-7)
    assert row["statement"] == "cannot be said"
    assert row["reason"] == "the chance is between 20 and 80 %"


def test_shares_say_the_same_as_points(written):
    points = verdict(run(written(UNEVEN), "--target", 88, "--deadline", "2026-12-31"))
    rows = [line.split(",") for line in UNEVEN.splitlines()[1:]]
    shares = "".join(f"{day},{float(y) / 100},{float(se) / 100}\n" for day, y, se in rows)
    file = written(f"date,estimate,standard_error\n{shares}")
    done = run(file, "--target", 0.88, "--deadline", "2026-12-31", "--unit", "share")
    row = verdict(done)
    assert {name: row[name] for name in COLUMNS[:10]} == pytest.approx(
        {name: points[name] for name in COLUMNS[:10]}
    )


@pytest.mark.parametrize(
    ("target", "direction", "statement"),
    [(75, "at-least", "on course"), (75, "at-most", "off course"), (96, "at-most", "on course"),
     (96, "at-least", "off course")],
)  # fmt: skip
def test_floors_and_ceilings(written, target, direction, statement):
    done = run(written(UNEVEN), "--target", target, "--deadline", 2026, "--direction", direction)
    assert verdict(done)["statement"] == statement
    assert done.stderr.startswith(f"{statement} (chance ")
    assert f"; target {direction.replace('-', ' ')} {target} %." in done.stderr


def test_what_is_not_used_is_told(written):
    file = written(
        "date,estimate,standard_error,break\n2015,78,1,\n2017,79,1,\n2019,83,1,online\n2021,84,1,\n"
        "2027,90,1,\n"
    )
    done = run(file, "--target", 85, "--deadline", 2026)
    row = verdict(done)
    counts = [row[f"waves_{name}"] for name in ("used", "before_break", "after_deadline")]
    assert counts == ["2", "2", "1"]
    assert "2 waves before a break: not used." in done.stderr
    assert "1 wave after the deadline: not used." in done.stderr


def test_the_chart_shows_waves_band_and_target_with_their_numbers(written, tmp_path):
    svg, out = tmp_path / "course.svg", tmp_path / "course_table.csv"
    file = written(UNEVEN)
    done = run(file, "--target", 85, "--deadline", 2026, "--chart", svg, "--out", out)
    assert done.exit_code == 0, (done.output, done.exception)
    assert "Target at least 85 % on 2026-12-31</title>" in svg.read_text(encoding="utf-8")
    with svg.with_suffix(".chart.csv").open(encoding="utf-8", newline="") as opened:
        drawn = list(csv.DictReader(opened))
    assert [row["what"] for row in drawn].count("wave") == 4
    band = [row for row in drawn if row["what"] == "expected"]
    expected = frozen("target")
    assert float(band[-1]["value"]) == pytest.approx(expected["uneven_expected"] / 100, rel=1e-8)
    assert float(drawn[-1]["value"]) == 0.85


def test_one_wave_is_drawn_without_a_band(written, tmp_path):
    svg = tmp_path / "course.svg"
    file = written("date,estimate,standard_error,break\n2022,83,1.1,another question\n")
    assert run(file, "--target", 85, "--deadline", 2022, "--chart", svg).exit_code == 0
    numbers = svg.with_suffix(".chart.csv").read_text(encoding="utf-8")
    assert "expected," not in numbers
    assert "wave,2022-07-01" in numbers
    drawn = svg.read_text(encoding="utf-8")
    assert "another question" in drawn
    assert "Break before" not in drawn


def test_the_table_and_the_chart_may_bear_one_name(written, tmp_path):
    file = written(UNEVEN)
    done = run(file, "--target", 85, "--deadline", 2026, "--out", tmp_path / "a.csv",
               "--chart", tmp_path / "a.svg")  # fmt: skip
    assert done.exception is None
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.chart.csv", "a.csv", "a.svg", "waves.csv",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("date,estimate\n2022,83\n", "waves.csv: column 'standard_error': there is none"),
        ("date,estimate,standard_error\n2022,83,1\n2020,0.81,1\n", "row 2: 0.81 looks like"),
        ("date,estimate,standard_error\n2022,83,0.011\n", "row 1: would take over a million"),
        ("date,estimate,standard_error\nlast spring,83,1\n", "row 1: 'last spring' is not a day"),
        ("date,estimate,standard_error\n2022,83,1\n2022-07-01,84,1\n", "row 2: 2022-07-01 is"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_used_is_one_clear_line(written, content, why):
    done = run(written(content), "--target", 85, "--deadline", 2026)
    assert isinstance(done.exception, CommandError)
    assert why in str(done.exception)
    assert "\n" not in str(done.exception)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--target", 85, "--deadline", "soon"], "'soon' is not a day"),
        (["--target", 0.85, "--deadline", "2026"], "0.85 looks like a share"),
        (["--target", 185, "--deadline", "2026"], "185 is not between 0 and 100"),
    ],
)
def test_a_target_or_deadline_that_cannot_be_is_told(written, arguments, why):
    done = run(written(UNEVEN), *arguments)
    assert done.exit_code == 2
    assert why in done.stderr


def test_a_file_that_is_not_there_is_told(tmp_path):
    done = run(tmp_path / "nothing.csv", "--target", 85, "--deadline", 2026)
    assert isinstance(done.exception, CommandError)
    assert "nothing.csv" in str(done.exception)
