# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a plan, changing it, following it, and closing it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import DecisionBody, PlanState
from voelspriet.act.plans.models import Plan, PlanDecision
from voelspriet.act.plans.rules.access import writes_plans, written_plan
from voelspriet.act.plans.told import PlanTold
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import new_reference
from voelspriet.lib.working_days import dutch_day

FIELDS = ("title", "motto", "first_year", "last_year", "vision", "looking_back", "framework")
LONGEST_PERIOD = 20


@action
def make_plan(*, told: PlanTold, by: Actor, at: datetime) -> str:
    """Make a plan in preparation, followed by who makes it; return its reference.

    Refuses years that end before they begin. OutOfScope for who writes no plans.
    """
    if by.municipality_id is None or not writes_plans(by):
        raise OutOfScope(_("Dit plan is er niet."))
    _check_years(told)
    plan = Plan.objects.create(
        municipality_id=by.municipality_id,
        reference=new_reference("P"),
        owner_id=by.user_id,
        **{name: getattr(told, name) for name in FIELDS},
    )
    audit("plan.make", plan, by, at)
    return plan.reference


@action
def change_plan(*, reference: str, told: PlanTold, by: Actor, at: datetime) -> None:
    """Change what a plan is called, its years and its vision.

    Refuses another first year once residents set criteria: they were set before that start.
    """
    plan = written_plan(reference, by)
    _check_years(told)
    if told.first_year != plan.first_year and plan.criteria.exists():
        why = _("Bewoners hebben hun criteria vastgelegd voor dit begin; het jaar blijft staan.")
        raise Refused(why, field="first_year")
    for name in FIELDS:
        setattr(plan, name, getattr(told, name))
    plan.save(update_fields=FIELDS)
    audit("plan.change", plan, by, at)


@action
def take_plan(*, reference: str, by: Actor, at: datetime) -> None:
    """Follow a plan from now on: who takes it is told what falls due."""
    plan = written_plan(reference, by)
    Plan.objects.filter(pk=plan.pk).update(owner_id=by.user_id)
    audit("plan.take", plan, by, at)


@action
def record_decision(
    *,
    reference: str,
    body: DecisionBody,
    decided_on: date,
    what: str,
    document: str,
    amendment: str,
    by: Actor,
    at: datetime,
) -> None:
    """Write down what college or council decided about a plan.

    The first decision of the council adopts it; every decision with an amendment makes the next
    version. Refuses a day to come, and the same decision twice.
    """
    plan = written_plan(reference, by)
    if decided_on > dutch_day(at):
        raise Refused(_("Deze dag moet nog komen."), field="decided_on")
    if plan.decisions.filter(body=body, decided_on=decided_on, what=what).exists():
        raise Refused(_("Dit besluit staat er al."), field="what")
    if amendment:
        plan.version += 1
    if body == DecisionBody.COUNCIL and plan.state == PlanState.DRAFT:
        plan.state = PlanState.ADOPTED
    plan.save(update_fields=["version", "state"])
    PlanDecision.objects.create(
        plan=plan,
        body=body,
        decided_on=decided_on,
        what=what,
        document=document,
        amendment=amendment,
        version=plan.version,
    )
    audit("plan.decide", plan, by, at, body=str(body), version=plan.version)


@action
def close_plan(*, reference: str, by: Actor, at: datetime) -> None:
    """Close an adopted plan whose years are over; nothing in it changes any more."""
    plan = written_plan(reference, by)
    if plan.state != PlanState.ADOPTED or dutch_day(at).year <= plan.last_year:
        raise Refused(_("Een plan sluit u af als het is vastgesteld en zijn jaren voorbij zijn."))
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.CLOSED)
    audit("plan.close", plan, by, at)


def _check_years(told: PlanTold) -> None:
    if not told.first_year <= told.last_year < told.first_year + LONGEST_PERIOD:
        why = _("Het laatste jaar ligt voor het eerste, of meer dan 20 jaar erna.")
        raise Refused(why, field="last_year")


def audit(name: str, plan: Plan, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of a deed to a plan."""
    record(
        name,
        by=by,
        at=at,
        subject="plan",
        reference=plan.reference,
        municipality_id=plan.municipality_id,
        **detail,
    )
