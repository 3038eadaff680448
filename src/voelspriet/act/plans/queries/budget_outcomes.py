# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a budget comes to, for whoever imported it, and for files of it."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.act.plans.budget_told import BudgetTold
from voelspriet.act.plans.choices import PlanState, SumVerdict
from voelspriet.act.plans.queries.budget_rows import budget_of
from voelspriet.act.plans.queries.budget_words import disagreements
from voelspriet.act.plans.rules.access import writes_plans
from voelspriet.act.plans.rules.amounts import range_words
from voelspriet.act.plans.rules.budget_access import readable_plan
from voelspriet.act.plans.rules.budgets import checked, year_total
from voelspriet.ground.privacy.actors import Actor


@dataclass(frozen=True, slots=True)
class PlanBudgetTold:
    """A plan with its budget: for forms and files."""

    reference: str
    title: str
    years: range
    budget: BudgetTold
    may_write: bool


@dataclass(frozen=True, slots=True)
class BudgetOutcome:
    """How much a budget holds, its totals, and what does not agree."""

    products: int
    covers: int
    hires: int
    projects: int
    controls: int
    remarks: int
    totals: tuple[tuple[int, str], ...]
    verdicts: tuple[tuple[str, int], ...]
    wrong: tuple[str, ...]


def plan_budget(*, reference: str, by: Actor) -> PlanBudgetTold:
    """Return a plan `by` may read with its budget. Raises OutOfScope for another."""
    plan = readable_plan(reference, by)
    years = range(plan.first_year, plan.last_year + 1)
    may_write = writes_plans(by) and plan.state != PlanState.CLOSED
    return PlanBudgetTold(reference, plan.title, years, budget_of(plan), may_write)


def years_of_plan(*, reference: str, by: Actor) -> range:
    """Return the years of a plan. Raises OutOfScope for a plan `by` may not read."""
    plan = readable_plan(reference, by)
    return range(plan.first_year, plan.last_year + 1)


def budget_outcome(*, reference: str, by: Actor) -> BudgetOutcome:
    """Return what the budget of a plan comes to."""
    budget = plan_budget(reference=reference, by=by).budget
    sums = checked(budget)
    counts = ((verdict, sum(one.verdict == verdict for one in sums)) for verdict in SumVerdict)
    return BudgetOutcome(
        products=len(budget.products),
        covers=len(budget.covers),
        hires=len(budget.hires),
        projects=len(budget.projects),
        controls=len(budget.controls),
        remarks=len(budget.remarks),
        totals=tuple((year, range_words(year_total(budget, year))) for year in budget.years),
        verdicts=tuple((verdict.value, count) for verdict, count in counts if count),
        wrong=tuple(disagreements(budget, sums)),
    )
