# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Municipalities, their areas by year, and the streets and places in them."""

from __future__ import annotations

from django.db import models

from voelspriet.ground.areas.choices import AreaLevel, MarginAspect, PlaceKind


class Municipality(models.Model):
    """A municipality that uses this installation (gemeente)."""

    name = models.CharField(max_length=80)
    slug = models.SlugField(unique=True)
    area_code = models.CharField(max_length=16, unique=True)
    area_year = models.PositiveSmallIntegerField()
    host = models.CharField(max_length=120, blank=True)
    sender = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    first_answer_days = models.PositiveSmallIntegerField(default=5)
    longest_promise_days = models.PositiveSmallIntegerField(default=30)
    director_after_days = models.PositiveSmallIntegerField(default=0)
    executive_after_days = models.PositiveSmallIntegerField(default=5)

    def __str__(self) -> str:
        return self.name


class Area(models.Model):
    """A municipality, district or neighbourhood as it was in one year (gebied).

    `boundary` is a multipolygon (WKB) in RD metres, EPSG:28992: the truth for "where is this".
    `outline` is the same, simplified, as GeoJSON in WGS84: for drawing only.
    """

    code = models.CharField(max_length=16)
    year = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=16, choices=AreaLevel)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120)
    aliases = models.JSONField(default=list)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    municipality_code = models.CharField(max_length=16)
    population = models.PositiveIntegerField(null=True)
    boundary = models.BinaryField(null=True)
    outline = models.JSONField(null=True)
    west = models.FloatField(null=True)
    south = models.FloatField(null=True)
    east = models.FloatField(null=True)
    north = models.FloatField(null=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "year"], name="area_once_per_year"),
            models.UniqueConstraint(
                fields=["municipality_code", "year", "level", "slug"], name="area_slug_once"
            ),
        ]
        indexes = [models.Index(fields=["municipality_code", "year", "level", "name"])]

    def __str__(self) -> str:
        return self.name


class Street(models.Model):
    """A street or named place within one neighbourhood (straat, plek)."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="streets")
    name = models.CharField(max_length=120)
    search_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=PlaceKind, default=PlaceKind.STREET)
    line = models.JSONField(default=list)
    lon = models.FloatField()
    lat = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="street_once_per_area")
        ]
        indexes = [models.Index(fields=["search_name"])]

    def __str__(self) -> str:
        return self.name


class AreaMargin(models.Model):
    """How many people of an area are in one group of an aspect (bevolkingsaantal naar kenmerk).

    What those who came or answered are held beside. `people` is a published count.
    """

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="margins")
    aspect = models.CharField(max_length=16, choices=MarginAspect)
    category = models.CharField(max_length=16)
    people = models.PositiveIntegerField()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "aspect", "category"], name="area_margin_once_per_group"
            )
        ]

    def __str__(self) -> str:
        return f"{self.aspect} {self.category}"
