# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Voices: who takes part (nobody by name), what each said, hands, and who came as counts."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.evenings.choices import PresenceAspect, VoiceChannel
from voelspriet.listen.evenings.models.evenings import Evening, EveningItem


class Voice(models.Model):
    """Somebody in the room who takes part by phone or on paper, nobody by name (stem).

    A phone is known by a random token of which only the keyed hash is here; a slip of paper by
    its number. No moment is kept, so that nothing tells who came in together, and no language:
    the one voice in a language would be the one address that asks for it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="voices")
    channel = models.CharField(max_length=8, choices=VoiceChannel)
    token_hash = models.CharField(max_length=64, null=True, unique=True)
    slip = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evening", "slip"], name="voice_slip_once"),
            models.CheckConstraint(
                condition=Q(channel=VoiceChannel.PHONE, token_hash__isnull=False, slip__isnull=True)
                | Q(channel=VoiceChannel.PAPER, token_hash__isnull=True, slip__isnull=False),
                name="voice_phone_has_a_token_paper_a_slip",
            ),
        ]


class Vote(models.Model):
    """What one voice answered to one item; changed until the item closes, never twice (antwoord).

    `chosen` are names of choices, `number` is a grade, `text` is what somebody wrote: it waits
    as an uncoded fragment and is shown to nobody in the room before a person let it through.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(EveningItem, on_delete=models.CASCADE, related_name="votes")
    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="votes")
    chosen = models.JSONField(default=list)
    number = models.PositiveSmallIntegerField(null=True)
    text = EncryptedTextField(blank=True, timeless=True)
    is_let_through = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "voice"], name="vote_once"),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__gte=1, number__lte=10),
                name="vote_grade_between_one_and_ten",
            ),
        ]


class HandCount(models.Model):
    """How many hands went up for a choice: of those without phone or paper (handen)."""

    item = models.ForeignKey(EveningItem, on_delete=models.CASCADE, related_name="hands")
    choice = models.CharField(max_length=120)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "choice"], name="hand_count_once_per_choice"),
            models.CheckConstraint(condition=Q(count__lte=2000), name="hand_count_of_one_room"),
        ]


class PresenceCount(models.Model):
    """How many of who came gave an answer about age, stay or part, and no more (wie kwam).

    A counter and not a row per person: nothing ties it to a voice or to another aspect.
    """

    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="presence")
    aspect = models.CharField(max_length=16, choices=PresenceAspect)
    category = models.CharField(max_length=60)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evening", "aspect", "category"], name="presence_count_once"
            ),
            models.CheckConstraint(condition=Q(count__lte=2000), name="presence_count_of_one_room"),
        ]


class ReportAddress(models.Model):
    """An address for the report, apart from every vote (adres voor het verslag).

    A random key and no moment, written anew in another order with each one that comes: neither
    order nor time ties it to a voice.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="addresses")
    address = EncryptedTextField(timeless=True)
    address_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evening", "address_hash"], name="report_address_once_per_evening"
            )
        ]


class AskedCount(models.Model):
    """How many questions one phone asked at an evening, so that no phone fills the screen.

    (getelde vragen) The hash is another one than that of the phone's voice: the two cannot be laid
    side by side, and no question points here. Gone when the evening is over.
    """

    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="asked")
    phone_hash = models.CharField(max_length=64)
    count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evening", "phone_hash"], name="asked_count_once"),
            models.CheckConstraint(condition=Q(count__lte=10), name="asked_count_has_a_limit"),
        ]
