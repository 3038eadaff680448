# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases to learn from: the path of a signal, told without anybody or any place in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.answer.cases.choices import CaseRole, CaseState, CaseStepKind
from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.intake.models import Signal


class LearningCase(models.Model):
    """How a signal went, with questions and lessons for colleagues (leercasus).

    While it is a draft it knows its signal; from the moment colleagues read it, nothing leads
    back. It never knew an area.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    reference = models.CharField(max_length=16, unique=True)
    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, null=True, related_name="+")
    title = models.CharField(max_length=120)
    questions = EncryptedTextField(blank=True)
    lessons = EncryptedTextField(blank=True)
    state = models.CharField(max_length=12, choices=CaseState, default=CaseState.DRAFT)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="case_has_a_title"),
            models.CheckConstraint(
                condition=Q(state=CaseState.DRAFT, signal__isnull=False, published_at__isnull=True)
                | (
                    Q(
                        state=CaseState.PUBLISHED,
                        signal__isnull=True,
                        published_at__isnull=False,
                    )
                    & ~Q(questions="")
                    & ~Q(lessons="")
                ),
                name="case_published_leads_nowhere",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "-published_at"], name="case_town_published")
        ]


class CaseStep(models.Model):
    """One thing that happened on the way, so many days after the signal (stap in een leercasus).

    `told` is a colleague's summary; nothing of it was written by the reporter.
    """

    case = models.ForeignKey(LearningCase, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    day = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=CaseStepKind)
    role = models.CharField(max_length=12, choices=CaseRole)
    party = models.CharField(max_length=16, choices=OrganisationKind, blank=True)
    told = EncryptedTextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "position"], name="case_step_once"),
            models.CheckConstraint(
                condition=Q(kind__in=CaseStepKind.values)
                & (
                    Q(role=CaseRole.PARTY, party__in=OrganisationKind.values)
                    | (Q(role__in=CaseRole.values, party="") & ~Q(role=CaseRole.PARTY))
                ),
                name="case_step_says_what_and_in_which_role",
            ),
        ]
