# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the cycle of a plan: what falls due, what was decided, by what residents judge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from voelspriet.act.plans.choices import DecisionBody, PlanState
from voelspriet.act.plans.models import EvaluationMoment, Plan
from voelspriet.act.plans.queries.found import may_write, read_plan
from voelspriet.act.plans.queries.rows import (
    CriterionRow,
    MomentRow,
    PlanRow,
    criterion_row,
    moment_row,
    plan_row,
)
from voelspriet.act.plans.rules.access import visible_plans, writes_plans
from voelspriet.act.plans.rules.cycle import AHEAD, stage_on
from voelspriet.ground.privacy.actors import Actor


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """An action programme."""

    id: int
    name: str
    first_year: int
    last_year: int
    approved_by: DecisionBody


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What college or council decided; `version` is that of the plan after it."""

    body_label: str
    decided_on: date
    what: str
    document: str
    amendment: str
    version: int


@dataclass(frozen=True, slots=True)
class PlanCycle:
    """The cycle of a plan; `may_set_criteria` only before it begins."""

    plan: PlanRow
    programmes: tuple[ProgrammeRow, ...]
    moments: tuple[MomentRow, ...]
    decisions: tuple[DecisionRow, ...]
    criteria: tuple[CriterionRow, ...]
    may_write: bool
    has_begun: bool


def next_moments(plan: Plan, *, on: date, limit: int) -> tuple[MomentRow, ...]:
    """Return what was not held yet, the first due first."""
    waiting = plan.moments.filter(held_on__isnull=True).select_related("plan", "programme")
    rows = waiting.prefetch_related("reminders").order_by("due_on", "id")[:limit]
    return tuple(moment_row(one, on) for one in rows)


def programmes_of(plan: Plan) -> tuple[ProgrammeRow, ...]:
    """Return the action programmes of a plan, the first years first."""
    return tuple(
        ProgrammeRow(one.pk, one.name, one.first_year, one.last_year, DecisionBody(one.approved_by))
        for one in plan.programmes.order_by("first_year")
    )


def plan_cycle(*, reference: str, by: Actor, on: date) -> PlanCycle:
    """Return the cycle of a plan `by` may read. Raises OutOfScope for any other."""
    plan = read_plan(reference, by)
    moments = plan.moments.select_related("plan", "programme").prefetch_related("reminders")
    return PlanCycle(
        plan=plan_row(plan),
        programmes=programmes_of(plan),
        moments=tuple(moment_row(one, on) for one in moments.order_by("due_on", "id")),
        decisions=tuple(
            DecisionRow(
                one.get_body_display(),
                one.decided_on,
                one.what,
                one.document,
                one.amendment,
                one.version,
            )
            for one in plan.decisions.order_by("decided_on", "id")
        ),
        criteria=tuple(criterion_row(one) for one in plan.criteria.order_by("set_on", "id")),
        may_write=may_write(plan, by),
        has_begun=on >= date(plan.first_year, 1, 1),
    )


def moments_to_mind(*, by: Actor, on: date, limit: int) -> tuple[MomentRow, ...]:
    """Return what `by` was told of and is not held: of their own plans, and of nobody's."""
    if not writes_plans(by):
        return ()
    mine = Q(plan__owner_id=by.user_id) | Q(plan__owner__isnull=True)
    waiting = EvaluationMoment.objects.filter(
        mine, held_on__isnull=True, plan__in=visible_plans(by), reminders__isnull=False
    ).filter(plan__state=PlanState.ADOPTED)
    rows = waiting.distinct().select_related("plan", "programme").prefetch_related("reminders")
    return tuple(moment_row(one, on) for one in rows.order_by("due_on", "id")[:limit])


def untold_moments(*, on: date) -> list[EvaluationMoment]:
    """Return moments of adopted plans, anywhere, whose stage on a day was not told yet."""
    near = EvaluationMoment.objects.filter(held_on__isnull=True, due_on__lte=on + AHEAD)
    rows = near.filter(plan__state=PlanState.ADOPTED).prefetch_related("reminders")
    return [
        one
        for one in rows.order_by("due_on", "id")
        if stage_on(one.due_on, on) not in {told.stage for told in one.reminders.all()}
    ]
