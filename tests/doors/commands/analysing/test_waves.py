# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waves compared on the command line: intervals, breaks, and the q of many tests."""

from __future__ import annotations

import csv

import pytest
import yaml
from click.testing import CliRunner

from tests.analysis.reference import frozen
from voelspriet.analysis.survey.questions.many_tests import benjamini_hochberg
from voelspriet.doors.commands.analysing.waves import OURS, command
from voelspriet.doors.commands.start import CommandError

R = frozen("waves")


def run(file, *arguments):
    return CliRunner().invoke(command, [str(file), *(str(one) for one in arguments)])


def rows(done):
    assert done.exit_code == 0, (done.output, done.exception)
    return list(csv.DictReader(done.stdout.splitlines()))


@pytest.fixture
def written(tmp_path):
    def write(content):
        file = tmp_path / "waves.csv"
        file.write_text(content, encoding="utf-8")
        return file

    return write


def test_a_change_equals_the_test_of_welch(written):
    file = written(
        "date,estimate,standard_error,n\n"
        f"2022,{R['second']},{R['second_error']},{R['second_n']}\n"
        f"2020,{R['first']},{R['first_error']},{R['first_n']}\n"
    )
    done = run(file, "--unit", "other")
    (row,) = rows(done)
    assert tuple(row) == OURS
    assert (row["from_date"], row["to_date"]) == ("2020-07-01", "2022-07-01")
    names = {"difference": "difference", "low": "low", "high": "high", "df": "df", "p_value": "p"}
    for name, key in names.items():
        assert float(row[name]) == pytest.approx(R[f"welch_{key}"], rel=1e-7)
    assert (row["statement"], row["q_value"]) == ("more", "")
    assert done.stderr.splitlines() == [
        "1 change tested.", "2 waves dated with a year: taken as 1 July.",
    ]  # fmt: skip


def test_a_panel_equals_the_paired_test(written):
    file = written(
        "date,estimate,standard_error,df,covariance\n"
        f"2020,{R['panel_first']},{R['panel_first_error']},{R['panel_n'] - 1},\n"
        f"2022,{R['panel_second']},{R['panel_second_error']},{R['panel_n'] - 1},"
        f"{R['panel_covariance']}\n"
    )
    (row,) = rows(run(file, "--unit", "other"))
    assert float(row["p_value"]) == pytest.approx(R["panel_p"], rel=1e-7)
    assert row["statement"] == "no change shown"


def test_over_a_break_no_number_is_drawn(written):
    file = written(
        "date,estimate,standard_error,break\n2019,80,1,\n2021,90,1,online instead of paper\n"
        "2023,91,1,\n"
    )
    done = run(file)
    broken, whole = rows(done)
    assert (broken["statement"], broken["reason"]) == ("not comparable", "online instead of paper")
    numbers = [name for name in OURS[4:12] if name != "q_value"]
    assert {broken[name] for name in numbers} == {""}
    assert (whole["statement"], whole["df"]) == ("no change shown", "")
    assert "1 change over a break: not comparable." in done.stderr
    assert "3 waves without n or df: the standard error is taken as known." in done.stderr


def test_more_than_ten_tests_carry_a_q(written):
    lines = [
        f"{area},{year},{80 + shift * place},1,500"
        for place, area in enumerate("abcdefghijk")
        for year, shift in ((2020, 0), (2022, 0.6))
    ]
    content = "area,date,estimate,standard_error,n\n" + "\n".join([*lines, "z,2020,80,1,500"])
    done = run(written(content), "--by", "area")
    found = rows(done)
    assert [row["area"] for row in found] == list("abcdefghijk")
    expected = benjamini_hochberg([float(row["p_value"]) for row in found])
    assert [float(row["q_value"]) for row in found] == pytest.approx(list(expected))
    assert "look at q_value" in done.stderr
    assert "1 wave alone in a series: nothing to compare." in done.stderr


@pytest.mark.real_data
def test_alphen_printed_no_number_of_answers_so_nothing_is_tested(shared, written):
    """25 % active in 2012 and 30 % in 2016: without n nobody can say whether that is a change."""
    told = yaml.safe_load((shared / "cases/alphen_evaluation.yaml").read_text(encoding="utf-8"))
    figures = told["citizen_survey_2016"]["indicators"]
    figure = next(one for one in figures if one["id"] == "actief_buurt")
    then = figure["comparison"][2012]
    head = "date,estimate,standard_error,n\n"
    bare = run(written(f"{head}2012,{then},,\n2016,{figure['value']},,\n"))
    assert isinstance(bare.exception, CommandError)
    assert "row 1: is missing, and so is n" in str(bare.exception)
    thousand = run(written(f"{head}2012,{then},,1000\n2016,{figure['value']},,1000\n"))
    assert rows(thousand)[0]["statement"] == "more"
    hundred = run(written(f"{head}2012,{then},,300\n2016,{figure['value']},,300\n"))
    assert rows(hundred)[0]["statement"] == "no change shown"


@pytest.mark.parametrize(
    ("content", "arguments", "why"),
    [
        ("date,estimate,standard_error\n2022,83,1\n2022,84,1\n", [], "row 2: 2022-07-01 is there"),
        ("area,date,estimate,standard_error\na,2022,83,1\n,2022,84,1\n", ["--by", "area"],
         "column 'area', row 2: is missing"),
        ("date,estimate,standard_error,df\n2022,83,1,0\n", [], "column 'df', row 1: is above 0"),
        ("date,estimate,standard_error,covariance\n2020,83,1,\n2022,84,1,5\n", [],
         "a covariance of 5 cannot be"),
        ("df,date,estimate,standard_error\n7,2022,83,1\n", ["--by", "df"], "is one of the result"),
        ("date,estimate,standard_error\n2022,7,1\n2020,8,\n", ["--unit", "other"],
         "row 2: is missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_one_clear_line(written, content, arguments, why):
    done = run(written(content), *arguments)
    assert isinstance(done.exception, CommandError)
    assert why in str(done.exception)


def test_no_rows_give_an_empty_table(written):
    assert rows(run(written("date,estimate,standard_error\n"))) == []
