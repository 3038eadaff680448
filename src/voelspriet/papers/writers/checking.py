# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every writer refuses before it begins: a document that somebody could not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voelspriet.papers.writers.colours import COLOUR
from voelspriet.papers.writers.document import (
    Beside,
    Block,
    Code,
    Contents,
    Document,
    Figure,
    Heading,
    Panel,
    Photo,
    Table,
)

LINK = re.compile(r"(https?://|mailto:|tel:)\S+")
DEEPEST = 6
FIRST_LISTED = 2  # in a table of contents: level 1 is the title


class PaperError(ValueError):
    """A document that cannot be written so that everybody can read it; says what is missing."""


def check(document: Document) -> None:
    """Raise PaperError for what is missing: a title, words for a picture, a heading, a header."""
    if not document.title.strip():
        raise PaperError("A document needs a title.")
    if not document.language:
        raise PaperError("A document needs a language.")
    style = document.style
    if bool(style.logo) != bool(style.logo_alt.strip()):
        raise PaperError("A logo needs words that tell what it shows.")
    for colour in (style.colour, style.tint, style.line):
        if COLOUR.fullmatch(colour) is None:
            raise PaperError(f"A colour is written as #0b5a61, not {colour!r}.")
    level = 0
    for block in every(document.blocks):
        if isinstance(block, Heading):
            level = _next_level(level, block.level)
        _check_block(block)


def every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield all parts in reading order, those inside others too."""
    for block in blocks:
        yield block
        if isinstance(block, Panel):
            yield from every(block.blocks)
        elif isinstance(block, Beside):
            for column in block.columns:
                yield from every(column)


def _next_level(before: int, level: int) -> int:
    if not 1 <= level <= min(before + 1, DEEPEST):
        raise PaperError(f"A heading of level {level} cannot follow one of level {before}.")
    return level


def _check_block(block: Block) -> None:
    if isinstance(block, Photo | Code) and not block.alt.strip():
        raise PaperError("A picture needs words that tell what it shows.")
    if isinstance(block, Figure) and bool(block.alt.strip()) == block.is_decoration:
        raise PaperError("A figure has words that tell what it shows, or is a decoration.")
    if isinstance(block, Code) and LINK.fullmatch(block.link) is None:
        raise PaperError("A code holds a whole address.")
    if isinstance(block, Contents) and not (
        block.title.strip() and FIRST_LISTED <= block.depth <= DEEPEST
    ):
        raise PaperError(
            "A table of contents has a title, and shows headings of level 2 and deeper."
        )
    if isinstance(block, Table):
        wide = len(block.header)
        if not wide or not all(block.header) or not block.caption.strip():
            raise PaperError("A table needs a caption and a header for every column.")
        if any(len(row) != wide for row in block.rows):
            raise PaperError("Every row of a table has a cell for every header.")
