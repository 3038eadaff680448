# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the money of a plan adds up to: totals, hires, open amounts, and sums that are checked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from voelspriet.act.plans.budget_told import BudgetTold, ControlTold, HireTold, ProjectTold
from voelspriet.act.plans.choices.budgets import ControlScope, ControlUnit, MoneyKind, SumVerdict
from voelspriet.act.plans.rules.amounts import (
    DAYS,
    AmountRange,
    exactly,
    hired_for,
    other_weeks,
    total,
)
from voelspriet.lib.money import cents_of

COUNTED = re.compile(r"[0-9]{1,9}")
TERM = re.compile(r"([+-])([^+-]+)")


# hires


def hire_cost(hire: HireTold) -> AmountRange:
    """Return weeks × hours a week × rate, at the fewest and at the most hours."""
    return _cost(hire, hire.weeks * DAYS)


def _cost(hire: HireTold, days: int) -> AmountRange:
    minutes = (hire.minutes_low, hire.minutes_high)
    return hired_for(days, minutes=minutes, rate_cents=hire.rate_euro_cents)


@dataclass(frozen=True, slots=True)
class PeriodRemark:
    """The days of a hire's period are other weeks than the sum was made with."""

    weeks: int
    weeks_reckoned: int
    cost: AmountRange


def period_remark(hire: HireTold) -> PeriodRemark | None:
    """Tell what a hire costs over its own period, when that is other weeks than its sum's."""
    weeks = other_weeks(hire.weeks, hire.starts_on, hire.ends_on)
    if weeks is None:
        return None
    return PeriodRemark(weeks, hire.weeks, _cost(hire, weeks * DAYS))


# projects whose amount is one of several


def projects_sum(chosen: Sequence[ProjectTold], every: Iterable[ProjectTold]) -> AmountRange:
    """Return what projects cost together, `every` being all projects of the budget.

    Projects of one year with the same amounts to choose from share them: each amount belongs to
    one project. So all of them together are exact, and one of them is a range. With more projects
    than amounts each can have any of them.
    """
    known = sum(one.euro_cents or 0 for one in chosen)
    sizes: dict[tuple[int, tuple[int, ...]], int] = defaultdict(int)
    for one in every:
        if one.euro_cents is None:
            sizes[_shared(one)] += 1
    asked: dict[tuple[int, tuple[int, ...]], int] = defaultdict(int)
    for one in chosen:
        if one.euro_cents is None:
            asked[_shared(one)] += 1
    return total([exactly(known), *(_of(group, asked[group], sizes[group]) for group in asked)])


def _shared(project: ProjectTold) -> tuple[int, tuple[int, ...]]:
    return project.year, tuple(sorted(project.candidates))


def _of(group: tuple[int, tuple[int, ...]], asked: int, size: int) -> AmountRange:
    _year, amounts = group
    if size > len(amounts):
        return AmountRange(asked * amounts[0], asked * amounts[-1])
    return AmountRange(sum(amounts[:asked]), sum(amounts[len(amounts) - asked :]))


# totals


def year_total(budget: BudgetTold, year: int) -> AmountRange:
    """Return what a year costs: the products, and the hires that come on top of them."""
    hires = [one for one in budget.hires if one.year == year and not one.product]
    products = sum(one.amounts.get(year, 0) for one in budget.products)
    return total([exactly(products), *map(hire_cost, hires)])


def kind_total(budget: BudgetTold, year: int, kind: MoneyKind | None) -> int:
    """Return what products of a kind cost in a year; no kind is what nobody said."""
    return sum(one.amounts.get(year, 0) for one in budget.products if one.kind == kind)


def cover_total(budget: BudgetTold, year: int) -> int:
    """Return the money there is for a year."""
    return sum(one.amounts.get(year, 0) for one in budget.covers)


@dataclass(frozen=True, slots=True)
class Specified:
    """What the projects and hires inside a product add up to in a year, beside its own amount."""

    product: str
    year: int
    amount: int
    inside: AmountRange

    @property
    def is_more(self) -> bool:
        """Whether more is specified than the product costs."""
        return self.inside.low > self.amount


def specified(budget: BudgetTold) -> tuple[Specified, ...]:
    """Return every product and year of which something is specified."""
    found = []
    for product in budget.products:
        for year in budget.years:
            here = (product.key, year)
            projects = [one for one in budget.projects if (one.product, one.year) == here]
            hires = [one for one in budget.hires if (one.product, one.year) == here]
            if projects or hires:
                inside = total([projects_sum(projects, budget.projects), *map(hire_cost, hires)])
                amount = product.amounts.get(year, 0)
                found.append(Specified(product.key, year, amount, inside))
    return tuple(found)


# control sums


@dataclass(frozen=True, slots=True)
class CheckedSum:
    """A control sum with what it gives and whether that is what a paper says."""

    control: ControlTold
    computed: AmountRange
    verdict: SumVerdict


def checked(budget: BudgetTold) -> tuple[CheckedSum, ...]:
    """Check every control sum of a budget."""
    return tuple(check(one, budget) for one in budget.controls)


def check(control: ControlTold, budget: BudgetTold) -> CheckedSum:
    """Work a control sum out, and compare it with what is printed."""
    computed = _computed(control, budget)
    verdict = verdict_of(computed, control.printed, control.tolerance)
    return CheckedSum(control, computed, verdict)


def verdict_of(computed: AmountRange, printed: int | None, tolerance: int) -> SumVerdict:
    """Compare bounds with a printed answer; inside an open range it can only be possible."""
    if printed is None:
        return SumVerdict.NOTHING_PRINTED
    least, most = printed - tolerance, printed + tolerance
    if computed.high < least or computed.low > most:
        return SumVerdict.DIFFERS
    if least <= computed.low and computed.high <= most:
        return SumVerdict.AGREES
    return SumVerdict.POSSIBLE


def _computed(control: ControlTold, budget: BudgetTold) -> AmountRange:
    if control.scope == ControlScope.TYPED:
        return exactly(typed_sum(control.typed, control.unit) or 0)
    if control.scope == ControlScope.PRODUCTS:
        products = [
            one
            for one in budget.products
            if control.product in ("", one.key) and control.kind in (None, one.kind)
        ]
        if control.unit == ControlUnit.COUNT:
            return exactly(len(products))
        years = budget.years if control.year is None else (control.year,)
        return exactly(sum(one.amounts.get(year, 0) for one in products for year in years))
    projects = [
        one
        for one in budget.projects
        if control.product in ("", one.product)
        and control.kind in (None, one.kind)
        and control.year in (None, one.year)
    ]
    if control.unit == ControlUnit.COUNT:
        return exactly(len(projects))
    return projects_sum(projects, budget.projects)


def typed_sum(typed: str, unit: ControlUnit) -> int | None:
    """Return what amounts with + and - between them add up to; None when it cannot be read.

    >>> typed_sum("39.000 + 38.000 - 0,50", ControlUnit.EURO)
    7699950
    >>> typed_sum("5 + 7", ControlUnit.COUNT), typed_sum("5 x 7", ControlUnit.COUNT)
    (12, None)
    """
    signed = typed.strip() if typed.strip().startswith(("+", "-")) else f"+{typed.strip()}"
    found = TERM.findall(signed)
    if "".join(sign + term for sign, term in found) != signed:
        return None
    answer = 0
    for sign, term in found:
        value = cents_of(term) if unit == ControlUnit.EURO else _count_of(term)
        if value is None:
            return None
        answer += value if sign == "+" else -value
    return answer


def _count_of(term: str) -> int | None:
    plain = term.strip()
    return int(plain) if COUNTED.fullmatch(plain) else None
