# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan out of the database, as everything else knows it. Seven queries."""

from __future__ import annotations

from collections.abc import Iterable

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
from voelspriet.act.plans.models import (
    BudgetAmount,
    BudgetCover,
    BudgetHire,
    BudgetProduct,
    BudgetProject,
    BudgetRemark,
    ControlSum,
    Plan,
    PlanBudget,
)

ORDER = ("position", "id")


def budget_of(plan: Plan) -> BudgetTold:
    """Return the budget of a plan; of a plan without one, an empty one for its own years.

    A plan whose years were changed keeps the amounts of the years it had.
    """
    held = PlanBudget.objects.filter(plan=plan).first()
    if held is None:
        return BudgetTold(plan.first_year, plan.last_year)
    products = held.products.order_by(*ORDER).prefetch_related("amounts")
    covers = held.covers.order_by(*ORDER).prefetch_related("amounts")
    projects = held.projects.order_by(*ORDER).select_related("product")
    return BudgetTold(
        min(plan.first_year, held.first_year),
        max(plan.last_year, held.last_year),
        tuple(_product(one) for one in products),
        tuple(_cover(one) for one in covers),
        tuple(_hire(one) for one in held.hires.order_by(*ORDER).select_related("product")),
        tuple(project_told(one) for one in projects.prefetch_related("candidates")),
        tuple(_control(one) for one in held.controls.order_by(*ORDER).select_related("product")),
        tuple(_remark(one) for one in held.remarks.order_by(*ORDER)),
    )


def _amounts(found: Iterable[BudgetAmount]) -> dict[int, int]:
    return {one.year: one.euro_cents for one in sorted(found, key=lambda one: one.year)}


def _kind(value: str) -> MoneyKind | None:
    return MoneyKind(value) if value else None


def _product(one: BudgetProduct) -> ProductTold:
    return ProductTold(
        one.key,
        one.label,
        _kind(one.kind),
        one.remark,
        AmountCertainty(one.certainty),
        _amounts(one.amounts.all()),
    )


def _cover(one: BudgetCover) -> CoverTold:
    amounts = _amounts(one.amounts.all())
    return CoverTold(one.key, one.label, _kind(one.kind), one.remark, amounts)


def _hire(one: BudgetHire) -> HireTold:
    return HireTold(
        key=one.key,
        label=one.label,
        year=one.year,
        weeks=one.weeks,
        minutes_low=one.minutes_low,
        minutes_high=one.minutes_high,
        rate_euro_cents=one.rate_euro_cents,
        product=one.product.key if one.product else "",
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        remark=one.remark,
    )


def project_told(one: BudgetProject) -> ProjectTold:
    """Return a project, whose product and candidates were loaded with it."""
    candidates = sorted(one.candidates.all(), key=lambda found: found.position)
    return ProjectTold(
        key=one.key,
        label=one.label,
        product=one.product.key,
        year=one.year,
        kind=_kind(one.kind),
        euro_cents=one.euro_cents,
        candidates=tuple(found.euro_cents for found in candidates),
        amount_certainty=AmountCertainty(one.amount_certainty),
        kind_certainty=AmountCertainty(one.kind_certainty),
        remark=one.remark,
    )


def _control(one: ControlSum) -> ControlTold:
    is_euro = one.unit == ControlUnit.EURO
    return ControlTold(
        key=one.key,
        label=one.label,
        scope=ControlScope(one.scope),
        year=one.year,
        product=one.product.key if one.product else "",
        kind=_kind(one.kind),
        typed=one.typed,
        unit=ControlUnit(one.unit),
        printed=one.printed_euro_cents if is_euro else one.printed_count,
        tolerance=one.tolerance,
        is_hypothesis=one.is_hypothesis,
        remark=one.remark,
    )


def _remark(one: BudgetRemark) -> RemarkTold:
    certainty = AmountCertainty(one.certainty)
    return RemarkTold(one.key, one.label, one.euro_cents, certainty, one.remark)
