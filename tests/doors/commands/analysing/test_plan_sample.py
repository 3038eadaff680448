# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planning a survey on the command line: every question at once, in words and columns."""

from __future__ import annotations

import csv

import click
import pytest
import yaml
from click.testing import CliRunner

from voelspriet.doors.commands.analysing.plan_sample import command
from voelspriet.doors.commands.start import CommandError

COLUMNS = ["question", "from", "to", "difference", "n_first", "n_second", "power", "alpha",
           "design_effect", "margin", "margin_of_population", "statement"]  # fmt: skip

NO_SECOND = (
    "After a first wave of 1,100 no second wave, however large, shows a change from 83 % to 85 %"
    " in more than 42 of 100 cases."
)


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def answers(*arguments):
    done = run(*arguments)
    assert done.exit_code == 0, done.output
    return {row["question"]: row for row in csv.DictReader(done.stdout.splitlines())}


def test_all_that_follows_is_answered_at_once():
    found = answers("--from", 83, "--to", 85, "--n", 1100, "--first-wave", 1100)
    assert list(found) == ["n_per_wave", "second_wave", "power", "rise", "fall"]
    assert list(found["power"]) == COLUMNS
    assert found["n_per_wave"]["n_first"] == found["n_per_wave"]["n_second"] == "5271"
    assert float(found["rise"]["difference"]) == pytest.approx(4.2437, abs=1e-4)
    assert float(found["power"]["power"]) == pytest.approx(0.2482, abs=1e-4)
    assert found["second_wave"]["n_second"] == found["second_wave"]["power"] == ""
    assert found["power"]["difference"] == "2.0"
    assert float(found["power"]["margin"]) == pytest.approx(2.2198, abs=1e-4)


def test_every_answer_is_a_sentence():
    found = answers("--from", 83, "--to", 85, "--n", 1100, "--first-wave", 1100)
    assert [row["statement"] for row in found.values()] == [
        "To show a change from 83 % to 85 % in 80 of 100 cases, each wave needs 5,271 answers.",
        NO_SECOND,
        "Two waves of 1,100 show a change from 83 % to 85 % in 25 of 100 cases.",
        "Two waves of 1,100 show a rise from 83 % of 4.2 points or more in 80 of 100 cases.",
        "Two waves of 1,100 show a fall from 83 % of 4.7 points or more in 80 of 100 cases.",
    ]


@pytest.mark.real_data
def test_huizen_s_survey_could_not_see_its_own_target(shared):
    told = yaml.safe_load((shared / "cases/huizen_figures.yaml").read_text(encoding="utf-8"))
    value = {figure["id"]: figure["value"] for figure in told["figures"]}
    found = answers(
        "--from", value["enquete_veilig"], "--to", value["veilig_doel_2026"],
        "--n", value["enquete_n"],
    )  # fmt: skip
    assert found["n_per_wave"]["n_first"] == "5271"
    assert float(found["power"]["power"]) == pytest.approx(0.25, abs=0.005)
    assert float(found["rise"]["difference"]) == pytest.approx(4.2, abs=0.05)


def test_shares_and_points_plan_alike():
    points = answers("--from", 83, "--to", 85)["n_per_wave"]
    shares = answers("--from", 0.83, "--to", 0.85, "--unit", "share")["n_per_wave"]
    assert shares["n_first"] == points["n_first"]
    assert shares["statement"] == points["statement"]
    assert (shares["to"], shares["difference"]) == ("0.85", "0.02")


def test_a_second_wave_that_is_enough_is_told():
    found = answers("--from", 83, "--to", 85, "--first-wave", 3000)["second_wave"]
    assert found["n_second"] == "32449"
    assert "the second needs 32,449 answers" in found["statement"]


def test_a_mean_is_planned_with_its_spread():
    found = answers("--from", 6.4, "--to", 6.6, "--sd", 1.5, "--n", 300)
    assert found["n_per_wave"]["n_first"] == "884"
    assert found["rise"]["statement"].startswith("Two waves of 300 show a rise from 6.4 of 0.34")


def test_a_design_effect_and_other_demands_count():
    found = answers("--from", 83, "--to", 85, "--design-effect", 1.4)["n_per_wave"]
    assert found["n_first"] == "7379"
    found = answers("--from", 83, "--to", 85, "--power", 0.9, "--alpha", 0.01)["n_per_wave"]
    assert (found["power"], found["alpha"]) == ("0.9", "0.01")
    assert int(found["n_first"]) > 5271


def test_the_population_narrows_the_margin_only():
    found = answers("--from", 83, "--to", 85, "--n", 1100, "--population", 4400)
    row = found["power"]
    narrowed = float(row["margin"]) * 0.75**0.5
    assert float(row["margin_of_population"]) == pytest.approx(narrowed)
    assert row["power"] == answers("--from", 83, "--to", 85, "--n", 1100)["power"]["power"]
    too_many = found["n_per_wave"]
    assert too_many["margin_of_population"] == ""
    assert too_many["statement"].endswith(
        "There are only 4,400 people: two separate surveys cannot show it here."
    )


def test_a_rise_that_does_not_fit_is_told():
    done = run("--from", 99.5, "--n", 50)
    assert "Two waves of 50 show no rise from 99.5 %, however large." in done.stdout
    assert "take the numbers as rough" in done.stderr


def test_a_table_in_a_file_comes_with_the_sentences(tmp_path):
    out = tmp_path / "plan.csv"
    done = run("--from", 83, "--to", 85, "--out", out)
    assert done.stdout == ""
    assert "each wave needs 5,271 answers" in done.stderr
    assert out.read_text(encoding="utf-8").startswith("question,from,to")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--from", 0.83, "--to", 85], "0.83 looks like a share"),
        (["--from", 83, "--to", 85, "--unit", "share"], "83 is not between 0 and 1"),
        (["--from", 83, "--to", 83], "no change to show"),
        (["--from", 0, "--to", 5], "a share lies between 0 and 1"),
        (["--from", "nan", "--to", 5], "nan is no number"),
        (["--from", "inf", "--n", 5, "--sd", 1], "inf is no number"),
        (["--from", 6, "--to", 7, "--sd", 0], "standard deviation is a number above 0"),
        (["--from", 83, "--to", 85, "--power", 80], "power lies between"),
    ],
)
def test_what_cannot_be_planned_is_one_clear_line(arguments, why):
    done = run(*arguments)
    assert isinstance(done.exception, CommandError)
    assert why in str(done.exception)


def test_without_a_question_the_options_are_named():
    with pytest.raises(click.UsageError, match="Say --to"):
        command.main(["--from", "83"], standalone_mode=False)
