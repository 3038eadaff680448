# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements: who does what, by when, because of which signals."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.initiatives.models import Initiative
from voelspriet.act.plans.models import Ambition
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.people.models import User
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.intake.choices import EscalationLevel
from voelspriet.listen.intake.models import Signal


class Agreement(models.Model):
    """A promise: who does what by when, visible to whom (afspraak).

    `first_due_on` is the day first agreed and never changes: it is what "kept" is measured
    against (method §10). `entered_on` and `ended_on` are the Dutch days of `made_at` and
    `ended_at`, and `term` the working days promised: the database counts with them. `made_by`
    stays who made it; `follower` is who sees to it now, and changes when that colleague leaves
    (None: the duo of the area together). `initiative`: the one it helps, if any; `ambitions`:
    what of a safety plan it is done for.
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
    entered_on = models.DateField()
    term = models.PositiveSmallIntegerField()
    follower = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_on = models.DateField(null=True)
    signals = models.ManyToManyField(Signal, related_name="agreements")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.SET_NULL, null=True, related_name="agreements"
    )
    ambitions = models.ManyToManyField(Ambition, related_name="agreements")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=AgreementState.OPEN, ended_at__isnull=True)
                | (~Q(state=AgreementState.OPEN) & Q(ended_at__isnull=False)),
                name="agreement_ended_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_on__isnull=True)
                | Q(ended_at__isnull=False, ended_on__isnull=False),
                name="agreement_ended_on_its_dutch_day",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"]),
            models.Index(fields=["area", "-made_at"]),
            models.Index(
                fields=["organisation", "due_on"],
                condition=Q(state=AgreementState.OPEN),
                name="agreement_running_by_party",
            ),
            models.Index(
                fields=["area", "due_on", "follower"],
                condition=Q(state=AgreementState.OPEN),
                name="agreement_running_by_area",
            ),
            models.Index(
                fields=["municipality", "due_on"],
                condition=Q(state=AgreementState.OPEN),
                name="agreement_running_by_town",
            ),
            # everything the kept-rate counts, so that a year is counted within this index
            models.Index(
                fields=[
                    *("municipality", "first_due_on", "area", "organisation"),
                    *("term", "state", "entered_on", "ended_on"),
                ],
                name="agreement_kept",
            ),
        ]


class AgreementMove(models.Model):
    """A day that was moved, once, with its reason (verplaatsing)."""

    agreement = models.OneToOneField(Agreement, on_delete=models.CASCADE, related_name="move")
    from_on = models.DateField()
    to_on = models.DateField()
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()


class AgreementEscalation(models.Model):
    """An agreement that is late, and who looks at it now (opschaling van een afspraak)."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="escalations")
    level = models.CharField(max_length=16, choices=EscalationLevel)
    due_on = models.DateField()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "level", "due_on"], name="agreement_escalation_once"
            )
        ]
        indexes = [models.Index(fields=["settled_at", "due_on"])]
