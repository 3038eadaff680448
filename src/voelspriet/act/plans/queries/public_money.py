# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The money of a plan as everybody may read it: only when its sums were checked and agree."""

from __future__ import annotations

from voelspriet.act.plans.budget_told import BudgetTold
from voelspriet.act.plans.choices import AmountCertainty, SumVerdict
from voelspriet.act.plans.models import Plan
from voelspriet.act.plans.queries.budget_rows import budget_of
from voelspriet.act.plans.queries.public_rows import PublicMoney
from voelspriet.act.plans.rules.budgets import checked, cover_total, specified, year_total
from voelspriet.lib.money import brief


def public_money(plan: Plan) -> PublicMoney | None:
    """Return the amounts of a plan's products by year; None when something does not agree."""
    budget = budget_of(plan)
    if not budget.products or not agrees(budget):
        return None
    years = tuple(budget.years)
    amounts = [[one.amounts.get(year, 0) for year in years] for one in budget.products]
    return PublicMoney(
        years=years,
        products=tuple(
            (one.label, tuple(map(brief, row)))
            for one, row in zip(budget.products, amounts, strict=True)
        ),
        totals=tuple(brief(sum(column)) for column in zip(*amounts, strict=True)),
        has_hires_beside=any(not hire.product for hire in budget.hires),
    )


def agrees(budget: BudgetTold) -> bool:
    """Tell whether a budget was checked and everything in it agrees.

    At least one sum is printed somewhere and comes out exactly; none comes out otherwise or only
    perhaps; no amount is a guess; no part is more than its whole, and every year is paid for.
    """
    verdicts = {one.verdict for one in checked(budget)}
    return (
        SumVerdict.AGREES in verdicts
        and verdicts <= {SumVerdict.AGREES, SumVerdict.NOTHING_PRINTED}
        and all(one.certainty == AmountCertainty.PRINTED for one in budget.products)
        and not any(one.is_more for one in specified(budget))
        and not _is_short(budget)
    )


def _is_short(budget: BudgetTold) -> bool:
    if not budget.covers:
        return False
    return any(year_total(budget, year).high > cover_total(budget, year) for year in budget.years)
