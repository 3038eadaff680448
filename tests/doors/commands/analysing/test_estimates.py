# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates on the command line: the contract of its columns, what it says, and its errors."""

from __future__ import annotations

import csv
import math

import pytest
import yaml
from click.testing import CliRunner
from pyarrow import parquet

from tests.analysis.reference import DATA, frozen
from voelspriet.doors.commands.analysing.estimates import command
from voelspriet.doors.commands.start import CommandError

COLUMNS = ["variable", "domain", "base", "n", "estimate", "standard_error", "ci_low", "ci_high",
           "interval", "deff"]  # fmt: skip
SCHOOLS = DATA / "apistrat.csv"
STRATIFIED = ("--weights", "pw", "--strata", "stype", "--fpc", "fpc")
SURVEY = """person;area;grade;agree;weight;household
1;north;7,5;1;1,5;1
2;north;6;0;2,5;1
3;north;8;9;1;2
4;south;;1;1;3
5;south;5;;1;4
6;;4;1;1;5
"""


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def rows(file):
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.fixture
def survey(tmp_path):
    file = tmp_path / "survey.csv"
    file.write_text(SURVEY, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("variables", "kind", "expected"),
    [
        ("api00", "mean", ["strat|mean|api00||"]),
        ("enroll", "total", ["strat|total|enroll||"]),
        ("api.stu/enroll", "ratio", ["strat|ratio|api.stu/enroll||"]),
        ("sch.wide", "proportion", [None, "strat|proportion|sch.wide=Yes||"]),
    ],
)
def test_the_numbers_and_columns_are_those_of_the_contract(variables, kind, expected, tmp_path):
    out = tmp_path / "out.csv"
    done = run(SCHOOLS, "--variables", variables, "--kind", kind, *STRATIFIED, "--out", out)
    assert (done.exit_code, done.output) == (0, "")
    made = rows(out)
    assert list(made[0]) == COLUMNS
    for row, name in zip(made, expected, strict=True):
        if name:
            for what in ("estimate", "standard_error"):
                assert float(row[what]) == pytest.approx(frozen("estimates")[f"{name}|{what}"])


def test_quantiles_have_a_row_for_every_share(tmp_path):
    out = tmp_path / "out.parquet"
    done = run(SCHOOLS, "--variables", "api00", "--kind", "quantile", "--quantiles",
               "0.25,0.5,0.75", *STRATIFIED, "--out", out)  # fmt: skip
    assert done.exit_code == 0, done.output
    table = parquet.read_table(out)
    assert table.column_names == COLUMNS
    assert table["variable"].to_pylist() == ["api00 q0.25", "api00 q0.5", "api00 q0.75"]
    assert table["estimate"].to_pylist() == [565, 668, 756]
    assert table["standard_error"].to_pylist() == pytest.approx([15.71945, 13.18406, 13.18406])
    assert table["deff"].to_pylist() == [None] * 3


def test_what_is_missing_is_counted_and_said(survey, tmp_path):
    out = tmp_path / "out.csv"
    done = run(survey, "--variables", "grade,agree", "--by", "area", "--weights", "weight",
               "--dont-know", "8,9", "--out", out)  # fmt: skip
    assert done.exit_code == 0, done.output
    made = {(row["variable"], row["domain"]): row for row in rows(out)}
    north = made["grade", "north"]
    assert (north["base"], north["n"], north["estimate"]) == ("3", "2", "6.5625")
    assert north["interval"] == "t"
    assert made["grade", "south"]["interval"] == "none: one answer"
    assert made["grade", "south"]["standard_error"] == ""
    assert made["agree", "north"]["n"] == "2"
    assert made["agree: don't know", "north"]["estimate"] == "0.2"
    assert done.stderr.splitlines() == ["Rows without area, in no domain: 1."]


def test_much_item_nonresponse_lonely_strata_and_unseen_codes_are_said(survey, tmp_path):
    text = survey.read_text(encoding="utf-8").replace("7,5", "")
    survey.write_text(text, encoding="utf-8")
    done = run(survey, "--variables", "grade", "--strata", "household", "--dont-know", "99",
               "--lonely", "certainty", "--out", tmp_path / "out.csv")  # fmt: skip
    assert done.stderr.splitlines() == [
        "grade: 33 % of those asked gave no answer.",
        "Strata with one row or cluster: 4 (certainty).",
        "No variable has the value 99.",
    ]


def test_calibration_reaches_the_margins_and_tells_how(tmp_path):
    margins, out = tmp_path / "margins.csv", tmp_path / "out.csv"
    lines = ["stype,E,4421", "stype,H,755", "stype,M,1018", "sch.wide,Yes,5122", "sch.wide,No,1072"]
    margins.write_text("\n".join(["variable,category,total", *lines]), encoding="utf-8")
    for method, told in (("raking", "Weights raked"), ("greg", "Weights calibrated by GREG")):
        done = run(SCHOOLS, "--variables", "sch.wide", "--kind", "proportion", *STRATIFIED,
                   "--calibrate", margins, "--calibration", method, "--out", out)  # fmt: skip
        assert done.exit_code == 0, done.output
        assert done.stderr.startswith(told)
        assert "to the margins of stype, sch.wide; multiplied by" in done.stderr
        no, yes = rows(out)
        assert float(yes["estimate"]) == pytest.approx(5122 / 6194)
        # the margins leave nothing of this variable to chance
        assert (no["standard_error"], no["interval"]) == ("0.0", "margin")


def test_a_mistake_in_the_margins_names_their_file(tmp_path):
    margins = tmp_path / "margins.csv"
    margins.write_text("variable,category,total\nstype,E,many\n", encoding="utf-8")
    done = run(SCHOOLS, "--variables", "api00", "--calibrate", margins)
    assert str(done.exception) == f"{margins}: column 'total', row 1: 'many' is not a number"


def test_a_chart_shows_shares_with_their_kind_of_interval(tmp_path):
    chart = tmp_path / "forest.svg"
    done = run(SCHOOLS, "--variables", "sch.wide", "--kind", "proportion", "--by", "stype",
               *STRATIFIED, "--chart", chart)  # fmt: skip
    assert done.exit_code == 0, done.output
    drawn = chart.read_text(encoding="utf-8")
    assert "Share of sch.wide by stype" in drawn
    assert "korn-graubard" in drawn
    assert len(rows(chart.with_suffix(".chart.csv"))) == 6
    assert done.stdout.startswith(",".join(COLUMNS))


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--variables", "gade"), "column 'gade': there is none; there are person, area"),
        (("--variables", "area"), "column 'area', row 1: 'north' is not a number"),
        (("--variables", "grade", "--by", "place"), "column 'place': there is none"),
        (("--variables", "grade", "--weights", "area"), "column 'area', row 1: 'north'"),
        (("--variables", "grade", "--fpc", "person"), "column 'person', row 2: varies within"),
        (("--variables", "grade", "--strata", "area"), "column 'area', row 6: is missing"),
        (("--variables", "grade", "--kind", "ratio"), "column 'grade': a ratio is named"),
        (("--variables", "grade", "--kind", "quantile", "--quantiles", "50"), "between 0 and 1"),
        (("--variables", "grade", "--cluster", "household", "--strata", "household",
          "--lonely", "fail"), "column 'household': one unit in 5 strata"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_with_file_column_and_row_and_nothing_is_written(
    survey, tmp_path, arguments, why
):
    out = tmp_path / "out.csv"
    done = run(survey, *arguments, "--out", out)
    assert isinstance(done.exception, CommandError)
    assert str(done.exception).startswith(f"{survey}: ")
    assert why in str(done.exception)
    assert not out.exists()


def test_shares_that_are_no_numbers_are_refused(survey):
    done = run(survey, "--variables", "grade", "--kind", "quantile", "--quantiles", "half")
    assert done.exit_code == 2
    assert "'half' are not numbers such as 0.25,0.5" in done.output


@pytest.fixture
def alphen(shared, tmp_path):
    """Write the 78 of 106 who answered: the two groups whose size and answers are printed."""
    told = yaml.safe_load((shared / "cases/alphen_evaluation.yaml").read_text(encoding="utf-8"))
    survey = told["stakeholder_survey"]
    sizes = {group["key"]: group["n"] for group in survey["respondent_groups"]}
    agreed = {one["id"]: (one["group"], one["count"], one["of"])
              for one in survey["statement_outcomes"]}  # fmt: skip
    invited, responded = survey["invited"], survey["responded"]
    lines = []
    for statement in ("so09", "so14"):
        group, count, of = agreed[statement]
        assert sizes[group] == of
        lines += [f"{group},{int(place < count)},{invited}" for place in range(of)]
    lines += [f"other,,{invited}"] * (responded - len(lines))
    file = tmp_path / "alphen.csv"
    file.write_text("\n".join(["group,agrees,people", *lines]), encoding="utf-8")
    return file


@pytest.mark.real_data
def test_the_margins_of_alphen_narrow_because_most_of_the_106_answered(alphen, tmp_path):
    plain, narrowed = tmp_path / "plain.csv", tmp_path / "narrowed.csv"
    asked = (alphen, "--variables", "agrees", "--kind", "proportion", "--by", "group")
    assert run(*asked, "--out", plain).exit_code == 0
    done = run(*asked, "--fpc", "people", "--out", narrowed)
    assert "if who did not answer is like who did" in done.stderr
    assert "agrees: 81 % of those asked gave no answer." in done.stderr
    wide, narrow = ({row["domain"]: row for row in rows(file)} for file in (plain, narrowed))
    for group, share, n in (("politie", 6 / 8, "8"), ("woningcorporaties", 4 / 7, "7")):
        assert narrow[group]["n"] == n
        assert float(narrow[group]["estimate"]) == pytest.approx(share)
        ratio = float(narrow[group]["standard_error"]) / float(wide[group]["standard_error"])
        assert ratio == pytest.approx(math.sqrt(1 - 78 / 106))
        assert float(narrow[group]["ci_low"]) > float(wide[group]["ci_low"])
        assert float(narrow[group]["ci_high"]) < float(wide[group]["ci_high"])
    assert narrow["other"]["interval"] == "none: no answers"
