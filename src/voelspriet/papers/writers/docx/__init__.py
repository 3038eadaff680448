# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document as DOCX: real styles, a table of contents, tables with header rows, in its language.

What is written can be edited in Word and in LibreOffice. Only the job process and commands write
it: the library is loaded when one is written.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from voelspriet.papers.writers.checking import check
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.pdf import fitting_points


def write_docx(document: Document, *, fonts: Path) -> bytes:
    """Return a document as DOCX; words in drawings are set with the fonts in `fonts`.

    The same document gives the same bytes. Raises PaperError for what somebody could not read.
    """
    check(document)
    # web processes import this file too, and must stay small: decision 0140
    from voelspriet.papers.writers.docx.sheet import set_sheet  # noqa: PLC0415

    page = replace(document.page, points=fitting_points(document, fonts))
    return set_sheet(replace(document, page=page), fonts)
