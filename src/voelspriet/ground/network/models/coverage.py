# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which streets a named service is there for."""

from __future__ import annotations

from django.db import models

from voelspriet.ground.areas.models import Street
from voelspriet.ground.network.choices import Service
from voelspriet.ground.network.models.organisations import Organisation


class StreetCover(models.Model):
    """A street an organisation is there for with a service, such as a street coach (dekking)."""

    street = models.ForeignKey(Street, on_delete=models.CASCADE, related_name="covers")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="covers")
    service = models.CharField(max_length=16, choices=Service)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["street", "organisation", "service"], name="street_cover_once"
            )
        ]
