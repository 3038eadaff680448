# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The published generator: files that the other commands read, and the truth beside them."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from voelspriet.doors.commands.analysing.files import read_frame
from voelspriet.doors.commands.analysing.synthetic_monitor import command
from voelspriet.doors.commands.start import CommandError

SMALL = ["--rows", "400", "--municipalities", "10", "--seed", "3"]


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_answers_truth_and_margins_are_written_in_either_format(tmp_path, suffix):
    files = {name: tmp_path / f"{name}.{suffix}" for name in ("out", "truth", "margins")}
    options = [part for name, file in files.items() for part in (f"--{name}", str(file))]
    result = CliRunner().invoke(command, SMALL + options, standalone_mode=False)
    assert result.exception is None
    assert "400 respondents in 10 municipalities, seed 3" in result.stderr
    answers = read_frame(files["out"])
    assert len(answers) == 400
    assert len(answers.codes("municipality").labels) == 10
    assert read_frame(files["truth"]).names == ("variable", "by", "domain", "value")
    assert read_frame(files["margins"]).names == ("variable", "category", "total")


def test_without_out_the_answers_are_printed_as_csv():
    result = CliRunner().invoke(command, SMALL, standalone_mode=False)
    assert result.stdout.startswith("region,municipality,neighbourhood,sex,age,weight,")
    assert len(result.stdout.splitlines()) == 401


def test_too_few_rows_is_one_clear_line_and_leaves_no_file(tmp_path):
    out = tmp_path / "out.csv"
    asked = ["--rows", "20", "--municipalities", "10", "--out", str(out)]
    with pytest.raises(CommandError, match="do not fit in 20 rows"):
        command.main(asked, standalone_mode=False)
    assert not out.exists()
