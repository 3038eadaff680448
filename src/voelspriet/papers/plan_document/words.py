# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small parts every chapter of the plan document uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from voelspriet.papers.plain_text import set_text
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import Block, Heading, Listing, Table, Words, words

CHAPTER, PART, INNER = 2, 3, 4


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
) -> list[Block]:
    """Return a table; nothing without rows."""
    if not rows:
        return []
    return [
        Table(
            caption=caption,
            header=tuple(words(one) for one in header),
            rows=tuple(rows),
            shares=shares,
        )
    ]


def told(text: str) -> Words:
    """Return a text in Dutch for a cell; a dash where there is none."""
    return dutch(text) if text else words("–")
