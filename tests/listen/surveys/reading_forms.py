# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ten forms: markdown beside this file, and the same as xlsx, written when asked for."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import Workbook

FOLDER = Path(__file__).with_name("xlsforms")


def markdown(name: str) -> bytes:
    """Return a form as it stands in the folder."""
    return (FOLDER / f"{name}.md").read_bytes()


def xlsx(name: str) -> bytes:
    """Return the same form as a workbook; numbers as numbers."""
    return workbook(markdown(name).decode())


def workbook(text: str) -> bytes:
    book = Workbook()
    book.remove(book.active)
    sheet = None
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[0]:
            sheet = book.create_sheet(cells[0])
        else:
            sheet.append([int(one) if one.isdecimal() else one or None for one in cells[1:]])
    return saved(book)


def saved(book: Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
