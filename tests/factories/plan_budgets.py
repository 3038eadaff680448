# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A budget of a plan with everything in it, and rows of it in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.conftest import arranging
from voelspriet.act.plans.actions.budget_storing import store_row
from voelspriet.act.plans.actions.budgets import store_whole
from voelspriet.act.plans.budget_told import (
    BudgetTold,
    ControlTold,
    CoverTold,
    HireTold,
    ProductTold,
    ProjectTold,
    RemarkTold,
)
from voelspriet.act.plans.choices import AmountCertainty, ControlScope, ControlUnit, MoneyKind
from voelspriet.act.plans.models import Plan, PlanBudget


def whole_budget(words: str = "Toezicht") -> BudgetTold:
    """Return a budget of 2019 to 2022 in which everything a budget can hold stands once."""
    structural, incidental = MoneyKind.STRUCTURAL, MoneyKind.INCIDENTAL
    derived = AmountCertainty.DERIVED
    return BudgetTold(
        2019,
        2022,
        products=(
            ProductTold("toezicht", words, structural, "met boa's", derived, {2019: 100_000_50}),
            ProductTold("jeugd", "Jeugd", incidental, amounts={2019: 5_00, 2020: 0, 2022: 7_00}),
        ),
        covers=(CoverTold("reserve", "=Reserve", incidental, "besluit", {2019: 50_000_00}),),
        hires=(
            HireTold(
                "regie", "Procesregie", 2021, 24, 1920, 2160, 90_00,
                starts_on=date(2021, 10, 1), ends_on=date(2022, 3, 31),
            ),
            HireTold("boa", "Boa", 2019, 2, 1950, 1950, 60_50, product="toezicht", remark="-5"),
        ),
        projects=(
            ProjectTold("p1", "Camera's", "toezicht", 2019, structural, 99_000_00),
            ProjectTold("p2", "Straatcoach", "jeugd", 2019, None, None, (1_50, 3_50), derived),
            ProjectTold("p3", "Sport", "jeugd", 2019, None, None, (3_50, 1_50), derived, derived),
        ),
        controls=(
            ControlTold("c1", "Totaal", ControlScope.PRODUCTS, year=2019, printed=100_000_00),
            ControlTold("c2", "Jeugd", ControlScope.PROJECTS, 2019, "jeugd", printed=5_00),
            ControlTold(
                "c3", "Verschil", ControlScope.TYPED, typed="-5 + 7", printed=2_00, tolerance=50,
                is_hypothesis=True, remark="uit 'de' bron",
            ),
            ControlTold(
                "c4", "Projecten", ControlScope.PROJECTS, kind=structural, unit=ControlUnit.COUNT,
                printed=1, tolerance=1,
            ),
        ),
        remarks=(RemarkTold("r1", "Restant van een jaar", 33_000_00, derived, "x"),),
    )  # fmt: skip


def make_plan_budget(plan: Plan, words: str = "Toezicht") -> BudgetTold:
    """Give a plan a budget with everything in it."""
    budget = whole_budget(words)
    with arranging():
        store_whole(plan, budget)
    return budget


def more_plan_budget(plan: Plan, number: int) -> None:
    """Give the budget of a plan one more of every row."""
    held = PlanBudget.objects.get(plan=plan)
    more = whole_budget(f"Regel {number}")
    with arranging():
        for row in more.rows():
            key = f"{row.key}_{number}"
            product = f"{row.product}_{number}" if getattr(row, "product", "") else ""
            told = {"key": key, "label": f"{row.label} {number}"}
            pointing = {"product": product} if product else {}
            store_row(held, replace(row, **told, **pointing))
