# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every part of a document as paragraphs, tables and pictures of a word processor."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import singledispatchmethod
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.enum.text import WD_BREAK, WD_LINE_SPACING
from docx.shared import Mm, Pt

from voelspriet.papers.writers.checking import every
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
    Space,
    Table,
    Words,
)
from voelspriet.papers.writers.docx.contents import set_contents
from voelspriet.papers.writers.docx.marks import bookmark, describe, ruled, turn
from voelspriet.papers.writers.docx.pictures import code, drawn, square
from voelspriet.papers.writers.docx.styles import INK, LEAD, SMALL
from voelspriet.papers.writers.docx.tables import add_layout, add_table, start_of
from voelspriet.papers.writers.docx.words import Hand
from voelspriet.papers.writers.logos import logo_size

BOX = "\u2610 "
WINDOW = 70.0  # millimetres above the first line of a letter, for the window of an envelope
STYLES = {"normal": "Normal", "small": SMALL, "lead": LEAD}


@dataclass(frozen=True, slots=True)
class Place:
    """Where parts are set: a body or a cell, and how wide it is in millimetres."""

    holder: Any
    width: float


@dataclass(slots=True)
class Setter:
    """Sets parts one after another. `headings` counts those that links lead to."""

    made: Any
    hand: Hand
    fonts: Path
    headings: int = field(default=0)

    @property
    def document(self) -> Document:
        """Return what is set."""
        return self.hand.document

    def set_blocks(self, holder: Any, blocks: tuple[Block, ...], width: float) -> None:
        """Set parts in a body or a cell that is `width` millimetres wide."""
        for block in blocks:
            self._set(block, Place(holder, width))

    def paragraph(self, place: Place, style: str = "Normal", words: Words = ()) -> Any:
        """Add a paragraph; in a cell the first takes the place of the empty one."""
        made = start_of(place.holder) or place.holder.add_paragraph()
        made.style = self.made.styles[style]
        if self.hand.is_turned:
            turn(made)
        self.hand.write(made, words)
        return made

    def set_logo(self, holder: Any, width: float) -> None:
        """Set the logo above everything, or leave it to the letterhead; nothing without one."""
        blocks = self.document.blocks
        if not any(isinstance(block, Letterhead) for block in blocks):
            self._logo(Place(holder, width))

    def _logo(self, place: Place) -> None:
        style = self.document.style
        if style.logo:
            wide, _high = logo_size(style.logo)
            self._picture(place, BytesIO(style.logo), style.logo_alt, wide)

    def _picture(self, place: Place, data: Any, alt: str, width: float) -> Any:
        paragraph = self.paragraph(place)
        run = paragraph.add_run()
        run.add_picture(data, width=Mm(min(width, place.width)))
        describe(run, alt)
        return paragraph

    @singledispatchmethod
    def _set(self, block: Block, place: Place) -> None:
        raise TypeError(f"No DOCX is written for {type(block).__name__} in {place}.")

    @_set.register
    def _(self, block: Heading, place: Place) -> None:
        is_first = start_of(place.holder) is not None
        paragraph = self.paragraph(place, f"Heading {block.level}")
        if is_first:
            paragraph.paragraph_format.space_before = Pt(0)
        bookmark(paragraph, self.headings, f"_Toc{self.headings:06d}")
        self.headings += 1
        self.hand.write(paragraph, block.words)

    @_set.register
    def _(self, block: Paragraph, place: Place) -> None:
        paragraph = self.paragraph(place, STYLES[block.size], block.words)
        paragraph.paragraph_format.keep_with_next = block.keeps_next or None

    @_set.register
    def _(self, block: Listing, place: Place) -> None:
        style = "List Number" if block.is_numbered else "List Bullet"
        again = self._new_count() if block.is_numbered else None
        for item in block.items:
            paragraph = self.paragraph(place, style, item)
            if again is not None:
                numbers = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
                numbers.get_or_add_ilvl().val = 0
                numbers.get_or_add_numId().val = again

    def _new_count(self) -> int:
        """Return the number of a new count, that begins at 1 as the style's own does."""
        style = self.made.styles["List Number"].element
        known = style.pPr.numPr.numId.val
        counts = self.made.part.numbering_part.element
        kind = counts.num_having_numId(known).abstractNumId.val
        made = counts.add_num(kind)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    @_set.register
    def _(self, block: Table, place: Place) -> None:
        caption = self.paragraph(place, "Caption")
        caption.add_run(block.caption)
        add_table(block, place.holder, place.width, self.document.style, self.hand)

    @_set.register
    def _(self, block: Figure, place: Place) -> None:
        paragraph = self._picture(place, drawn(block.svg, self.fonts), block.alt, block.width)
        if block.caption:
            paragraph.paragraph_format.keep_with_next = True
            self.paragraph(place, "Caption").add_run(block.caption)

    @_set.register
    def _(self, block: Photo, place: Place) -> None:
        self._picture(place, square(block.jpeg), block.alt, block.width)

    @_set.register
    def _(self, block: Code, place: Place) -> None:
        self._picture(place, code(block.link), block.alt, block.width)

    @_set.register
    def _(self, block: Blank, place: Place) -> None:
        self.paragraph(place, words=block.label).paragraph_format.keep_with_next = True
        for _line in range(block.lines):
            line = self._gap(place, block.line_height)
            ruled(line, INK)

    def _gap(self, place: Place, height: float) -> Any:
        line = self.paragraph(place)
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        line.paragraph_format.line_spacing = Mm(height)
        return line

    @_set.register
    def _(self, block: Boxes, place: Place) -> None:
        if block.label:
            self.paragraph(place, words=block.label).paragraph_format.keep_with_next = True
        for option in block.options:
            paragraph = self.paragraph(place)
            paragraph.add_run(BOX)
            self.hand.write(paragraph, option)

    @_set.register
    def _(self, block: Space, place: Place) -> None:
        self._gap(place, block.height)

    @_set.register
    def _(self, _block: PageBreak, place: Place) -> None:
        self.paragraph(place).add_run().add_break(WD_BREAK.PAGE)

    @_set.register
    def _(self, block: Letterhead, place: Place) -> None:
        (cell,) = add_layout(place.holder, (place.width,), self.hand, height=WINDOW)
        self._logo(Place(cell, place.width))
        self.paragraph(Place(cell, place.width), SMALL, block.words)

    @_set.register
    def _(self, block: Contents, place: Place) -> None:
        headings = [one for one in every(self.document.blocks) if isinstance(one, Heading)]
        self.paragraph(place).add_run(block.title).bold = True
        set_contents(block, headings, lambda style: self.paragraph(place, style), self.hand)

    @_set.register
    def _(self, block: Beside, place: Place) -> None:
        widths = shared(block.shares, place.width)
        cells = add_layout(place.holder, widths, self.hand)
        for cell, column, width in zip(cells, block.columns, widths, strict=True):
            self.set_blocks(cell, column, width - block.gap / 2)

    @_set.register
    def _(self, block: Panel, place: Place) -> None:
        (cell,) = add_layout(place.holder, (place.width,), self.hand, tint=self.document.style.tint)
        self.set_blocks(cell, block.blocks, place.width - 4)


def shared(shares: tuple[float, ...], width: float) -> tuple[float, ...]:
    """Return widths in millimetres; a column that asks for no share gets a fifth of the whole."""
    fixed = [width / 5 if share == 0 else 0 for share in shares]
    left, whole = width - sum(fixed), sum(shares) or 1
    return tuple(one or left * share / whole for one, share in zip(fixed, shares, strict=True))
