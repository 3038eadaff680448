# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was said: notes by whoever takes them, questions from the room, promises made there."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.evenings.choices import RoomQuestionState
from voelspriet.listen.evenings.models.evenings import Evening, EveningItem, EveningLink
from voelspriet.listen.surveys.choices import HotKind


class EveningNote(models.Model):
    """Something that was said, in the words of who took it down (notitie).

    `probe` is the name of the probe it answers; `factors` are numbers of the Tafel van 12;
    `hot` says that it is about one place, one crime or one time.
    """

    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="notes")
    item = models.ForeignKey(EveningItem, on_delete=models.CASCADE, related_name="notes")
    probe = models.CharField(max_length=120, blank=True)
    text = EncryptedTextField()
    factors = models.JSONField(default=list)
    hot = models.CharField(max_length=8, choices=HotKind, blank=True)
    link = models.ForeignKey(EveningLink, on_delete=models.SET_NULL, null=True)
    submission = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()


class RoomQuestion(models.Model):
    """A question somebody in the room asked on a phone or slip, for a person to look at first.

    (vraag uit de zaal) No voice is kept with it.
    """

    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="room_questions")
    text = EncryptedTextField(timeless=True)
    state = models.CharField(
        max_length=12, choices=RoomQuestionState, default=RoomQuestionState.WAITING
    )
    submission = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()


class EveningPromise(models.Model):
    """Something promised in the room; in the ledger once the room saw it (toezegging).

    `owner` is whoever takes it up, as the room reads it. `organisation` is set when that is one of
    the organisations of the municipality: only then the ledger takes it, and
    `agreement_reference` is the agreement that the ledger made of it.
    """

    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="promises")
    what = models.CharField(max_length=300)
    owner = models.CharField(max_length=120)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True)
    due_on = models.DateField()
    shown_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    agreement_reference = models.CharField(max_length=16, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(shown_at__isnull=False),
                name="evening_promise_shown_before_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(agreement_reference="") | Q(confirmed_at__isnull=False),
                name="evening_promise_confirmed_before_ledger",
            ),
            models.CheckConstraint(
                condition=~Q(owner="") & ~Q(what=""), name="evening_promise_says_who_and_what"
            ),
            models.CheckConstraint(
                condition=Q(agreement_reference="") | Q(organisation__isnull=False),
                name="evening_promise_in_ledger_has_organisation",
            ),
        ]
