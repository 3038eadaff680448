# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents to write."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from PIL import Image

from voelspriet.papers.writers.document import (
    Beside,
    Blank,
    Boxes,
    Code,
    Contents,
    Document,
    Figure,
    Heading,
    Letterhead,
    Listing,
    Page,
    PageBreak,
    Panel,
    Paragraph,
    Photo,
    Run,
    Space,
    Style,
    Table,
    words,
)

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)
HOSTILE = (
    '#panic("x") $x$ \\emph @ref [[x]] *vet* _a_ <b onclick="x">&amp; `c` //k ~ --- "a" {{ y }}'
)


def jpeg() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (60, 60), "tan").save(buffer, "JPEG")
    return buffer.getvalue()


def document(*blocks: Any, **more: Any) -> Document:
    values: dict[str, Any] = {
        "title": "Een proef",
        "language": "nl",
        "direction": "ltr",
        "style": Style("Gemeente Waterrijk"),
        "made_on": date(2026, 9, 8),
        "blocks": blocks or (Heading(1, words("Een proef")), Paragraph(words("Woorden."))),
    }
    return Document(**values | more)


def everything() -> Document:
    """Return a document with one of every part."""
    return document(
        Letterhead(words(Run("Gemeente Waterrijk", is_bold=True), "\n", "14 0299")),
        Heading(1, words("Een proef")),
        Paragraph(
            words("Lees ", Run("dit", is_bold=True, link="https://een.example/x"), "."), "lead"
        ),
        Paragraph(
            words(Run("Merhaba", language="tr"), " ", Run("0299 12", direction="ltr")), "small"
        ),
        Contents("Inhoud", 3),
        Heading(2, words("Delen")),
        Listing((words("een"), words("twee"))),
        Listing((words("eerst"), words("dan")), is_numbered=True),
        Table(
            "Meldingen",
            (words("Buurt"), words("Aantal")),
            ((words("Kade"), words("12")), (words("Veld"), words("30"))),
        ),
        Figure(SQUARE, "Een zwart vlak", 20, "Figuur onder de loep"),
        Figure(SQUARE, "", 5, is_decoration=True),
        Beside(((Photo(jpeg(), "Foto van Noor", 20),), (Paragraph(words("Noor")),)), (0, 1)),
        Code("https://een.example/code", "QR-code van de pagina", 25),
        Space(5),
        PageBreak(),
        Panel((Heading(2, words("Papier")), Blank(words("Wat wilt u zeggen?"), 3))),
        Boxes(words("Kies"), (words("Ja"), words("Nee")), 2),
        footer=words("Onderaan"),
        page=Page(numbers_pages=True, corner_marks=True),
    )
