# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Key figures: people who know the neighbourhood, who know of their entry and agreed to it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.choices import (
    Involvement,
    KeyFigureEndKind,
    KeyFigureState,
    Pace,
    Subject,
)
from voelspriet.ground.privacy.fields import EncryptedTextField


class KeyFigure(models.Model):
    """Somebody in a role who knows people in an area (sleutelfiguur).

    Until they agree, only the role, the area and the hash of an invitation code stand here. No
    row says who asked whom or who knows whom. Who says no, stops or lets it run out is erased.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="key_figures")
    reference = models.CharField(max_length=16, unique=True)
    code_hash = models.CharField(max_length=64, unique=True)
    role = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=KeyFigureState, default=KeyFigureState.INVITED)
    name = EncryptedTextField(blank=True, default="")
    phone = EncryptedTextField(blank=True, default="")
    email = EncryptedTextField(blank=True, default="")
    involvement = models.CharField(max_length=12, choices=Involvement, blank=True)
    pace = models.CharField(max_length=12, choices=Pace, blank=True)
    invited_on = models.DateField()
    agreed_on = models.DateField(null=True)
    checked_on = models.DateField(null=True)
    expires_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=KeyFigureState.AGREED) | Q(name="", phone="", email=""),
                name="key_figure_unasked_is_nobody",
            ),
            models.CheckConstraint(
                condition=Q(state=KeyFigureState.AGREED, agreed_on__isnull=False)
                | Q(state=KeyFigureState.INVITED, agreed_on__isnull=True),
                name="key_figure_agreed_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("invited_on"))
                & (Q(agreed_on__isnull=True) | Q(expires_on__gt=F("agreed_on"))),
                name="key_figure_ends",
            ),
        ]
        indexes = [models.Index(fields=["area", "state"], name="key_figure_area_state")]


class KeyFigureSubject(models.Model):
    """What a key figure wants to be asked about (onderwerp van een sleutelfiguur). Their choice."""

    key_figure = models.ForeignKey(KeyFigure, on_delete=models.CASCADE, related_name="subjects")
    subject = models.CharField(max_length=12, choices=Subject)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key_figure", "subject"], name="key_figure_subject_once"
            )
        ]


class KeyFigureEnd(models.Model):
    """That an entry ended, how, and on which day; nothing of whose it was (geteld einde)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    kind = models.CharField(max_length=12, choices=KeyFigureEndKind)
    ended_on = models.DateField()


class FailedKeyCode(models.Model):
    """How many wrong codes of key figures were tried in one minute, everywhere together.

    (mislukte code) Holds no address and no code.
    """

    minute = models.DateTimeField(unique=True)
    count = models.PositiveIntegerField(default=0)
