# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An initiative of residents, how to reach who began it, what was written and decided."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from voelspriet.act.initiatives.choices import (
    InitiativeOrigin,
    InitiativeOutcome,
    InitiativeStatus,
)
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.intake.choices import Channel

# the day of an initiative nobody waits for: a real day, so that the list sorts by an index
NEVER_DUE = date(9999, 12, 31)


class Initiative(models.Model):
    """Something residents do, or want to do, for their neighbourhood (initiatief).

    The receipt code that opens it is stored as a keyed hash only. `responsible_area` names the
    area whose duo answers. `title` is a colleague's or a document's; the words of who began it
    are encrypted. `status` and `is_contradicted` follow from the statements. `is_sensitive`
    keeps it out of suggestions and of every public page.
    `channel` is the door it came in by, empty for a document.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="initiatives")
    responsible_area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    place_words = EncryptedTextField(blank=True)
    reference = models.CharField(max_length=16, unique=True)
    origin = models.CharField(max_length=12, choices=InitiativeOrigin)
    channel = models.CharField(max_length=16, choices=Channel, blank=True)
    receipt_hash = models.CharField(max_length=64, unique=True, null=True)
    submission = models.CharField(max_length=64, unique=True, null=True)
    import_key = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2, default="nl")

    title = models.CharField(max_length=120, blank=True)
    other_names = models.JSONField(default=list)
    idea = EncryptedTextField(blank=True)
    who = EncryptedTextField(blank=True)
    open_for = EncryptedTextField(blank=True)
    who_missing = EncryptedTextField(blank=True)
    needs = models.JSONField(default=list)
    may_list = models.BooleanField(default=False)
    is_sensitive = models.BooleanField(default=False)

    status = models.CharField(max_length=8, choices=InitiativeStatus, default=InitiativeStatus.IDEA)
    is_contradicted = models.BooleanField(default=False)
    last_heard_on = models.DateField()
    started_at = models.DateTimeField()
    waiting_since = models.DateTimeField(null=True)
    due_on = models.DateField(default=NEVER_DUE)
    answered_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=20, choices=InitiativeOutcome, blank=True)
    decided_at = models.DateTimeField(null=True)
    listed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(waiting_since__isnull=True, due_on=NEVER_DUE)
                | Q(waiting_since__isnull=False, due_on__lt=NEVER_DUE),
                name="initiative_who_waits_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_at__isnull=True)
                | (~Q(decision="") & Q(decided_at__isnull=False)),
                name="initiative_decision_has_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(listed_at__isnull=True)
                | Q(may_list=True, is_sensitive=False, withdrawn_at__isnull=True),
                name="initiative_listed_only_when_agreed",
            ),
            models.CheckConstraint(
                condition=~Q(origin=InitiativeOrigin.RESIDENT) | Q(receipt_hash__isnull=False),
                name="initiative_of_a_resident_has_a_code",
            ),
            models.UniqueConstraint(
                fields=["municipality", "import_key"],
                condition=~Q(import_key=""),
                name="initiative_once_per_document",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "due_on", "id"], name="initiative_town_due"),
            models.Index(fields=["responsible_area", "due_on", "id"], name="initiative_area_due"),
            models.Index(fields=["area", "listed_at"], name="initiative_listed"),
        ]

    def __str__(self) -> str:
        return self.reference


class InitiativeContact(models.Model):
    """How to reach who began an initiative. Apart, encrypted, every read logged.

    (contactgegevens van een initiatief)
    """

    initiative = models.OneToOneField(Initiative, on_delete=models.CASCADE, related_name="contact")
    email = EncryptedTextField(blank=True)
    phone = EncryptedTextField(blank=True)


class InitiativeMessage(models.Model):
    """What who began it and the duo write to each other (bericht bij een initiatief)."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="messages")
    submission = models.CharField(max_length=64, unique=True, null=True)
    is_from_starter = models.BooleanField()
    text = EncryptedTextField()
    language = models.CharField(max_length=2, default="nl")
    by_name = models.CharField(max_length=120, blank=True)
    promised_on = models.DateField(null=True)
    at = models.DateTimeField()


class InitiativeDecision(models.Model):
    """A decision about an initiative, with its reason in plain words (besluit)."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(max_length=20, choices=InitiativeOutcome)
    reason = EncryptedTextField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="initiative_decision_has_a_reason")
        ]


class InitiativeText(models.Model):
    """What the public list says of an initiative, in one language (openbare tekst).

    Written by a colleague, without names; never what the starter wrote.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=120)
    about = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["initiative", "language"], name="initiative_text_once")
        ]
