# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small incidents with unrest: what is known, who stands where, and how it was looked back on."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.act.agenda.choices.incidents import FactKind
from voelspriet.act.agenda.models.meetings import Meeting
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.fields import EncryptedTextField


class Incident(models.Model):
    """Something that happened and may cause unrest in an area (incident).

    It stays to be looked back on until somebody wrote what was heard, and ends with a line of
    what was learned.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="incidents")
    reference = models.CharField(max_length=16, unique=True)
    what = models.CharField(max_length=200)
    place = models.CharField(max_length=120, blank=True)
    happened_at = models.DateTimeField()
    opened_by_id = models.BigIntegerField()
    opened_by_name = models.CharField(max_length=120)
    opened_at = models.DateTimeField()
    follow_up_on = models.DateField()
    followed_up_at = models.DateTimeField(null=True)
    heard = models.CharField(max_length=500, blank=True)
    owed = models.CharField(max_length=500, blank=True)
    closed_at = models.DateTimeField(null=True)
    learned = models.CharField(max_length=500, blank=True)
    meetings = models.ManyToManyField(Meeting, related_name="incidents")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(followed_up_at__isnull=True) | ~Q(heard=""),
                name="incident_follow_up_says_what_was_heard",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(followed_up_at__isnull=False),
                name="incident_closed_after_follow_up",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(learned=""),
                name="incident_closed_says_what_was_learned",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "-happened_at"], name="incident_town_happened"),
            models.Index(fields=["area", "-happened_at"], name="incident_area_happened"),
        ]


class IncidentFact(models.Model):
    """What is known, or not known yet, from a moment on (regel bij een incident).

    A change is a new line, so that who looks back sees what was known when.
    """

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=8, choices=FactKind)
    text = EncryptedTextField(blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()


class IncidentPost(models.Model):
    """Which organisation stands where, from when till when (standplaats). Never who."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="posts")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    place = models.CharField(max_length=120)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="incident_post_ends_after_start"
            )
        ]
