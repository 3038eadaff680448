# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations that act in the area and the faces people can turn to."""

from __future__ import annotations

from django.db import models

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.people.models import User


class Organisation(models.Model):
    """A department or partner that takes matters up (organisatie)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=OrganisationKind)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="organisation_once")
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """Somebody who handles matters for an organisation (lidmaatschap)."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "user"], name="membership_once")
        ]


class Face(models.Model):
    """Somebody of a partner people in an area can turn to, shown by their own choice (gezicht)."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="faces")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, null=True)
    first_name = models.CharField(max_length=60)
    function = models.CharField(max_length=80)
    phone = models.CharField(max_length=20, blank=True)
    photo = models.CharField(max_length=64, blank=True)
    agreed_on = models.DateField()
    position = models.PositiveSmallIntegerField(default=0)
