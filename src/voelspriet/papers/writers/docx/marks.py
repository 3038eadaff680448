# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the library has no word for: marks of WordprocessingML that say order, language and links.

ECMA-376 part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.16 (fields and links).
"""

from __future__ import annotations

import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

# XML 1.0 has no place for these, and what people type holds anything
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECORATION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)

# in this order the schema wants what a part holds; programs call a file with another order broken
ORDER = {
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing sz szCs highlight u shd "
    "vertAlign rtl cs em lang",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook "
    "tblCaption tblDescription",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg bidi docGrid",
}


def clean(text: str) -> str:
    """Return a text without the signs that XML cannot hold."""
    return NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def element(name: str, /, **values: str | float) -> Any:
    """Return an element, with values whose names are of the same name space as its own."""
    made: Any = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def put(parent: Any, child: Any) -> None:
    """Place a mark in its part, where the schema wants it; one that is there already goes."""
    order = ORDER[_name(parent)].split()
    for old in parent.findall(child.tag):
        parent.remove(old)
    behind = set(order[order.index(_name(child)) + 1 :])
    later = (number for number, one in enumerate(parent) if _name(one) in behind)
    parent.insert(next(later, len(parent)), child)


def _name(part: Any) -> str:
    return str(part.tag).rpartition("}")[2]


def link_to(paragraph: Any, *, address: str = "", anchor: str = "") -> Any:
    """Begin a link at the end of a paragraph: to an address, or to a place in the document."""
    made = OxmlElement("w:hyperlink")
    if address:
        made.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, True))
    else:
        made.set(qn("w:anchor"), anchor)
    paragraph._p.append(made)  # noqa: SLF001  the library's own way to its elements
    return made


def bookmark(paragraph: Any, number: int, name: str) -> None:
    """Make a paragraph a place that links lead to."""
    start, end = (
        element("w:bookmarkStart", id=number, name=name),
        element("w:bookmarkEnd", id=number),
    )
    paragraph._p.append(start)  # noqa: SLF001
    paragraph._p.append(end)  # noqa: SLF001


def field(paragraph: Any, code: str, shown: str) -> None:
    """Add a field that the program fills in, such as the number of the page."""
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            asked = element("w:instrText")
            asked.text = f" {code} "
            paragraph.add_run()._r.append(asked)  # noqa: SLF001
        paragraph.add_run()._r.append(element("w:fldChar", fldCharType=kind))  # noqa: SLF001
        if kind == "separate":
            paragraph.add_run(shown)


def turn(paragraph: Any) -> None:
    """Let a paragraph run from right to left."""
    put(paragraph._p.get_or_add_pPr(), element("w:bidi"))  # noqa: SLF001


def describe(run: Any, alt: str) -> None:
    """Give the picture in a run its words, or say that it is a decoration."""
    told = run._r.find(f".//{qn('wp:docPr')}")  # noqa: SLF001
    told.set("descr", clean(alt))
    told.attrib.pop("title", None)
    if not alt:
        told.append(parse_xml(DECORATION))


def tint(cell: Any, colour: str) -> None:
    """Give a cell a background."""
    shade = element("w:shd", val="clear", color="auto", fill=colour.lstrip("#"))
    put(cell._tc.get_or_add_tcPr(), shade)  # noqa: SLF001


def ruled(paragraph: Any, colour: str) -> None:
    """Draw a line below a paragraph, also between two of them."""
    borders = element("w:pBdr")
    for side in ("bottom", "between"):
        line = element(f"w:{side}", val="single", sz=6, space=1, color=colour.lstrip("#"))
        borders.append(line)
    put(paragraph._p.get_or_add_pPr(), borders)  # noqa: SLF001
