# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document as plain text by chapter, to be compared: one line for a paragraph, item or row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch

from voelspriet.papers.writers.document import (
    Beside,
    Blank,
    Block,
    Boxes,
    Code,
    Document,
    Figure,
    Heading,
    Letterhead,
    Listing,
    Panel,
    Paragraph,
    Photo,
    Table,
    Words,
)

CHAPTER, PART = 2, 3


@dataclass(frozen=True, slots=True)
class Chapter:
    """What stands under a heading of level 1 or 2; `title` is empty before the first of level 2."""

    title: str
    text: str


def chapters(document: Document) -> tuple[Chapter, ...]:
    """Return a document as plain text by chapter; what is no text is told by its words."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == CHAPTER:
            found.append((plain(block.words), []))
        else:
            found[-1][1].extend(_lines(block))
    return tuple(Chapter(title, "\n".join(lines)) for title, lines in found)


def headings(document: Document) -> tuple[str, ...]:
    """Return every chapter, and every part of one after its chapter; each once."""
    found: dict[str, None] = {}
    chapter = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level in {CHAPTER, PART}:
            text = plain(block.words)
            if block.level == CHAPTER:
                chapter = text
            found[text if block.level == CHAPTER else f"{chapter} – {text}"] = None
    return tuple(found)


def plain(words: Words) -> str:
    """Return what runs say, on one line."""
    return " ".join("".join(run.text for run in words).split())


def _every(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _lines(block)


@singledispatch
def _lines(_block: Block) -> Iterable[str]:
    """White room, a new page and a table of contents say nothing of their own."""
    return ()


@_lines.register
def _(block: Heading) -> Iterable[str]:
    return (plain(block.words),)


@_lines.register
def _(block: Paragraph) -> Iterable[str]:
    return ("".join(run.text for run in block.words),)


@_lines.register
def _(block: Letterhead) -> Iterable[str]:
    return (plain(block.words),)


@_lines.register
def _(block: Listing) -> Iterable[str]:
    return (f"- {plain(item)}" for item in block.items)


@_lines.register
def _(block: Table) -> Iterable[str]:
    rows = (" | ".join(plain(cell) for cell in row) for row in (block.header, *block.rows))
    return (block.caption, *rows)


@_lines.register
def _(block: Figure) -> Iterable[str]:
    return tuple(one for one in (block.alt, block.caption) if one)


@_lines.register
def _(block: Photo) -> Iterable[str]:
    return (block.alt,)


@_lines.register
def _(block: Code) -> Iterable[str]:
    return (f"{block.alt} {block.link}",)


@_lines.register
def _(block: Blank) -> Iterable[str]:
    return (plain(block.label),)


@_lines.register
def _(block: Boxes) -> Iterable[str]:
    return (plain(block.label), *(f"- {plain(one)}" for one in block.options))


@_lines.register
def _(block: Panel) -> Iterable[str]:
    return _every(block.blocks)


@_lines.register
def _(block: Beside) -> Iterable[str]:
    return _every(one for column in block.columns for one in column)
