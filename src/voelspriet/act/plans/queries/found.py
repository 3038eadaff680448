# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One plan, theme or ambition that somebody may read."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import PlanState
from voelspriet.act.plans.models import Ambition, Plan, Theme
from voelspriet.act.plans.rules.access import visible_plans, writes_plans
from voelspriet.ground.privacy.actors import Actor, OutOfScope


def read_plan(reference: str, by: Actor) -> Plan:
    """Return a plan `by` may read. Raises OutOfScope for any other."""
    found = visible_plans(by).select_related("owner").filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit plan is er niet."))
    return found


def read_theme(reference: str, by: Actor) -> Theme:
    """Return a theme `by` may read. Raises OutOfScope for any other."""
    found = Theme.objects.filter(reference=reference, plan__in=visible_plans(by))
    one = found.select_related("plan__owner").first()
    if one is None:
        raise OutOfScope(_("Dit thema is er niet."))
    return one


def read_ambition(reference: str, by: Actor) -> Ambition:
    """Return an ambition `by` may read. Raises OutOfScope for any other."""
    found = Ambition.objects.filter(reference=reference, plan__in=visible_plans(by))
    one = (
        found.select_related("plan__owner", "theme")
        .prefetch_related("measurements", "evening_indicators")
        .first()
    )
    if one is None:
        raise OutOfScope(_("Deze ambitie is er niet."))
    return one


def may_write(plan: Plan, by: Actor) -> bool:
    """Tell whether `by` may still change a plan."""
    return writes_plans(by) and plan.state != PlanState.CLOSED
