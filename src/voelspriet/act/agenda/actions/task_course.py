# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The course of a priority task: started with a design, heard, steered, looked back on, stopped."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import worded
from voelspriet.act.agenda.actions.priority_tasks import audit_task, held_task, written_task
from voelspriet.act.agenda.choices.priority_tasks import TaskLineKind, TaskState, TogetherAnswer
from voelspriet.act.agenda.models import TaskLine
from voelspriet.act.agenda.rules import REASON_LIMIT
from voelspriet.act.agenda.rules.priority_tasks import (
    LONGEST_REVIEW_DAYS,
    REVIEW_LIMIT,
    WORDS_LIMIT,
    YEAR_DAYS,
    hears_for,
    may_review,
)
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day


@action
def start_priority_task(
    *,
    reference: str,
    started_on: date,
    review_after_days: int,
    council_frame: str,
    criteria: str,
    effect_expected: str,
    effect_compared_with: str,
    by: Actor,
    at: datetime,
) -> None:
    """Start a task: only with criteria set with residents and an effect that can be seen.

    Refuses: a start before the decision or still to come, a review outside 12 to 13 months, a
    text that is missing, a task that started already.
    """
    task = written_task(reference, by)
    if task.state != TaskState.DECIDED:
        raise Refused(_("Deze opgave is al begonnen."))
    if not task.college_decided_on <= started_on <= dutch_day(at):
        raise Refused(
            _("Begin op of na de dag van het besluit, en niet later dan vandaag."),
            field="started_on",
        )
    if not YEAR_DAYS <= review_after_days <= LONGEST_REVIEW_DAYS:
        raise Refused(_("Kies een dag van 12 tot 13 maanden na het begin."), field="review_on")
    task.started_on, task.review_after_days = started_on, review_after_days
    task.council_frame = worded(council_frame, WORDS_LIMIT, "council_frame")
    task.criteria = worded(criteria, WORDS_LIMIT, "criteria")
    task.effect_expected = worded(effect_expected, WORDS_LIMIT, "effect_expected")
    task.effect_compared_with = worded(effect_compared_with, WORDS_LIMIT, "effect_compared_with")
    task.state = TaskState.RUNNING
    task.save()
    audit_task("priority_task.start", task, by, at, review_after_days=review_after_days)


@action
def hear_about_task(
    *,
    reference: str,
    text: str,
    one_mouth: TogetherAnswer,
    agreements_kept: TogetherAnswer,
    by: Actor,
    at: datetime,
) -> None:
    """Write down what is heard in the area, with both answers.

    For who writes tasks and the advisers of its areas. Refuses no text and a task that is over.
    """
    task = held_task(reference, by)
    also = frozenset(task.also_areas.order_by().values_list("pk", flat=True))
    if not hears_for(by, task, also):
        raise Refused(_("Alleen wie de opgave schrijft of het gebied kent, vult dit aan."))
    TaskLine.objects.create(
        task=task,
        kind=TaskLineKind.HEARD,
        text=worded(text, WORDS_LIMIT, "text"),
        one_mouth=one_mouth,
        agreements_kept=agreements_kept,
        at=at,
    )
    audit_task("priority_task.hear", task, by, at)


@action
def steer_priority_task(*, reference: str, text: str, by: Actor, at: datetime) -> None:
    """Write down how the board of directors steers. Refuses anyone but the director."""
    task = held_task(reference, by)
    if not by.has(Role.DIRECTOR):
        raise Refused(_("Bijsturen doet de directie."))
    TaskLine.objects.create(
        task=task, kind=TaskLineKind.STEERED, text=worded(text, WORDS_LIMIT, "text"), at=at
    )
    audit_task("priority_task.steer", task, by, at)


@action
def review_priority_task(
    *,
    reference: str,
    results: str,
    cooperation: str,
    one_mouth: TogetherAnswer,
    agreements_kept: TogetherAnswer,
    by: Actor,
    at: datetime,
) -> None:
    """Look back on results and cooperation; the task is over and gives its number back.

    Refuses before a year has gone by, and a text that is missing.
    """
    task = written_task(reference, by)
    on = dutch_day(at)
    if task.started_on is None or not may_review(task, on):
        raise Refused(_("Terugkijken kan als de opgave een jaar loopt."))
    task.review_results = worded(results, REVIEW_LIMIT, "results")
    task.review_cooperation = worded(cooperation, REVIEW_LIMIT, "cooperation")
    task.one_mouth, task.agreements_kept = one_mouth, agreements_kept
    task.reviewed_after_days = (on - task.started_on).days
    task.state = TaskState.REVIEWED
    task.save()
    audit_task("priority_task.review", task, by, at, after_days=task.reviewed_after_days)


@action
def stop_priority_task(*, reference: str, reason: str, by: Actor, at: datetime) -> None:
    """Stop a task before its time, with a reason; it gives its number back."""
    task = written_task(reference, by)
    task.stop_reason = worded(reason, REASON_LIMIT, "reason")
    task.state = TaskState.STOPPED
    task.save(update_fields=["stop_reason", "state"])
    audit_task("priority_task.stop", task, by, at)
