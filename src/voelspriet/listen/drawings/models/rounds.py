# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A round in which residents draw on a map, and its result that everybody may see."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.ground.areas.models import Area, Municipality


class MapRound(models.Model):
    """A question that residents of an area answer by drawing on a map (kaartronde).

    `kinds` are the kinds of the legend on offer. `code` is public: it stands on posters and in a
    QR. Open from `opens_at` until `closes_at`; without the latter until somebody closes it.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="map_rounds")
    reference = models.CharField(max_length=16, unique=True)
    code = models.CharField(max_length=12, unique=True)
    question = models.CharField(max_length=200)
    question_translations = models.JSONField(default=dict)
    kinds = models.JSONField(default=list)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField(null=True)
    made_by_id = models.BigIntegerField(null=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    emptied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(question=""), name="map_round_asks_something"),
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(closes_at__gte=F("opens_at")),
                name="map_round_closes_after_opening",
            ),
            models.CheckConstraint(
                condition=Q(emptied_at__isnull=True)
                | Q(closes_at__isnull=False, emptied_at__gte=F("closes_at")),
                name="map_round_emptied_after_closing",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "-made_at", "-id"], name="map_round_town_made"),
            models.Index(fields=["area", "-made_at", "-id"], name="map_round_area_made"),
        ]

    def __str__(self) -> str:
        return self.reference


class MapResult(models.Model):
    """What everybody may see of a round: published once, never changed (kaartuitkomst).

    `content` holds cells with how many sheets marked them at least; no shape and no word.
    """

    round = models.OneToOneField(MapRound, on_delete=models.PROTECT, related_name="result")
    content = models.JSONField()
    sheets = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    published_by_name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            # analysis.disclosure.THRESHOLD: counts of 0 to 4 are never shown
            models.CheckConstraint(condition=Q(sheets__gte=5), name="map_result_of_enough_sheets")
        ]
