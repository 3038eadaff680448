# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the budget of a plan tells, passed between files, forms, rules and the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar, TypeAlias

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices.budgets import (
    AmountCertainty,
    ControlScope,
    ControlUnit,
    MoneyKind,
)
from voelspriet.ground.privacy.actors import Refused


@dataclass(frozen=True, slots=True)
class ProductTold:
    """A product with what it costs a year, in euro cents."""

    part: ClassVar[str] = "products"
    key: str
    label: str
    kind: MoneyKind | None = None
    remark: str = ""
    certainty: AmountCertainty = AmountCertainty.PRINTED
    amounts: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CoverTold:
    """Where money comes from, with how much a year, in euro cents."""

    part: ClassVar[str] = "covers"
    key: str
    label: str
    kind: MoneyKind | None = None
    remark: str = ""
    amounts: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HireTold:
    """Somebody who is hired: weeks × hours a week × rate. Inside a product, or on top of them."""

    part: ClassVar[str] = "hires"
    key: str
    label: str
    year: int
    weeks: int
    minutes_low: int
    minutes_high: int
    rate_euro_cents: int
    product: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ProjectTold:
    """What money of a product goes to in a year: an amount, or the amounts it can be."""

    part: ClassVar[str] = "projects"
    key: str
    label: str
    product: str
    year: int
    kind: MoneyKind | None = None
    euro_cents: int | None = None
    candidates: tuple[int, ...] = ()
    amount_certainty: AmountCertainty = AmountCertainty.PRINTED
    kind_certainty: AmountCertainty = AmountCertainty.PRINTED
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ControlTold:
    """A sum that is checked: what it adds up, and what a paper says the answer is.

    `printed` and `tolerance` are euro cents, or pieces when the unit is a count.
    """

    part: ClassVar[str] = "controls"
    key: str
    label: str
    scope: ControlScope
    year: int | None = None
    product: str = ""
    kind: MoneyKind | None = None
    typed: str = ""
    unit: ControlUnit = ControlUnit.EURO
    printed: int | None = None
    tolerance: int = 0
    is_hypothesis: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RemarkTold:
    """Something to know about the money that is no row of it."""

    part: ClassVar[str] = "remarks"
    key: str
    label: str
    euro_cents: int | None = None
    certainty: AmountCertainty = AmountCertainty.PRINTED
    remark: str = ""


BudgetRow: TypeAlias = ProductTold | CoverTold | HireTold | ProjectTold | ControlTold | RemarkTold


@dataclass(frozen=True, slots=True)
class BudgetTold:
    """The whole budget of a plan, in the order of its rows."""

    first_year: int
    last_year: int
    products: tuple[ProductTold, ...] = ()
    covers: tuple[CoverTold, ...] = ()
    hires: tuple[HireTold, ...] = ()
    projects: tuple[ProjectTold, ...] = ()
    controls: tuple[ControlTold, ...] = ()
    remarks: tuple[RemarkTold, ...] = ()

    @property
    def years(self) -> range:
        """Every year of the budget."""
        return range(self.first_year, self.last_year + 1)

    def rows(self) -> Iterator[BudgetRow]:
        """Return every row, products first: what others point at."""
        for name in PARTS:
            yield from self.part(name)

    def part(self, name: str) -> tuple[BudgetRow, ...]:
        """Return the rows of a part, by its name."""
        found: tuple[BudgetRow, ...] = getattr(self, name)
        return found

    def in_years(self, first_year: int, last_year: int) -> BudgetTold:
        """Return the money of these years alone: no sums or remarks over the whole budget."""
        first, last = max(self.first_year, first_year), min(self.last_year, last_year)
        years = range(first, last + 1)
        hires = tuple(one for one in self.hires if one.year in years)
        projects = tuple(one for one in self.projects if one.year in years)
        named = {one.product for one in hires} | {one.product for one in projects}
        products = (replace(one, amounts=_within(one.amounts, years)) for one in self.products)
        covers = (replace(one, amounts=_within(one.amounts, years)) for one in self.covers)
        return BudgetTold(
            first_year=first,
            last_year=last,
            products=tuple(one for one in products if one.amounts or one.key in named),
            covers=tuple(one for one in covers if one.amounts),
            hires=hires,
            projects=projects,
            controls=tuple(one for one in self.controls if one.year in years),
        )

    def with_row(self, row: BudgetRow, instead_of: str = "") -> BudgetTold:
        """Return the budget with a row in the place of another of its part, or after the last."""
        old = self.part(row.part)
        at = next((n for n, one in enumerate(old) if one.key == instead_of), len(old))
        changed: dict[str, Any] = {row.part: (*old[:at], row, *old[at + 1 :])}
        return replace(self, **changed)


def _within(amounts: Mapping[int, int], years: range) -> dict[int, int]:
    return {year: amount for year, amount in amounts.items() if year in years and amount}


PARTS = ("products", "covers", "hires", "projects", "controls", "remarks")


@dataclass(frozen=True, slots=True)
class BudgetProblem:
    """What is wrong in a file: sheet, row (as in the spreadsheet) and column, and why."""

    sheet: str
    row: int | None
    column: str
    why: str


class BudgetRejected(Refused):
    """A file with a budget that cannot be taken in; nothing of it was stored."""

    def __init__(self, problems: Sequence[BudgetProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(sentence_of, self.problems)), field="file")


def plain(text: str) -> str:
    """Return a text as it is kept: on one line, without signs nobody can see."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def sentence_of(problem: BudgetProblem) -> str:
    """Return where something is wrong and why, in one line."""
    row = _("rij %(row)s") % {"row": problem.row} if problem.row else ""
    column = _("kolom ‘%(column)s’") % {"column": problem.column} if problem.column else ""
    sheet = _("blad ‘%(sheet)s’") % {"sheet": problem.sheet} if problem.sheet else ""
    place = ", ".join(one for one in (sheet, row, column) if one)
    return f"{place}: {problem.why}" if place else problem.why
