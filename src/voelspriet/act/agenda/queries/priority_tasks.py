# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading priority tasks: the few that stand, one of them, and what a form starts with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices.priority_tasks import (
    CURRENT_STATES,
    TaskLineKind,
    TaskOrigin,
    TaskState,
    TogetherAnswer,
)
from voelspriet.act.agenda.models import PriorityTask
from voelspriet.act.agenda.rules.priority_tasks import (
    DEPARTMENTS,
    MOST_TASKS,
    SOON,
    hears_for,
    may_review,
    review_on,
    visible_tasks,
    writes_tasks,
)
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.lib.working_days import dutch_day

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class PriorityTaskRow:
    """A priority task in a list. `review_state`: "", "soon", or "due" once a year has gone by."""

    reference: str
    number: int
    title: str
    area_name: str
    executive: str
    accountable: str
    departments: tuple[str, ...]
    state: str
    state_label: str
    started_on: date | None
    review_on: date | None
    review_state: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A result and how it is measured; `is_process`: about how people take part."""

    text: str
    measure: str
    is_process: bool


@dataclass(frozen=True, slots=True)
class TaskLineRow:
    """What was heard, with both answers, or how was steered."""

    is_steering: bool
    text: str
    one_mouth: str
    agreements_kept: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """What was seen when people looked back."""

    on: date
    results: str
    cooperation: str
    one_mouth: str
    agreements_kept: str


@dataclass(frozen=True, slots=True)
class PriorityTaskDetail:
    """One priority task, and what the reader may do with it."""

    task: PriorityTaskRow
    area_names: tuple[str, ...]
    origin_label: str
    origin_words: str
    college_decided_on: date
    process_owner: str
    working_agreement: str
    results: tuple[ResultRow, ...]
    council_frame: str
    criteria: str
    effect_expected: str
    effect_compared_with: str
    stop_reason: str
    review: ReviewRow | None
    lines: tuple[TaskLineRow, ...]
    may_write: bool
    may_hear: bool
    may_steer: bool
    may_start: bool
    may_review: bool
    may_stop: bool


def priority_tasks(
    *, by: Actor, at: datetime, over: bool = False, cursor: str = ""
) -> Page[PriorityTaskRow]:
    """Return the tasks `by` may see that stand or run, by number; those that are over if asked."""
    found = visible_tasks(by).filter(state__in=CURRENT_STATES)
    if over:
        found = visible_tasks(by).exclude(state__in=CURRENT_STATES)
        after = read_cursor(cursor, int)
        found = found.filter(pk__lt=after[0]) if after else found
    rows = list(_loaded(found).order_by("-pk" if over else "number")[: PAGE_SIZE + 1])
    on = dutch_day(at)
    return page_of(rows, PAGE_SIZE, lambda one: _row(one, on), lambda one: write_cursor(one.pk))


def priority_task_detail(*, reference: str, by: Actor, at: datetime) -> PriorityTaskDetail:
    """Return one task `by` may see. Raises OutOfScope for any other."""
    one = _loaded(visible_tasks(by)).filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze opgave is er niet."))
    on, also = dutch_day(at), list(one.also_areas.order_by("name", "id"))
    writes = writes_tasks(by)
    current = one.state in CURRENT_STATES
    return PriorityTaskDetail(
        task=_row(one, on),
        area_names=(one.area.name, *(area.name for area in also)),
        origin_label=str(TaskOrigin(one.origin).label),
        origin_words=one.origin_words,
        college_decided_on=one.college_decided_on,
        process_owner=one.process_owner,
        working_agreement=one.working_agreement,
        results=_results(one),
        council_frame=one.council_frame,
        criteria=one.criteria,
        effect_expected=one.effect_expected,
        effect_compared_with=one.effect_compared_with,
        stop_reason=one.stop_reason,
        review=_review(one),
        lines=_lines(one),
        may_write=writes and current,
        may_hear=current and hears_for(by, one, frozenset(area.pk for area in also)),
        may_steer=current and by.has(Role.DIRECTOR),
        may_start=writes and one.state == TaskState.DECIDED,
        may_review=writes and may_review(one, on),
        may_stop=writes and current,
    )


def tasks_to_review(*, by: Actor, on: date) -> tuple[PriorityTaskRow, ...]:
    """Return the tasks to look back on, now or within a month, the first day on top.

    For who writes them and for the executives, who account for them. Two queries.
    """
    if not (writes_tasks(by) or by.has(Role.EXECUTIVE)):
        return ()
    found = _loaded(visible_tasks(by).filter(state=TaskState.RUNNING))  # at most a handful run
    rows = [_row(one, on) for one in found.order_by("started_on", "id")]
    due = [row for row in rows if row.review_state]
    return tuple(sorted(due, key=lambda row: row.review_on or on))


def free_number(*, by: Actor) -> int | None:
    """Return the lowest number no current task has; None when all are taken."""
    current = PriorityTask.objects.filter(
        municipality_id=by.municipality_id or 0, state__in=CURRENT_STATES
    )
    taken = set(current.values_list("number", flat=True))
    return next((one for one in range(1, MOST_TASKS + 1) if one not in taken), None)


def departments(*, by: Actor) -> list[tuple[int, str]]:
    """Return the departments of the municipality that can carry a task, by name."""
    found = Organisation.objects.filter(
        municipality_id=by.municipality_id or 0, kind__in=DEPARTMENTS, is_active=True
    )
    return list(found.order_by("name", "id").values_list("id", "name"))


def task_start_values(*, reference: str, by: Actor) -> dict[str, object]:
    """Return what stands in the form to change a task before anything is typed."""
    one = visible_tasks(by).filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze opgave is er niet."))
    values: dict[str, object] = {
        name: getattr(one, name)
        for name in (
            "title", "origin", "origin_words", "college_decided_on", "executive",
            "process_owner", "working_agreement",
        )
    }  # fmt: skip
    values |= {
        "area": one.area_id,
        "also_areas": list(one.also_areas.order_by("id").values_list("pk", flat=True)),
        "accountable": one.accountable_department_id,
        "second": one.second_department_id,
        "more": list(one.more_departments.order_by("id").values_list("pk", flat=True)),
    }
    for number, result in enumerate(_results(one), start=1):
        values |= {f"result_{number}": result.text, f"measure_{number}": result.measure}
        values[f"is_process_{number}"] = result.is_process
    return values


def _loaded(found: QuerySet[PriorityTask]) -> QuerySet[PriorityTask]:
    return found.select_related(
        "area", "accountable_department", "second_department"
    ).prefetch_related("more_departments")


def _row(one: PriorityTask, on: date) -> PriorityTaskRow:
    two = one.accountable_department, one.second_department
    more = sorted(each.name for each in one.more_departments.all() if each not in two)
    day = review_on(one) if one.state == TaskState.RUNNING else None
    state = ""
    if day is not None:
        state = "due" if may_review(one, on) else "soon" if day - SOON <= on else ""
    return PriorityTaskRow(
        reference=one.reference,
        number=one.number,
        title=one.title,
        area_name=one.area.name,
        executive=one.executive,
        accountable=one.accountable_department.name,
        departments=(two[1].name, *more),
        state=one.state,
        state_label=str(TaskState(one.state).label),
        started_on=one.started_on,
        review_on=day,
        review_state=state,
    )


def _results(one: PriorityTask) -> tuple[ResultRow, ...]:
    first = ResultRow(one.first_result, one.first_measure, one.first_is_process)
    more = one.results.order_by("number")
    return (first, *(ResultRow(each.result, each.measure, each.is_process) for each in more))


def _lines(one: PriorityTask) -> tuple[TaskLineRow, ...]:
    return tuple(
        TaskLineRow(
            is_steering=line.kind == TaskLineKind.STEERED,
            text=line.text,
            one_mouth=_label(line.one_mouth),
            agreements_kept=_label(line.agreements_kept),
            at=line.at,
        )
        for line in one.lines.order_by("-at", "-id")
    )


def _review(one: PriorityTask) -> ReviewRow | None:
    if one.reviewed_after_days is None or one.started_on is None:
        return None
    return ReviewRow(
        on=date.fromordinal(one.started_on.toordinal() + one.reviewed_after_days),
        results=one.review_results,
        cooperation=one.review_cooperation,
        one_mouth=_label(one.one_mouth),
        agreements_kept=_label(one.agreements_kept),
    )


def _label(answer: str) -> str:
    return str(TogetherAnswer(answer).label) if answer else ""
