# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading plans: the list, and one at a glance."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from voelspriet.act.plans.choices import PlanState, SafetyField
from voelspriet.act.plans.models import Ambition
from voelspriet.act.plans.queries.courses import ambition_rows, counts_of
from voelspriet.act.plans.queries.cycle import ProgrammeRow, next_moments, programmes_of
from voelspriet.act.plans.queries.found import may_write, read_plan
from voelspriet.act.plans.queries.rows import (
    AmbitionRow,
    CourseCounts,
    MomentRow,
    PlanRow,
    ThemeRow,
    plan_row,
)
from voelspriet.act.plans.queries.steps import plan_steps
from voelspriet.act.plans.rules.access import visible_plans
from voelspriet.act.plans.rules.steps import PlanStep
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor

PAGE_SIZE = 20
MOST_AHEAD = 3


@dataclass(frozen=True, slots=True)
class PlanOverview:
    """A plan at a glance: what can be said of each theme, and what comes next.

    `steps`: how far a plan in preparation is, for who writes it.
    """

    plan: PlanRow
    overall: tuple[AmbitionRow, ...]
    themes: tuple[ThemeRow, ...]
    counts: CourseCounts
    ahead: tuple[MomentRow, ...]
    programmes: tuple[ProgrammeRow, ...]
    steps: tuple[PlanStep, ...]
    may_write: bool
    is_mine: bool


def plans(*, by: Actor, cursor: str = "") -> Page[PlanRow]:
    """Return the plans `by` may read, the newest period first."""
    found = visible_plans(by).select_related("owner")
    after = read_cursor(cursor, int, int)
    if after:
        found = found.filter(Q(first_year__lt=after[0]) | Q(first_year=after[0], pk__lt=after[1]))
    rows = list(found.order_by("-first_year", "-id")[: PAGE_SIZE + 1])
    return page_of(rows, PAGE_SIZE, plan_row, lambda one: write_cursor(one.first_year, one.pk))


def plan_overview(*, reference: str, by: Actor, on: date) -> PlanOverview:
    """Return a plan at a glance, with the course of every ambition on a day."""
    plan = read_plan(reference, by)
    of_theme: defaultdict[int | None, list[Ambition]] = defaultdict(list)
    every = plan.ambitions.prefetch_related("measurements").order_by("position", "id")
    for one in every:
        of_theme[one.theme_id].append(one)
    themes, together = [], list(ambition_rows(of_theme[None], on=on))
    overall = tuple(together)
    for number, theme in enumerate(plan.themes.order_by("position"), 1):
        rows = ambition_rows(of_theme[theme.pk], on=on)
        together += rows
        label = str(SafetyField(theme.safety_field).label) if theme.safety_field else ""
        themes.append(
            ThemeRow(theme.reference, number, theme.label, theme.motto, label, counts_of(rows))
        )
    writes = may_write(plan, by)
    is_draft = plan.state == PlanState.DRAFT
    return PlanOverview(
        plan=plan_row(plan),
        overall=overall,
        themes=tuple(themes),
        counts=counts_of(together),
        ahead=next_moments(plan, on=on, limit=MOST_AHEAD),
        programmes=programmes_of(plan),
        steps=plan_steps(plan, themes, together) if writes and is_draft else (),
        may_write=writes,
        is_mine=plan.owner_id is not None and plan.owner_id == by.user_id,
    )
