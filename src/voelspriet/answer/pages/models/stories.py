# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a neighbourhood's page tells in words, each line checked by an adviser first."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.agenda.models import Agreement
from voelspriet.answer.pages.choices import StoryKind, StoryState
from voelspriet.ground.areas.models import Area
from voelspriet.listen.intake.choices import Category
from voelspriet.listen.intake.models import Signal


class Story(models.Model):
    """One line on a neighbourhood's page, in general terms (bericht op de buurtpagina).

    It is public only after an adviser answered "who could be guessed from this?". `signals` are
    the voices behind it: the thread back from what is told to who told it; never public.
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="stories")
    reference = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=16, choices=StoryKind)
    category = models.CharField(max_length=16, choices=Category, blank=True)
    agreement = models.ForeignKey(
        Agreement, on_delete=models.SET_NULL, null=True, related_name="stories"
    )
    signals = models.ManyToManyField(Signal, related_name="stories")
    state = models.CharField(max_length=16, choices=StoryState, default=StoryState.DRAFT)
    happens_on = models.DateField(null=True)
    guess_check = models.CharField(max_length=300, blank=True)
    checked_by_id = models.BigIntegerField(null=True)
    checked_by_name = models.CharField(max_length=120, blank=True)
    written_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "kind"],
                condition=Q(agreement__isnull=False) & ~Q(state=StoryState.WITHDRAWN),
                name="story_once_per_agreement",
            ),
            models.CheckConstraint(
                condition=~Q(state=StoryState.PUBLISHED)
                | (Q(published_at__isnull=False) & Q(checked_by_id__isnull=False)),
                name="story_public_is_checked",
            ),
        ]
        indexes = [models.Index(fields=["area", "state", "-published_at"])]


class StoryText(models.Model):
    """The words of a story in one language (tekst van een bericht)."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    said = models.CharField(max_length=300, blank=True)
    did = models.CharField(max_length=600)
    by_machine = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "language"], name="story_text_once")
        ]
