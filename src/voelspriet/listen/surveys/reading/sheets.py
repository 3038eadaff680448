# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of a file from outside, xlsx or markdown, read with bounds on everything."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.listen.surveys.told import FormRejected, SheetProblem

MOST_BYTES = 500_000
MOST_UNPACKED = 20_000_000
MOST_PARTS = 200
MOST_ROWS = 2_000
MOST_COLUMNS = 100
MOST_LETTERS = 4_000
SHEETS = ("settings", "survey", "choices", "probes")
CHUNK = 1 << 16
NOT_SPLIT = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"^[\s|:-]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it: its number, and header → text."""

    number: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """Return what stands in a column; nothing when the column is not there."""
        return self.cells.get(column, "")


@dataclass(slots=True)
class Sheet:
    """A sheet: its headers in order and its rows."""

    name: str
    columns: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def read_sheets(content: bytes, problems: list[SheetProblem]) -> dict[str, Sheet]:
    """Return the sheets an XLSForm has; problems of cells are added to `problems`.

    Raises FormRejected when the file cannot be read at all. An xlsx is a ZIP, and a ZIP tells so
    itself: the name of the file is not looked at.
    """
    if len(content) > MOST_BYTES:
        raise rejected(_("Het bestand is te groot: ten hoogste 500 kB."))
    is_zip = content.startswith(b"PK")
    grids = _xlsx(content, problems) if is_zip else _markdown(content)
    found: dict[str, Sheet] = {}
    for name, grid in grids:
        key = name.strip().lower()
        if key in SHEETS and key not in found:
            found[key] = _sheet(key, grid, problems)
    return found


def rejected(why: str, sheet: str = "") -> FormRejected:
    """Return the refusal of a whole file."""
    return FormRejected([SheetProblem(sheet, None, "", why)])


Grid = list[tuple[int, list[str]]]


def _sheet(name: str, grid: Grid, problems: list[SheetProblem]) -> Sheet:
    sheet = Sheet(name)
    for number, cells in grid:
        if not sheet.columns:
            sheet.columns = [_header(cell) for cell in cells]
            _once(sheet, number, problems)
        elif any(cells):
            pairs = zip(sheet.columns, cells, strict=False)
            sheet.rows.append(Row(number, {column: cell for column, cell in pairs if column}))
            if any(cells[len(sheet.columns) :]):
                why = _("Hier staat iets in een kolom zonder naam.")
                problems.append(SheetProblem(name, number, "", why))
    return sheet


def _header(cell: str) -> str:
    """Return a header as we know it: `label :: English (en)` is `label::English (en)`."""
    parts = [part.strip() for part in cell.split("::")]
    first = parts[0].lower().replace(" ", "_")
    return "::".join([ALIASES.get(first, first), *parts[1:]])


ALIASES = {"relevance": "relevant", "value": "name", "caption": "label"}


def _once(sheet: Sheet, number: int, problems: list[SheetProblem]) -> None:
    for place, column in enumerate(sheet.columns):
        if column and column in sheet.columns[:place]:
            why = _("Deze kolom staat er twee keer.")
            problems.append(SheetProblem(sheet.name, number, column, why))


def _markdown(content: bytes) -> Iterator[tuple[str, Grid]]:
    """Read tables as pyxform does: a line with something in its first cell begins a sheet."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise rejected(_("Dit is geen xlsx en geen tekst in UTF-8.")) from error
    sheets: list[tuple[str, Grid]] = []
    for line in text.splitlines():
        if not line.strip().startswith("|") or RULE.match(line):
            continue
        cells = [cell.strip().replace("\\|", "|") for cell in NOT_SPLIT.split(line.strip()[1:])]
        cells = cells[:-1] if cells and not cells[-1] else cells
        if cells and cells[0]:
            sheets.append((cells[0], []))
        elif sheets and any(cells):
            grid = sheets[-1][1]
            grid.append((len(grid) + 1, cells[1:]))
            _bounded(sheets[-1][0], len(grid), cells)
    if not sheets:
        raise rejected(_("Dit is geen xlsx en er staat geen tabel in."))
    yield from sheets


def _bounded(name: str, rows: int, cells: list[str]) -> None:
    if rows > MOST_ROWS or len(cells) > MOST_COLUMNS:
        words = _("Dit werkblad is te groot: ten hoogste %(rows)s rijen en %(columns)s kolommen.")
        raise rejected(words % {"rows": MOST_ROWS, "columns": MOST_COLUMNS}, name)
    if any(len(cell) > MOST_LETTERS for cell in cells):
        words = _("Een cel is te lang: ten hoogste %(limit)s tekens.")
        raise rejected(words % {"limit": MOST_LETTERS}, name)


def _xlsx(content: bytes, problems: list[SheetProblem]) -> Iterator[tuple[str, Grid]]:
    """Read a workbook's cells as they were typed; nothing in it is calculated.

    The library is imported here: it weighs 8 MB, and only an upload needs it.
    """
    _unpacks_safely(content)
    from openpyxl import load_workbook  # noqa: PLC0415  heavy

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheets = [
            (sheet.title, _grid(sheet, problems))
            for sheet in book.worksheets
            if sheet.title.strip().lower() in SHEETS
        ]
    except FormRejected:
        raise
    except Exception as error:
        # the library raises whatever a broken file makes it trip over
        raise rejected(_("Deze xlsx is niet te lezen.")) from error
    yield from sheets


def _grid(sheet: Any, problems: list[SheetProblem]) -> Grid:
    grid: Grid = []
    sheet.reset_dimensions()
    columns: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(), 1):
        texts = [_written(cell.value) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        _bounded(sheet.title, number, texts)
        columns = columns or texts
        for place, cell in enumerate(cells):
            if cell.data_type == "f":
                header = _header(columns[place]) if place < len(columns) else ""
                why = _("Hier staat een formule. Schrijf de uitkomst op.")
                problems.append(SheetProblem(sheet.title.lower(), number, header, why))
        if any(texts):
            grid.append((number, texts))
    return grid


def _written(value: Any) -> str:
    """Return a cell as text: a number that is whole without a point, true and false as words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\u00a0", " ").replace("\x00", "").strip()


def _unpacks_safely(content: bytes) -> None:
    """Refuse a workbook that grows too large, or that holds a document type: no entities."""
    too_large = _("Deze xlsx wordt te groot bij het uitpakken.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
                raise rejected(too_large)
            read = 0
            for part in parts:
                with archive.open(part) as file:
                    tail = b""
                    while chunk := file.read(CHUNK):
                        read += len(chunk)
                        if read > MOST_UNPACKED:
                            raise rejected(too_large)
                        if b"<!DOCTYPE" in tail + chunk or b"<!ENTITY" in tail + chunk:
                            raise rejected(_("Deze xlsx is niet te lezen."))
                        tail = chunk[-16:]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise rejected(_("Deze xlsx is niet te lezen.")) from error
