# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""By which question of a resident evening an ambition is noticed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.plans.models.themes import Ambition


class EveningIndicator(models.Model):
    """A question of a resident evening by which an ambition is noticed (avondvraag).

    `answers` are the names of the answers that count as met. Evening and question are kept by
    reference and name, and in words as well: the answers of an evening are kept for a year.
    """

    ambition = models.ForeignKey(
        Ambition, on_delete=models.CASCADE, related_name="evening_indicators"
    )
    evening_reference = models.CharField(max_length=16)
    evening_title = models.CharField(max_length=200)
    held_on = models.DateField()
    question = models.CharField(max_length=120)
    words = models.CharField(max_length=500)
    answers = models.JSONField(default=list)
    answer_words = models.CharField(max_length=500)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ambition", "evening_reference", "question"],
                name="evening_indicator_once_per_ambition",
            ),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(answer_words=""),
                name="evening_indicator_says_what_was_asked",
            ),
        ]
