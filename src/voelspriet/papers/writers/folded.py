# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A long document as HTML for a phone: its chapters fold, and the parts of a chapter.

Everything is open as it comes, so that nothing is lost without a script and on paper; a script
folds the inner parts on a narrow screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from voelspriet.papers.writers.document import Document, Heading
from voelspriet.papers.writers.html import (
    Named,
    Part,
    listed,
    write_article,
    write_blocks,
    write_words,
)

CHAPTER, INNER = 2, 3


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands under a heading; `heading` is None before the first, `name` what links name."""

    heading: Heading | None
    name: str
    parts: tuple[Part, ...]


def write_folded(document: Document) -> SafeString:
    """Return a document in which headings of level 2 and 3 fold what stands under them.

    Links of its table of contents lead to chapters. Raises PaperError as `check` does.
    """
    opening, *chapters = _sections(listed(document.blocks), CHAPTER)
    written = [write_blocks(opening.parts), *(_chapter(one) for one in chapters)]
    return write_article(document, _lines(written))


def _sections(parts: Sequence[Part], level: int) -> Iterator[_Section]:
    """Yield what stands before the first heading of a level, and then what stands under each."""
    heading, name = None, ""
    inside: list[Part] = []
    for part in parts:
        found = part.heading if isinstance(part, Named) else part
        if isinstance(found, Heading) and found.level == level:
            yield _Section(heading, name, tuple(inside))
            heading, name = found, part.name if isinstance(part, Named) else ""
            inside = []
        else:
            inside.append(part)
    yield _Section(heading, name, tuple(inside))


def _chapter(chapter: _Section) -> SafeString:
    opening, *inner = _sections(chapter.parts, INNER)
    named = format_html(' id="{}"', chapter.name) if chapter.name else ""
    return format_html(
        '<details class="vs-fold"{} data-fold="chapter" open><summary><h2>{}</h2></summary>\n'
        "{}</details>",
        named,
        _title(chapter),
        _lines([write_blocks(opening.parts), *(_inner(one) for one in inner)]),
    )


def _inner(section: _Section) -> SafeString:
    return format_html(
        '<details class="vs-fold vs-fold--part" data-fold="part" open>'
        "<summary><h3>{}</h3></summary>\n{}</details>",
        _title(section),
        write_blocks(section.parts),
    )


def _lines(written: list[SafeString]) -> SafeString:
    return format_html_join("\n", "{}", ((one,) for one in written))


def _title(section: _Section) -> SafeString:
    assert section.heading is not None  # noqa: S101  only what comes before the first has none
    return write_words(section.heading.words)
