# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a document told beside statuses: lines with their source, and moments that return."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.initiatives.choices import MomentKind, MomentStatus, MomentUnit, RemarkKind
from voelspriet.act.initiatives.models.initiatives import Initiative
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.fields import EncryptedTextField


class ContactMoment(models.Model):
    """A moment of contact that returns, as a document tells it (contactmoment).

    Meetings with a day of their own stand in the agenda; this is the rhythm behind them.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    place_words = models.CharField(max_length=160, blank=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=MomentKind)
    status = models.CharField(max_length=12, choices=MomentStatus)
    rhythm_words = models.CharField(max_length=160, blank=True)
    every = models.PositiveSmallIntegerField(null=True)
    unit = models.CharField(max_length=8, choices=MomentUnit, blank=True)
    participants = models.JSONField(default=list)
    begins_words = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=160, blank=True)
    import_key = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "import_key"], name="contact_moment_once_per_document"
            ),
            models.CheckConstraint(
                condition=Q(every__isnull=True) | ~Q(unit=""), name="contact_moment_counts_in_unit"
            ),
        ]


class Remark(models.Model):
    """One line a source tells about an initiative, organisation or moment (bronregel)."""

    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, null=True, related_name="remarks"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, related_name="+"
    )
    moment = models.ForeignKey(
        ContactMoment, on_delete=models.CASCADE, null=True, related_name="remarks"
    )
    kind = models.CharField(max_length=8, choices=RemarkKind)
    text = EncryptedTextField()
    source = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    initiative__isnull=False, organisation__isnull=True, moment__isnull=True
                )
                | Q(initiative__isnull=True, organisation__isnull=False, moment__isnull=True)
                | Q(initiative__isnull=True, organisation__isnull=True, moment__isnull=False),
                name="remark_is_about_one_thing",
            )
        ]
