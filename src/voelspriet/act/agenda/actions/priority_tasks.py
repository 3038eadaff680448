# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Setting a priority task as the college decided it, and changing who carries it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import worded
from voelspriet.act.agenda.choices.priority_tasks import (
    CURRENT_STATES,
    TaskOrigin,
)
from voelspriet.act.agenda.models import PriorityTask, TaskResult
from voelspriet.act.agenda.queries.priority_tasks import free_number
from voelspriet.act.agenda.rules.priority_tasks import (
    DEPARTMENTS,
    FUNCTION_LIMIT,
    MOST_RESULTS,
    ORIGIN_LIMIT,
    RESULT_LIMIT,
    TITLE_LIMIT,
    WORDS_LIMIT,
    visible_tasks,
    writes_tasks,
)
from voelspriet.ground.areas.queries import areas
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day


@dataclass(frozen=True, slots=True)
class MeasurableResult:
    """A result, how it is measured, and whether it is about how people take part."""

    text: str
    measure: str
    is_process: bool = False


@dataclass(frozen=True, slots=True)
class TaskTold:
    """Everything a priority task needs before it can start."""

    title: str
    origin: TaskOrigin
    origin_words: str
    area_id: int
    also_area_ids: Sequence[int]
    college_decided_on: date
    executive: str
    process_owner: str
    accountable_id: int
    second_id: int
    more_ids: Sequence[int]
    working_agreement: str
    results: Sequence[MeasurableResult]


@action
def set_priority_task(
    *, told: TaskTold, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM
) -> str:
    """Write down a task the college decided on; return its reference.

    Refuses: more tasks at once than there are numbers, a day of decision still to come, one
    department only, a text that is missing. OutOfScope for anyone but director and policy
    adviser, and for an area or department of another municipality.
    """
    _must_write(by)
    number = free_number(by=by)
    if number is None:
        raise Refused(_("Er staan al negen opgaven. Rond er eerst een af: het zijn er enkele."))
    values = _values(told, by, dutch_day(at))
    task = PriorityTask.objects.create(
        municipality_id=by.municipality_id or 0,
        reference=new_reference("P", rng=rng),
        number=number,
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
        **values,
    )
    _set_around(task, told)
    audit_task("priority_task.set", task, by, at, number=number)
    return task.reference


@action
def change_priority_task(*, reference: str, told: TaskTold, by: Actor, at: datetime) -> None:
    """Change what a task is or who carries it.

    After the start what was promised stands: results, agreement, origin and day of decision
    keep their words. Refuses what `set_priority_task` refuses, and a task that is over.
    """
    task = written_task(reference, by)
    values = _values(told, by, dutch_day(at))
    if task.started_on is not None:
        fixed = ("first_result", "first_measure", "first_is_process", "working_agreement",
                 "college_decided_on", "origin", "origin_words")  # fmt: skip
        values = {name: value for name, value in values.items() if name not in fixed}
    for name, value in values.items():
        setattr(task, name, value)
    task.save(update_fields=list(values))
    _set_around(task, told)
    audit_task("priority_task.change", task, by, at)


def _must_write(by: Actor) -> None:
    if not writes_tasks(by):
        raise OutOfScope(_("Deze opgave is er niet."))


def held_task(reference: str, by: Actor) -> PriorityTask:
    """Return a task that is not over, held. OutOfScope for who may not see it."""
    found = visible_tasks(by).select_for_update().filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Deze opgave is er niet."))
    if found.state not in CURRENT_STATES:
        raise Refused(_("Deze opgave is al voorbij."))
    return found


def written_task(reference: str, by: Actor) -> PriorityTask:
    """Return a task `by` writes, held. Refuses who only reads along."""
    task = held_task(reference, by)
    if not writes_tasks(by):
        raise Refused(_("Alleen de directie en de beleidsadviseur schrijven aan een opgave."))
    return task


def _values(told: TaskTold, by: Actor, today: date) -> dict[str, Any]:
    known = {row.id for row in areas(municipality_id=by.municipality_id or 0)}
    if not {told.area_id, *told.also_area_ids} <= known:
        raise OutOfScope(_("Dit gebied is er niet."))
    if told.college_decided_on > today:
        raise Refused(_("Het college heeft dit al besloten: kies een dag tot en met vandaag."),
                      field="college_decided_on")  # fmt: skip
    _two_departments(told, by)
    if not told.results:
        raise Refused(_("Schrijf ten minste één resultaat op dat u kunt meten."), field="result_1")
    words = told.origin_words.strip()
    if told.origin == TaskOrigin.OTHER or words:
        words = worded(words, ORIGIN_LIMIT, "origin_words")
    first = told.results[0]
    return {
        "title": worded(told.title, TITLE_LIMIT, "title"),
        "origin": told.origin,
        "origin_words": words,
        "area_id": told.area_id,
        "college_decided_on": told.college_decided_on,
        "executive": worded(told.executive, FUNCTION_LIMIT, "executive"),
        "process_owner": worded(told.process_owner, FUNCTION_LIMIT, "process_owner"),
        "accountable_department_id": told.accountable_id,
        "second_department_id": told.second_id,
        "working_agreement": worded(told.working_agreement, WORDS_LIMIT, "working_agreement"),
        "first_result": worded(first.text, RESULT_LIMIT, "result_1"),
        "first_measure": worded(first.measure, RESULT_LIMIT, "measure_1"),
        "first_is_process": first.is_process,
    }


def _two_departments(told: TaskTold, by: Actor) -> None:
    if told.accountable_id == told.second_id:
        raise Refused(
            _("Kies een andere afdeling dan de eindverantwoordelijke: een opgave doen er twee."),
            field="second",
        )
    asked = {told.accountable_id, told.second_id, *told.more_ids}
    found = Organisation.objects.filter(
        pk__in=asked, municipality_id=by.municipality_id or 0, kind__in=DEPARTMENTS
    )
    if found.count() != len(asked):
        raise OutOfScope(_("Deze afdeling is er niet."))


def _set_around(task: PriorityTask, told: TaskTold) -> None:
    """Set areas, further departments and, before the start, further results."""
    task.also_areas.set([one for one in told.also_area_ids if one != told.area_id])
    two = {told.accountable_id, told.second_id}
    task.more_departments.set([one for one in told.more_ids if one not in two])
    if task.started_on is not None:
        return
    TaskResult.objects.filter(task=task).delete()
    for number, one in enumerate(told.results[1:MOST_RESULTS], start=2):
        TaskResult.objects.create(
            task=task,
            number=number,
            result=worded(one.text, RESULT_LIMIT, f"result_{number}"),
            measure=worded(one.measure, RESULT_LIMIT, f"measure_{number}"),
            is_process=one.is_process,
        )


def audit_task(name: str, task: PriorityTask, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of a deed to a task."""
    record(
        name,
        by=by,
        at=at,
        subject="priority_task",
        reference=task.reference,
        municipality_id=task.municipality_id,
        **detail,
    )
