# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Releases: the figures that were published, and the register of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.understand.findings.choices import Mark, Measure


class Release(models.Model):
    """Figures of one municipality over one period, published once and never changed (publicatie).

    All releases together are the release set that the disclosure audit looks at (method §9).
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    period_start = models.DateField()
    period_end = models.DateField()
    released_at = models.DateTimeField(null=True)
    refused_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "period_start", "period_end"], name="release_once"
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | Q(refused_reason=""),
                name="release_or_refusal",
            ),
        ]


class Figure(models.Model):
    """One number of a release, after disclosure control (cijfer).

    `value` is empty unless the mark says shown; `base` is its n, empty where that would tell.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="figures")
    area = models.ForeignKey(Area, on_delete=models.CASCADE)
    measure = models.CharField(max_length=24, choices=Measure)
    category = models.CharField(max_length=16, blank=True)
    mark = models.CharField(max_length=16, choices=Mark)
    value = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    base = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "area", "measure", "category"], name="figure_once"
            ),
            models.CheckConstraint(
                condition=Q(mark=Mark.SHOWN) | Q(value__isnull=True), name="figure_hidden_is_empty"
            ),
        ]
