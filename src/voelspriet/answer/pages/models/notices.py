# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notices to a neighbourhood: three lines, a face, a scale and the day it ends."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.act.agenda.models import Incident
from voelspriet.answer.pages.choices import NoticeScale, NoticeState, YesOrNo
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Face
from voelspriet.ground.people.models import User


class Notice(models.Model):
    """What the municipality tells a neighbourhood along three lines (buurtbericht).

    Its sender is read when it is shown, so that somebody who no longer wants to be shown is gone
    at once. `ticks` holds the rules of which only a person can say that they are met. `version`
    counts the Dutch words that were public; those of before are its `versions`.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="notices")
    incident = models.ForeignKey(
        Incident, on_delete=models.SET_NULL, null=True, related_name="notices"
    )
    reference = models.CharField(max_length=16, unique=True)
    scale = models.CharField(max_length=16, choices=NoticeScale)
    streets = models.CharField(max_length=200, blank=True)
    scale_reason = models.CharField(max_length=300, blank=True)
    sender_user = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, related_name="notices"
    )
    sender_face = models.ForeignKey(
        Face, on_delete=models.SET_NULL, null=True, related_name="notices"
    )
    lie_awake = models.CharField(max_length=4, choices=YesOrNo, blank=True)
    see_us_act = models.CharField(max_length=4, choices=YesOrNo, blank=True)
    ticks = models.JSONField(default=list)
    ends_on = models.DateField()
    back_on = models.DateField(null=True)
    state = models.CharField(max_length=16, choices=NoticeState, default=NoticeState.DRAFT)
    written_by_id = models.BigIntegerField()
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    published_by_name = models.CharField(max_length=120, blank=True)
    published_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdraw_reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    corrected_at = models.DateTimeField(null=True)
    corrected_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(scale=NoticeScale.STREETS) | ~Q(streets=""),
                name="notice_of_streets_names_them",
            ),
            models.CheckConstraint(
                condition=Q(scale=NoticeScale.STREETS) | ~Q(scale_reason=""),
                name="notice_wider_than_streets_says_why",
            ),
            models.CheckConstraint(
                condition=Q(sender_user__isnull=True) | Q(sender_face__isnull=True),
                name="notice_one_sender",
            ),
            models.CheckConstraint(
                condition=~Q(state=NoticeState.PUBLISHED) | Q(published_at__isnull=False),
                name="notice_public_has_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=NoticeState.WITHDRAWN)
                | (Q(withdrawn_at__isnull=False) & ~Q(withdraw_reason="")),
                name="notice_withdrawn_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(version=1, corrected_at__isnull=True)
                | Q(version__gt=1, corrected_at__isnull=False, published_at__isnull=False),
                name="notice_corrected_has_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "state", "-published_at"], name="notice_area_published"),
            models.Index(fields=["municipality", "-written_at"], name="notice_town_written"),
        ]


class NoticeText(models.Model):
    """The three lines of a notice in one language (tekst van een buurtbericht).

    Shown in a language only when all three are there. `version` is that of the Dutch words it
    tells; behind when those were corrected since. `changed` tells what was corrected.
    """

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    matter = models.CharField(max_length=300, blank=True)
    you_can = models.CharField(max_length=300, blank=True)
    our_view = models.CharField(max_length=300, blank=True)
    changed = models.CharField(max_length=300, blank=True)
    version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "language"], name="notice_text_once")
        ]


class NoticeVersion(models.Model):
    """What a notice said in one language before (eerdere tekst van een buurtbericht).

    Kept when it is corrected, so that anybody can find out later what stood there, and when.
    """

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="versions")
    language = models.CharField(max_length=2)
    version = models.PositiveSmallIntegerField()
    matter = models.CharField(max_length=300)
    you_can = models.CharField(max_length=300)
    our_view = models.CharField(max_length=300)
    shown_from = models.DateTimeField()
    shown_until = models.DateTimeField()
    by_name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "language", "version"], name="notice_version_once"
            ),
            models.CheckConstraint(
                condition=Q(shown_until__gte=F("shown_from")), name="notice_version_was_shown"
            ),
        ]
