# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One sheet of the layout: its headers, and its rows one by one onto the budget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from dataclasses import replace as changed
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_file.cells import Cell, Grid, letters
from voelspriet.act.plans.budget_file.layout import Column, Holds, SheetLayout
from voelspriet.act.plans.budget_file.values import SHOWN, Unreadable, value_of
from voelspriet.act.plans.budget_told import (
    BudgetProblem,
    BudgetRow,
    BudgetTold,
    ControlTold,
    plain,
)
from voelspriet.act.plans.choices.budgets import ControlUnit
from voelspriet.act.plans.rules.budget_rows import key_for, wrong_of
from voelspriet.lib.money import CENTS

YEAR_LETTERS = 4


@dataclass(slots=True)
class SheetReading:
    """A sheet while it is read; what is wrong is added to `problems`."""

    layout: SheetLayout
    grid: Grid
    problems: list[BudgetProblem]
    columns: dict[int, Column] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)

    def onto(self, budget: BudgetTold) -> BudgetTold:
        """Return the budget with the rows of this sheet."""
        (head, names), *rows = self.grid.rows
        if not self._read_head(head, names, budget):
            return budget
        for number, cells in rows:
            budget = self._read_row(number, cells, budget)
        return budget

    def _wrong(self, row: int | None, place: int | None, header: str, why: str) -> None:
        column = f"{letters(place)} ({header})" if place is not None else header
        self.problems.append(BudgetProblem(self.layout.name, row, column, why))

    # the first row

    def _read_head(self, row: int, names: Mapping[int, Cell], budget: BudgetTold) -> bool:
        before = len(self.problems)
        known = {one.header: one for one in self.layout.columns}
        for place, cell in sorted(names.items()):
            header = _header(cell)
            year = _year(header) if self.layout.has_years else None
            if header in known and known[header] not in self.columns.values():
                self.columns[place] = known[header]
            elif header in known or year in self.years.values():
                self._wrong(row, place, header, _("Deze kolom staat er twee keer."))
            elif year is None:
                self._wrong(row, place, header, self._unknown(cell))
            elif year not in budget.years:
                words = _("Dit jaar valt buiten het plan (%(first)s-%(last)s).")
                told = {"first": budget.first_year, "last": budget.last_year}
                self._wrong(row, place, header, words % told)
            else:
                self.years[place] = year
        self._read_missing(row, budget)
        return len(self.problems) == before

    def _unknown(self, cell: Cell) -> str:
        if cell.wrong:
            return cell.wrong
        words = _("Deze kolom kennen wij niet. Kolommen van dit blad: %(names)s.")
        names = [one.header for one in self.layout.columns]
        if self.layout.has_years:
            names.append(_("en een kolom per jaar"))
        return words % {"names": ", ".join(names)}

    def _read_missing(self, row: int, budget: BudgetTold) -> None:
        there = self.columns.values()
        for column in self.layout.columns:
            if column.is_needed and column not in there:
                self._wrong(row, None, column.header, _("Deze kolom ontbreekt."))
        if self.layout.has_years:
            for year in budget.years:
                if year not in self.years.values():
                    self._wrong(row, None, str(year), _("Deze kolom ontbreekt."))

    # the other rows

    def _read_row(self, number: int, cells: Mapping[int, Cell], budget: BudgetTold) -> BudgetTold:
        before = len(self.problems)
        values = self._values(number, cells)
        if not values.get("key"):
            taken = [one.key for one in budget.part(self.layout.row.part)]
            values["key"] = key_for(values.get("label", ""), taken)
        if values.get("product"):
            values["product"] = _product_key(values["product"], budget)
        lacking = [one for one in self.layout.columns if one.is_needed and one.fills not in values]
        if len(self.problems) == before:
            for column in lacking:
                self._wrong(number, self._place(column.fills), column.header, _("Dit is leeg."))
        if lacking:
            return budget
        row = self._counted(self.layout.row(**values), number)
        if len(self.problems) == before:
            for name, why in wrong_of(row, budget):
                self._wrong(number, self._place(name), self.layout.header_of(name), why)
        return budget.with_row(row)

    def _values(self, number: int, cells: Mapping[int, Cell]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        amounts: dict[int, int] = {}
        for place, cell in sorted(cells.items()):
            column, year = self.columns.get(place), self.years.get(place)
            header = column.header if column else str(year or "")
            if column is None and year is None:
                self._wrong(number, place, "?", _("Hier staat iets in een kolom zonder naam."))
                continue
            holds = column or Column(header, "amounts", Holds.AMOUNT)
            try:
                value = value_of(cell, holds, is_text=self.grid.is_text)
            except Unreadable as error:
                self._wrong(number, place, header, str(error))
                continue
            if year is not None:
                amounts[year] = value
            elif column is not None and value != "":
                values[column.fills] = value
        return values | ({"amounts": amounts} if self.layout.has_years else {})

    def _counted(self, row: BudgetRow, number: int) -> BudgetRow:
        """Return a control sum in pieces with pieces; until now its numbers were read as euros."""
        if not isinstance(row, ControlTold) or row.unit != ControlUnit.COUNT:
            return row
        for name in ("printed", "tolerance"):
            if (getattr(row, name) or 0) % CENTS:
                header = self.layout.header_of(name)
                self._wrong(number, self._place(name), header, _("Dit is geen heel getal."))
        printed = None if row.printed is None else row.printed // CENTS
        return changed(row, printed=printed, tolerance=row.tolerance // CENTS)

    def _place(self, name: str) -> int | None:
        places = [place for place, one in self.columns.items() if one.fills == name]
        places += [place for place, year in self.years.items() if str(year) == name]
        return places[0] if places else None


def _header(cell: Cell) -> str:
    value = f"{cell.value:f}" if isinstance(cell.value, Decimal) else str(cell.value or "")
    return plain(value).lower().removesuffix(".0")[:SHOWN]


def _year(header: str) -> int | None:
    is_year = header.isascii() and header.isdigit() and len(header) == YEAR_LETTERS
    return int(header) if is_year else None


def _product_key(told: str, budget: BudgetTold) -> str:
    """Return the key of a product that is told by its key or by its name."""
    for one in budget.products:
        if told == one.key or told.casefold() == one.label.casefold():
            return one.key
    return told
