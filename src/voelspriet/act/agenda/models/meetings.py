# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Meetings: when and where, what is on the agenda, what was said and decided, how many came."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.act.agenda.choices import (
    PUBLIC_KINDS,
    AttendeeKind,
    HeardAnswer,
    MeetingKind,
    MeetingState,
)
from voelspriet.act.agenda.models.agreements import Agreement
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.people.models import User
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.intake.models import Signal


class Meeting(models.Model):
    """A moment where people meet in or for an area (bijeenkomst).

    `sequence` counts the changes to what calendars hold (RFC 5545). `attended` is the sum of
    its attendances; no name of anybody who came is kept. `organisations` are invited: who handles
    matters for one sees the meeting. `signals` were heard there.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="meetings")
    reference = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=20, choices=MeetingKind)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=120, blank=True)
    is_public = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=MeetingState, default=MeetingState.PLANNED)
    cancel_reason = models.CharField(max_length=300, blank=True)
    attended = models.PositiveIntegerField(null=True)
    sequence = models.PositiveIntegerField(default=0)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    held_at = models.DateTimeField(null=True)
    agreements = models.ManyToManyField(Agreement, related_name="meetings")
    organisations = models.ManyToManyField(Organisation, related_name="meetings")
    signals = models.ManyToManyField(Signal, related_name="meetings")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(kind__in=PUBLIC_KINDS),
                name="meeting_public_only_when_open_to_all",
            ),
            models.CheckConstraint(
                condition=~Q(state=MeetingState.CANCELLED) | ~Q(cancel_reason=""),
                name="meeting_cancelled_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=MeetingState.HELD, held_at__isnull=False)
                | (~Q(state=MeetingState.HELD) & Q(held_at__isnull=True)),
                name="meeting_held_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(attended__isnull=True) | Q(is_public=True, state=MeetingState.HELD),
                name="meeting_counts_only_in_public",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "starts_at"], name="meeting_area_starts_at"),
            models.Index(fields=["municipality", "starts_at"], name="meeting_town_starts_at"),
        ]


class MeetingText(models.Model):
    """What a meeting is about, in one language (onderwerp van een bijeenkomst)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    about = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "language"], name="meeting_text_once")
        ]


class MeetingChange(models.Model):
    """A day, time or place that was changed, with its reason (wijziging van een bijeenkomst)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="changes")
    was_starts_at = models.DateTimeField()
    was_place = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="meeting_change_has_a_reason")
        ]


class MeetingPoint(models.Model):
    """Something to talk about at a meeting, by hand or because of an agreement (agendapunt).

    `asks_heard`: it is about young people or people whose behaviour is misunderstood; it cannot
    be closed before somebody says whether, and how, they were heard. What was not closed can be
    taken along to a later meeting, where it stands anew.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="points")
    agreement = models.ForeignKey(Agreement, on_delete=models.SET_NULL, null=True)
    text = models.CharField(max_length=300)
    asks_heard = models.BooleanField(default=False)
    heard = models.CharField(max_length=8, choices=HeardAnswer, blank=True)
    heard_how = models.CharField(max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True)
    taken_to = models.ForeignKey(
        Meeting, on_delete=models.SET_NULL, null=True, related_name="points_taken_along"
    )
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(taken_to__isnull=True),
                name="meeting_point_closed_or_taken_along",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(asks_heard=False) | ~Q(heard=""),
                name="meeting_point_heard_before_closed",
            ),
            models.CheckConstraint(
                condition=Q(heard="") | ~Q(heard_how=""), name="meeting_point_heard_says_how"
            ),
            models.UniqueConstraint(
                fields=["meeting", "agreement"],
                condition=Q(agreement__isnull=False),
                name="meeting_point_once_per_agreement",
            ),
        ]


class MeetingMinute(models.Model):
    """One short line of what was said or decided (notulenregel)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="minutes")
    point = models.ForeignKey(
        MeetingPoint, on_delete=models.CASCADE, null=True, related_name="minutes"
    )
    text = EncryptedTextField()
    is_decision = models.BooleanField(default=False)
    at = models.DateTimeField()


class MeetingAttendance(models.Model):
    """How many people of one kind came to a public meeting (aanwezigheid)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    kind = models.CharField(max_length=16, choices=AttendeeKind)
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "kind"], name="attendance_once_per_kind")
        ]


class CalendarKey(models.Model):
    """The key in the address of the calendar of a colleague or organisation (agendasleutel).

    Only its hash is kept; withdrawn or replaced, the address stops working at once.
    """

    user = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, related_name="calendar_keys"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, related_name="calendar_keys"
    )
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    key_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "municipality"],
                condition=Q(withdrawn_at__isnull=True),
                name="calendar_key_one_at_work",
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(withdrawn_at__isnull=True),
                name="calendar_key_one_per_organisation",
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=True) ^ Q(organisation__isnull=True),
                name="calendar_key_of_one_holder",
            ),
        ]
