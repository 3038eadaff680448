# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What frames a plan: lines such as trends and mission, and who has which task."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.plans.choices import PlanBody, PlanLineKind
from voelspriet.act.plans.models.plans import Plan


class PlanLine(models.Model):
    """One line of a plan's frame: a trend, the mission, how it is told (planregel).

    `question` is what a line of communication answers; empty for other lines.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=24, choices=PlanLineKind)
    position = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=200, blank=True)
    question = models.CharField(max_length=200, blank=True)
    text = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "kind", "position"], name="plan_line_one_at_a_place"
            ),
            models.CheckConstraint(
                condition=~Q(label="") | ~Q(text=""), name="plan_line_says_something"
            ),
        ]


class PlanRole(models.Model):
    """Who has which task in a plan (rol in een veiligheidsplan)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="roles")
    body = models.CharField(max_length=12, choices=PlanBody)
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    task = models.CharField(max_length=1000)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="plan_role_one_at_a_place"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(task=""), name="plan_role_has_a_task"
            ),
        ]


class Consultation(models.Model):
    """A body in which a role meets others (overleg). Members are functions, never names."""

    role = models.ForeignKey(PlanRole, on_delete=models.CASCADE, related_name="consultations")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=160)
    members = models.JSONField(default=list)
    municipalities = models.JSONField(default=list)
    held_when = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["role", "position"], name="consultation_one_at_a_place"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="consultation_has_a_name"),
        ]
