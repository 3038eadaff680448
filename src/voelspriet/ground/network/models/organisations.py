# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations that act in the area and the faces people can turn to."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.choices import Involvement, OrganisationKind, Pace, Subject
from voelspriet.ground.people.models import User


class Organisation(models.Model):
    """A department or partner that takes matters up, or a place to go to (organisatie).

    Listed, it stands on the public social map, with who said so and when it was last checked.
    Without `areas` it is there for the whole municipality. `search_text` holds its words as they
    are searched. `languages` are codes of languages spoken at its desk.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=OrganisationKind)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    is_listed = models.BooleanField(default=False)
    address = models.CharField(max_length=160, blank=True)
    website = models.URLField(max_length=200, blank=True)
    languages = models.JSONField(default=list)
    areas = models.ManyToManyField(Area, related_name="organisations")
    involvement = models.CharField(max_length=12, choices=Involvement, blank=True)
    pace = models.CharField(max_length=12, choices=Pace, blank=True)
    source = models.CharField(max_length=160, blank=True)
    checked_on = models.DateField(null=True)
    search_text = models.TextField(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="organisation_once"),
            models.CheckConstraint(
                condition=Q(is_listed=False) | (Q(checked_on__isnull=False) & ~Q(source="")),
                name="organisation_listed_says_source_and_day",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "is_listed", "name"], name="organisation_listed")
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationText(models.Model):
    """What one can do there and when it is open, in one language (tekst van een organisatie)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    about = models.CharField(max_length=400)
    opening = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "language"], name="organisation_text_once"
            ),
            models.CheckConstraint(condition=~Q(about=""), name="organisation_text_says_something"),
        ]


class OrganisationSubject(models.Model):
    """Something one can go to an organisation for (onderwerp van een organisatie)."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="subjects"
    )
    subject = models.CharField(max_length=12, choices=Subject)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "subject"], name="organisation_subject_once"
            )
        ]


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
    checked_on = models.DateField(null=True)
    position = models.PositiveSmallIntegerField(default=0)


class FaceSubject(models.Model):
    """Something people can turn to a face for (onderwerp van een gezicht)."""

    face = models.ForeignKey(Face, on_delete=models.CASCADE, related_name="subjects")
    subject = models.CharField(max_length=12, choices=Subject)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["face", "subject"], name="face_subject_once")
        ]
