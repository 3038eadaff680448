# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a plan in preparation is, read from what stands in it today."""

from __future__ import annotations

from collections.abc import Sequence

from voelspriet.act.plans.models import BudgetCover, BudgetProduct, Plan
from voelspriet.act.plans.queries.rows import AmbitionRow, ThemeRow
from voelspriet.act.plans.rules.steps import PlanStep, Written, steps_of


def plan_steps(
    plan: Plan, themes: Sequence[ThemeRow], ambitions: Sequence[AmbitionRow]
) -> tuple[PlanStep, ...]:
    """Return the steps of writing a plan, whose themes and ambitions were read before."""
    lines = plan.lines.count()
    return steps_of(
        Written(
            has_vision=bool(plan.vision),
            lines=lines,
            roles=plan.roles.count(),
            themes=len(themes),
            bare=tuple(one.reference for one in themes if not one.counts.every),
            ambitions=len(ambitions),
            lacking=sum(not one.is_measurable for one in ambitions),
            programmes=plan.programmes.count(),
            moments=plan.moments.count(),
            products=BudgetProduct.objects.filter(budget__plan=plan).count(),
            covers=BudgetCover.objects.filter(budget__plan=plan).count(),
        )
    )
