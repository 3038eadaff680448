# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cycle of a plan: programmes, moments that fall due, reminders, decisions and criteria."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.act.plans.choices import DecisionBody, MomentPurpose, ReminderStage
from voelspriet.act.plans.models.plans import Plan


class ActionProgramme(models.Model):
    """What is done in a part of a plan's years (actieprogramma)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="programmes")
    name = models.CharField(max_length=160)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    approved_by = models.CharField(max_length=12, choices=DecisionBody)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "first_year"], name="programme_begins_once"),
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")), name="programme_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="programme_has_a_name"),
        ]


class EvaluationMoment(models.Model):
    """Something of the cycle that falls due on a day (moment in de cyclus).

    `day_words` keeps how the source says the day. `held_on` and `outcome` come together.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="moments")
    programme = models.ForeignKey(
        ActionProgramme, on_delete=models.CASCADE, null=True, related_name="moments"
    )
    purpose = models.CharField(max_length=24, choices=MomentPurpose)
    what = models.CharField(max_length=200)
    due_on = models.DateField()
    day_words = models.CharField(max_length=80, blank=True)
    held_on = models.DateField(null=True)
    outcome = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "what", "due_on"], name="moment_due_once"),
            models.CheckConstraint(condition=~Q(what=""), name="moment_says_what"),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, outcome="")
                | (Q(held_on__isnull=False) & ~Q(outcome="")),
                name="moment_held_says_what_came_of_it",
            ),
        ]
        indexes = [models.Index(fields=["held_on", "due_on"], name="moment_still_due")]


class MomentReminder(models.Model):
    """That the owner of a plan was told a moment comes or has passed (herinnering)."""

    moment = models.ForeignKey(EvaluationMoment, on_delete=models.CASCADE, related_name="reminders")
    stage = models.CharField(max_length=8, choices=ReminderStage)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["moment", "stage"], name="reminder_once_a_stage")
        ]


class PlanDecision(models.Model):
    """What college or council decided about a plan (besluit over een plan).

    `amendment` says what was decided otherwise than proposed; empty when nothing was.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="decisions")
    body = models.CharField(max_length=12, choices=DecisionBody)
    decided_on = models.DateField()
    what = models.CharField(max_length=300)
    document = models.CharField(max_length=200, blank=True)
    amendment = models.CharField(max_length=1000, blank=True)
    version = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "body", "decided_on", "what"], name="plan_decision_once"
            ),
            models.CheckConstraint(condition=~Q(what=""), name="plan_decision_says_what"),
        ]


class ResidentCriterion(models.Model):
    """By what residents will judge a plan, said before it began (criterium van bewoners).

    `begins_on` is the first day of the plan, kept here so that the database itself refuses a
    criterion that was thought of afterwards.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="criteria")
    text = models.CharField(max_length=500)
    set_by = models.CharField(max_length=200)
    set_on = models.DateField()
    begins_on = models.DateField()
    finding = models.CharField(max_length=1000, blank=True)
    reported_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(set_on__lt=F("begins_on")), name="criterion_set_before_the_start"
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(set_by=""), name="criterion_says_what_and_who"
            ),
            models.CheckConstraint(
                condition=Q(reported_on__isnull=True, finding="")
                | (Q(reported_on__isnull=False, reported_on__gte=F("begins_on")) & ~Q(finding="")),
                name="criterion_reported_after_the_start",
            ),
        ]
