# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreement on the command line: the contract of its columns, what it says, and its errors."""

from __future__ import annotations

import csv

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from tests.analysis.reference import DATA, frozen
from voelspriet.doors.commands.analysing.agreement import command
from voelspriet.doors.commands.start import CommandError

COLUMNS = ["code", "coefficient", "value", "low", "high", "units", "coders"]
WORKED = "source,length,coder,code,start,end\ntalk,1000,A,1,0,200\ntalk,1000,B,1,100,300\n"


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def rows(file):
    with file.open(encoding="utf-8", newline="") as opened:
        reader = csv.DictReader(opened)
        assert reader.fieldnames == COLUMNS
        return list(reader)


@pytest.fixture
def worked(tmp_path):
    file = tmp_path / "codings.csv"
    file.write_text(WORKED, encoding="utf-8")
    return file


def test_one_row_per_code(worked, tmp_path):
    done = run(worked, "--unit", "codepoint", "--out", tmp_path / "out.csv")
    assert done.exit_code == 0, done.output
    assert rows(tmp_path / "out.csv") == [
        {"code": "1", "coefficient": "cohen_kappa", "value": "0.375", "low": "", "high": "",
         "units": "1000", "coders": "2"}
    ]  # fmt: skip
    assert "Sources that both A and B coded: 1." in done.stderr
    assert (
        "No interval: it needs at least 8 sources that both coded, here 1 (code 1)." in done.stderr
    )


@pytest.mark.parametrize("unit", ["codepoint", "segment"])
def test_drawn_talks_have_values_with_intervals(unit, tmp_path):
    done = run(DATA / "codings.csv", "--unit", unit, "--out", tmp_path / "out.csv")
    assert done.exit_code == 0, done.output
    found = {row["code"]: row for row in rows(tmp_path / "out.csv")}
    assert list(found) == ["1", "3", "8"]
    row = found["3"]
    assert float(row["value"]) == pytest.approx(frozen("agreement")[f"{unit}_3"], abs=1e-10)
    assert float(row["low"]) < float(row["value"]) < float(row["high"])


def test_items_have_one_row_without_a_code(tmp_path):
    done = run(DATA / "coded_items.csv", "--unit", "item", "--level", "ordinal", "--out",
               tmp_path / "out.csv")  # fmt: skip
    (row,) = rows(tmp_path / "out.csv")
    assert (row["code"], row["coefficient"], row["coders"]) == ("", "krippendorff_alpha", "4")
    assert float(row["value"]) == pytest.approx(frozen("agreement")["drawn_ordinal"], abs=1e-10)
    assert "Values that were not given: " in done.stderr


def test_the_same_seed_gives_the_same_file(tmp_path):
    for name in ("one.parquet", "two.parquet"):
        run(DATA / "codings.csv", "--unit", "codepoint", "--seed", 5, "--out", tmp_path / name)
    one, two = (pq.read_table(tmp_path / name) for name in ("one.parquet", "two.parquet"))
    assert one.equals(two)
    assert one.column_names == COLUMNS


def test_what_was_left_out_is_said(tmp_path):
    file = tmp_path / "codings.csv"
    file.write_text(WORKED + "other,50,A,2,0,10\n", encoding="utf-8")
    done = run(file, "--unit", "codepoint")
    assert "Sources that one of them coded, left out: 1 (other)." in done.stderr
    assert "No coefficient: neither coder used this code where both looked (code 2)." in done.stderr
    assert "2,cohen_kappa,,,,1000,2" in done.stdout


def test_a_mistake_is_one_line_with_file_column_and_row_and_nothing_is_written(tmp_path):
    file, out = tmp_path / "codings.csv", tmp_path / "out.csv"
    file.write_text(WORKED + "talk,1000,A,1,900,1001\n", encoding="utf-8")
    done = run(file, "--unit", "codepoint", "--out", out)
    assert isinstance(done.exception, CommandError)
    assert str(done.exception) == (
        f"{file}: column 'end', row 3: 1001 lies beyond the text, which is 1000 long"
    )
    assert not out.exists()


def test_a_third_coder_is_named(tmp_path):
    file = tmp_path / "codings.csv"
    file.write_text(WORKED + "talk,1000,C,1,900,1000\n", encoding="utf-8")
    done = run(file, "--unit", "segment")
    assert "there are 3: 'A', 'B', 'C'" in str(done.exception)


def test_a_level_without_items_is_refused(worked):
    done = run(worked, "--unit", "codepoint", "--level", "ratio")
    assert done.exit_code == 2
    assert "--level goes with --unit item" in done.stderr


def test_labels_where_numbers_are_needed_are_named(tmp_path):
    file = tmp_path / "items.csv"
    file.write_text("item,coder,value\n1,A,goed\n1,B,2\n", encoding="utf-8")
    done = run(file, "--unit", "item", "--level", "interval")
    assert "column 'value', row 1: 'goed' is not a number" in str(done.exception)
