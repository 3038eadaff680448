# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document as the house means it: frozen parts that know nothing of how they are set.

Every writer works for every document. What a person wrote is only ever text: no part of it is read
as markup, by any writer. Measures are in millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

Direction = Literal["", "ltr", "rtl"]
Size = Literal["normal", "small", "lead"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text. A run in another language or direction stands by itself in its line.

    `language` empty is that of the document; `link` is a whole address.
    """

    text: str
    is_bold: bool = False
    language: str = ""
    direction: Direction = ""
    link: str = ""


Words: TypeAlias = tuple[Run, ...]


def words(*parts: str | Run) -> Words:
    """Return runs; a plain text becomes one. What is empty is left out."""
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in runs if run.text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 comes first and no level is skipped on the way down."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, small print or a lead. `keeps_next`: no page ends right after it."""

    words: Words
    size: Size = "normal"
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, with dots or numbers."""

    items: tuple[Words, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row, and a header column where `has_row_headers`.

    `shares` are widths of columns against each other; empty gives each the same. `numbers` are
    the columns (from 0) that hold amounts: they stand at the end, one above another.
    """

    caption: str
    header: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    has_row_headers: bool = True
    shares: tuple[float, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing. `alt` says what it tells; empty only where `is_decoration`."""

    svg: str
    alt: str
    width: float
    caption: str = ""
    is_decoration: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo (JPEG) with what is on it in words."""

    jpeg: bytes
    alt: str
    width: float


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code of an address; `alt` says where it leads. The address should stand beside it."""

    link: str
    alt: str
    width: float = 30.0


@dataclass(frozen=True, slots=True)
class Blank:
    """A question on paper with room to write the answer: `lines` of `line_height` each."""

    label: Words
    lines: int = 1
    line_height: float = 9.0


@dataclass(frozen=True, slots=True)
class Boxes:
    """A question on paper with a box before each answer; `columns` beside each other."""

    label: Words
    options: tuple[Words, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Space:
    """Room left white."""

    height: float


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands where: links to the headings of levels 2 to `depth`."""

    title: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sender at the top, and below it the window of an envelope, left white.

    The window is that of a Dutch C5/6 envelope: text starts 90 mm below the edge of the paper.
    """

    words: Words


@dataclass(frozen=True, slots=True)
class Beside:
    """Columns beside each other, in reading order. `shares` are their widths; 0 is as needed."""

    columns: tuple[tuple[Block, ...], ...]
    shares: tuple[float, ...]
    gap: float = 6.0


@dataclass(frozen=True, slots=True)
class Panel:
    """Parts that belong together, on a tint, never torn by a page."""

    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | Listing
    | Table
    | Figure
    | Photo
    | Code
    | Blank
    | Boxes
    | Space
    | Contents
    | PageBreak
    | Letterhead
    | Beside
    | Panel
)


@dataclass(frozen=True, slots=True)
class Page:
    """The paper. `on_one_page`: set smaller, down to 8 points, until it fits on one.

    `corner_marks` draws a mark in each corner, by which a photo of the sheet can be laid straight.
    """

    size: Literal["a3", "a4", "a5"] = "a4"
    is_landscape: bool = False
    margin: float = 20.0
    points: float = 10.5
    on_one_page: bool = False
    corner_marks: bool = False
    numbers_pages: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """How papers of one municipality look: its name, its colours (as #0b5a61), its logo.

    `colour` is that of titles and links, `line` of lines, `tint` of the ground under a panel.
    `logo` is a PNG, `logo_alt` says what it shows: both or neither.
    """

    municipality: str
    colour: str = "#0b5a61"
    tint: str = "#e2efed"
    line: str = "#0b5a61"
    logo: bytes = b""
    logo_alt: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `made_on` is given: the same document gives the same bytes."""

    title: str
    language: str
    direction: Literal["ltr", "rtl"]
    style: Style
    made_on: date
    blocks: tuple[Block, ...]
    page: Page = field(default_factory=Page)
    footer: Words = ()
