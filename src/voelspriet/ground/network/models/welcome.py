# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What there is, again and again, for everybody who moves into an area."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Area


class Welcome(models.Model):
    """A recurring moment for all who are new in an area, in one language (welkomstmoment)."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="welcomes")
    language = models.CharField(max_length=2)
    moment = models.CharField(max_length=120)
    place = models.CharField(max_length=160)
    what = models.CharField(max_length=300)
    checked_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "language"], name="welcome_once_per_language"),
            models.CheckConstraint(
                condition=~Q(moment="") & ~Q(place="") & ~Q(what=""),
                name="welcome_says_when_where_what",
            ),
        ]
