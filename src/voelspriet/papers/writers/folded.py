# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A long document as HTML for a phone: contents with links, and parts that fold.

Everything is open as it comes, so that nothing is lost without a script and on paper; a script
folds the inner parts on a narrow screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from voelspriet.papers.writers.document import Block, Document, Heading
from voelspriet.papers.writers.html import write_article, write_blocks, write_words

CHAPTER, PART = 2, 3


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands under a heading; `heading` is None before the first."""

    heading: Heading | None
    blocks: tuple[Block, ...]


def write_folded(document: Document, *, contents: str) -> SafeString:
    """Return a document with its contents after the opening, and a fold for each part.

    Headings of level 2 are chapters, of level 3 the parts that fold. `contents` is the word
    above the links. Raises PaperError as `check` does.
    """
    opening, *chapters = _sections(document.blocks, CHAPTER)
    parts = [write_blocks(opening.blocks)]
    if len(chapters) > 1:
        parts.append(_contents(chapters, contents))
    parts += [_chapter(number, one) for number, one in enumerate(chapters, 1)]
    return write_article(document, format_html_join("\n", "{}", ((part,) for part in parts)))


def _sections(blocks: Sequence[Block], level: int) -> Iterator[_Section]:
    """Yield what stands before the first heading of a level, and then each one."""
    heading: Heading | None = None
    inside: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == level:
            yield _Section(heading, tuple(inside))
            heading, inside = block, []
        else:
            inside.append(block)
    yield _Section(heading, tuple(inside))


def _contents(chapters: Sequence[_Section], word: str) -> SafeString:
    links = format_html_join(
        "",
        '<li><a href="#deel-{}">{}</a></li>',
        ((number, _title(one)) for number, one in enumerate(chapters, 1)),
    )
    return format_html(
        '<nav class="vs-contents" aria-labelledby="inhoudsopgave">'
        '<h2 id="inhoudsopgave">{}</h2><ol>{}</ol></nav>',
        word,
        links,
    )


def _chapter(number: int, chapter: _Section) -> SafeString:
    opening, *parts = _sections(chapter.blocks, PART)
    inside = [write_blocks(opening.blocks), *(_part(one) for one in parts)]
    return format_html(
        '<details class="vs-fold" id="deel-{}" data-fold="chapter" open>'
        "<summary><h2>{}</h2></summary>\n{}</details>",
        number,
        _title(chapter),
        format_html_join("\n", "{}", ((one,) for one in inside)),
    )


def _part(part: _Section) -> SafeString:
    return format_html(
        '<details class="vs-fold vs-fold--part" data-fold="part" open>'
        "<summary><h3>{}</h3></summary>\n{}</details>",
        _title(part),
        write_blocks(part.blocks),
    )


def _title(section: _Section) -> SafeString:
    assert section.heading is not None  # noqa: S101  only what comes before the first has none
    return write_words(section.heading.words)
