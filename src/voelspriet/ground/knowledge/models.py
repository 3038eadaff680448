# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Interventions: what others found out or do, told in our own words, with source and owner."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.knowledge.choices import Audience, InterventionKind, Theme

FACTORS = 12


class Intervention(models.Model):
    """A course of action, a source or literature to learn from (interventie).

    Without a municipality it comes with the product, and nobody changes it; else it is that
    municipality's own, added by somebody and looked at again before `review_due`. `told` is what
    it is in our own words. `search_title` orders lists, `search_text` is what is searched.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, null=True, related_name="interventions"
    )
    reference = models.CharField(max_length=16, unique=True)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=InterventionKind)
    audience = models.CharField(max_length=16, choices=Audience)
    told = models.CharField(max_length=800)
    owner = models.CharField(max_length=200, blank=True)
    author_year = models.CharField(max_length=160, blank=True)
    url = models.CharField(max_length=400, blank=True)
    url_note = models.CharField(max_length=300, blank=True)
    source_document = models.CharField(max_length=200)
    source_section = models.CharField(max_length=160, blank=True)
    reviewed_on = models.DateField(null=True)
    review_due = models.DateField(null=True)
    archived_at = models.DateTimeField(null=True)
    made_by_id = models.BigIntegerField(null=True)
    made_by_name = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()
    search_title = models.CharField(max_length=200)
    search_text = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(told="") & ~Q(source_document=""),
                name="intervention_says_what_and_whence",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=InterventionKind.values, audience__in=Audience.values),
                name="intervention_kind_and_audience_known",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_on__isnull=True, review_due__isnull=True)
                | Q(
                    reviewed_on__isnull=False,
                    review_due__isnull=False,
                    review_due__gt=F("reviewed_on"),
                ),
                name="intervention_review_comes_due",
            ),
            models.CheckConstraint(
                condition=Q(municipality__isnull=True, made_by_id__isnull=True, made_by_name="")
                | (
                    Q(
                        municipality__isnull=False,
                        made_by_id__isnull=False,
                        reviewed_on__isnull=False,
                    )
                    & ~Q(owner="")
                ),
                name="intervention_own_has_owner_and_maker",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "search_title"], name="intervention_town_title")
        ]


class InterventionTheme(models.Model):
    """A theme an intervention is about (thema van een interventie)."""

    intervention = models.ForeignKey(Intervention, on_delete=models.CASCADE, related_name="themes")
    theme = models.CharField(max_length=16, choices=Theme)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["intervention", "theme"], name="intervention_theme_once"
            ),
            models.CheckConstraint(
                condition=Q(theme__in=Theme.values), name="intervention_theme_known"
            ),
        ]


class InterventionFactor(models.Model):
    """A factor of the Tafel van 12 an intervention acts on (factor van een interventie)."""

    intervention = models.ForeignKey(Intervention, on_delete=models.CASCADE, related_name="factors")
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["intervention", "number"], name="intervention_factor_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=FACTORS), name="intervention_factor_known"
            ),
        ]
