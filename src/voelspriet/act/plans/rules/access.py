# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see and write safety plans."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import PlanState
from voelspriet.act.plans.models import Plan
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

WRITES = (Role.POLICY_ADVISER,)
READS = (Role.POLICY_ADVISER, Role.DIRECTOR, Role.EXECUTIVE, Role.AREA_ADVISER)
Row = TypeVar("Row", bound=Model)


def writes_plans(by: Actor) -> bool:
    """Tell whether `by` writes the plans of their municipality."""
    return by.is_staff and by.municipality_id is not None and by.has(*WRITES)


def visible_plans(by: Actor) -> QuerySet[Plan]:
    """Return the plans `by` may read: all of their municipality, for who reads plans."""
    if not by.is_staff or by.municipality_id is None or not by.has(*READS):
        return Plan.objects.none()
    return Plan.objects.filter(municipality_id=by.municipality_id)


def written_plan(reference: str, by: Actor) -> Plan:
    """Return a plan `by` writes, held in this transaction.

    Refuses who only reads along, and a plan that was closed; OutOfScope for everybody else.
    """
    found = visible_plans(by).select_for_update().filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit plan is er niet."))
    if not writes_plans(by):
        raise Refused(_("Alleen een beleidsadviseur schrijft aan een plan."))
    if found.state == PlanState.CLOSED:
        raise Refused(_("Dit plan is afgesloten."))
    return found


def written_row(rows: QuerySet[Row], by: Actor, missing: str) -> tuple[Row, Plan]:
    """Return what stands in a plan, and that plan as `written_plan` does.

    OutOfScope, saying what is `missing`: nothing of a plan `by` may read.
    """
    seen = rows.filter(plan__in=visible_plans(by)).values_list("plan__reference", flat=True).first()
    plan = written_plan(seen, by) if seen else None
    one = rows.filter(plan=plan).first() if plan else None
    if plan is None or one is None:
        raise OutOfScope(missing)
    return one, plan


def row_of(rows: QuerySet[Row], row_id: int, missing: str) -> Row:
    """Return one of the rows of a plan. OutOfScope, saying what is `missing`, for any other."""
    one = rows.filter(pk=row_id).first()
    if one is None:
        raise OutOfScope(missing)
    return one
