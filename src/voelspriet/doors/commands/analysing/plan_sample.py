# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse plan-sample`: how many answers show a change, and what a number shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import OUT, clear_errors, say

if TYPE_CHECKING:
    from voelspriet.analysis.survey.planner import Known, PlanAnswer

ROUGH_BELOW = 10  # answers expected on the smaller side
MOST = 99  # of 100 cases: a chance is never told as certain


@dataclass(frozen=True, slots=True)
class Scale:
    """In what unit the person writes: `whole` is what a share of 1 is in it, `sign` its sign."""

    whole: float
    sign: str
    unit: str

    def written(self, value: float | None) -> float | None:
        """Return a number in the person's unit, without the last digits of the arithmetic."""
        return None if value is None else round(value * self.whole, 10)

    def told(self, value: float) -> str:
        """Return a level such as 83 % or 6.4."""
        return _number(value * (100 if self.sign else 1)) + self.sign

    def change(self, value: float) -> str:
        """Return a difference such as 4.2 points."""
        return f"{_number(value * (100 if self.sign else 1))}{self.unit}"


@click.command()
@click.option("--from", "before", type=float, required=True, help="Where the figure stands.")
@click.option("--to", "after", type=float, help="Where it should go: what does it take to see it?")
@click.option("--n", type=click.IntRange(1), help="Answers in each wave: what do they show?")
@click.option("--first-wave", type=click.IntRange(1),
              help="Answers in a first wave that is done; --n is then the second.")  # fmt: skip
@click.option("--unit", type=click.Choice(["points", "share"]), default="points",
              show_default=True, help="83 is points, 0.83 a share.")  # fmt: skip
@click.option("--sd", type=float,
              help="Plan a mean instead: the standard deviation of one answer.")  # fmt: skip
@click.option("--design-effect", type=float, default=1.0, show_default=True,
              help="Variance against that of a simple random sample.")  # fmt: skip
@click.option("--power", type=float, default=0.80, show_default=True,
              help="Chance to show a change that is there.")  # fmt: skip
@click.option("--alpha", type=float, default=0.05, show_default=True,
              help="Chance to show one that is not there, two-sided.")  # fmt: skip
@click.option("--population", type=click.IntRange(1),
              help="How many people there are: for the margin of one wave only.")  # fmt: skip
@OUT
def command(
    *, before: float, after: float | None, n: int | None, first_wave: int | None, unit: str,
    sd: float | None, design_effect: float, power: float, alpha: float, population: int | None,
    out: Path | None,
) -> None:  # fmt: skip
    """Plan two waves of a survey: how many answers show a change, and what a number can show.

    With --to: the answers needed in each wave (n_per_wave), and with --first-wave those of the
    second (second_wave). With --n: the smallest rise and fall that are shown (rise, fall), and
    with --to the chance to show that change (power).

    Columns: question, from, to, difference, n_first, n_second, power, alpha, design_effect,
    margin (half the 95 % interval round `from` in the first wave, when alpha is 0.05),
    margin_of_population (the same with the finite population correction: it describes the people
    who live there now and never tests a change), statement. `from`, `to`, `difference` and the
    margins are in the unit given. What does not exist is empty, and the statement says why.

    Example: voelspriet analyse plan-sample --from 83 --to 85 --n 1100
    """
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.survey.planner import Demand, Known, plan_answers  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    if after is None and n is None:
        raise click.UsageError("Say --to (where it should go), --n (how many answers), or both.")
    scale = Scale(1, "", "") if sd is not None else _shares(unit)
    with clear_errors():
        _refuse_other_units([before, after], unit if sd is None else "other")
        known = Known(
            before / scale.whole, None if after is None else after / scale.whole, n, first_wave,
            sd, Demand(power, alpha, design_effect),
        )  # fmt: skip
        answers = plan_answers(known)
        rows = [_row(answer, known, scale, population) for answer in answers]
        write_table({name: [row[name] for row in rows] for name in rows[0]}, out)
    for row in rows if out is not None else []:
        say(row["statement"])
    if sd is None and any(_is_rough(answer, design_effect) for answer in answers):
        say("These sizes leave fewer than 10 answers on one side: take the numbers as rough.")


def _shares(unit: str) -> Scale:
    return Scale(100 if unit == "points" else 1, " %", " points")


def _refuse_other_units(values: list[float | None], unit: str) -> None:
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.errors import InputError  # noqa: PLC0415
    from voelspriet.analysis.survey.waves.wave_table import Unit, fits  # noqa: PLC0415

    for value in values:
        why = "" if value is None else fits(value, Unit(unit))
        if why:
            raise InputError(why)


def _row(answer: PlanAnswer, known: Known, scale: Scale, population: int | None) -> dict[str, Any]:
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.survey.planner import margin  # noqa: PLC0415

    demand, first = known.demand, answer.n_first
    spread = known.sd if known.sd is not None else (answer.before * (1 - answer.before)) ** 0.5
    alone = margin(spread, first, demand=demand) if first else None
    described = None
    if first and population is not None and first <= population:
        described = margin(spread, first, population=population, demand=demand)
    change = None if answer.after is None else answer.after - answer.before
    return {
        "question": str(answer.question),
        "from": scale.written(answer.before),
        "to": scale.written(answer.after),
        "difference": scale.written(change),
        "n_first": answer.n_first,
        "n_second": answer.n_second,
        "power": answer.power,
        "alpha": demand.alpha,
        "design_effect": demand.design_effect,
        "margin": scale.written(alone),
        "margin_of_population": scale.written(described),
        "statement": _statement(answer, scale, population),
    }


def _statement(answer: PlanAnswer, scale: Scale, population: int | None) -> str:
    told = _sentence(answer, scale)
    largest = max(answer.n_first or 0, answer.n_second or 0)
    if population is not None and largest > population:
        told += f" There are only {population:,} people: two separate surveys cannot show it here."
    return told


def _sentence(answer: PlanAnswer, scale: Scale) -> str:
    start = scale.told(answer.before)
    waves = f"Waves of {answer.n_first or 0:,} and {answer.n_second or 0:,}"
    if answer.n_first == answer.n_second:
        waves = f"Two waves of {answer.n_first or 0:,}"
    match str(answer.question):
        case "n_per_wave":
            return (
                f"To show a change from {start} to {scale.told(answer.after or 0)} in"
                f" {_of_100(answer.power)}, each wave needs {answer.n_first:,} answers."
            )
        case "second_wave":
            return _of_second_wave(answer, scale, start)
        case "power":
            end = scale.told(answer.after or 0)
            shown = _of_100(answer.power)
            return f"{waves} show a change from {start} to {end} in {shown}."
        case way if answer.after is None:
            return f"{waves} show no {way} from {start}, however large."
        case way:
            size = scale.change(abs(answer.after - answer.before))
            return (
                f"{waves} show a {way} from {start} of {size} or more in {_of_100(answer.power)}."
            )


def _of_second_wave(answer: PlanAnswer, scale: Scale, start: str) -> str:
    change = f"a change from {start} to {scale.told(answer.after or 0)}"
    after = f"After a first wave of {answer.n_first:,}"
    if answer.n_second is None:
        most = _of_100(answer.most_power)
        return f"{after} no second wave, however large, shows {change} in more than {most}."
    need = f"the second needs {answer.n_second:,} answers"
    return f"{after} {need} to show {change} in {_of_100(answer.power)}."


def _is_rough(answer: PlanAnswer, design_effect: float) -> bool:
    levels = [(answer.before, answer.n_first), (answer.after, answer.n_second)]
    return any(
        min(level, 1 - level) * n / design_effect < ROUGH_BELOW
        for level, n in levels
        if level is not None and n is not None
    )


def _of_100(chance: float | None) -> str:
    times = 100 * (chance or 0)
    if times > MOST:
        return f"more than {MOST} of 100 cases"
    return f"{times:.0f} of 100 cases" if times >= 1 else "fewer than 1 of 100 cases"


def _number(value: float) -> str:
    decimals = 2 if abs(value) < 1 else 1
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".")
