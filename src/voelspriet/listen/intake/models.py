# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signals: what people tell, where it is understood to belong, and what is owed for it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Area, Municipality, Street
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.people.models import User
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.intake.choices import (
    AnswerWish,
    AttachmentKind,
    Category,
    Channel,
    Clock,
    DebtReason,
    EscalationLevel,
    HandoverState,
    LegalKind,
    Openness,
    Permission,
    PersonFlag,
    PlaceTier,
    ProfessionalKind,
    SignalStatus,
    WhenKind,
)

# the day of a signal for which nothing is due: a real day, so that the inbox sorts by an index
NEVER_DUE = date(9999, 12, 31)


class Bundle(models.Model):
    """Signals about the same matter, so that one answer reaches everyone (bundel)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    reference = models.CharField(max_length=16, unique=True)
    responsible_area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    title = EncryptedTextField()
    created_at = models.DateTimeField()


class Signal(models.Model):
    """Something a person told about the neighbourhood (melding, signaal).

    `reference` is public and random; the receipt code that opens the conversation is stored as
    a keyed hash only, and so is `submission`. `told_with` is the first observation of a bundle
    form: its receipt code follows all of them. `responsible_area` always names the area whose
    duo owns the answer: the neighbourhood of the place, else what the reporter chose, else the
    whole municipality.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    reference = models.CharField(max_length=16, unique=True)
    receipt_hash = models.CharField(max_length=64, unique=True)
    submission = models.CharField(max_length=64, unique=True)
    told_with = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="told_along"
    )
    channel = models.CharField(max_length=16, choices=Channel, default=Channel.WEB)
    professional_kind = models.CharField(max_length=8, choices=ProfessionalKind, blank=True)
    entered_by_id = models.BigIntegerField(null=True)
    language = models.CharField(max_length=2, default="nl")
    received_at = models.DateTimeField()

    text = EncryptedTextField(blank=True)
    when_kind = models.CharField(max_length=8, choices=WhenKind, default=WhenKind.UNKNOWN)
    happened_at = models.DateTimeField(null=True)
    hot_times = models.JSONField(default=list)

    place_tier = models.CharField(max_length=8, choices=PlaceTier, default=PlaceTier.NONE)
    point = EncryptedTextField(blank=True)
    place_words = EncryptedTextField(blank=True)
    street = models.ForeignKey(Street, on_delete=models.SET_NULL, null=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="signals")
    responsible_area = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="responsible_for"
    )

    openness = models.CharField(max_length=16, choices=Openness, default=Openness.ANONYMOUS)
    permission = models.CharField(max_length=8, choices=Permission, default=Permission.FREE)
    answer_wish = models.CharField(max_length=8, choices=AnswerWish, default=AnswerWish.RECEIPT)
    danger_shown = models.BooleanField(default=False)

    suggested_category = models.CharField(max_length=16, choices=Category, blank=True)
    category = models.CharField(max_length=16, choices=Category, blank=True)
    person_flag = models.CharField(max_length=8, choices=PersonFlag, default=PersonFlag.NONE)
    legal_kind = models.CharField(max_length=16, choices=LegalKind, default=LegalKind.NONE)
    legal_due_on = models.DateField(null=True)

    status = models.CharField(max_length=16, choices=SignalStatus, default=SignalStatus.RECEIVED)
    status_reason = EncryptedTextField(blank=True)
    waiting_on = models.CharField(max_length=120, blank=True)
    first_answer_due_on = models.DateField()
    first_answered_at = models.DateTimeField(null=True)
    promised_on = models.DateField(null=True)
    first_promised_on = models.DateField(null=True)
    answers_owed = models.PositiveSmallIntegerField(default=0)
    due_on = models.DateField(default=NEVER_DUE)
    reopened = models.PositiveSmallIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    bundle = models.ForeignKey(Bundle, on_delete=models.SET_NULL, null=True, related_name="signals")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=SignalStatus.ANSWERED) | Q(answers_owed=0),
                name="signal_not_closed_while_owed",
            ),
            models.CheckConstraint(
                condition=~Q(openness=Openness.ANONYMOUS)
                | Q(answer_wish__in=[AnswerWish.NONE, AnswerWish.RECEIPT]),
                name="signal_anonymous_leaves_no_address",
            ),
            models.CheckConstraint(
                condition=~Q(legal_kind=LegalKind.ENFORCEMENT) | ~Q(openness=Openness.ANONYMOUS),
                name="signal_enforcement_not_anonymous",
            ),
            models.CheckConstraint(
                condition=~Q(permission__in=[Permission.LOCKED, Permission.REFUSED])
                | Q(bundle__isnull=True),
                name="signal_locked_is_not_bundled",
            ),
            models.CheckConstraint(condition=Q(reopened__lte=1), name="signal_reopens_once"),
        ]
        indexes = [
            models.Index(fields=["responsible_area", "status", "-received_at", "-id"]),
            models.Index(fields=["municipality", "-received_at", "-id"]),
            models.Index(fields=["area", "received_at"]),
            models.Index(fields=["status", "first_answer_due_on"]),
            models.Index(fields=["municipality", "status", "due_on", "id"]),
        ]

    def __str__(self) -> str:
        return self.reference


class ReporterContact(models.Model):
    """How to reach a reporter (contactgegevens). Apart, encrypted, every read logged."""

    signal = models.OneToOneField(Signal, on_delete=models.CASCADE, related_name="contact")
    name = EncryptedTextField(blank=True)
    email = EncryptedTextField(blank=True)
    phone = EncryptedTextField(blank=True)
    call_times = EncryptedTextField(blank=True)


class Attachment(models.Model):
    """A photo or a spoken report, encrypted on disk under a random name (bijlage).

    `cleared_at` tells that an adviser looked and found nobody on it: only then may a photo go
    with a hand-over.
    """

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="attachments")
    kind = models.CharField(max_length=8, choices=AttachmentKind)
    file_name = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=32)
    size = models.PositiveIntegerField()
    added_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True)
    destroyed_at = models.DateTimeField(null=True)


class Message(models.Model):
    """What a reporter writes further on the receipt page (bericht van de melder)."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="messages")
    submission = models.CharField(max_length=64, unique=True)
    text = EncryptedTextField()
    language = models.CharField(max_length=2)
    at = models.DateTimeField()


class Note(models.Model):
    """An internal note by a colleague; may become public under the Woo (notitie)."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="notes")
    text = EncryptedTextField()
    by_id = models.BigIntegerField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()


class PermissionRequest(models.Model):
    """The question "may we do this?" to who wants to be asked first (toestemmingsvraag)."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="permission_requests")
    question = EncryptedTextField()
    by_name = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    granted = models.BooleanField(null=True)


class Introduction(models.Model):
    """The question whether somebody new in the duo may read what was told in confidence.

    (kennismaking) Until a yes it stays with who knew it; after a no, for good.
    """

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="introductions")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    granted = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["signal", "user"], name="introduction_once"),
            models.CheckConstraint(
                condition=Q(granted__isnull=True, answered_at__isnull=True)
                | Q(granted__isnull=False, answered_at__isnull=False),
                name="introduction_answered_has_a_day",
            ),
        ]


class AnswerDebt(models.Model):
    """The debt to answer: one row for each time a person asked and was not yet answered.

    (antwoordschuld) Made here, paid by answer.replies. `answers_owed` and `due_on` of the signal
    follow from these rows.
    """

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="debts")
    reason = models.CharField(max_length=8, choices=DebtReason)
    since = models.DateTimeField()
    due_on = models.DateField()
    paid_at = models.DateTimeField(null=True)
    paid_by_reference = models.CharField(max_length=16, blank=True)

    class Meta:
        indexes = [models.Index(fields=["paid_at", "due_on"])]


class Handover(models.Model):
    """A matter handed to an organisation, in words written for it (overdracht)."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="handovers")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    reference = models.CharField(max_length=16, unique=True)
    text = EncryptedTextField()
    place = models.CharField(max_length=160, blank=True)
    point_until = models.DateTimeField(null=True)
    with_photos = models.BooleanField(default=False)
    ground = models.CharField(max_length=160)
    purpose = models.CharField(max_length=160)
    state = models.CharField(max_length=16, choices=HandoverState, default=HandoverState.OFFERED)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    report = EncryptedTextField(blank=True)
    reported_at = models.DateTimeField(null=True)


class Escalation(models.Model):
    """A clock that ran out, and who looks at it now (opschaling)."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="escalations")
    level = models.CharField(max_length=16, choices=EscalationLevel)
    clock = models.CharField(max_length=16, choices=Clock)
    due_on = models.DateField()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["signal", "level", "clock", "due_on"], name="escalation_once"
            )
        ]
        indexes = [models.Index(fields=["settled_at", "due_on"])]


class RoutingRule(models.Model):
    """Who usually takes a kind of matter in an area (routeerregel)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    category = models.CharField(max_length=16, choices=Category, blank=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, null=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE)
    contact = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(default=100)
    is_active = models.BooleanField(default=True)


class DangerTerm(models.Model):
    """A word or phrase that may mean acute danger, in one language (gevaarwoord)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    language = models.CharField(max_length=2)
    term = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "language", "term"], name="danger_term_once"
            )
        ]


class Draft(models.Model):
    """A report being written, encrypted with a key only the form holds, for two hours (concept)."""

    reference = models.CharField(max_length=32, unique=True)
    content = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)


class FailedCode(models.Model):
    """How many wrong receipt codes were tried in one minute, everywhere together.

    (mislukte code) Holds no address and no code.
    """

    minute = models.DateTimeField(unique=True)
    count = models.PositiveIntegerField(default=0)
