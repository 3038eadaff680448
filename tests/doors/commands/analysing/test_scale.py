# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scales on the command line: the answers with their scores, and the quality of each scale."""

from __future__ import annotations

import csv

import pytest
from click.testing import CliRunner

from tests.analysis.reference import DATA, frozen
from voelspriet.doors.commands.analysing.scale import command
from voelspriet.doors.commands.start import CommandError

RECIPE = """
[at_home_here]
items = ["street", "evening", "avoid", "home", "trust"]
reversed = ["avoid"]
lowest = 1
highest = 5
minimum_answered = 3
dont_know = [9]
"""
QUALITY = ["scale", "items", "n_scored", "n_complete", "n_too_few", "n_nothing", "alpha", "low",
           "high", "alpha_rows", "against", "reason"]  # fmt: skip


@pytest.fixture
def recipe(tmp_path):
    def write(text):
        file = tmp_path / "scales.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def run(*arguments, data=DATA / "scale_items.csv"):
    return CliRunner().invoke(command, [str(data), *(str(one) for one in arguments)])


def rows(file):
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_scores_stand_beside_the_answers_and_equal_those_of_r(recipe, tmp_path):
    out, quality = tmp_path / "scored.csv", tmp_path / "quality.csv"
    done = run("--recipe", recipe(RECIPE), "--out", out, "--quality", quality)
    assert done.exit_code == 0, (done.output, done.exception)
    expected, scored = frozen("scales"), rows(out)
    assert list(scored[0]) == ["street", "evening", "avoid", "home", "trust", "at_home_here"]
    for place in range(10):
        told = float(scored[place]["at_home_here"] or "nan")
        assert told == pytest.approx(expected[f"score_{place + 1}"], rel=1e-9, nan_ok=True)
    (row,) = rows(quality)
    assert list(row) == QUALITY
    assert row["n_scored"] == str(int(expected["n_scored"]))
    assert float(row["alpha"]) == pytest.approx(expected["alpha"], rel=1e-9)
    assert done.stderr.splitlines() == [
        "at_home_here: 247 rows scored, 3 answered too few items.",
        "at_home_here: alpha 0.74 (0.67 to 0.80).",
    ]


def test_several_scales_and_a_forgotten_reversal(recipe):
    text = RECIPE.replace('reversed = ["avoid"]\n', "") + RECIPE.replace("at_home_here", "other")
    done = run("--recipe", recipe(text))
    assert done.stdout.splitlines()[0].endswith("at_home_here,other")
    assert "at_home_here: avoid runs against the rest; should it be reversed?" in done.stderr
    assert "other: avoid runs" not in done.stderr


def test_a_scale_of_one_item_has_no_alpha_and_says_so(recipe):
    text = '[s]\nitems = ["street"]\nlowest = 1\nhighest = 5\nminimum_answered = 1\ndont_know = [9]'
    done = run("--recipe", recipe(text))
    assert "s: no alpha, a scale of one item has no alpha." in done.stderr


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("items = [", "this is no TOML"), ("", "there is no scale"),
        ('items = ["a"]\n', "'items' stands above the first scale"),
        (RECIPE.replace("lowest", "least"), "'least' is no key"),
        (RECIPE.replace("lowest = 1\n", ""), "lowest is missing"),
        (RECIPE.replace("lowest = 1", 'lowest = "1"'), "lowest is a number"),
        (RECIPE.replace("minimum_answered = 3", "minimum_answered = 2.5"), "a whole number"),
        (RECIPE.replace("dont_know = [9]", "dont_know = 9"), "dont_know is a list of numbers"),
        (RECIPE.replace('["avoid"]', '"avoid"'), "reversed is a list of columns"),
        (RECIPE.replace("[9]", "[5]"), "cannot be both an answer and 'don't know'"),
        (RECIPE.replace("[9]", "[]"), "scale_items.csv: column 'street', row"),
        (RECIPE.replace("at_home_here", "street"), "is there already"),
        (RECIPE.replace('"home"', '"house"'), "column 'house': there is none"),
    ],
)  # fmt: skip
def test_a_recipe_that_cannot_be_used_is_one_clear_line(recipe, tmp_path, text, why):
    out = tmp_path / "scored.csv"
    done = run("--recipe", recipe(text), "--out", out)
    assert isinstance(done.exception, CommandError)
    assert why in str(done.exception)
    assert not out.exists()


def test_a_recipe_that_is_no_text_or_not_there_is_told(tmp_path):
    file = tmp_path / "scales.toml"
    file.write_bytes(b"\xff\xfe\x00")
    done = run("--recipe", file)
    assert isinstance(done.exception, CommandError)
    assert "no text in UTF-8" in str(done.exception)
    done = run("--recipe", tmp_path / "none.toml")
    assert "none.toml" in str(done.exception)
