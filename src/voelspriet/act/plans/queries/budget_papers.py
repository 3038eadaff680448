# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan as it is printed by itself: with what a controller checks it by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_told import BudgetTold
from voelspriet.act.plans.choices import SumVerdict
from voelspriet.act.plans.queries.budget_outcomes import plan_budget
from voelspriet.act.plans.queries.budget_page_rows import AmountsRow, BudgetPage
from voelspriet.act.plans.queries.budgets import amounts_row, page_of
from voelspriet.act.plans.queries.found import read_plan
from voelspriet.act.plans.queries.measuring import measured_from
from voelspriet.act.plans.queries.rows import PlanRow, plan_row
from voelspriet.act.plans.rules.amounts import AmountRange, exactly, range_words, total
from voelspriet.act.plans.rules.budgets import (
    Specified,
    cover_total,
    hire_cost,
    specified,
    verdict_of,
    year_total,
)
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.money import brief


@dataclass(frozen=True, slots=True)
class PartsRow:
    """What a product costs in a year beside what its projects and hires add up to."""

    label: str
    year: int
    amount: str
    inside: str
    verdict_label: str
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class PrintedBudget:
    """A whole budget ready to be printed; `balance` is cost, cover and what is between them."""

    plan: PlanRow
    page: BudgetPage
    balance: tuple[AmountsRow, ...]
    parts: tuple[PartsRow, ...]


def printed_budget(*, reference: str, by: Actor) -> PrintedBudget:
    """Return the budget of a plan `by` may read. Raises OutOfScope for any other."""
    plan = plan_row(read_plan(reference, by))
    held = plan_budget(reference=reference, by=by)
    return PrintedBudget(
        plan=plan,
        page=page_of(held, held.budget, measured_from(reference=reference, by=by)),
        balance=tuple(_balance(held.budget)),
        parts=tuple(_parts(held.budget)),
    )


def _balance(budget: BudgetTold) -> Iterator[AmountsRow]:
    """Yield the steps from products to what is left, each a sum of the tables before it."""
    years = budget.years
    products = {
        year: exactly(sum(one.amounts.get(year, 0) for one in budget.products)) for year in years
    }
    hires = {
        year: total(hire_cost(one) for one in budget.hires if one.year == year and not one.product)
        for year in years
    }
    cost = {year: year_total(budget, year) for year in years}
    yield amounts_row("", "", _("Producten"), products)
    if any(one.high for one in hires.values()):
        yield amounts_row("", "", _("Inhuur boven op de producten"), hires)
        yield amounts_row("", "", _("Kosten samen"), cost)
    if budget.covers:
        cover = {year: cover_total(budget, year) for year in years}
        left = {
            year: AmountRange(cover[year] - cost[year].high, cover[year] - cost[year].low)
            for year in years
        }
        yield amounts_row("", "", _("Dekking"), {year: exactly(one) for year, one in cover.items()})
        yield amounts_row("", "", _("Dekking min kosten"), left)


def _parts(budget: BudgetTold) -> Iterator[PartsRow]:
    labels = {one.key: one.label for one in budget.products}
    for one in specified(budget):
        yield PartsRow(
            label=labels[one.product],
            year=one.year,
            amount=brief(one.amount),
            inside=range_words(one.inside),
            verdict_label=_verdict(one),
            is_wrong=one.is_more,
        )


def _verdict(one: Specified) -> str:
    """Tell how the parts agree with the whole; less than the whole is a rest, and no fault."""
    if one.inside.high < one.amount:
        rest = AmountRange(one.amount - one.inside.high, one.amount - one.inside.low)
        return _("Niet onderverdeeld: %(rest)s") % {"rest": range_words(rest)}
    return str(SumVerdict(verdict_of(one.inside, one.amount, 0)).label)
