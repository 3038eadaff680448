# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What residents want first: one row per browser, and counts of evenings and paper."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.act.agenda.choices.priorities import TYPED_CHANNELS, RankingChannel
from voelspriet.act.agenda.models.area_agendas import AreaAgenda
from voelspriet.act.agenda.models.meetings import Meeting
from voelspriet.act.agenda.models.priorities import Priority


class RankingVoice(models.Model):
    """What one browser chose (keuze op de website).

    Known by the hash of a random token only; no person, address or moment is kept.
    """

    agenda = models.ForeignKey(AreaAgenda, on_delete=models.CASCADE, related_name="voices")
    token_hash = models.CharField(max_length=64)
    first = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Priority, on_delete=models.CASCADE, null=True, related_name="+")
    third = models.ForeignKey(Priority, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agenda", "token_hash"], name="ranking_voice_once_per_browser"
            ),
            models.CheckConstraint(
                condition=Q(second__isnull=True) | ~Q(second=F("first")),
                name="ranking_second_is_another",
            ),
            models.CheckConstraint(
                condition=Q(third__isnull=True)
                | (Q(second__isnull=False) & ~Q(third=F("first")) & ~Q(third=F("second"))),
                name="ranking_third_is_another",
            ),
        ]


class RankingCount(models.Model):
    """How many people chose a priority in one place, at an evening or on paper (getelde keuzes).

    `meeting` is the one they were counted at, if any.
    """

    agenda = models.ForeignKey(AreaAgenda, on_delete=models.CASCADE, related_name="counts")
    channel = models.CharField(max_length=8, choices=RankingChannel)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, related_name="ranking_counts"
    )
    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="counts")
    place = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agenda", "channel", "priority", "place"],
                condition=Q(meeting__isnull=True),
                name="ranking_count_once",
            ),
            models.UniqueConstraint(
                fields=["agenda", "meeting", "priority", "place"],
                condition=Q(meeting__isnull=False),
                name="ranking_count_once_per_meeting",
            ),
            models.CheckConstraint(
                condition=Q(meeting__isnull=True) | Q(channel=RankingChannel.EVENING),
                name="ranking_count_of_meeting_is_evening",
            ),
            models.CheckConstraint(
                condition=Q(channel__in=TYPED_CHANNELS), name="ranking_count_is_typed"
            ),
            models.CheckConstraint(
                condition=Q(place__gte=1, place__lte=3), name="ranking_count_of_three_places"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="ranking_count_of_somebody"),
        ]
