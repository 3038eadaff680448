# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Seeing in a sum of amounts what of the budget it adds up, so that it follows the budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from voelspriet.act.plans.budget_told import BudgetTold, ControlTold, ProjectTold
from voelspriet.act.plans.choices.budgets import ControlScope, ControlUnit, MoneyKind
from voelspriet.act.plans.rules.budgets import typed_sum


def recognised(control: ControlTold, budget: BudgetTold) -> ControlTold:
    """Return a control sum that points at the budget, when its terms are exactly a part of it.

    A hypothesis, and a sum in which something is taken away, stay as they are typed.
    """
    if control.is_hypothesis or "-" in control.typed:
        return control
    terms = _terms(control)
    found = _counts(budget) if control.unit == ControlUnit.COUNT else _sums(budget)
    for amounts, live in found:
        if sorted(filter(None, amounts)) == terms:
            return replace(control, typed="", **live)
    return control


def _terms(control: ControlTold) -> list[int]:
    terms = (typed_sum(one, control.unit) for one in control.typed.split("+"))
    return sorted(one for one in terms if one)


def _counts(budget: BudgetTold) -> Iterator[tuple[list[int], dict[str, Any]]]:
    for year in budget.years:
        counts = [
            sum(one.kind == kind and one.year == year for one in budget.projects)
            for kind in MoneyKind
        ]
        yield counts, {"scope": ControlScope.PROJECTS, "year": year}


def _sums(budget: BudgetTold) -> Iterator[tuple[list[int], dict[str, Any]]]:
    products, projects = ControlScope.PRODUCTS, ControlScope.PROJECTS
    years = {year: [one.amounts.get(year, 0) for one in budget.products] for year in budget.years}
    for year, amounts in years.items():
        yield amounts, {"scope": products, "year": year}
    for one in budget.products:
        yield list(one.amounts.values()), {"scope": products, "product": one.key}
    yield [sum(amounts) for amounts in years.values()], {"scope": products}
    for year in budget.years:
        here = [one for one in budget.projects if one.year == year]
        yield _pool(here, here), {"scope": projects, "year": year}
        for product in budget.products:
            chosen = [one for one in here if one.product == product.key]
            more = {"scope": projects, "year": year, "product": product.key}
            yield _pool(chosen, here), more
        for kind in MoneyKind:
            chosen = [one for one in here if one.kind == kind]
            yield _pool(chosen, here), {"scope": projects, "year": year, "kind": kind}


def _pool(chosen: Sequence[ProjectTold], every: Sequence[ProjectTold]) -> list[int]:
    """Return the amounts of projects; nothing when an amount may belong to one outside them."""
    amounts = [one.euro_cents for one in chosen if one.euro_cents is not None]
    for group in {one.candidates for one in chosen if one.candidates}:
        sharing = [one for one in every if one.candidates == group]
        if len(sharing) != len(group) or any(one not in chosen for one in sharing):
            return []
        amounts += group
    return amounts
