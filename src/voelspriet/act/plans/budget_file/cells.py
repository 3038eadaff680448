# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cells of a spreadsheet, whatever program it is of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_told import BudgetProblem, BudgetRejected

MOST_ROWS = 2_000
MOST_COLUMNS = 100
ALPHABET = 26

Value: TypeAlias = str | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `wrong` says why it is no value at all."""

    value: Value = None
    wrong: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return self.value in (None, "") and not self.wrong


EMPTY = Cell()


@dataclass(slots=True)
class Grid:
    """A sheet: its name and its rows with something in them, numbered as people see them.

    `is_text`: everything is text, as in CSV, so an amount may be text too.
    """

    name: str
    rows: list[tuple[int, Mapping[int, Cell]]] = field(default_factory=list)
    is_text: bool = False


def letters(place: int) -> str:
    """Return the letters over a column, counted from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    found = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, ALPHABET)
        found = chr(ord("A") + rest) + found
    return found


def refused(why: str, sheet: str = "") -> BudgetRejected:
    """Return the refusal of a whole file or sheet."""
    return BudgetRejected([BudgetProblem(sheet, None, "", why)])


def too_large(sheet: str) -> BudgetRejected:
    """Return the refusal of a sheet with too much on it."""
    words = _("Dit blad is te groot: ten hoogste %(rows)s rijen en %(columns)s kolommen.")
    return refused(words % {"rows": MOST_ROWS, "columns": MOST_COLUMNS}, sheet)


def no_cached_value() -> Cell:
    """Return a cell with a formula whose outcome the file does not hold."""
    why = _(
        "Hier staat een formule zonder uitkomst. Open het bestand in uw eigen programma en bewaar"
        " het daar, of schrijf de uitkomst op."
    )
    return Cell(wrong=why)


def merged() -> Cell:
    """Return a cell that is one of several merged ones."""
    return Cell(wrong=_("Deze cel is samengevoegd met andere. Maak de cellen los."))


def no_value(shown: object) -> Cell:
    """Return a cell with an error or with something we do not read."""
    return Cell(wrong=_("Hier staat geen tekst, getal of dag: ‘%(shown)s’.") % {"shown": shown})
