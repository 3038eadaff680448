# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees and writes a priority task, and the days around looking back."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from voelspriet.act.agenda.choices.priority_tasks import TaskState
from voelspriet.act.agenda.models.priority_tasks import (
    LONGEST_REVIEW_DAYS,
    MOST_TASKS,
    YEAR_DAYS,
    PriorityTask,
)
from voelspriet.act.agenda.rules.agreements import READS_ALL
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role

__all__ = ["LONGEST_REVIEW_DAYS", "MOST_TASKS", "YEAR_DAYS"]

TITLE_LIMIT = 120
FUNCTION_LIMIT = 120
ORIGIN_LIMIT = 200
RESULT_LIMIT = 300
WORDS_LIMIT = 600
REVIEW_LIMIT = 2000
MOST_RESULTS = 4
WRITERS = (Role.DIRECTOR, Role.POLICY_ADVISER)
# who belongs to the municipality itself; a partner works along and is no department
DEPARTMENTS = (OrganisationKind.DEPARTMENT, OrganisationKind.ENFORCEMENT)
SOON = timedelta(days=30)


def writes_tasks(by: Actor) -> bool:
    """Tell whether `by` may write priority tasks."""
    return by.is_staff and by.has(*WRITERS)


def hears_for(by: Actor, task: PriorityTask, also_area_ids: frozenset[int]) -> bool:
    """Tell whether `by` may write down what was heard: who writes tasks, and its advisers."""
    if by.municipality_id != task.municipality_id:
        return False
    return writes_tasks(by) or any(by.advises(one) for one in {task.area_id, *also_area_ids})


def visible_tasks(by: Actor) -> QuerySet[PriorityTask]:
    """Return the priority tasks `by` may see.

    Director, policy adviser and executive those of the municipality, advisers those of their
    areas. Nobody else sees any.
    """
    if not by.is_staff or by.municipality_id is None:
        return PriorityTask.objects.none()
    here = PriorityTask.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    areas = sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else []
    also = PriorityTask.also_areas.through.objects.filter(area_id__in=areas)
    return here.filter(Q(area_id__in=areas) | Q(pk__in=also.values("prioritytask_id")))


def review_on(task: PriorityTask) -> date | None:
    """Return the day to look back; None before the start."""
    if task.started_on is None:
        return None
    return task.started_on + timedelta(days=task.review_after_days)


def may_review(task: PriorityTask, on: date) -> bool:
    """Tell whether a year has gone by since the start of a running task."""
    started = task.started_on
    running = task.state == TaskState.RUNNING
    return running and started is not None and (on - started).days >= YEAR_DAYS
