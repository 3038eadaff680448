# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The file around the parts: paper, foot, title; the same document gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from voelspriet.papers.writers.document import Document, Page
from voelspriet.papers.writers.docx.marks import clean, element, field, put, turn
from voelspriet.papers.writers.docx.parts import Setter
from voelspriet.papers.writers.docx.styles import SMALL, set_styles
from voelspriet.papers.writers.docx.words import Hand

SIZES = {"a3": (297.0, 420.0), "a4": (210.0, 297.0), "a5": (148.0, 210.0)}  # millimetres
EARLIEST = (1980, 1, 1, 0, 0, 0)


def set_sheet(document: Document, fonts: Path) -> bytes:
    """Return the whole file."""
    made = docx.Document()
    _tell(made, document)
    set_styles(made, document)
    section = made.sections[0]
    width = _paper(section, document.page)
    if document.direction == "rtl":
        put(section._sectPr, element("w:bidi"))  # noqa: SLF001
    hand = Hand(document)
    setter = Setter(made, hand, fonts)
    setter.set_logo(made, width)
    setter.set_blocks(made, document.blocks, width)
    _foot(made, section, hand)
    buffer = BytesIO()
    made.save(buffer)
    return _steady(buffer)


def _tell(made: Any, document: Document) -> None:
    moment = datetime.combine(document.made_on, time(12), UTC).replace(tzinfo=None)
    told = made.core_properties
    told.title = clean(document.title)[:255]
    told.author = told.last_modified_by = clean(document.style.municipality)[:255]
    told.language = document.language
    told.created = told.modified = moment
    told.comments = ""
    told.revision = 1


def _paper(section: Any, page: Page) -> float:
    """Set the size of the paper; return how wide text is on it, in millimetres."""
    width, height = SIZES[page.size]
    if page.is_landscape:
        width, height = height, width
        section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(page.margin))
    section.footer_distance = Mm(min(page.margin / 2, 10))
    return width - 2 * page.margin


def _foot(made: Any, section: Any, hand: Hand) -> None:
    document = hand.document
    if not document.footer and not document.page.numbers_pages:
        return
    paragraph = section.footer.paragraphs[0]
    paragraph.style = made.styles[SMALL]
    if hand.is_turned:
        turn(paragraph)
    hand.write(paragraph, document.footer)
    if document.page.numbers_pages:
        if document.footer:
            paragraph.add_run(" · ")
        field(paragraph, "PAGE", "1")
        paragraph.add_run(" / ")
        field(paragraph, "NUMPAGES", "1")


def _steady(buffer: BytesIO) -> bytes:
    """Return the same archive without the moment it was made at."""
    steady = BytesIO()
    with ZipFile(buffer) as old, ZipFile(steady, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            told = ZipInfo(entry.filename, EARLIEST)
            told.compress_type = ZIP_DEFLATED
            new.writestr(told, old.read(entry.filename))
    return steady.getvalue()
