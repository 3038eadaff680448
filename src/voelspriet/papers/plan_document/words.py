# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small parts every chapter of the plan document uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.plain_text import set_text
from voelspriet.papers.report_words import DUTCH, dutch
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Block,
    Document,
    Heading,
    Listing,
    Page,
    Paragraph,
    Run,
    Table,
    Words,
    words,
)

CHAPTER, PART, INNER = 2, 3, 4


def paper(
    name: Words,
    blocks: Iterable[Block],
    *,
    title: str,
    municipality: MunicipalityRow,
    language: str,
    on: date,
    is_landscape: bool = False,
) -> Document:
    """Return a paper of a plan: whose it is and its `name`, also in the footer, then `blocks`."""
    whose = Paragraph(words(Run(municipality.name, is_bold=True, language=DUTCH)), "small")
    return Document(
        title=title,
        language=language,
        direction="ltr",
        style=style_of(municipality),
        made_on=on,
        page=Page(margin=20.0, points=10.0, numbers_pages=True, is_landscape=is_landscape),
        footer=words(municipality.name, " · ", *name),
        blocks=(whose, Heading(1, name), *blocks),
    )


def chapter(title: str, blocks: Iterable[Block]) -> list[Block]:
    """Return a chapter with its heading; nothing where it would be empty."""
    inside = list(blocks)
    return [Heading(CHAPTER, words(title)), *inside] if inside else []


def typed(text: str) -> list[Block]:
    """Return what a colleague typed under a chapter."""
    return set_text(text, level=PART)


def dots(lines: Sequence[str]) -> list[Block]:
    """Return lines in Dutch as a list; nothing for none."""
    return [Listing(tuple(dutch(one) for one in lines))] if lines else []


def table(
    caption: str,
    header: Sequence[str],
    rows: Sequence[tuple[Words, ...]],
    shares: tuple[float, ...],
    numbers: tuple[int, ...] = (),
) -> list[Block]:
    """Return a table, with the columns that hold amounts; nothing without rows."""
    if not rows:
        return []
    return [
        Table(
            caption=caption,
            header=tuple(words(one) for one in header),
            rows=tuple(rows),
            shares=shares,
            numbers=numbers,
        )
    ]


def told(text: str) -> Words:
    """Return a text in Dutch for a cell; a dash where there is none."""
    return dutch(text) if text else words("–")
