# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose plan's budget may be read, and imported by the command line."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import PlanState
from voelspriet.act.plans.models import Plan
from voelspriet.act.plans.rules.access import visible_plans, written_plan
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.choices import ActorKind


def readable_plan(reference: str, by: Actor) -> Plan:
    """Return a plan `by` may read; the system reads those of its municipality."""
    found = _readable(by).filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit plan is er niet."))
    return found


def _readable(by: Actor) -> QuerySet[Plan]:
    if by.kind is ActorKind.SYSTEM:
        return Plan.objects.filter(municipality_id=by.municipality_id or 0)
    return visible_plans(by)


def imported_into(reference: str, by: Actor) -> Plan:
    """Return a plan, held; the system imports into any of its municipality that is not closed."""
    if by.kind is not ActorKind.SYSTEM:
        return written_plan(reference, by)
    plan = _readable(by).select_for_update().filter(reference=reference).first()
    if plan is None:
        raise OutOfScope(_("Dit plan is er niet."))
    if plan.state == PlanState.CLOSED:
        raise Refused(_("Dit plan is afgesloten."))
    return plan
