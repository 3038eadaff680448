# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How tense it is in an area, since when and why; and what each domain can do then."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.understand.tension.choices import Domain, Phase


class TensionReading(models.Model):
    """The phase an area, or one matter in it, was in on a day (stand van spanning).

    Without a `matter` it is of the area as a whole. A newer reading replaces it; its words, phase
    and day never change. What was wrong is marked and followed by a row that is a correction.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="tension_readings")
    reference = models.CharField(max_length=16, unique=True)
    matter = models.CharField(max_length=80, blank=True)
    phase = models.CharField(max_length=12, choices=Phase)
    reason = EncryptedTextField()
    since = models.DateField()
    is_correction = models.BooleanField(default=False)
    replaced_at = models.DateTimeField(null=True)
    was_wrong = models.BooleanField(default=False)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "matter"],
                condition=Q(replaced_at__isnull=True),
                name="tension_one_current",
            ),
            models.CheckConstraint(condition=Q(phase__in=Phase.values), name="tension_phase_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="tension_has_a_reason"),
            models.CheckConstraint(
                condition=Q(was_wrong=False) | Q(replaced_at__isnull=False),
                name="tension_wrong_is_replaced",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "-made_at"], name="tension_area_newest"),
            models.Index(fields=["municipality", "replaced_at"], name="tension_town_current"),
        ]


class TensionHelp(models.Model):
    """What a domain can do in a phase, as a municipality says it (hulp bij spanning).

    Where a municipality has no row, what comes with the product stands.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="tension_help"
    )
    phase = models.CharField(max_length=12, choices=Phase)
    domain = models.CharField(max_length=16, choices=Domain)
    text = models.CharField(max_length=400)
    changed_by_id = models.BigIntegerField()
    changed_by_name = models.CharField(max_length=120)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "phase", "domain"], name="tension_help_once"
            ),
            models.CheckConstraint(
                condition=Q(phase__in=Phase.values, domain__in=Domain.values) & ~Q(text=""),
                name="tension_help_says_something",
            ),
        ]
