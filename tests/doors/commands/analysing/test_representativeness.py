# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Representativeness on the command line: its three cases, its columns, what it says."""

from __future__ import annotations

import csv
import json

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from tests.analysis.reference import DATA, frozen
from voelspriet.doors.commands.analysing.representativeness import COLUMNS, command
from voelspriet.doors.commands.start import CommandError

INVITED, MARGINS = DATA / "response.csv", DATA / "response_margins.csv"
FRAME = ("--variables", "age,part", "--responded", "responded")


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def rows(file):
    with file.open(encoding="utf-8", newline="") as opened:
        reader = csv.DictReader(opened)
        assert reader.fieldnames == list(COLUMNS)
        return {(row["variable"], row["category"]): row for row in reader}


@pytest.fixture
def answers(tmp_path):
    """The people of the file who answered."""
    file = tmp_path / "answers.csv"
    lines = INVITED.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([lines[0], *(one for one in lines[1:] if one.endswith(",1"))]))
    return file


def test_everybody_invited_is_known(tmp_path):
    done = run(INVITED, *FRAME, "--weights", "weight", "--out", tmp_path / "out.csv")
    assert done.exit_code == 0, done.output
    found = rows(tmp_path / "out.csv")
    assert list(found)[:3] == [("", ""), ("age", ""), ("age", "18-29")]
    assert len(found) == 1 + 2 + 9
    expected = frozen("representativeness")
    whole, young = found["", ""], found["age", "18-29"]
    assert float(whole["indicator"]) == pytest.approx(expected["sample|unequal|R"], rel=1e-6)
    assert float(whole["response_rate"]) == pytest.approx(expected["sample|unequal|response"])
    assert float(young["ratio"]) == pytest.approx(
        float(young["share"]) / float(young["population_share"])
    )
    assert float(young["low"]) < float(young["share"]) < float(young["high"])
    assert float(young["indicator_low"]) < float(young["indicator"]) < 0
    assert young["advice"].startswith("knock here first: ")
    assert whole["advice"] == "knock next: 18-29 (age), 30-44 (age)"
    assert "Case: everybody who was invited is known" in done.stderr
    assert "R-indicator 0.836 (95 %: 0.767 to 1.000; 1 is representative)." in done.stderr
    assert "Do not conclude that who answered is like who did not in anything but" in done.stderr


def test_margins_and_the_number_invited(answers, tmp_path):
    one, other = tmp_path / "one.parquet", tmp_path / "other.parquet"
    for out in (one, other):
        done = run(answers, "--margins", MARGINS, "--invited", 900, "--weights", "weight",
                   "--out", out)  # fmt: skip
        assert done.exit_code == 0, done.output
    table = pq.read_table(one)
    assert table.equals(pq.read_table(other))
    assert table.column_names == list(COLUMNS)
    whole = table.to_pylist()[0]
    expected = frozen("representativeness")["margins|unequal|R"]
    assert whole["indicator"] == pytest.approx(expected, rel=1e-6)
    assert "Case: the population's margins and the number invited are known." in done.stderr
    assert "Do not conclude anything when invitations were not drawn by chance" in done.stderr


def test_an_open_link_gets_shares_and_no_indicator(answers, tmp_path):
    done = run(answers, "--margins", MARGINS, "--variables", "age", "--out", tmp_path / "out.csv")
    found = rows(tmp_path / "out.csv")
    assert {row["indicator"] for row in found.values()} == {""}
    assert {row["response_rate"] for row in found.values()} == {""}
    assert found["", ""]["advice"] == "knock next: 18-29 (age)"
    assert "R-indicator do not exist here" in done.stderr
    assert "Do not conclude that answers in proportion speak for everybody" in done.stderr


def test_small_numbers_and_missing_values_are_said(tmp_path):
    file, margins = tmp_path / "evening.csv", tmp_path / "town.csv"
    file.write_text("name,age\n" + "a,young\nb,old\nc,old\nd,old\ne,old\nf,old\ng,\n")
    margins.write_text("variable,category,total\nage,young,400\nage,old,600\n")
    done = run(file, "--margins", margins)
    assert "Rows without age, left out: 1." in done.stderr
    assert "Fewer than 30 people answered: speak in words" in done.stderr
    assert "Categories with fewer than 5 respondents: 1." in done.stderr
    assert "No category has clearly fewer than its part." in done.stderr


def test_many_categories_carry_q(tmp_path):
    file, margins = tmp_path / "answers.csv", tmp_path / "town.csv"
    parts = [f"part {number}" for number in range(12)]
    file.write_text("part\n" + "\n".join(part for part in parts for _ in range(10)) + "\n")
    margins.write_text(
        "variable,category,total\n" + "".join(f"part,{part},100\n" for part in parts)
    )
    done = run(file, "--margins", margins, "--out", tmp_path / "out.csv")
    assert rows(tmp_path / "out.csv")["part", "part 3"]["q"] == "1.0"
    assert "only where q is at most 0.10" in done.stderr


def test_a_chart_is_drawn_beside_the_table(tmp_path):
    done = run(INVITED, *FRAME, "--out", tmp_path / "out.csv", "--chart", tmp_path / "chart.svg")
    assert done.exit_code == 0, done.output
    drawn = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert "Who answered beside who was invited" in drawn
    assert (
        (tmp_path / "chart.chart.csv").read_text().startswith("group,label,response_share,low,high")
    )


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((INVITED, "--variables", "age"), "give --responded .* or --margins"),
        ((INVITED, *FRAME, "--margins", MARGINS), "give --responded .* or --margins"),
        ((INVITED, "--responded", "responded"), "name the columns to compare by"),
        ((INVITED, *FRAME, "--invited", 900), "--invited goes with --margins"),
        ((INVITED, "--margins", MARGINS, "--population", 9), "--population goes with --respond"),
        ((INVITED, *FRAME, "--population", 9), "response.csv: the population of 9 is smaller"),
        ((INVITED, "--margins", MARGINS, "--variables", "sex"), "margins.csv: column 'sex': has n"),
        ((INVITED, "--margins", INVITED), "response.csv: column 'variable': there is none"),
        ((INVITED, "--responded", "age", "--variables", "part"), "column 'age', row 1: '30-44' is"),
        ((DATA / "none.csv", *FRAME), "none.csv: No such file"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_line_and_nothing_is_written(arguments, why, tmp_path):
    out = tmp_path / "out.csv"
    done = run(*arguments, "--out", out)
    assert isinstance(done.exception, CommandError)
    with pytest.raises(CommandError, match=why):
        raise done.exception
    assert not out.exists()


@pytest.mark.real_data
def test_an_evening_in_huizen_beside_its_key_figures(shared, tmp_path):
    key_figures = shared / "data" / "indicators" / "nl_gemeente_kerncijfers_nlstat.json"
    huizen = json.loads(key_figures.read_text(encoding="utf-8"))["Gemeente"]["GM0406"]
    assert (huizen["Naam"], huizen["Population"]) == ("Huizen", 41090)
    ages = ("15-24", "25-44", "45-64", "65+")
    shares = [huizen["Demographics"][f"{age} years (%)"] for age in ages]
    people = [round(huizen["Population"] * share / 100) for share in shares]
    margins, evening = tmp_path / "huizen.csv", tmp_path / "evening.csv"
    margins.write_text(
        "variable,category,total\n"
        + "".join(f"age,{age},{number}\n" for age, number in zip(ages, people, strict=True))
    )
    came = {"15-24": 2, "25-44": 8, "45-64": 24, "65+": 30}
    evening.write_text("age\n" + "".join(f"{age}\n" * number for age, number in came.items()))
    done = run(evening, "--margins", margins, "--out", tmp_path / "out.csv")
    found = rows(tmp_path / "out.csv")
    assert float(found["age", "65+"]["population_share"]) == pytest.approx(24.17 / 84.96, abs=1e-4)
    assert float(found["age", "65+"]["ratio"]) == pytest.approx(30 / 64 / (24.17 / 84.96), rel=1e-3)
    assert found["", ""]["advice"] == "knock next: 25-44 (age), 15-24 (age)"
    assert found["age", "45-64"]["advice"] == "no clear difference from their part"
    assert "Categories with fewer than 5 respondents: 1." in done.stderr
