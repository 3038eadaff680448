# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables with a header that stands on every page, and tables without lines that only lay out."""

from __future__ import annotations

from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.table import _Cell

from voelspriet.papers.writers.document import Style, Table
from voelspriet.papers.writers.docx.marks import clean, element, put, turn
from voelspriet.papers.writers.docx.marks import tint as tinted
from voelspriet.papers.writers.docx.words import Hand

EDGE = "6A7580"
THIN, THICK = 4, 12  # eighths of a point
SMALL = 6  # rows: a table that stands on one page
ROOM = 108  # twentieths of a point: what a program leaves beside the words of a cell by itself


def add_table(block: Table, holder: Any, width: float, style: Style, hand: Hand) -> None:
    """Add a table of words below its caption."""
    shares = block.shares or (1.0,) * len(block.header)
    widths = tuple(width * share / sum(shares) for share in shares)
    table = _grid(holder, 1 + len(block.rows), widths, hand)
    properties = table._tbl.tblPr  # noqa: SLF001
    put(properties, _lines(style.line))
    put(properties, element("w:tblInd", w=ROOM, type="dxa"))
    first_column = int(block.has_row_headers)
    put(properties, element("w:tblLook", firstRow=1, firstColumn=first_column, noVBand=1))
    put(properties, element("w:tblCaption", val=clean(block.caption)))
    for number, words in enumerate((block.header, *block.rows)):
        row = table.rows[number]
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001
        if number == 0:
            row._tr.trPr.append(element("w:tblHeader"))  # noqa: SLF001
        for column, cell_words in enumerate(words):
            paragraph = row.cells[column].paragraphs[0]
            paragraph.paragraph_format.space_after = Mm(1)
            paragraph.paragraph_format.keep_with_next = _keeps(number, len(block.rows)) or None
            if hand.is_turned:
                turn(paragraph)
            if column in block.numbers:  # "right" is the end of the line, either way it runs
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            is_header = number == 0 or (column == 0 and block.has_row_headers)
            hand.write(paragraph, cell_words, is_bold=is_header)
    _after(holder)


def _keeps(number: int, rows: int) -> bool:
    """Tell whether no page may end below a row: a small table is whole, a total never alone.

    Not below the first row of a large one: LibreOffice would take that for the whole table.
    """
    return number < rows and (rows <= SMALL or number == rows - 1)


def add_layout(
    holder: Any, widths: tuple[float, ...], hand: Hand, *, height: float = 0, tint: str = ""
) -> list[_Cell]:
    """Add columns beside each other without lines; return their cells."""
    table = _grid(holder, 1, widths, hand)
    row = table.rows[0]
    if height:
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.EXACTLY
    if tint:
        _pad(table)
        for cell in row.cells:
            tinted(cell, tint)
    _after(holder)
    return list(row.cells)


def _pad(table: Any) -> None:
    """Give what stands on a tint room above and below, and its edge that of the text around it."""
    room = element("w:tblCellMar")
    for side in ("top", "bottom"):
        room.append(element(f"w:{side}", w=ROOM, type="dxa"))
    put(table._tbl.tblPr, room)  # noqa: SLF001
    put(table._tbl.tblPr, element("w:tblInd", w=ROOM, type="dxa"))  # noqa: SLF001


def start_of(holder: Any) -> Any:
    """Return the empty paragraph a cell begins with, while nothing was set in it."""
    if not isinstance(holder, _Cell):
        return None
    paragraphs = holder.paragraphs
    is_untouched = len(paragraphs) == 1 and not holder.tables and not len(paragraphs[0]._p)  # noqa: SLF001
    return paragraphs[0] if is_untouched else None


def _grid(holder: Any, rows: int, widths: tuple[float, ...], hand: Hand) -> Any:
    empty = start_of(holder)
    table = holder.add_table(rows, len(widths))
    if empty is not None:  # a cell may begin with a table, and only has to end with a paragraph
        holder._tc.remove(empty._p)  # noqa: SLF001
    table.autofit = False
    if hand.is_turned:
        put(table._tbl.tblPr, element("w:bidiVisual"))  # noqa: SLF001
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def _after(holder: Any) -> None:
    """Keep two tables apart, which would be joined to one."""
    # in a cell the library adds the paragraph itself
    gap = holder.paragraphs[-1] if isinstance(holder, _Cell) else holder.add_paragraph()
    gap.paragraph_format.space_after = gap.paragraph_format.space_before = Mm(0)
    gap.paragraph_format.line_spacing = Mm(2)


def _lines(colour: str) -> Any:
    borders = element("w:tblBorders")
    for side, size, shade in (
        ("top", THICK, colour.lstrip("#")),
        ("bottom", THIN, EDGE),
        ("insideH", THIN, EDGE),
    ):
        borders.append(element(f"w:{side}", val="single", sz=size, space=0, color=shade))
    return borders
