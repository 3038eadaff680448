# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a document looks: named styles that whoever edits it can change in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.docx.marks import element, put

FONT = "Arial"  # stands on every machine, or one as wide as it
INK, SOFT = "1B2530", "48545F"
# steps of the sizes in the PDF
HEADINGS = {1: 1.75, 2: 1.3, 3: 1.12, 4: 1.0, 5: 1.0, 6: 1.0}
# names are Word's own, so that it takes them for its own
LEAD, SMALL, LINK = "Intro Text", "Small Print", "Hyperlink"
CONTENTS = "TOC {}"
DEEPEST_CONTENTS = 3


@dataclass(frozen=True, slots=True)
class Room:
    """The white around lines: `line` against single spacing, the rest against the size of type."""

    line: float
    after: float
    above_heading: float
    below_heading: float


AIRY = Room(line=1.2, after=0.7, above_heading=1.2, below_heading=0.4)
# what must stand on one page, as the PDF has it
TIGHT = Room(line=1.1, after=0.35, above_heading=0.8, below_heading=0.15)


def set_styles(made: Any, document: Document) -> None:
    """Give the styles of a new file the house's fonts, sizes, colours and language."""
    points = document.page.points
    _language(made, document)
    normal = made.styles["Normal"]
    _font(normal, size=points, colour=INK)
    room = TIGHT if document.page.on_one_page else AIRY
    normal.paragraph_format.space_after = Pt(points * room.after)
    normal.paragraph_format.line_spacing = room.line
    for level, size in HEADINGS.items():
        _heading(made.styles[f"Heading {level}"], points * size, document, level)
    _font(made.styles["Caption"], size=points * 0.9, colour=SOFT, is_bold=True)
    made.styles["Caption"].paragraph_format.keep_with_next = True
    _new(made, LEAD, size=points * 1.15, colour=INK)
    _new(made, SMALL, size=points * 0.86, colour=SOFT)
    for level in range(1, DEEPEST_CONTENTS + 1):
        style = _new(made, CONTENTS.format(level), size=points, colour=INK)
        style.paragraph_format.left_indent = Mm(6 * (level - 1))
        style.paragraph_format.space_after = Pt(points * 0.3)
    link = made.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor.from_string(document.style.colour.lstrip("#").upper())
    link.font.underline = True


def _heading(style: Any, size: float, document: Document, level: int) -> None:
    colour = document.style.colour.lstrip("#").upper() if level == 1 else INK
    _font(style, size=size, colour=colour, is_bold=True)
    style.font.italic = False
    room = TIGHT if document.page.on_one_page else AIRY
    style.paragraph_format.space_before = Pt(size * room.above_heading)
    style.paragraph_format.space_after = Pt(size * room.below_heading)
    style.paragraph_format.keep_with_next = True


def _new(made: Any, name: str, *, size: float, colour: str) -> Any:
    style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Normal"]
    _font(style, size=size, colour=colour)
    return style


def _font(style: Any, *, size: float, colour: str, is_bold: bool | None = None) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), is_bold
    style.font.color.rgb = RGBColor.from_string(colour)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for key in list(fonts.attrib):  # the theme's fonts would win over the name
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    # of scripts that run from right to left size and weight are said apart
    put(properties, element("w:szCs", val=round(size * 2)))
    if is_bold:
        put(properties, element("w:bCs"))


def _language(made: Any, document: Document) -> None:
    defaults = made.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = document.language
    said = {"bidi": language} if document.direction == "rtl" else {"val": language}
    put(defaults, element("w:lang", **said))
