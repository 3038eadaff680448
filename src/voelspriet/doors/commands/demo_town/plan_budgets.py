# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of the demo's safety plan: one total is printed otherwise, one amount is open."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from voelspriet.act.plans.actions.budgets import import_budget, pay_measuring
from voelspriet.act.plans.budget_told import (
    BudgetTold,
    ControlTold,
    CoverTold,
    HireTold,
    ProductTold,
    ProjectTold,
)
from voelspriet.act.plans.choices import ControlScope, MoneyKind
from voelspriet.act.plans.queries.measuring import ambitions_of_plan
from voelspriet.lib.money import CENTS

ONCE, ALWAYS = MoneyKind.INCIDENTAL, MoneyKind.STRUCTURAL
MONITOR = 4_500
OPEN = (12_500 * CENTS, 8_000 * CENTS)


def write_budget(reference: str, first: int, last: int, *, by: Any, at: datetime) -> None:
    """Give the plan its budget, and say with which money the monitor is paid."""
    budget = BudgetTold(
        first, last, _products(first), _covers(first), _hires(first), _projects(first),
        _controls(first),
    )  # fmt: skip
    who: dict[str, Any] = {"reference": reference, "by": by, "at": at}
    import_budget(budget=budget, replaces=False, **who)
    overall = ambitions_of_plan(reference=reference, by=by)[:1]
    pay_measuring(project="monitor", ambitions=[one.reference for one in overall], **who)


def _a_year(first: int, *euros: int) -> dict[int, int]:
    return {first + number: one * CENTS for number, one in enumerate(euros)}


def _products(first: int) -> tuple[ProductTold, ...]:
    haven = _a_year(first, 60_000, 60_000, 30_000, 0)
    jeugd = _a_year(first, 48_000, 48_000, 48_000, 48_000)
    beleid = _a_year(first, 42_000, 37_500, 42_000, 37_500)
    return (
        ProductTold("toezicht_haven", "Toezicht bij de haven", ONCE, amounts=haven),
        ProductTold("jeugd", "Jongeren", ALWAYS, amounts=jeugd),
        ProductTold("beleid", "Veiligheidsbeleid", ALWAYS, amounts=beleid),
    )


def _covers(first: int) -> tuple[CoverTold, ...]:
    council = _a_year(first, 60_000, 60_000, 30_000, 0)
    services = _a_year(first, 90_000, 90_000, 90_000, 90_000)
    return (
        CoverTold("raad", "Raadsbesluit 24", ONCE, amounts=council),
        CoverTold("begroting", "Programma veiligheid", ALWAYS, amounts=services),
    )


def _hires(first: int) -> tuple[HireTold, ...]:
    return (
        HireTold(
            key="regie",
            label="Regie in de Havenwijk",
            product="toezicht_haven",
            year=first,
            weeks=20,
            minutes_low=16 * 60,
            minutes_high=20 * 60,
            rate_euro_cents=85 * CENTS,
            starts_on=date(first, 3, 1),
            ends_on=date(first, 8, 31),
        ),
    )


def _projects(first: int) -> tuple[ProjectTold, ...]:
    return (
        ProjectTold("monitor", "Veiligheidsmonitor", "beleid", first, ALWAYS, MONITOR * CENTS),
        ProjectTold("sport", "Sport op het plein", "jeugd", first, ALWAYS, candidates=OPEN),
        ProjectTold("coach", "Coach op straat", "jeugd", first, ALWAYS, candidates=OPEN),
    )


def _controls(first: int) -> tuple[ControlTold, ...]:
    products = ControlScope.PRODUCTS
    return (
        ControlTold(
            "totaal", f"Totaal {first}", products, year=first, printed=150_000 * CENTS
        ),
        ControlTold(
            "jongeren", "Jongeren over vier jaar", products, product="jeugd",
            printed=180_000 * CENTS, remark="Zo staat het in het raadsvoorstel.",
        ),
        ControlTold(
            "open", "Jongeren: twee projecten", ControlScope.PROJECTS, year=first, product="jeugd",
            printed=20_500 * CENTS,
        ),
    )  # fmt: skip
