# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda of a neighbourhood for one year: what safe means there, its words, its strengths."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.ground.areas.models import Area, Municipality


class AreaAgenda(models.Model):
    """One page for one area and one year (buurtagenda).

    `own_order`: the adviser puts the priorities in another order than residents did, and
    `order_reason` says why, in public too. Without it the residents' order counts.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="area_agendas")
    year = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=16, unique=True)
    is_public = models.BooleanField(default=False)
    ranking_opened_at = models.DateTimeField(null=True)
    ranking_closed_at = models.DateTimeField(null=True)
    own_order = models.BooleanField(default=False)
    order_reason = models.CharField(max_length=300, blank=True)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "year"], name="area_agenda_once_per_year"),
            models.CheckConstraint(
                condition=Q(own_order=False) | ~Q(order_reason=""),
                name="area_agenda_own_order_says_why",
            ),
            models.CheckConstraint(
                condition=Q(ranking_closed_at__isnull=True)
                | Q(
                    ranking_opened_at__isnull=False,
                    ranking_opened_at__lte=F("ranking_closed_at"),
                ),
                name="area_agenda_ranking_opens_first",
            ),
        ]
        indexes = [models.Index(fields=["municipality", "-year"], name="area_agenda_town_year")]


class AreaAgendaText(models.Model):
    """What stands on top of an agenda, in one language (tekst van een buurtagenda).

    `safe` is what residents there mean by safe, in their words; `three_words` how they call
    their area; `strengths` what goes well, a few lines.
    """

    agenda = models.ForeignKey(AreaAgenda, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    safe = models.CharField(max_length=300, blank=True)
    three_words = models.CharField(max_length=90, blank=True)
    strengths = models.CharField(max_length=300, blank=True)
    order_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agenda", "language"], name="area_agenda_text_once")
        ]
