# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of an XLSX: outcomes, never formulas; a formula without its outcome is said."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_file.cells import (
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
from voelspriet.act.plans.budget_told import BudgetRejected
from voelspriet.understand.coding.qda.archives import Archive
from voelspriet.understand.coding.qda.documents import tree_of

LARGEST_PART = 5_000_000
MOST_CELLS = 50_000
XML = (".xml", ".rels", ".vml")


def xlsx_grids(content: bytes, archive: Archive) -> list[Grid]:
    """Return the sheets of a workbook. Raises BudgetRejected when it cannot be read, or is unsafe.

    The library is imported here: it weighs 8 MB, and only an upload needs it.
    """
    _looked_at(archive)
    from openpyxl import load_workbook  # noqa: PLC0415  heavy

    try:
        with warnings.catch_warnings():
            # it warns of what it does not read: print settings, styles
            warnings.simplefilter("ignore")
            formulas, outcomes = (
                load_workbook(io.BytesIO(content), data_only=data_only, keep_links=False)
                for data_only in (False, True)
            )
            pairs = zip(formulas.worksheets, outcomes.worksheets, strict=True)
            return [_grid(typed, shown) for typed, shown in pairs]
    except BudgetRejected:
        raise
    except Exception as error:
        # the library raises whatever a broken file makes it trip over
        raise refused(_("Dit XLSX-bestand is niet te lezen.")) from error


def _looked_at(archive: Archive) -> None:
    """Read every part once: what unfolds too far or declares entities is refused."""
    cells = 0
    for name in archive.names:
        part = archive.read(name, most=LARGEST_PART)
        if name.endswith(XML):
            cells += part.count(b"<c ") + part.count(b"<c>")
            if cells > MOST_CELLS:
                raise refused(_("In dit bestand staan te veel cellen."))
            tree_of(part, name)


def _grid(typed: Any, shown: Any) -> Grid:
    if typed.max_row > MOST_ROWS or typed.max_column > MOST_COLUMNS:
        raise too_large(typed.title)
    joined = {(one.min_row, one.min_col) for one in typed.merged_cells.ranges}
    grid = Grid(typed.title)
    pairs = zip(typed.iter_rows(), shown.iter_rows(), strict=True)
    for number, (formulas, outcomes) in enumerate(pairs, 1):
        cells = dict(_cells(number, formulas, outcomes, joined))
        if cells:
            grid.rows.append((number, cells))
    return grid


def _cells(
    number: int, formulas: Any, outcomes: Any, joined: set[tuple[int, int]]
) -> Iterator[tuple[int, Cell]]:
    for place, (typed, shown) in enumerate(zip(formulas, outcomes, strict=True)):
        cell = merged() if (number, place + 1) in joined else _cell(typed, shown)
        if not cell.is_empty:
            yield place, cell


def _cell(typed: Any, shown: Any) -> Cell:
    if typed.data_type == "f" and shown.value in (None, ""):
        return no_cached_value()
    return _value(shown.value, is_error=shown.data_type == "e")


def _value(value: Any, *, is_error: bool) -> Cell:
    if value is None:
        return Cell()
    if is_error or isinstance(value, bool):
        return no_value(value)
    if isinstance(value, int | float):
        return Cell(Decimal(repr(value)))
    if isinstance(value, datetime):
        return Cell(value.date())
    if isinstance(value, date | str):
        return Cell(value)
    return no_value(value)
