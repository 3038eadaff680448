# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements: who does what, by when, because of which signals."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.intake.models import Signal


class Agreement(models.Model):
    """A promise: who does what by when, visible to whom (afspraak).

    `first_due_on` is the day first agreed and never changes: it is what "kept" is measured
    against (method §10).
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="agreements")
    reference = models.CharField(max_length=16, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    contact = models.CharField(max_length=120, blank=True)
    what = models.CharField(max_length=300)
    first_due_on = models.DateField()
    due_on = models.DateField()
    visibility = models.CharField(max_length=16, choices=Visibility, default=Visibility.REPORTERS)
    state = models.CharField(max_length=16, choices=AgreementState, default=AgreementState.OPEN)
    result = EncryptedTextField(blank=True)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    signals = models.ManyToManyField(Signal, related_name="agreements")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=AgreementState.OPEN, ended_at__isnull=True)
                | (~Q(state=AgreementState.OPEN) & Q(ended_at__isnull=False)),
                name="agreement_ended_has_a_day",
            )
        ]
        indexes = [
            models.Index(fields=["state", "due_on"]),
            models.Index(fields=["area", "-made_at"]),
        ]


class AgreementMove(models.Model):
    """A day that was moved, once, with its reason (verplaatsing)."""

    agreement = models.OneToOneField(Agreement, on_delete=models.CASCADE, related_name="move")
    from_on = models.DateField()
    to_on = models.DateField()
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
