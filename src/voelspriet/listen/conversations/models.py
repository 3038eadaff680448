# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Studies, what was said in them, by whom (never by name), and worrying cases handed on."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.ground.areas.choices import StayLength
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.conversations.choices import (
    Perspective,
    SourceKind,
    SpeakerRole,
    StudyState,
)

MOST = 5
LONGEST_ORIGINAL_DAYS = 365


class Study(models.Model):
    """A question that is looked into by talking with people, for some time (onderzoek).

    Its texts are destroyed after `keep_until`. With `keeps_original` what was typed before
    names were replaced is kept too, encrypted, for `original_days` after it came in.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    areas = models.ManyToManyField(Area, related_name="studies")
    reference = models.CharField(max_length=16, unique=True)
    title = models.CharField(max_length=160)
    question = models.CharField(max_length=600)
    consent_text = models.CharField(max_length=1000)
    purpose = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField()
    keep_until = models.DateField()
    keeps_original = models.BooleanField(default=False)
    original_days = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=12, choices=StudyState, default=StudyState.RUNNING)
    ended_at = models.DateTimeField(null=True)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(question="") & ~Q(consent_text="") & ~Q(purpose=""),
                name="study_has_its_words",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on"), keep_until__gte=F("ends_on")),
                name="study_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(keeps_original=False, original_days__isnull=True)
                | Q(
                    keeps_original=True,
                    original_days__isnull=False,
                    original_days__gte=1,
                    original_days__lte=LONGEST_ORIGINAL_DAYS,
                ),
                name="study_original_has_a_term",
            ),
            models.CheckConstraint(
                condition=Q(state=StudyState.RUNNING, ended_at__isnull=True)
                | Q(state=StudyState.ENDED, ended_at__isnull=False),
                name="study_ended_has_a_moment",
            ),
        ]
        indexes = [models.Index(fields=["municipality", "-made_at"], name="study_town_made_at")]


class Source(models.Model):
    """A conversation, an observation or a note, with names replaced (bron).

    `is_sensitive` keeps the text out of everything that leaves the room. The three grades (1 to 5)
    are of an observation: how clear the boundary is between what is public and private, how
    busy it is, how good the facilities are. `replaced` counts what a person had replaced.
    """

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="sources")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=12, choices=SourceKind)
    held_on = models.DateField()
    text = EncryptedTextField()
    is_sensitive = models.BooleanField(default=False)
    boundary = models.PositiveSmallIntegerField(null=True)
    bustle = models.PositiveSmallIntegerField(null=True)
    facilities = models.PositiveSmallIntegerField(null=True)
    replaced = models.PositiveIntegerField(default=0)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="source_has_a_text"),
            models.CheckConstraint(
                condition=Q(kind=SourceKind.OBSERVATION)
                | Q(boundary__isnull=True, bustle__isnull=True, facilities__isnull=True),
                name="source_grades_of_an_observation",
            ),
            models.CheckConstraint(
                condition=(Q(boundary__isnull=True) | Q(boundary__gte=1, boundary__lte=MOST))
                & (Q(bustle__isnull=True) | Q(bustle__gte=1, bustle__lte=MOST))
                & (Q(facilities__isnull=True) | Q(facilities__gte=1, facilities__lte=MOST)),
                name="source_grades_one_to_five",
            ),
        ]
        indexes = [models.Index(fields=["study", "-id"], name="source_study_newest")]


class SourceOriginal(models.Model):
    """What was typed before names were replaced, for as long as the study says (origineel)."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="original")
    text = EncryptedTextField()
    delete_on = models.DateField(db_index=True)


class Speaker(models.Model):
    """Somebody who spoke: a side, a role and how long here; never a name (spreker).

    `stay` is empty when nobody asked.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="speakers")
    number = models.PositiveSmallIntegerField()
    perspective = models.CharField(max_length=12, choices=Perspective)
    role = models.CharField(max_length=20, choices=SpeakerRole)
    stay = models.CharField(max_length=16, choices=StayLength, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="speaker_number_once"),
            models.CheckConstraint(
                condition=Q(
                    perspective__in=Perspective.values,
                    role__in=SpeakerRole.values,
                    stay__in=["", *StayLength.values],
                ),
                name="speaker_side_role_and_stay_known",
            ),
        ]


class Referral(models.Model):
    """How often people said "talk to such a one too": a role and a count (doorverwijzing).

    For the study alone: it is gone when the study ends.
    """

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="referrals")
    role = models.CharField(max_length=20, choices=SpeakerRole)
    count = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["study", "role"], name="referral_role_once"),
            models.CheckConstraint(condition=Q(count__gte=1), name="referral_counts"),
        ]


class UrgentCase(models.Model):
    """A worrying case handed to the right partner at once (zorgelijk geval).

    It counts once somebody of the partner confirmed by name; then the words go and only the fact
    is kept. `due_at` is four working hours after it was handed over.
    """

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="urgent_cases")
    reference = models.CharField(max_length=16, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    text = EncryptedTextField(blank=True)
    handed_at = models.DateTimeField()
    due_at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=120, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(confirmed_by="", confirmed_at__isnull=True) & ~Q(text=""))
                | (Q(confirmed_at__isnull=False, text="") & ~Q(confirmed_by="")),
                name="urgent_case_words_until_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(due_at__gt=F("handed_at")), name="urgent_case_due_later"
            ),
        ]
        indexes = [models.Index(fields=["confirmed_at", "due_at"], name="urgent_open_due")]
