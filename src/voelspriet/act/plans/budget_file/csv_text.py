# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of a CSV: the sheets of the layout under each other, each after its name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_file.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
    refused,
    too_large,
)

MARKS = ";,\t"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_grids(content: bytes, names: Iterable[str], first: str) -> list[Grid]:
    """Return the sheets of a CSV; without a line with a name, everything is the sheet `first`."""
    text = _decoded(content)
    mark = max(MARKS, key=text.count)
    known = set(names)
    grids: list[Grid] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        for number, row in enumerate(reader, 1):
            cells = [cell.strip() for cell in row]
            if number > MOST_ROWS or len(cells) > MOST_COLUMNS:
                raise too_large(grids[-1].name if grids else first)
            filled = {place: Cell(_told(cell)) for place, cell in enumerate(cells) if cell}
            if list(filled) == [0] and cells[0].lower() in known:
                grids.append(Grid(cells[0].lower(), is_text=True))
            elif filled:
                if not grids:
                    grids.append(Grid(first, is_text=True))
                grids[-1].rows.append((number, filled))
    except csv.Error as error:
        raise refused(_("Dit is geen leesbaar CSV-bestand: %(why)s") % {"why": error}) from error
    return grids


def _decoded(content: bytes) -> str:
    if b"\0" in content:
        raise refused(_("Dit is geen XLSX, ODS of CSV."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def inert(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith((*FORMULA, "'")) else text


def _told(cell: str) -> str:
    """Take back what `inert` put before it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*FORMULA, "'")) else cell
