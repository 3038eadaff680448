# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one person handed in: a sheet with shapes, and the photo of it when it was on paper."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Street
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.drawings.choices import (
    ShapeKind,
    ShapeOrigin,
    ShapeTime,
    SheetChannel,
)
from voelspriet.listen.drawings.models.rounds import MapRound


class MapSheet(models.Model):
    """The map of one person, who stays unknown (kaartblad).

    `submission` is a keyed hash of the form's token: the same form makes one sheet only. Of the
    moment the day is kept, no more.
    """

    round = models.ForeignKey(MapRound, on_delete=models.CASCADE, related_name="sheets")
    reference = models.CharField(max_length=16, unique=True)
    submission = models.CharField(max_length=64, unique=True)
    channel = models.CharField(max_length=8, choices=SheetChannel)
    language = models.CharField(max_length=2, default="nl")
    handed_in_on = models.DateField()
    entered_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(channel=SheetChannel.PHONE) | Q(entered_by_id__isnull=True),
                name="map_sheet_of_own_phone_names_nobody",
            ),
        ]


class DrawnShape(models.Model):
    """One thing somebody drew, or a street they chose (getekende vorm).

    `geometry` is GeoJSON in WGS84 degrees, encrypted: it may be near a home. `cells` are the
    squares of 100 metres it touches ("column_row" in RD), for counting.
    """

    sheet = models.ForeignKey(MapSheet, on_delete=models.CASCADE, related_name="shapes")
    kind = models.CharField(max_length=20, choices=ShapeKind)
    origin = models.CharField(max_length=8, choices=ShapeOrigin, default=ShapeOrigin.DRAWN)
    street = models.ForeignKey(
        Street, on_delete=models.SET_NULL, null=True, related_name="drawn_shapes"
    )
    geometry = EncryptedTextField()
    cells = models.JSONField(default=list)
    time = models.CharField(max_length=8, choices=ShapeTime, blank=True)
    note = EncryptedTextField(blank=True)
    why = EncryptedTextField(blank=True)
    instead = EncryptedTextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(geometry=""), name="drawn_shape_lies_somewhere"),
            models.CheckConstraint(
                condition=Q(kind__in=ShapeKind.values), name="drawn_shape_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(street__isnull=True) | Q(origin=ShapeOrigin.CHOSEN),
                name="drawn_shape_street_was_chosen",
            ),
        ]
        indexes = [models.Index(fields=["sheet", "kind"], name="drawn_shape_sheet_kind")]


class SheetPhoto(models.Model):
    """The photo of a paper sheet: for who drew it over, never public (foto van een kaartblad).

    `corners` are longitude and latitude of the photo's corners, empty when nobody said.
    """

    sheet = models.OneToOneField(MapSheet, on_delete=models.CASCADE, related_name="photo")
    file_name = models.CharField(max_length=64, unique=True)
    corners = models.JSONField(default=list)
    kept_until = models.DateField()
