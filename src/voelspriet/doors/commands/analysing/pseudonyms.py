# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse pseudonyms`: what in Dutch texts points at a person."""

from __future__ import annotations

from pathlib import Path

import click

from voelspriet.doors.commands.analysing.options import FILE, OUT, clear_errors, say
from voelspriet.doors.commands.analysing.readability import MARK, read_texts


@click.command()
@click.argument("texts", type=FILE)
@click.option("--text", default="text", show_default=True, help="Column with the texts.")
@click.option("--name", help="Column that tells texts apart; else rows are numbered.")
@click.option("--keep", type=FILE, help="Streets, places and shops to keep: a text, one a line.")
@OUT
def command(
    *, texts: Path, text: str, name: str | None, keep: Path | None, out: Path | None
) -> None:
    """Propose pseudonyms for what points at a person in Dutch texts; nothing is replaced.

    TEXTS is one text (.txt, .md), or a table (.csv, .tsv, .parquet) with a text in every row.
    Proposals are for a person to look at: rules miss names, and find some that are none.

    Result, one row per proposal: name, start, end (codepoints, from 0), kind (name, phone, email,
    iban, bsn, plate, handle, address), words, pseudonym, confidence (0 to 1, of the rule),
    reason (the rule).

    Example: voelspriet analyse pseudonyms interview.txt --keep streets.txt --out proposals.csv
    """
    # slow imports: `--help` must not wait for them
    from voelspriet.analysis.text.pseudonyms import propose  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    with clear_errors(keep):
        kept = keep.read_bytes().removeprefix(MARK).decode("utf-8").split("\n") if keep else []
    with clear_errors(texts):
        told = read_texts(texts, text, name)
    found = [(key, one) for key, words in told for one in propose(words or "", keep=kept)]
    columns: dict[str, list[object]] = {
        "name": [key for key, _ in found],
        "start": [one.start for _, one in found],
        "end": [one.end for _, one in found],
        "kind": [str(one.kind) for _, one in found],
        "words": [one.text for _, one in found],
        "pseudonym": [one.pseudonym for _, one in found],
        "confidence": [one.confidence for _, one in found],
        "reason": [one.reason for _, one in found],
    }
    write_table(columns, out)
    say(f"Proposals: {len(found)}. Look at each, and at what was missed.")
