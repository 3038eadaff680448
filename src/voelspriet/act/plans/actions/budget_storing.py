# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a row as it is told to rows of the database. Called inside an action."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, QuerySet

from voelspriet.act.plans.budget_told import (
    BudgetRow,
    ControlTold,
    CoverTold,
    HireTold,
    ProductTold,
    ProjectTold,
)
from voelspriet.act.plans.choices import ControlUnit
from voelspriet.act.plans.models import AmountCandidate, BudgetAmount, PlanBudget

SAME = {
    "products": ("key", "label", "remark", "certainty"),
    "covers": ("key", "label", "remark"),
    "hires": (
        "key", "label", "year", "weeks", "minutes_low", "minutes_high", "rate_euro_cents",
        "starts_on", "ends_on", "remark",
    ),
    "projects": (
        "key", "label", "year", "euro_cents", "amount_certainty", "kind_certainty", "remark",
    ),
    "controls": (
        "key", "label", "scope", "year", "typed", "unit", "tolerance", "is_hypothesis", "remark",
    ),
    "remarks": ("key", "label", "euro_cents", "certainty", "remark"),
}  # fmt: skip


def rows_of(budget: PlanBudget, part: str) -> QuerySet[Any]:
    """Return the rows of a part of a budget."""
    found: QuerySet[Any] = getattr(budget, part).all()
    return found


def store_row(
    budget: PlanBudget, row: BudgetRow, *, instead_of: str = "", position: int | None = None
) -> None:
    """Store a row, over the one with the key `instead_of` when there is one to change."""
    rows = rows_of(budget, row.part)
    values = _values(budget, row)
    if position is not None or not instead_of:
        last = rows.aggregate(last=Max("position"))["last"] if position is None else 0
        values["position"] = position if position is not None else (last or 0) + 1
    if instead_of:
        made = rows.get(key=instead_of)
        for name, value in values.items():
            setattr(made, name, value)
        made.save(update_fields=list(values))
    else:
        made = rows.create(budget=budget, **values)
    _store_below(made, row)


def _values(budget: PlanBudget, row: BudgetRow) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(row, name) for name in SAME[row.part]}
    if isinstance(row, ProductTold | CoverTold | ProjectTold | ControlTold):
        values["kind"] = row.kind or ""
    if isinstance(row, HireTold | ProjectTold | ControlTold):
        values["product"] = budget.products.get(key=row.product) if row.product else None
    if isinstance(row, ProjectTold):
        values["candidate_count"] = len(row.candidates)
    if isinstance(row, ControlTold):
        is_euro = row.unit == ControlUnit.EURO
        values["printed_euro_cents"] = row.printed if is_euro else None
        values["printed_count"] = None if is_euro else row.printed
    return values


def _store_below(made: Any, row: BudgetRow) -> None:
    if isinstance(row, ProductTold | CoverTold):
        name = "product" if isinstance(row, ProductTold) else "cover"
        made.amounts.all().delete()
        BudgetAmount.objects.bulk_create(
            BudgetAmount(**{name: made}, year=year, euro_cents=amount)
            for year, amount in row.amounts.items()
        )
    elif isinstance(row, ProjectTold):
        made.candidates.all().delete()
        AmountCandidate.objects.bulk_create(
            AmountCandidate(project=made, position=position, euro_cents=amount)
            for position, amount in enumerate(row.candidates, 1)
        )
