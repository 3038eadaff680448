# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Salience on the command line: the contract of its columns, what it says, and its errors."""

from __future__ import annotations

import csv

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from tests.analysis.reference import DATA, frozen
from voelspriet.doors.commands.analysing.salience import command
from voelspriet.doors.commands.start import CommandError

COLUMNS = ["area", "world", "factor", "residents_asked", "residents_naming",
           "professionals_asked", "professionals_naming", "difference", "low", "high",
           "statement"]  # fmt: skip
SPOKEN = DATA / "spoken.csv"


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def rows(file):
    with file.open(encoding="utf-8", newline="") as opened:
        reader = csv.DictReader(opened)
        assert reader.fieldnames == COLUMNS
        return list(reader)


def test_one_row_per_factor_with_counts_and_an_interval(tmp_path):
    done = run(SPOKEN, "--out", tmp_path / "out.csv")
    assert done.exit_code == 0, done.output
    found = {row["factor"]: row for row in rows(tmp_path / "out.csv")}
    assert list(found) == ["1", "3", "8", "9"]
    eight = found["8"]
    assert float(eight["low"]) == pytest.approx(frozen("salience")["low_95_8"], abs=1e-10)
    share = int(eight["residents_naming"]) / int(eight["residents_asked"])
    share -= int(eight["professionals_naming"]) / int(eight["professionals_asked"])
    assert float(eight["difference"]) == pytest.approx(share)
    assert (eight["area"], eight["world"]) == ("", "leefwereld")


def test_a_known_list_of_professionals_is_used(tmp_path):
    run(SPOKEN, "--professionals-listed", "30", "--out", tmp_path / "out.csv")
    found = {row["factor"]: row for row in rows(tmp_path / "out.csv")}
    assert float(found["8"]["low"]) == pytest.approx(frozen("salience")["listed_low_8"], abs=1e-10)


@pytest.mark.parametrize("wrong", [["many"], ["5", "6"], ["5", "North=6"], ["North=6", "North=7"]])
def test_a_list_that_is_no_number_or_given_twice_is_refused(wrong):
    options = [part for one in wrong for part in ("--professionals-listed", one)]
    assert run(SPOKEN, *options).exit_code == 2


def test_a_list_shorter_than_who_was_asked_is_refused(tmp_path):
    done = run(SPOKEN, "--professionals-listed", "5", "--out", tmp_path / "out.csv")
    assert isinstance(done.exception, CommandError)
    assert "20 professionals were asked, more than the 5 listed" in str(done.exception)
    assert not (tmp_path / "out.csv").exists()


def test_an_area_has_its_own_list(tmp_path):
    file = tmp_path / "fragments.csv"
    lines = SPOKEN.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([lines[0] + ",area", *(f"{line},North" for line in lines[1:])]))
    done = run(file, "--by", "area", "--professionals-listed", "North=30", "--out",
               tmp_path / "out.csv")  # fmt: skip
    assert done.exit_code == 0, done.output
    found = {row["factor"]: row for row in rows(tmp_path / "out.csv")}
    assert found["8"]["area"] == "North"
    assert float(found["8"]["low"]) == pytest.approx(frozen("salience")["listed_low_8"], abs=1e-10)


def test_what_a_reader_must_know_is_said(tmp_path):
    file = tmp_path / "fragments.csv"
    extra = [
        "Jo,talk-1,both,leefwereld,3",
        "Jo,talk-2,both,leefwereld,",
        ",talk-1,resident,leefwereld,3",
        "An,talk-1,,leefwereld,3",
        "Bo,talk-1,resident,,3",
    ]
    file.write_text("\n".join([SPOKEN.read_text(encoding="utf-8").strip(), *extra]))
    done = run(file)
    assert done.exit_code == 0, done.output
    assert done.stderr.splitlines() == [
        "Rows without a perspective, left out: 1.",
        "Rows without a speaker or conversation, left out: 1.",
        "Rows with a factor but without a world, not counted as naming it: 1.",
        "Speakers who are resident and professional, counted on both sides: 1.",
        "Conversations with speakers of both sides: 2.",
        "Speakers in more than one conversation, which then count as one for the interval: 1.",
    ]


def test_many_comparisons_are_told(tmp_path):
    file = tmp_path / "fragments.csv"
    lines = ["speaker,conversation,perspective,world,factor"]
    for side in ("resident", "professional"):
        lines += [f"{side}{n},{side}{n},{side},leefwereld,{n % 12}" for n in range(48)]
    file.write_text("\n".join(lines))
    assert "12 comparisons at 95 %" in run(file).stderr


@pytest.mark.real_data
def test_the_almere_fragments_are_not_shown_because_no_speakers_were_recorded(shared, tmp_path):
    for by in ([], ["--by", "area"]):
        out = tmp_path / "out.csv"
        done = run(shared / "cases" / "almere_fragments.csv", *by, "--out", out)
        assert done.exit_code == 0, done.output
        found = rows(out)
        assert {row["statement"] for row in found} == {"not shown: no speakers recorded"}
        assert {row["residents_asked"] + row["low"] for row in found} == {""}
        assert "nothing can be compared" in done.stderr
        assert "Rows without a speaker or conversation, left out: 116." in done.stderr


def test_empty_columns_keep_their_kind_in_parquet(tmp_path):
    file, out = tmp_path / "fragments.csv", tmp_path / "out.parquet"
    file.write_text("perspective,world,factor_number\nresident,leefwereld,1\n", encoding="utf-8")
    assert run(file, "--out", out).exit_code == 0
    table = pq.read_table(out)
    assert table.column_names == COLUMNS
    assert (table.field("residents_asked").type, table.field("low").type) == (
        pa.int64(),
        pa.float64(),
    )
    assert table.column("statement").to_pylist() == ["not shown: no speakers recorded"]


def test_a_mistake_is_one_line_with_file_column_and_row(tmp_path):
    file = tmp_path / "fragments.csv"
    file.write_text("perspective,world,factor\nresident,leefwereld,1\nneighbour,leefwereld,1\n")
    done = run(file)
    assert str(done.exception) == (
        f"{file}: column 'perspective', row 2: 'neighbour' is not resident, professional or both"
    )
