# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse representativeness`: who answered, beside whom they should stand for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import (
    CHART,
    FILE,
    NAMES,
    OUT,
    SEED,
    clear_errors,
    say,
)

if TYPE_CHECKING:
    from voelspriet.analysis.frames import Frame
    from voelspriet.analysis.survey.representativeness import Group, Indicator, Representativeness
    from voelspriet.ground.ui.charts import Chart

COLUMNS = (
    "variable", "category", "respondents", "share", "low", "high", "population_share", "ratio",
    "people_short", "response_rate", "indicator", "indicator_low", "indicator_high", "q", "advice",
)  # fmt: skip
WORDS_BELOW = 30
PUBLISHED_FROM = 5
KNOWN = {
    "frame": "Case: everybody who was invited is known, so who answered is compared with who did"
    " not.",
    "margins": "Case: the population's margins and the number invited are known. Assumed: people"
    " were invited by chance, all alike or as --weights say.",
    "open": "Case: nobody knows who could have answered (an open link, an evening). Chances to"
    " answer and an R-indicator do not exist here; parts of the answers are compared with parts"
    " of the population.",
}
NOT_CONCLUDED = {
    "frame": "Do not conclude that who answered is like who did not in anything but these"
    " variables, or that the answers are right.",
    "margins": "Do not conclude anything when invitations were not drawn by chance, nor that who"
    " answered is like who did not in anything but these variables.",
    "open": "Do not conclude that answers in proportion speak for everybody: who wanted to answer"
    " chose to. Intervals tell of chance alone, not of that choice.",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    data: Path
    variables: tuple[str, ...]
    margins: Path | None
    responded: str | None
    invited: int | None
    population: float | None
    weights: str | None
    seed: int


@click.command()
@click.argument("data", type=FILE)
@click.option("--variables", type=NAMES, default=(),
              help="Columns to compare by: age,part (else all of --margins).")  # fmt: skip
@click.option("--margins", type=FILE,
              help="Margins of the population: variable, category, total.")  # fmt: skip
@click.option("--responded", metavar="COLUMN",
              help="DATA has everybody invited; this column is 1 for who answered.")  # fmt: skip
@click.option("--invited", type=int, help="How many were invited by chance (with --margins).")
@click.option("--population", type=float,
              help="How many the invitations were drawn from (with --responded).")  # fmt: skip
@click.option("--weights", metavar="COLUMN",
              help="Inverse chance to be invited; in an open survey, any weight.")  # fmt: skip
@SEED
@OUT
@CHART
def command(*, out: Path | None, chart: Path | None, **options: Any) -> None:
    """Tell who answered, beside whom they should stand for, and where to knock next.

    What is given decides the case. --responded: DATA has one row per invited person, who answered
    or not. --margins with --invited: DATA has who answered, of a number invited by chance.
    --margins alone: an open link or an evening. Never compare by origin or religion.

    Result: a first row for all (indicator is R: 1 is representative), then per variable a row
    without category and a row per category: variable, category, respondents, share (of the
    respondents) with low and high (95 %), population_share, ratio of these shares, people_short
    (to be in proportion), response_rate, indicator (partial: below 0 when fewer answered) with
    indicator_low and indicator_high, q (in tables of more than ten categories), advice. Columns
    that a case has not are empty.

    Example: voelspriet analyse representativeness answers.csv --margins town.csv --invited 3000
    """
    # slow import: `--help` must not wait for it
    from voelspriet.doors.commands.analysing.drawing import write_result  # noqa: PLC0415

    asked = Asked(**options)
    found = _found(asked)
    with clear_errors():
        write_result(_columns(found), out, chart=chart, draw=lambda: _chart(found, asked))
    _tell(found, weighted=asked.weights is not None)


def _found(asked: Asked) -> Representativeness:
    # slow imports: `--help` must not wait for them
    from voelspriet.analysis.survey.representativeness import sample_response  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415

    with clear_errors():
        _refuse_mixed(asked)
    if asked.margins is not None:
        with clear_errors(asked.margins):
            return _beside_margins(asked, read_frame(asked.margins))
    names = [*asked.variables, *(name for name in (asked.responded, asked.weights) if name)]
    with clear_errors(asked.data):
        return sample_response(
            read_frame(asked.data, names),
            asked.variables,
            responded=str(asked.responded),
            weights=asked.weights,
            population=asked.population,
        )


def _refuse_mixed(asked: Asked) -> None:
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.errors import InputError  # noqa: PLC0415

    if (asked.responded is None) == (asked.margins is None):
        raise InputError(
            "give --responded (DATA has everybody who was invited) or --margins (of the"
            " population), one of the two"
        )
    if asked.responded is not None and not asked.variables:
        raise InputError("name the columns to compare by: --variables age,part")
    if asked.responded is not None and asked.invited is not None:
        raise InputError("--invited goes with --margins: with --responded the rows are counted")
    if asked.margins is not None and asked.population is not None:
        raise InputError("--population goes with --responded: margins tell it themselves")


def _beside_margins(asked: Asked, margins: Frame) -> Representativeness:
    # slow imports: `--help` must not wait for them
    import numpy as np  # noqa: PLC0415

    from voelspriet.analysis.survey.representativeness import (  # noqa: PLC0415
        margin_response,
        open_response,
        population_margins,
    )

    # slow import, as above
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415

    names = [margin.variable for margin in population_margins(margins, asked.variables)]
    with clear_errors(asked.data):
        data = read_frame(asked.data, [*names, *([asked.weights] if asked.weights else [])])
        if asked.invited is None:
            return open_response(data, margins, variables=asked.variables, weights=asked.weights)
        return margin_response(
            data,
            margins,
            invited=asked.invited,
            rng=np.random.default_rng(asked.seed),
            variables=asked.variables,
            weights=asked.weights,
        )


def _columns(found: Representativeness) -> dict[str, list[Any]]:
    rows: list[dict[str, Any]] = [_whole(found)]
    for part in found.variables:
        groups = [group for group in found.groups if group.variable == part.variable]
        answered = sum(group.respondents for group in groups)
        rows.append(
            {"variable": part.variable, "category": "", "respondents": answered, "advice": ""}
            | _indicator(part.partial)
        )
        rows += [_row(group) for group in groups]
    return {name: [row.get(name) for row in rows] for name in COLUMNS}


def _whole(found: Representativeness) -> dict[str, Any]:
    return {
        "variable": "",
        "category": "",
        "respondents": found.respondents,
        "response_rate": found.response_rate,
        "advice": _knock(found),
    } | _indicator(found.indicator)


def _row(group: Group) -> dict[str, Any]:
    return {
        "variable": group.variable,
        "category": group.category,
        "respondents": group.respondents,
        "share": group.share,
        "low": group.low,
        "high": group.high,
        "population_share": group.population_share,
        "ratio": group.ratio,
        "people_short": group.people_short,
        "response_rate": group.response_rate,
        "q": group.q_value,
        "advice": group.advice,
    } | _indicator(group.partial)


def _indicator(found: Indicator | None) -> dict[str, float]:
    if found is None:
        return {}
    return {"indicator": found.value, "indicator_low": found.low, "indicator_high": found.high}


def _knock(found: Representativeness) -> str:
    if not found.knock_next:
        return "no category has clearly fewer than its part"
    places = [f"{one.category} ({one.variable})" for one in found.knock_next]
    return f"knock next: {', '.join(places)}"


def _chart(found: Representativeness, asked: Asked) -> Chart:
    # slow imports: only who asks for a chart waits for them
    from voelspriet.ground.ui.charts import ResponseRow, response_chart  # noqa: PLC0415

    rows = [
        ResponseRow(
            label=group.category,
            group=group.variable,
            response_share=group.share,
            population_share=group.population_share,
            low=group.low,
            high=group.high,
        )
        for group in found.groups
    ]
    whom = "who was invited" if asked.margins is None else "the population"
    return response_chart(
        rows,
        title=f"Who answered beside {whom}",
        beside="invited" if asked.margins is None else "population",
        source=asked.data.name,
    )


def _tell(found: Representativeness, *, weighted: bool) -> None:
    """Say which case it is, what was found, and what does not follow."""
    say(KNOWN[found.case])
    if found.indicator is not None and found.response_rate is not None:
        r = found.indicator
        say(
            f"R-indicator {r.value:.3f} (95 %: {r.low:.3f} to {r.high:.3f}; 1 is representative)."
            f" Answered: {found.respondents} of {found.invited} invited,"
            f" {100 * found.response_rate:.1f} %{' (weighted)' if weighted else ''}."
        )
    knock = _knock(found)
    say(f"{knock[0].upper()}{knock[1:]}.")
    say(NOT_CONCLUDED[found.case])
    for part in found.variables:
        if part.missing:
            say(f"Rows without {part.variable}, left out: {part.missing}.")
    if found.respondents < WORDS_BELOW:
        say(f"Fewer than {WORDS_BELOW} people answered: speak in words, not in percentages.")
    small = sum(group.respondents < PUBLISHED_FROM for group in found.groups)
    if small:
        say(
            f"Categories with fewer than {PUBLISHED_FROM} respondents: {small}. This table is for"
            " who asked the questions, not for publication."
        )
    if found.carries_q:
        say("More than ten categories: a difference is called clear only where q is at most 0.10.")
