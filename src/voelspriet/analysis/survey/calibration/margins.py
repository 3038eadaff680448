# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of the whole population: how many people per category, or a total."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.frames.frame import Vector

AGREES = 1e-6  # totals of two variables may differ by this part: more is another population


@dataclass(frozen=True, slots=True, eq=False)
class Margin:
    """The people of the population per category of one variable; `totals` has one per category."""

    variable: str
    categories: tuple[str, ...]
    totals: Vector

    @property
    def population(self) -> float:
        """Return the people of all categories together."""
        return float(self.totals.sum())


@dataclass(frozen=True, slots=True)
class NumericMargin:
    """The total of a number over the population, such as all cars of all households."""

    variable: str
    total: float


@dataclass(frozen=True, slots=True)
class Margins:
    """Everything known of the population; categorical margins all add up to the same number."""

    categorical: tuple[Margin, ...]
    numeric: tuple[NumericMargin, ...] = ()

    @property
    def variables(self) -> tuple[str, ...]:
        """Return the variables in the order of the margins, numeric ones last."""
        categorical = tuple(margin.variable for margin in self.categorical)
        return categorical + tuple(margin.variable for margin in self.numeric)

    @property
    def population(self) -> float | None:
        """Return the size of the population, None when only numeric margins are known."""
        return self.categorical[0].population if self.categorical else None


def read_margins(margins: FrameLike) -> Margins:
    """Read the columns `variable`, `category` and `total`; an empty category is a numeric margin.

    Rows of one variable need not stand together. Raises ColumnError, with the row, for a missing
    or negative total, a category named twice, and a variable with and without categories; and for
    a variable whose categories add up to another population than those of the first (by more than
    a millionth; smaller differences are scaled away). Raises InputError without rows.
    """
    frame = Frame.of(margins)
    frame.require(["variable", "category", "total"])
    if not len(frame):
        raise InputError("there are no margins")
    names = frame.texts("variable", complete=True)
    categories = frame.texts("category")
    totals = frame.numbers("total", complete=True)
    found: dict[str, dict[str, float]] = {}
    for row, (name, category, total) in enumerate(zip(names, categories, totals, strict=True), 1):
        held = found.setdefault(str(name), {})
        _refuse_row(held, str(name), (category or "").strip(), float(total), row)
        held["" if not (category or "").strip() else str(category)] = float(total)
    return Margins(
        _agreeing([_margin(name, held) for name, held in found.items() if "" not in held]),
        tuple(NumericMargin(name, held[""]) for name, held in found.items() if "" in held),
    )


def _refuse_row(held: dict[str, float], name: str, category: str, total: float, row: int) -> None:
    if category in held:
        what = f"{name!r}, category {category!r}," if category else f"the total of {name!r}"
        raise ColumnError("category", f"{what} is there twice", row=row)
    if held and (category == "" or "" in held):
        raise ColumnError("category", f"{name!r} has rows with and without a category", row=row)
    if category and total < 0:
        raise ColumnError("total", f"{name!r}, category {category!r}: is negative", row=row)


def _margin(name: str, held: dict[str, float]) -> Margin:
    if not sum(held.values()) > 0:
        raise ColumnError("total", f"the categories of {name!r} add up to 0")
    return Margin(name, tuple(held), np.array(list(held.values())))


def _agreeing(margins: list[Margin]) -> tuple[Margin, ...]:
    """Return the margins, all adding up to the population of the first one."""
    for margin in margins[1:]:
        first = margins[0]
        if abs(margin.population - first.population) > AGREES * first.population:
            why = (
                f"the categories of {margin.variable!r} add up to {margin.population:.12g}, those"
                f" of {first.variable!r} to {first.population:.12g}: one population is meant"
            )
            raise ColumnError("total", why)
    return tuple(
        Margin(m.variable, m.categories, m.totals * (margins[0].population / m.population))
        for m in margins
    )
