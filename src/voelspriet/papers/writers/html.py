# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document as HTML: the same parts in the same order, every word escaped."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import TypeAlias, cast

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from voelspriet.papers.writers.checking import DEEPEST, FIRST_LISTED, check
from voelspriet.papers.writers.codes import qr_svg
from voelspriet.papers.writers.document import (
    Beside,
    Blank,
    Block,
    Boxes,
    Code,
    Contents,
    Document,
    Figure,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Panel,
    Paragraph,
    Photo,
    Run,
    Space,
    Style,
    Table,
    Words,
)
from voelspriet.papers.writers.logos import logo_size

PIXELS_PER_MM = 3.78


@dataclass(frozen=True, slots=True)
class Named:
    """A heading that links lead to."""

    heading: Heading
    name: str


@dataclass(frozen=True, slots=True)
class _Links:
    """A table of contents with what stands in it."""

    title: str
    headings: tuple[Named, ...]


Part: TypeAlias = Block | Named | _Links


def write_html(document: Document, *, below: int = 0) -> SafeString:
    """Return a document as an article in its language. Raises PaperError as `check` does.

    `below` is the level of the heading it stands under on a page; 0 where it is the page.
    """
    return write_article(document, write_blocks(listed(document.blocks, below)))


def write_article(document: Document, inside: SafeString) -> SafeString:
    """Return what is written of a document, with its language around it and its foot below."""
    check(document)
    footer = (
        format_html(
            '<footer class="vs-paper__foot"><p>{}</p></footer>', write_words(document.footer)
        )
        if document.footer
        else ""
    )
    return format_html(
        '<article class="vs-paper" lang="{}" dir="{}">{}{}{}</article>',
        document.language,
        document.direction,
        _logo(document.style),
        inside,
        footer,
    )


def _logo(style: Style) -> SafeString:
    if not style.logo:
        return SafeString("")
    width, _height = logo_size(style.logo)
    return format_html(
        '<p class="vs-paper__logo">{}</p>',
        _picture("image/png", style.logo, style.logo_alt, width),
    )


def listed(blocks: tuple[Block, ...], below: int = 0) -> tuple[Part, ...]:
    """Return the parts, headings lowered; those that a table of contents names with a name."""
    wanted = next((one.depth for one in blocks if isinstance(one, Contents)), 0)
    parts: list[Part] = []
    for number, block in enumerate(blocks):
        lowered = _lower(block, below) if below else block
        if isinstance(block, Heading) and FIRST_LISTED <= block.level <= wanted:
            parts.append(Named(cast("Heading", lowered), f"deel-{number}"))
        else:
            parts.append(lowered)
    named = tuple(one for one in parts if isinstance(one, Named))
    return tuple(_Links(one.title, named) if isinstance(one, Contents) else one for one in parts)


def _lowered(blocks: tuple[Block, ...], below: int) -> tuple[Block, ...]:
    if not below:
        return blocks
    return tuple(_lower(block, below) for block in blocks)


def _lower(block: Block, below: int) -> Block:
    if isinstance(block, Heading):
        return replace(block, level=min(block.level + below, DEEPEST))
    if isinstance(block, Panel):
        return replace(block, blocks=_lowered(block.blocks, below))
    if isinstance(block, Beside):
        return replace(block, columns=tuple(_lowered(one, below) for one in block.columns))
    return block


def write_blocks(blocks: tuple[Part, ...]) -> SafeString:
    """Return parts of a document one after the other."""
    return _joined([_block(block) for block in blocks])


def _joined(parts: list[SafeString]) -> SafeString:
    return format_html_join("\n", "{}", ((part,) for part in parts))


def write_words(runs: Words) -> SafeString:
    """Return the runs of a line."""
    return format_html_join("", "{}", ((_run(run),) for run in runs))


def _run(run: Run) -> SafeString:
    body = format_html_join(
        mark_safe("<br>"),
        "{}",
        ((line,) for line in run.text.split("\n")),
    )
    if run.is_bold:
        body = format_html("<strong>{}</strong>", body)
    if run.link:
        body = format_html('<a href="{}">{}</a>', run.link, body)
    if run.language and run.direction:
        return format_html('<bdi lang="{}" dir="{}">{}</bdi>', run.language, run.direction, body)
    if run.language:
        return format_html('<bdi lang="{}">{}</bdi>', run.language, body)
    if run.direction:
        return format_html('<bdi dir="{}">{}</bdi>', run.direction, body)
    return body


def _picture(kind: str, data: bytes, alt: str, width: float) -> SafeString:
    return format_html(
        '<img src="data:{};base64,{}" alt="{}" width="{}">',
        kind,
        base64.b64encode(data).decode(),
        alt,
        round(width * PIXELS_PER_MM),
    )


@singledispatch
def _block(block: Part) -> SafeString:
    raise TypeError(f"No HTML is written for {type(block).__name__}.")


@_block.register
def _(block: Heading) -> SafeString:
    return format_html("<h{}>{}</h{}>", block.level, write_words(block.words), block.level)


@_block.register
def _(block: Named) -> SafeString:
    level, text = block.heading.level, write_words(block.heading.words)
    return format_html('<h{} id="{}">{}</h{}>', level, block.name, text, level)


@_block.register
def _(block: _Links) -> SafeString:
    items = format_html_join(
        "",
        '<li class="vs-paper__entry--{}"><a href="#{}">{}</a></li>',
        (
            (one.heading.level, one.name, "".join(run.text for run in one.heading.words))
            for one in block.headings
        ),
    )
    return format_html(
        '<nav class="vs-paper__contents" aria-label="{}"><p><strong>{}</strong></p>'
        "<ul>{}</ul></nav>",
        block.title,
        block.title,
        items,
    )


@_block.register
def _(block: Paragraph) -> SafeString:
    names = {"normal": "", "small": ' class="vs-small"', "lead": ' class="vs-lead"'}
    return format_html("<p{}>{}</p>", mark_safe(names[block.size]), write_words(block.words))


@_block.register
def _(block: Listing) -> SafeString:
    items = format_html_join("", "<li>{}</li>", ((write_words(item),) for item in block.items))
    return format_html("<ol>{}</ol>" if block.is_numbered else "<ul>{}</ul>", items)


@_block.register
def _(block: Table) -> SafeString:
    head = format_html_join(
        "",
        '<th scope="col"{}>{}</th>',
        ((_amount(number in block.numbers), write_words(one))
         for number, one in enumerate(block.header)),
    )  # fmt: skip
    labels = tuple("".join(run.text for run in one) for one in block.header)
    rows = format_html_join(
        "",
        "<tr>{}</tr>",
        ((_row(row, labels, block),) for row in block.rows),
    )
    return format_html(
        '<div class="vs-table-scroll" role="region" aria-label="{}" tabindex="0">'
        '<table class="vs-table vs-table--cards"><caption>{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
        block.caption,
        block.caption,
        head,
        rows,
    )


def _amount(is_one: bool) -> SafeString:
    return mark_safe(' class="is-number"' if is_one else "")


def _row(cells: tuple[Words, ...], labels: tuple[str, ...], table: Table) -> SafeString:
    """Return a row; on a phone it is a card, in which each cell says what it is about."""
    return _joined(
        [
            format_html('<th scope="row">{}</th>', write_words(cell))
            if table.has_row_headers and number == 0
            else format_html(
                '<td{} data-label="{}">{}</td>',
                _amount(number in table.numbers),
                label,
                write_words(cell),
            )
            for number, (cell, label) in enumerate(zip(cells, labels, strict=True))
        ]
    )


@_block.register
def _(block: Figure) -> SafeString:
    picture = _picture("image/svg+xml", block.svg.encode(), block.alt, block.width)
    if not block.caption:
        return picture
    return format_html("<figure>{}<figcaption>{}</figcaption></figure>", picture, block.caption)


@_block.register
def _(block: Photo) -> SafeString:
    return _picture("image/jpeg", block.jpeg, block.alt, block.width)


@_block.register
def _(block: Code) -> SafeString:
    return _picture("image/svg+xml", qr_svg(block.link).encode(), block.alt, block.width)


@_block.register
def _(block: Blank) -> SafeString:
    lines = SafeString('<div class="vs-paper__line"></div>' * block.lines)
    return format_html(
        '<div class="vs-paper__blank"><p>{}</p>{}</div>', write_words(block.label), lines
    )


@_block.register
def _(block: Boxes) -> SafeString:
    options = format_html_join(
        "", "<li>{}</li>", ((write_words(option),) for option in block.options)
    )
    return format_html(
        '<div class="vs-paper__boxes"><p>{}</p><ul>{}</ul></div>', write_words(block.label), options
    )


@_block.register
def _(_block: Space) -> SafeString:
    return SafeString("")


@_block.register
def _(_block: PageBreak) -> SafeString:
    return SafeString('<hr class="vs-paper__break">')


@_block.register
def _(block: Letterhead) -> SafeString:
    return format_html('<p class="vs-letter__from">{}</p>', write_words(block.words))


@_block.register
def _(block: Beside) -> SafeString:
    columns = format_html_join("", "<div>{}</div>", ((write_blocks(one),) for one in block.columns))
    return format_html('<div class="vs-paper__beside">{}</div>', columns)


@_block.register
def _(block: Panel) -> SafeString:
    return format_html('<div class="vs-panel">{}</div>', write_blocks(block.blocks))
