# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse readability`: how easily Dutch texts read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import FILE, OUT, clear_errors, say

if TYPE_CHECKING:
    from voelspriet.analysis.text.readability import Readability

TABLES = (".csv", ".tsv", ".parquet")
NO_TEXT = "no text"
TOLD_WORDS = 10
MARK = b"\xef\xbb\xbf"


@click.command()
@click.argument("texts", type=FILE)
@click.option("--text", default="text", show_default=True, help="Column with the texts.")
@click.option("--name", help="Column that tells texts apart; else rows are numbered.")
@OUT
def command(*, texts: Path, text: str, name: str | None, out: Path | None) -> None:
    """Tell how easily Dutch texts read (Flesch-Douma): a hint, no test of a language level.

    TEXTS is one text (.txt, .md), or a table (.csv, .tsv, .parquet) with a text in every row.

    Result, one row per text: name, words, sentences, syllables, words_per_sentence,
    syllables_per_word, score (about 0, hard, to 100, easy), reason (why there is no score: too
    short to say, under 30 words), longest_sentence_words, longest_sentence, long_words (of five
    syllables or more, at most ten).

    Example: voelspriet analyse readability letter.txt
    """
    # slow imports: `--help` must not wait for them
    from voelspriet.analysis.text.readability import readability  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    with clear_errors(texts):
        told = read_texts(texts, text, name)
    rows = [_row(key, words, readability(words or "")) for key, words in told]
    names = _row("", "", readability("")).keys()
    write_table({one: [row[one] for row in rows] for one in names}, out)
    empty = sum(row["reason"] == NO_TEXT for row in rows)
    if empty:
        say(f"Rows without a text: {empty}.")


def read_texts(file: Path, text: str, name: str | None) -> list[tuple[str, str | None]]:
    """Return the texts of a file with their names: one, or one per row of a table."""
    return _table(file, text, name) if file.suffix.lower() in TABLES else _one(file)


def _one(file: Path) -> list[tuple[str, str | None]]:
    content = file.read_bytes().removeprefix(MARK)
    try:
        return [(file.name, content.decode("utf-8"))]
    except UnicodeDecodeError:
        # what older programs on Windows write; every byte is a letter there
        return [(file.name, content.decode("cp1252", errors="replace"))]


def _table(file: Path, text: str, name: str | None) -> list[tuple[str, str | None]]:
    # slow import: `--help` must not wait for it
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415

    frame = read_frame(file, [text, name] if name else [text])
    texts = frame.texts(text)
    keys = frame.texts(name) if name else [str(row) for row in range(1, len(frame) + 1)]
    return [(key or "", words) for key, words in zip(keys, texts, strict=True)]


def _row(key: str, words: str | None, found: Readability) -> dict[str, Any]:
    text = words or ""
    longest = found.longest_sentences[0] if found.longest_sentences else None
    return {
        "name": key,
        "words": found.words,
        "sentences": found.sentences,
        "syllables": found.syllables,
        "words_per_sentence": found.words_per_sentence,
        "syllables_per_word": found.syllables_per_word,
        "score": found.score,
        "reason": found.reason if text.strip() else NO_TEXT,
        "longest_sentence_words": longest.words if longest else None,
        "longest_sentence": " ".join(text[longest.start : longest.end].split()) if longest else "",
        "long_words": ", ".join(one.word for one in found.long_words[:TOLD_WORDS]),
    }
