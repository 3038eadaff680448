# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Readability on the command line: texts alone and in tables."""

from __future__ import annotations

import csv

import pytest
from click.testing import CliRunner

from voelspriet.doors.commands.analysing.readability import command
from voelspriet.doors.commands.start import CommandError

COLUMNS = ["name", "words", "sentences", "syllables", "words_per_sentence", "syllables_per_word",
           "score", "reason", "longest_sentence_words", "longest_sentence", "long_words",
           ]  # fmt: skip
LETTER = (
    "De lamp in onze straat is al drie weken stuk. Het is donker en mijn moeder durft niet meer\n"
    "naar buiten. Kunt u de lamp maken? Ik wil graag een antwoord van de gemeente."
)


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def rows(file):
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_letter_is_one_row_with_its_longest_sentence(encoding, tmp_path):
    letter, out = tmp_path / "letter.txt", tmp_path / "out.csv"
    letter.write_text(LETTER.replace("drie", "twee à drie"), encoding=encoding)
    done = run(letter, "--out", out)
    assert done.exit_code == 0, done.output
    (row,) = rows(out)
    assert list(row) == COLUMNS
    assert (row["name"], row["words"], row["syllables"]) == ("letter.txt", "36", "45")
    assert float(row["score"]) == pytest.approx(206.835 - 0.93 * 36 / 4 - 77 * 45 / 36)
    assert row["longest_sentence_words"] == "12"
    assert row["longest_sentence"].startswith("De lamp in onze straat is al twee à drie weken")


def test_a_table_has_a_row_per_text_and_tells_what_is_empty(tmp_path):
    table, out = tmp_path / "answers.csv", tmp_path / "out.csv"
    with table.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerows([["id", "words"], ["a1", LETTER], ["a2", "Dank u."], ["a3", ""]])
    done = run(table, "--text", "words", "--name", "id", "--out", out)
    assert done.exit_code == 0, done.output
    assert [(row["name"], row["reason"]) for row in rows(out)] == [
        ("a1", ""), ("a2", "too short to say"), ("a3", "no text"),
    ]  # fmt: skip
    assert rows(out)[1]["score"] == ""
    assert done.stderr.splitlines() == ["Rows without a text: 1."]
    numbered = run(table, "--text", "words")
    assert [line.split(",")[0] for line in numbered.stdout.splitlines()] == ["name", "1", "2", "3"]


def test_a_column_that_is_not_there_is_one_line_and_nothing_is_written(tmp_path):
    table, out = tmp_path / "answers.csv", tmp_path / "out.csv"
    table.write_text("id,words\na1,Dank u.\n", encoding="utf-8")
    done = run(table, "--out", out)
    assert isinstance(done.exception, CommandError)
    assert str(done.exception) == f"{table}: column 'text': there is none; there are id, words"
    assert not out.exists()


def test_a_file_that_is_not_there_is_one_line(tmp_path):
    done = run(tmp_path / "nothing.txt")
    assert "nothing.txt" in str(done.exception)
    assert isinstance(done.exception, CommandError)


@pytest.mark.real_data
def test_what_residents_said_in_almere_is_short_and_said_to_be(shared, tmp_path):
    out = tmp_path / "out.csv"
    done = run(shared / "cases" / "almere_fragments.csv", "--name", "fragment_id", "--out", out)
    assert done.exit_code == 0, done.output
    made = rows(out)
    assert len(made) == 116
    assert {row["reason"] for row in made} == {"too short to say"}
    assert max(int(row["words"]) for row in made) < 30
