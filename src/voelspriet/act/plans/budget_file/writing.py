# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A budget as XLSX, ODS or CSV, in the layout that is read again without loss."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from voelspriet.act.plans.budget_file.cells import Value
from voelspriet.act.plans.budget_file.csv_text import inert
from voelspriet.act.plans.budget_file.layout import LAYOUT, Column, Holds, SheetLayout
from voelspriet.act.plans.budget_file.ods import ODS_KIND, SPACE
from voelspriet.act.plans.budget_file.values import BETWEEN, MINUTES
from voelspriet.act.plans.budget_told import BudgetRow, BudgetTold, ControlTold
from voelspriet.act.plans.choices.budgets import ControlUnit
from voelspriet.lib.money import CENTS, typed
from voelspriet.understand.coding.qda.elements import HEAD, element

EUROS = "#,##0.00"
WIDEST, NARROWEST = 60, 10
LETTER_MILLIMETRES = 1.9


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A sheet to be written: its name, its headers and its rows."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def widths(self) -> list[int]:
        """Return how many letters each column shows, within what stays readable."""
        columns = zip(self.headers, *self.rows, strict=True)
        return [
            min(WIDEST, max(NARROWEST, *(len(str(one or "")) + 2 for one in column)))
            for column in columns
        ]


def tables(budget: BudgetTold) -> Iterator[SheetTable]:
    """Yield the sheets of a budget; the first always, another when something stands on it."""
    for layout in LAYOUT:
        rows = budget.part(layout.row.part)
        if rows or layout is LAYOUT[0]:
            years = budget.years if layout.has_years else ()
            headers = (*(one.header for one in layout.columns), *map(str, years))
            cells = tuple(tuple(_cells(row, layout, years)) for row in rows)
            yield SheetTable(layout.name, headers, cells)


def _cells(row: BudgetRow, layout: SheetLayout, years: Any) -> Iterator[Value]:
    for column in layout.columns:
        yield _cell(getattr(row, column.fills), column, row)
    for year in years:
        amount = getattr(row, "amounts", {}).get(year)
        yield None if amount is None else Decimal(amount) / CENTS


def _cell(value: Any, column: Column, row: BudgetRow) -> Value:
    if value in (None, "", ()):
        return None
    told: Value = value
    match column.holds:
        case Holds.AMOUNT:
            is_count = isinstance(row, ControlTold) and row.unit == ControlUnit.COUNT
            told = Decimal(value) if is_count else Decimal(value) / CENTS
        case Holds.WHOLE:
            told = Decimal(value)
        case Holds.HOURS:
            told = Decimal(value) / MINUTES
        case Holds.AMOUNTS:
            told = f" {BETWEEN} ".join(map(typed, value))
        case Holds.WORD:
            told = next(word for word, one in column.words.items() if one == value)
        case Holds.YES:
            told = "ja" if value else "nee"
    return told


def write_xlsx(budget: BudgetTold) -> bytes:
    """Return a budget as XLSX. The library is imported here: it weighs 8 MB."""
    from openpyxl import Workbook  # noqa: PLC0415  heavy
    from openpyxl.styles import Font  # noqa: PLC0415  as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  as above

    book = Workbook()
    book.remove(book.active)
    for table in tables(budget):
        sheet = book.create_sheet(table.name)
        for row, values in enumerate((table.headers, *table.rows), 1):
            for column, value in enumerate(values, 1):
                cell = sheet.cell(row, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # what begins with = is no formula
                elif isinstance(value, Decimal) and value != value.to_integral_value():
                    cell.number_format = EUROS
                if row == 1:
                    cell.font = Font(bold=True)
        for place, width in enumerate(table.widths(), 1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.freeze_panes = "A2"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def write_csv(budget: BudgetTold) -> bytes:
    """Return a budget as CSV: its sheets under each other, each after a line with its name."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    for number, table in enumerate(tables(budget)):
        if number:
            writer.writerow([])
        writer.writerow([table.name])
        writer.writerow(table.headers)
        writer.writerows([_csv(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _csv(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return value.isoformat() if isinstance(value, date) else inert(value or "")


def write_ods(budget: BudgetTold) -> bytes:
    """Return a budget as ODS, written by ourselves."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        # the kind comes first and unpacked, so that a program knows it without looking further
        archive.writestr("mimetype", ODS_KIND, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _manifest())
        archive.writestr("content.xml", _content(budget))
    return written.getvalue()


def _manifest() -> str:
    files = (("/", ODS_KIND), ("content.xml", "text/xml"))
    entries = [
        element("manifest:file-entry", {"manifest:full-path": path, "manifest:media-type": kind})
        for path, kind in files
    ]
    space = {"xmlns:manifest": f"{SPACE}manifest:1.0", "manifest:version": "1.3"}
    return HEAD + element("manifest:manifest", space, entries)


def _content(budget: BudgetTold) -> str:
    spaces = {f"xmlns:{name}": f"{SPACE}{told}:1.0" for name, told in SPACES.items()}
    book = element("office:spreadsheet", {}, [_table(one) for one in tables(budget)])
    inside = [_styles(), element("office:body", {}, [book])]
    return HEAD + element("office:document-content", spaces | {"office:version": "1.3"}, inside)


SPACES: Mapping[str, str] = MappingProxyType({
    "office": "office",
    "table": "table",
    "text": "text",
    "style": "style",
    "number": "datastyle",
    "fo": "xsl-fo-compatible",
})  # fmt: skip


def _styles() -> str:
    digits = {
        "number:decimal-places": "2",
        "number:min-integer-digits": "1",
        "number:grouping": "true",
    }
    bold = element("style:text-properties", {"fo:font-weight": "bold"})
    styles = [
        element("number:number-style", {"style:name": "N1"}, [element("number:number", digits)]),
        element("number:date-style", {"style:name": "N2"}, _date_style()),
        _style("head", "table-cell", {}, [bold]),
        _style("euros", "table-cell", {"style:data-style-name": "N1"}),
        _style("day", "table-cell", {"style:data-style-name": "N2"}),
    ]
    for letters in range(NARROWEST, WIDEST + 1):
        width = {"style:column-width": f"{letters * LETTER_MILLIMETRES:.0f}mm"}
        told = element("style:table-column-properties", width)
        styles.append(_style(f"w{letters}", "table-column", {}, [told]))
    return element("office:automatic-styles", {}, styles)


def _date_style() -> list[str]:
    parts = (("day", "long"), ("month", "long"), ("year", "long"))
    found: list[str] = []
    for name, style in parts:
        found += [element("number:text", {}, text="-")] if found else []
        found.append(element(f"number:{name}", {"number:style": style}))
    return found


def _style(name: str, family: str, more: Mapping[str, str], inside: Any = ()) -> str:
    return element("style:style", {"style:name": name, "style:family": family, **more}, inside)


def _table(table: SheetTable) -> str:
    columns = [
        element("table:table-column", {"table:style-name": f"w{width}"}) for width in table.widths()
    ]
    head = element("table:table-row", {}, [_ods(one, "head") for one in table.headers])
    rows = [element("table:table-row", {}, map(_ods, row)) for row in table.rows]
    return element("table:table", {"table:name": table.name}, [*columns, head, *rows])


def _ods(value: Value, style: str | None = None) -> str:
    if value is None or value == "":
        return element("table:table-cell", {})
    told: dict[str, str | None] = {"table:style-name": style}
    if isinstance(value, Decimal):
        is_whole = value == value.to_integral_value()
        told |= {"table:style-name": None if is_whole else "euros"}
        told |= {"office:value-type": "float", "office:value": f"{value:f}"}
        shown = f"{value:f}"
    elif isinstance(value, date):
        shown = value.isoformat()
        told |= {"table:style-name": "day"}
        told |= {"office:value-type": "date", "office:date-value": shown}
    else:
        shown = value
        told |= {"office:value-type": "string", "office:string-value": value}
    return element("table:table-cell", told, [element("text:p", {}, text=shown)])


WRITERS: Mapping[str, Callable[[BudgetTold], bytes]] = MappingProxyType(
    {"xlsx": write_xlsx, "ods": write_ods, "csv": write_csv}
)
