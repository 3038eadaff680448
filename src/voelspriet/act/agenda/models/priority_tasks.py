# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Priority tasks: what the college put first, whose rules the database itself keeps."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThan

from voelspriet.act.agenda.choices.priority_tasks import (
    CURRENT_STATES,
    TaskLineKind,
    TaskOrigin,
    TaskState,
    TogetherAnswer,
)
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation

# days: 12 months at least and 13 at most, whatever the months; a number, because adding days to
# a date is not written the same way in every database
YEAR_DAYS = 365
LONGEST_REVIEW_DAYS = 396
MOST_TASKS = 9  # a few: one digit


def said(column: str) -> Q:
    """Return the condition that a text holds more than spaces."""
    return Q(GreaterThan(Length(Trim(F(column))), 0))


def _said(name: str, column: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=said(column), name=f"priority_task_has_{name}")


class PriorityTask(models.Model):
    """A task the college put first, carried by several departments (prioritaire opgave).

    Two columns make "at least two departments" and "exactly one accountable" impossible to break.
    Executive and process owner are functions, never names: a task outlives who holds them. The
    day to look back is `review_after_days` after the start.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="priority_tasks")
    also_areas = models.ManyToManyField(Area, related_name="also_priority_tasks")
    reference = models.CharField(max_length=16, unique=True)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    origin = models.CharField(max_length=20, choices=TaskOrigin)
    origin_words = models.CharField(max_length=200, blank=True)
    college_decided_on = models.DateField()
    executive = models.CharField(max_length=120)
    process_owner = models.CharField(max_length=120)
    accountable_department = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="accountable_for"
    )
    second_department = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="second_in"
    )
    more_departments = models.ManyToManyField(Organisation, related_name="also_in")
    working_agreement = models.CharField(max_length=600)
    first_result = models.CharField(max_length=300)
    first_measure = models.CharField(max_length=300)
    first_is_process = models.BooleanField(default=False)

    council_frame = models.CharField(max_length=600, blank=True)
    criteria = models.CharField(max_length=600, blank=True)
    effect_expected = models.CharField(max_length=600, blank=True)
    effect_compared_with = models.CharField(max_length=600, blank=True)
    started_on = models.DateField(null=True)
    review_after_days = models.PositiveSmallIntegerField(default=YEAR_DAYS + 7)

    state = models.CharField(max_length=12, choices=TaskState, default=TaskState.DECIDED)
    stop_reason = models.CharField(max_length=300, blank=True)
    reviewed_after_days = models.PositiveSmallIntegerField(null=True)
    review_results = models.CharField(max_length=2000, blank=True)
    review_cooperation = models.CharField(max_length=2000, blank=True)
    one_mouth = models.CharField(max_length=8, choices=TogetherAnswer, blank=True)
    agreements_kept = models.CharField(max_length=8, choices=TogetherAnswer, blank=True)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            _said("title", "title"),
            _said("an_executive", "executive"),
            _said("a_process_owner", "process_owner"),
            _said("an_agreement", "working_agreement"),
            _said("a_result", "first_result"),
            _said("a_measure", "first_measure"),
            models.CheckConstraint(
                condition=~Q(accountable_department=F("second_department")),
                name="priority_task_two_departments",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=MOST_TASKS), name="priority_task_few"
            ),
            models.UniqueConstraint(
                fields=["municipality", "number"],
                condition=Q(state__in=CURRENT_STATES),
                name="priority_task_number_once",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=TaskOrigin.values)
                & (~Q(origin=TaskOrigin.OTHER) | said("origin_words")),
                name="priority_task_origin_known",
            ),
            models.CheckConstraint(
                condition=Q(started_on__isnull=True) | Q(started_on__gte=F("college_decided_on")),
                name="priority_task_decided_before_start",
            ),
            models.CheckConstraint(
                condition=Q(started_on__isnull=True)
                | (
                    said("council_frame")
                    & said("criteria")
                    & said("effect_expected")
                    & said("effect_compared_with")
                ),
                name="priority_task_designed_before_start",
            ),
            models.CheckConstraint(
                condition=Q(
                    review_after_days__gte=YEAR_DAYS, review_after_days__lte=LONGEST_REVIEW_DAYS
                ),
                name="priority_task_review_after_a_year",
            ),
            models.CheckConstraint(
                condition=Q(state__in=TaskState.values)
                & (
                    Q(state=TaskState.DECIDED, started_on__isnull=True)
                    | Q(state=TaskState.STOPPED)
                    | Q(
                        state__in=[TaskState.RUNNING, TaskState.REVIEWED],
                        started_on__isnull=False,
                    )
                ),
                name="priority_task_runs_from_its_start",
            ),
            models.CheckConstraint(
                condition=~Q(state=TaskState.STOPPED) | said("stop_reason"),
                name="priority_task_stopped_has_a_reason",
            ),
            models.CheckConstraint(
                condition=(
                    ~Q(state=TaskState.REVIEWED)
                    & Q(reviewed_after_days__isnull=True, one_mouth="", agreements_kept="")
                )
                | (
                    Q(state=TaskState.REVIEWED, reviewed_after_days__isnull=False)
                    & Q(reviewed_after_days__gte=YEAR_DAYS)
                    & Q(one_mouth__in=TogetherAnswer.values)
                    & Q(agreements_kept__in=TogetherAnswer.values)
                    & said("review_results")
                    & said("review_cooperation")
                ),
                name="priority_task_review_is_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "state", "number"], name="priority_task_town")
        ]


class TaskResult(models.Model):
    """A further result of a priority task and how it is measured (resultaat van een opgave)."""

    task = models.ForeignKey(PriorityTask, on_delete=models.CASCADE, related_name="results")
    number = models.PositiveSmallIntegerField()
    result = models.CharField(max_length=300)
    measure = models.CharField(max_length=300)
    is_process = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="task_result_number_once"),
            models.CheckConstraint(
                condition=said("result") & said("measure"), name="task_result_is_measurable"
            ),
        ]


class TaskLine(models.Model):
    """What was heard in the area about a task, or how the board of directors steered (regel).

    What was heard answers both questions of the evaluation: do we speak with one mouth, are
    agreements kept.
    """

    task = models.ForeignKey(PriorityTask, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=8, choices=TaskLineKind)
    one_mouth = models.CharField(max_length=8, choices=TogetherAnswer, blank=True)
    agreements_kept = models.CharField(max_length=8, choices=TogetherAnswer, blank=True)
    text = models.CharField(max_length=600)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=said("text"), name="task_line_says_something"),
            models.CheckConstraint(
                condition=Q(kind=TaskLineKind.STEERED, one_mouth="", agreements_kept="")
                | Q(
                    kind=TaskLineKind.HEARD,
                    one_mouth__in=TogetherAnswer.values,
                    agreements_kept__in=TogetherAnswer.values,
                ),
                name="task_line_answers_both",
            ),
        ]
