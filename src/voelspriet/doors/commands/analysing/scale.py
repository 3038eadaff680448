# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse scale`: scores of declared scales, beside the answers they come from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import FILE, OUT, clear_errors, say

if TYPE_CHECKING:
    from voelspriet.analysis.survey.questions.scales import ScaleScores


@click.command()
@click.argument("data", type=FILE, required=True)
@click.option("--recipe", type=FILE, required=True, help="A TOML file with a table per scale.")
@click.option("--quality", type=FILE,
              help="Also write what became of every scale: a table of one row each.")  # fmt: skip
@OUT
def command(*, data: Path, recipe: Path, quality: Path | None, out: Path | None) -> None:
    """Score scales of 0 to 10 by their recipe, and say how good they are.

    RECIPE has a table per scale: items (columns of DATA), lowest and highest (the range of an
    item), minimum_answered, and if needed reversed (items that count the other way round) and
    dont_know (numbers that are no answer). A score is the mean of the items answered; who answered
    fewer than the minimum has none. Nothing is filled in.

    Columns: those of DATA, and one per scale with its name.

    Columns of --quality: scale, items, n_scored, n_complete, n_too_few, n_nothing, alpha, low,
    high (Cronbach's alpha with its 95 % interval), alpha_rows (that answered every item), against
    (items that run against the rest), reason (why there is no alpha).

    Example: voelspriet analyse scale survey.csv --recipe scales.toml --out scored.csv
    """
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.errors import ColumnError  # noqa: PLC0415
    from voelspriet.analysis.survey.questions.recipes import recipes_from  # noqa: PLC0415
    from voelspriet.analysis.survey.questions.scales import score_scale  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    with clear_errors(recipe):
        recipes = recipes_from(_text(recipe))
    with clear_errors(data):
        frame = read_frame(data)
        found = [score_scale(frame, one) for one in recipes]
        for one in recipes:
            if one.name in frame.names:
                raise ColumnError(one.name, "is there already; give the scale another name")
    columns: dict[str, Any] = {name: frame.column(name) for name in frame.names}
    with clear_errors():
        if quality is not None:
            rows = [_row(one) for one in found]
            write_table({name: [row[name] for row in rows] for name in rows[0]}, quality)
        write_table(columns | {one.recipe.name: one.scores for one in found}, out)
    for scored in found:
        _tell(scored)


def _text(file: Path) -> str:
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.errors import InputError  # noqa: PLC0415

    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError("this is no text in UTF-8") from error


def _row(scores: ScaleScores) -> dict[str, Any]:
    alpha = scores.alpha
    return {
        "scale": scores.recipe.name,
        "items": len(scores.recipe.items),
        "n_scored": scores.n_scored,
        "n_complete": scores.n_complete,
        "n_too_few": scores.n_too_few,
        "n_nothing": scores.n_nothing,
        "alpha": alpha.value,
        "low": alpha.low,
        "high": alpha.high,
        "alpha_rows": alpha.rows,
        "against": " ".join(_against(scores)),
        "reason": alpha.reason,
    }


def _against(scores: ScaleScores) -> list[str]:
    return [scores.recipe.items[place] for place in scores.alpha.against]


def _tell(scores: ScaleScores) -> None:
    name, alpha = scores.recipe.name, scores.alpha
    say(f"{name}: {scores.n_scored} rows scored, {scores.n_too_few} answered too few items.")
    if alpha.value is None:
        say(f"{name}: no alpha, {alpha.reason}.")
    else:
        say(f"{name}: alpha {alpha.value:.2f} ({alpha.low:.2f} to {alpha.high:.2f}).")
    for item in _against(scores):
        say(f"{name}: {item} runs against the rest; should it be reversed?")
