# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse agreement`: how far coders agree beyond chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import FILE, OUT, SEED, clear_errors, say
from voelspriet.doors.commands.progress import progress_bar

if TYPE_CHECKING:
    from voelspriet.analysis.agreement import Agreement, CodingAgreement, ItemAgreement

ITEM = "item"
NOMINAL = "nominal"
LEVELS = [NOMINAL, "ordinal", "interval", "ratio"]
CODING_COLUMNS = ("source", "length", "coder", "code", "start", "end")
ITEM_COLUMNS = ("item", "coder", "value")


@click.command()
@click.argument("codings", type=FILE)
@click.option("--unit", type=click.Choice(["codepoint", "segment", ITEM]), required=True,
              help="What is judged: each codepoint, each segment, or each item.")  # fmt: skip
@click.option("--level", type=click.Choice(LEVELS), default=NOMINAL, show_default=True,
              help="What a distance between two values of an item means.")  # fmt: skip
@click.option("--replications", type=click.IntRange(1_000), default=4_000, show_default=True,
              help="How often sources or items are drawn again for an interval.")  # fmt: skip
@SEED
@OUT
def command(
    *, codings: Path, unit: str, level: str, replications: int, seed: int, out: Path | None
) -> None:
    """Tell how far coders agree beyond chance: Cohen's kappa, or Krippendorff's alpha.

    For --unit codepoint and segment CODINGS has the columns source, length, coder, code, start and
    end: one row per range that one of two coders gave a code. Positions count codepoints from 0;
    end is the first that no longer belongs to the range; length is that of the whole source. Every
    coder of a source has coded all of it; one who found nothing to code there has a row with code,
    start and end empty. For --unit item it has item, coder and value; a missing row is a missing
    value.

    Result, one row per code (for items one row, code empty): code, coefficient, value, low, high
    (95 %), units, coders. Why a value or an interval is empty is told on standard error.

    Example: voelspriet analyse agreement codings.csv --unit codepoint --out agreement.csv
    """
    if unit != ITEM and level != NOMINAL:
        message = "--level goes with --unit item: a code is given or not"
        raise click.UsageError(message)
    # slow imports: `--help` must not wait for them
    import numpy as np  # noqa: PLC0415

    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    with clear_errors(codings), progress_bar(replications, "Drawing again") as move:
        options = {
            "rng": np.random.default_rng(seed),
            "replications": replications,
            "progress": _steps(move),
        }
        if unit == ITEM:
            frame = read_frame(codings, ITEM_COLUMNS)
            agreements = _of_items(frame, level, options)
        else:
            frame = read_frame(codings, CODING_COLUMNS)
            agreements = _of_codings(frame, unit, options)
    write_table(_columns(agreements), out)
    _tell_reasons(agreements)


def _steps(move: Callable[[int], None]) -> Callable[[int, int], None]:
    """Return what turns "so many are done" into "so many more"."""
    told = [0]

    def heard(done: int, _of: int) -> None:
        move(done - told[0])
        told[0] = done

    return heard


def _of_items(frame: Any, level: str, options: dict[str, Any]) -> Sequence[Agreement]:
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.agreement import alpha  # noqa: PLC0415

    found: ItemAgreement = alpha(frame, level=level, **options)
    units, coders = found.agreement.units, found.agreement.coders
    say(f"{units} items with at least two values, {coders} coders, {found.values} values.")
    if found.items_alone:
        say(f"Items with fewer than two values, left out: {found.items_alone}.")
    if found.values_missing:
        say(f"Values that were not given: {found.values_missing}.")
    return [found.agreement]


def _of_codings(frame: Any, unit: str, options: dict[str, Any]) -> Sequence[Agreement]:
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.agreement import kappa  # noqa: PLC0415

    found: CodingAgreement = kappa(frame, unit=unit, **options)
    say(f"Sources that both {found.coders[0]} and {found.coders[1]} coded: {found.sources}.")
    if found.left_out:
        names = ", ".join(found.left_out[:5]) + (", …" if len(found.left_out) > 5 else "")  # noqa: PLR2004  enough to recognise them
        say(f"Sources that one of them coded, left out: {len(found.left_out)} ({names}).")
    return found.agreements


def _columns(agreements: Sequence[Agreement]) -> dict[str, Any]:
    # slow import: `--help` must not wait for it
    import numpy as np  # noqa: PLC0415

    def numbers(values: list[float | None]) -> Any:
        return np.array(values, dtype=np.float64)

    return {
        "code": [one.code for one in agreements],
        "coefficient": [one.coefficient for one in agreements],
        "value": numbers([one.value for one in agreements]),
        "low": numbers([one.interval.low for one in agreements]),
        "high": numbers([one.interval.high for one in agreements]),
        "units": [one.units for one in agreements],
        "coders": [one.coders for one in agreements],
    }


def _tell_reasons(agreements: Sequence[Agreement]) -> None:
    """Say once per reason which codes it concerns."""
    reasons: dict[str, list[str]] = {}
    for one in agreements:
        if one.why_no_value:
            reasons.setdefault(f"No coefficient: {one.why_no_value}", []).append(one.code)
        elif one.interval.why_not:
            reasons.setdefault(f"No interval: {one.interval.why_not}", []).append(one.code)
        elif one.interval.undefined:
            drawn = f"{one.interval.undefined:,} of {one.interval.replications:,} draws"
            reasons.setdefault(f"No coefficient in {drawn}, left out", []).append(one.code)
    for reason, codes in reasons.items():
        named = [code for code in codes if code]
        say(f"{reason} (code {', '.join(named)})." if named else f"{reason}.")
