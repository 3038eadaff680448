# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety checks: what was asked about a plan, what was advised, what the department did with it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.agenda.choices.safety_checks import (
    AdviceReply,
    PlanSector,
    SafetyAnswerKind,
    SafetyQuestion,
)
from voelspriet.act.agenda.models.priority_tasks import said
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation


class SafetyCheck(models.Model):
    """A check of a plan of another department on safety (veiligheidstoets)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="safety_checks")
    reference = models.CharField(max_length=16, unique=True)
    plan = models.CharField(max_length=160)
    sector = models.CharField(max_length=12, choices=PlanSector)
    department = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    advice = models.CharField(max_length=1000)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    reply = models.CharField(max_length=12, choices=AdviceReply, blank=True)
    reply_words = models.CharField(max_length=600, blank=True)
    replied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=said("plan") & said("advice"), name="safety_check_has_plan_and_advice"
            ),
            models.CheckConstraint(
                condition=Q(reply="", reply_words="", replied_at__isnull=True)
                | (Q(reply__in=AdviceReply.values, replied_at__isnull=False) & said("reply_words")),
                name="safety_check_reply_is_whole",
            ),
        ]
        indexes = [models.Index(fields=["area", "-made_at"], name="safety_check_area_made_at")]


class SafetyAnswer(models.Model):
    """The answer to one question of a check (antwoord op een vraag)."""

    safety_check = models.ForeignKey(SafetyCheck, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=12, choices=SafetyQuestion)
    answer = models.CharField(max_length=12, choices=SafetyAnswerKind)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["safety_check", "question"], name="safety_answer_once"),
            models.CheckConstraint(
                condition=Q(question__in=SafetyQuestion.values, answer__in=SafetyAnswerKind.values),
                name="safety_answer_known",
            ),
        ]
