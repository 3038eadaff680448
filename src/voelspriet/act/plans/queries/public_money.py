# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The money of a plan as everybody may read it: only when its sums were checked and agree."""

from __future__ import annotations

from voelspriet.act.plans.budget_told import BudgetTold, ProductTold
from voelspriet.act.plans.choices import AmountCertainty, SumVerdict
from voelspriet.act.plans.models import Plan
from voelspriet.act.plans.queries.budget_rows import budget_of
from voelspriet.act.plans.queries.budget_words import disagreements
from voelspriet.act.plans.queries.public_rows import PublicMoney
from voelspriet.act.plans.rules.budgets import checked
from voelspriet.lib.money import brief


def public_money(plan: Plan) -> PublicMoney | None:
    """Return the amounts of a plan's products by year; None when something does not agree."""
    budget = budget_of(plan)
    if not budget.products or not agrees(budget):
        return None
    years = tuple(budget.years)

    def by_year(products: tuple[ProductTold, ...]) -> tuple[tuple[int, str], ...]:
        sums = ((year, sum(one.amounts.get(year, 0) for one in products)) for year in years)
        return tuple((year, brief(cents)) for year, cents in sums)

    return PublicMoney(
        years=years,
        products=tuple((one.label, by_year((one,))) for one in budget.products),
        totals=by_year(budget.products),
        has_hires_beside=any(not hire.product for hire in budget.hires),
    )


def agrees(budget: BudgetTold) -> bool:
    """Tell whether a budget was checked and everything in it agrees.

    At least one sum is printed somewhere and comes out exactly; none comes out otherwise or only
    perhaps; no amount is a guess; and nothing stands in the list of what does not agree.
    """
    sums = checked(budget)
    verdicts = {one.verdict for one in sums}
    return (
        SumVerdict.AGREES in verdicts
        and verdicts <= {SumVerdict.AGREES, SumVerdict.NOTHING_PRINTED}
        and all(one.certainty == AmountCertainty.PRINTED for one in budget.products)
        and not disagreements(budget, sums)
    )
