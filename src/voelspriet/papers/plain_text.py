# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a colleague typed, as parts of a document: paragraphs, lists and subheadings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import Block, Heading, Listing, Paragraph, Words

Kind = Literal["text", "dots", "numbers", "heading"]
MARKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("dots", re.compile(r"[-•*]\s+(?P<rest>\S.*)")),
    ("numbers", re.compile(r"\d{1,2}[.)]\s+(?P<rest>\S.*)")),
    ("heading", re.compile(r"#+\s+(?P<rest>\S.*)")),
)


@dataclass(frozen=True, slots=True)
class _Line:
    kind: Kind
    text: str


def set_text(text: str, *, level: int) -> list[Block]:
    """Return typed Dutch text as blocks; a line with # before it becomes a heading of `level`.

    Lines that begin with - are a list, with 1. a numbered one. Nothing else is a mark.
    """
    blocks: list[Block] = []
    lines = [_line(one.strip()) for one in text.split("\n") if one.strip()]
    for kind, group in groupby(lines, key=lambda one: one.kind):
        blocks += _blocks(kind, [dutch(one.text) for one in group], level)
    return blocks


def _line(text: str) -> _Line:
    for kind, mark in MARKS:
        found = mark.fullmatch(text)
        if found:
            return _Line(kind, found["rest"])
    return _Line("text", text)


def _blocks(kind: Kind, lines: Sequence[Words], level: int) -> Iterator[Block]:
    if kind in {"dots", "numbers"}:
        yield Listing(tuple(lines), is_numbered=kind == "numbers")
    elif kind == "heading":
        yield from (Heading(level, one) for one in lines)
    else:
        yield from (Paragraph(one) for one in lines)
