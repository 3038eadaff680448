# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Releases: the figures that were published, and the register of them. And the process report."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.listen.intake.choices import Category
from voelspriet.understand.findings.choices import Mark, Measure, Standing


class Release(models.Model):
    """Figures of one municipality over one period, published once and never changed (publicatie).

    All releases together are the release set that the disclosure audit looks at (method §9).
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    period_start = models.DateField()
    period_end = models.DateField()
    released_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
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

    `value` is empty unless the mark says shown or at least; `base` is its n, empty where that would
    tell.
    `is_guarded` is for the audit only and never leaves: it says that a rule of its own hides the
    count, which the mark must not tell.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="figures")
    area = models.ForeignKey(Area, on_delete=models.CASCADE)
    measure = models.CharField(max_length=24, choices=Measure)
    category = models.CharField(max_length=16, choices=Category, blank=True)
    mark = models.CharField(max_length=16, choices=Mark)
    value = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    base = models.PositiveIntegerField(null=True)
    is_guarded = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "area", "measure", "category"], name="figure_once"
            ),
            models.CheckConstraint(
                condition=Q(mark__in=[Mark.SHOWN, Mark.AT_LEAST])
                | Q(value__isnull=True, low__isnull=True, high__isnull=True, base__isnull=True),
                name="figure_hidden_is_empty",
            ),
        ]
        indexes = [models.Index(fields=["area", "release"])]


class CountedCell(models.Model):
    """How many signals were counted in a quarter, as they stood at its release (geteld vak).

    The smallest counts every figure is a sum of; never shown. Kept so that the audit of a later
    release works with what was counted then, whatever has changed since.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="cells")
    area = models.ForeignKey(Area, on_delete=models.CASCADE)
    category = models.CharField(max_length=16, choices=Category)
    standing = models.CharField(max_length=16, choices=Standing)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "area", "category", "standing"], name="counted_cell_once"
            )
        ]


class ProcessReport(models.Model):
    """How a municipality keeps its word to those who told something, on a day (procescijfers).

    For colleagues: per area, never per person. `content` holds the figures of method §10.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    reported_on = models.DateField()
    made_at = models.DateTimeField()
    content = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reported_on"], name="process_report_once"
            )
        ]
