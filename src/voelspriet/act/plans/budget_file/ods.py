# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of an ODS, read from its content by ourselves: outcomes, never formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_file.cells import (
    EMPTY,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
    merged,
    no_cached_value,
    no_value,
    refused,
    too_large,
)
from voelspriet.understand.coding.qda.archives import Archive
from voelspriet.understand.coding.qda.documents import Element, tree_of

CONTENT = "content.xml"
ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
LARGEST_CONTENT = 10_000_000
SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT = f"{SPACE}office:1.0", f"{SPACE}table:1.0", f"{SPACE}text:1.0"
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
NUMBERS = ("float", "currency", "percentage")
COUNTED = re.compile(r"[0-9]{1,8}")
HOLD_ROWS = ("table-header-rows", "table-rows", "table-row-group")


def ods_grids(archive: Archive) -> list[Grid]:
    """Return the sheets of a spreadsheet. Raises BudgetRejected or FileRefused."""
    if CONTENT not in archive.names:
        raise refused(_("Dit ODS-bestand is niet te lezen."))
    root = tree_of(archive.read(CONTENT, most=LARGEST_CONTENT), CONTENT)
    body = root.first("body")
    book = body.first("spreadsheet") if body else None
    if book is None:
        raise refused(_("Dit ODS-bestand is niet te lezen."))
    return [_grid(table) for table in book.all("table")]


def _grid(table: Element) -> Grid:
    grid = Grid(table.get(f"{TABLE} name"))
    number = 0
    for row in _rows(table):
        times = _times(row, "rows")
        cells = dict(_cells(row, grid.name))
        if cells:
            if number + times > MOST_ROWS:
                raise too_large(grid.name)
            grid.rows += [(number + one, cells) for one in range(1, times + 1)]
        number += times
    return grid


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children:
        if child.name == "table-row":
            yield child
        elif child.name in HOLD_ROWS:
            yield from _rows(child)


def _cells(row: Element, sheet: str) -> Iterator[tuple[int, Cell]]:
    place = 0
    for one in row.children:
        if one.name not in ("table-cell", "covered-table-cell"):
            continue
        times = _times(one, "columns")
        cell = EMPTY if one.name == "covered-table-cell" else _cell(one)
        if not cell.is_empty:
            if place + times > MOST_COLUMNS:
                raise too_large(sheet)
            yield from ((place + more, cell) for more in range(times))
        place += times


def _times(element: Element, what: str) -> int:
    told = element.get(f"{TABLE} number-{what}-repeated")
    return max(1, int(told)) if COUNTED.fullmatch(told) else 1


def _cell(element: Element) -> Cell:
    spans = [element.get(f"{TABLE} number-{what}-spanned") for what in ("columns", "rows")]
    if any(span not in ("", "1") for span in spans):
        return merged()
    kind = element.get(f"{OFFICE} value-type")
    shown = _text(element)
    if element.get(f"{TABLE} formula") and (not kind or (kind == "string" and not shown)):
        return no_cached_value()
    if element.get(f"{CALC} value-type") == "error":
        return no_value(shown)
    return _value(element, kind, shown)


def _value(element: Element, kind: str, shown: str) -> Cell:
    try:
        if kind in NUMBERS:
            number = Decimal(element.get(f"{OFFICE} value"))
            return Cell(number) if number.is_finite() else no_value(shown)
        if kind == "date":
            return Cell(_day(element.get(f"{OFFICE} date-value")))
    except (InvalidOperation, ValueError):
        return no_value(shown)
    if kind in ("", "string"):
        return Cell(element.get(f"{OFFICE} string-value") or shown or None)
    return no_value(shown)


def _day(told: str) -> date:
    return datetime.fromisoformat(told).date()


def _text(element: Element) -> str:
    return "\n".join(_words(one) for one in element.all("p"))


def _words(element: Element) -> str:
    """Return the words of a paragraph in their order, spaces and parts with a style included."""
    found, said = [], 0
    for child in element.children:
        found += element.parts[said : child.after]
        said = child.after
        if child.name == "s":
            told = child.get(f"{TEXT} c")
            found.append(" " * (min(int(told), 1_000) if COUNTED.fullmatch(told) else 1))
        elif child.name in ("tab", "line-break"):
            found.append(" ")
        elif child.name != "annotation":
            found.append(_words(child))
    return "".join([*found, *element.parts[said:]])
