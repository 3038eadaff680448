# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one layout of a budget in a spreadsheet: which sheets, which columns, what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from voelspriet.act.plans.budget_told import (
    BudgetRow,
    ControlTold,
    CoverTold,
    HireTold,
    ProductTold,
    ProjectTold,
    RemarkTold,
)
from voelspriet.act.plans.choices.budgets import (
    AmountCertainty,
    ControlScope,
    ControlUnit,
    MoneyKind,
)


class Holds(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    AMOUNT = "amount"
    AMOUNTS = "amounts"
    WHOLE = "whole"
    HOURS = "hours"
    DAY = "day"
    WORD = "word"
    YES = "yes"


KINDS = {"structureel": MoneyKind.STRUCTURAL, "incidenteel": MoneyKind.INCIDENTAL}
CERTAINTIES = {
    "afgedrukt": AmountCertainty.PRINTED,
    "afgeleid": AmountCertainty.DERIVED,
    "onzeker": AmountCertainty.UNCERTAIN,
}
SCOPES = {
    "producten": ControlScope.PRODUCTS,
    "projecten": ControlScope.PROJECTS,
    "eigen som": ControlScope.TYPED,
}
UNITS = {"euro": ControlUnit.EURO, "aantal": ControlUnit.COUNT}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, the field of a row it fills, and what stands in it."""

    header: str
    fills: str
    holds: Holds = Holds.TEXT
    is_needed: bool = False
    words: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet: its name, the rows it holds, its columns, and whether the years come behind them."""

    name: str
    row: type[BudgetRow]
    columns: tuple[Column, ...]
    has_years: bool = False

    def header_of(self, name: str) -> str:
        """Return the header over a field; a year is its own header."""
        return next((one.header for one in self.columns if one.fills == name), name)


def _kind() -> Column:
    return Column("soort", "kind", Holds.WORD, words=KINDS)


def _certainty(header: str, fills: str) -> Column:
    return Column(header, fills, Holds.WORD, words=CERTAINTIES)


def _year(*, is_needed: bool) -> Column:
    return Column("jaar", "year", Holds.WHOLE, is_needed=is_needed)


KEY = Column("sleutel", "key")
REMARK = Column("opmerking", "remark")
PRODUCT = Column("product", "product")

LAYOUT = (
    SheetLayout(
        "producten",
        ProductTold,
        (
            KEY,
            Column("product", "label", is_needed=True),
            _kind(),
            REMARK,
            _certainty("zekerheid", "certainty"),
        ),
        has_years=True,
    ),
    SheetLayout(
        "dekking",
        CoverTold,
        (KEY, Column("bron", "label", is_needed=True), _kind(), REMARK),
        has_years=True,
    ),
    SheetLayout(
        "inhuur",
        HireTold,
        (
            KEY,
            Column("inhuur", "label", is_needed=True),
            PRODUCT,
            _year(is_needed=True),
            Column("weken", "weeks", Holds.WHOLE, is_needed=True),
            Column("uren van", "minutes_low", Holds.HOURS, is_needed=True),
            Column("uren tot", "minutes_high", Holds.HOURS, is_needed=True),
            Column("tarief", "rate_euro_cents", Holds.AMOUNT, is_needed=True),
            Column("begint", "starts_on", Holds.DAY),
            Column("eindigt", "ends_on", Holds.DAY),
            REMARK,
        ),
    ),
    SheetLayout(
        "projecten",
        ProjectTold,
        (
            KEY,
            Column("project", "label", is_needed=True),
            Column("product", "product", is_needed=True),
            _year(is_needed=True),
            _kind(),
            Column("bedrag", "euro_cents", Holds.AMOUNT),
            Column("mogelijke bedragen", "candidates", Holds.AMOUNTS),
            _certainty("zekerheid bedrag", "amount_certainty"),
            _certainty("zekerheid soort", "kind_certainty"),
            REMARK,
        ),
    ),
    SheetLayout(
        "controlesommen",
        ControlTold,
        (
            KEY,
            Column("controlesom", "label", is_needed=True),
            Column("telt op", "scope", Holds.WORD, is_needed=True, words=SCOPES),
            _year(is_needed=False),
            PRODUCT,
            _kind(),
            Column("som", "typed"),
            Column("eenheid", "unit", Holds.WORD, words=UNITS),
            Column("afgedrukt", "printed", Holds.AMOUNT),
            Column("speling", "tolerance", Holds.AMOUNT),
            Column("aanname", "is_hypothesis", Holds.YES),
            REMARK,
        ),
    ),
    SheetLayout(
        "opmerkingen",
        RemarkTold,
        (
            KEY,
            Column("opmerking", "label", is_needed=True),
            Column("bedrag", "euro_cents", Holds.AMOUNT),
            _certainty("zekerheid", "certainty"),
            Column("toelichting", "remark"),
        ),
    ),
)
NAMES = tuple(one.name for one in LAYOUT)
