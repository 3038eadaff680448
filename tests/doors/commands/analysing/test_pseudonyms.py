# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pseudonyms on the command line: proposals of one text and of a table."""

from __future__ import annotations

import csv

from click.testing import CliRunner

from voelspriet.doors.commands.analysing.pseudonyms import command


def test_proposals_of_a_text_and_of_a_table(tmp_path):
    text, keep, out = (tmp_path / name for name in ("talk.txt", "keep.txt", "out.csv"))
    text.write_text("Fatima woont in de Dorpsstraat 12.", encoding="utf-8")
    keep.write_text("Dorpsstraat\n", encoding="utf-8")
    done = CliRunner().invoke(command, [str(text), "--keep", str(keep), "--out", str(out)])
    assert done.exit_code == 0, done.output
    with out.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [(row["words"], row["pseudonym"], row["kind"]) for row in rows] == [
        ("Fatima", "[naam 1]", "name"), ("12", "[adres 1]", "address"),
    ]  # fmt: skip
    table = tmp_path / "talks.csv"
    table.write_text('id,text\na,"Niemand zegt iets."\nb,Henk zegt niets.\n', encoding="utf-8")
    done = CliRunner().invoke(command, [str(table), "--name", "id", "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert out.read_text(encoding="utf-8").splitlines()[1].startswith("b,0,4,name,Henk")
