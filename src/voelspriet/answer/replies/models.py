# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers to people, how they go out, and whether people felt heard."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.agenda.models import Agreement
from voelspriet.act.plans.models import MomentReminder, Plan
from voelspriet.answer.replies.choices import (
    AnswerKind,
    AnswerOrigin,
    CallResult,
    CallState,
    DeliveryState,
    HeardFace,
    ReminderStage,
    ReviewOutcome,
    ServiceMailKind,
    TranslationState,
)
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.people.models import Succession
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.evenings.models import ReportAddress
from voelspriet.listen.intake.models import Message, PermissionRequest, Signal


def _only(there: str, *others: str) -> Q:
    return Q(**{f"{there}__isnull": False} | {f"{one}__isnull": True for one in others})


class AnswerTemplate(models.Model):
    """A text to start an answer from (standaardtekst)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    title = models.CharField(max_length=80)
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "title"], name="template_once")
        ]


class Answer(models.Model):
    """What the municipality said to a reporter (antwoord). Always stands on the receipt page.

    `given_at` is when the reporter could read it in their own language, or heard it by phone
    (`is_spoken`). Only then is a debt paid.
    """

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="answers")
    reference = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=16, choices=AnswerKind)
    origin = models.CharField(max_length=16, choices=AnswerOrigin)
    agreement = models.ForeignKey(Agreement, on_delete=models.SET_NULL, null=True)
    text = EncryptedTextField()
    language = models.CharField(max_length=2, default="nl")
    translation = EncryptedTextField(blank=True)
    translation_language = models.CharField(max_length=2, blank=True)
    translation_state = models.CharField(
        max_length=16, choices=TranslationState, default=TranslationState.NOT_NEEDED
    )
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    given_at = models.DateTimeField(null=True)
    is_spoken = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["signal", "kind"],
                condition=Q(kind__in=[AnswerKind.ACKNOWLEDGEMENT, AnswerKind.NOTICE]),
                name="answer_fixed_once",
            ),
            models.UniqueConstraint(
                fields=["signal", "agreement"],
                condition=Q(agreement__isnull=False),
                name="answer_once_per_agreement",
            ),
        ]
        indexes = [
            models.Index(fields=["translation_state", "at"]),
            models.Index(fields=["signal", "at"]),
        ]


class Rating(models.Model):
    """Whether a reporter felt heard, after closing (oordeel). Round 2 follows a reopening."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="ratings")
    round = models.PositiveSmallIntegerField()
    face = models.CharField(max_length=8, choices=HeardFace)
    words = EncryptedTextField(blank=True)
    language = models.CharField(max_length=2)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["signal", "round"], name="rating_once_a_round"),
            models.CheckConstraint(condition=Q(round__in=[1, 2]), name="rating_twice_at_most"),
        ]


class MessageTranslation(models.Model):
    """A reporter's words in Dutch, beside the original (vertaling van een bericht).

    With neither `message` nor `rating` it is the report itself.
    """

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="translations")
    reference = models.CharField(max_length=16, unique=True)
    message = models.OneToOneField(
        Message, on_delete=models.CASCADE, null=True, related_name="translation"
    )
    rating = models.OneToOneField(
        Rating, on_delete=models.CASCADE, null=True, related_name="translation"
    )
    text = EncryptedTextField(blank=True)
    state = models.CharField(max_length=16, choices=TranslationState)
    asked_at = models.DateTimeField()
    by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["signal"],
                condition=Q(message__isnull=True, rating__isnull=True),
                name="report_translated_once",
            )
        ]
        indexes = [models.Index(fields=["state", "asked_at"])]


class NoticeTranslation(models.Model):
    """A question or an agreement in a reporter's language (vertaling van een bericht aan melders).

    A question waits for it: nobody can say yes to what they cannot read.
    """

    reference = models.CharField(max_length=16, unique=True)
    permission_request = models.OneToOneField(
        PermissionRequest, on_delete=models.CASCADE, null=True, related_name="translation"
    )
    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, null=True, related_name="translations"
    )
    language = models.CharField(max_length=2)
    text = EncryptedTextField(blank=True)
    state = models.CharField(max_length=16, choices=TranslationState)
    asked_at = models.DateTimeField()
    by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(permission_request__isnull=False, agreement__isnull=True)
                | Q(permission_request__isnull=True, agreement__isnull=False),
                name="notice_translation_of_one_thing",
            ),
            models.UniqueConstraint(
                fields=["agreement", "language"], name="notice_translation_once"
            ),
        ]
        indexes = [models.Index(fields=["state", "asked_at"])]


class ServiceMail(models.Model):
    """A mail of its own, about no single answer (bericht per mail).

    To a reporter, to an organisation, to an address for the report of an evening, with which it
    goes, or to whoever follows a plan when it goes. `key` says what it is about, so that it is
    made once, however often. `moment_reminders`: what of the plan's cycle it tells.
    """

    kind = models.CharField(max_length=16, choices=ServiceMailKind)
    key = models.CharField(max_length=80, unique=True)
    signal = models.ForeignKey(
        Signal, on_delete=models.CASCADE, null=True, related_name="service_mails"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, related_name="service_mails"
    )
    report_address = models.ForeignKey(
        ReportAddress, on_delete=models.CASCADE, null=True, related_name="service_mails"
    )
    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, null=True, related_name="service_mails"
    )
    succession = models.ForeignKey(Succession, on_delete=models.CASCADE, null=True)
    area = models.ForeignKey(Area, on_delete=models.SET_NULL, null=True)
    agreements = models.ManyToManyField(Agreement, related_name="service_mails")
    moment_reminders = models.ManyToManyField(MomentReminder, related_name="service_mails")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_only("signal", "organisation", "report_address", "plan")
                | _only("organisation", "signal", "report_address", "plan")
                | _only("report_address", "signal", "organisation", "plan")
                | _only("plan", "signal", "organisation", "report_address"),
                name="notice_to_one_reader",
            )
        ]


class Reminder(models.Model):
    """That an organisation was reminded of an agreement before or at a day (herinnering)."""

    service_mail = models.ForeignKey(
        ServiceMail, on_delete=models.CASCADE, related_name="reminders"
    )
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="reminders")
    stage = models.CharField(max_length=8, choices=ReminderStage)
    due_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "stage", "due_on"], name="reminder_once")
        ]


class Delivery(models.Model):
    """One mail that must go out once (verzending): the outbox row, the truth about it.

    About an answer, a question that waits on the receipt page, or a service mail. `message_id`
    is made with the row and stays when a colleague sends again, so that a mailbox sees the double.
    `claims` counts every attempt ever and tells a late answer to an old one; `attempts` counts
    those since a colleague last pressed.
    """

    answer = models.OneToOneField(
        Answer, on_delete=models.CASCADE, null=True, related_name="delivery"
    )
    permission_request = models.OneToOneField(
        PermissionRequest, on_delete=models.CASCADE, null=True, related_name="delivery"
    )
    service_mail = models.OneToOneField(
        ServiceMail, on_delete=models.CASCADE, null=True, related_name="delivery"
    )
    message_id = models.CharField(max_length=80, unique=True)
    state = models.CharField(max_length=16, choices=DeliveryState, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    claims = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_only("answer", "permission_request", "service_mail")
                | _only("permission_request", "answer", "service_mail")
                | _only("service_mail", "answer", "permission_request"),
                name="delivery_about_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(state=DeliveryState.SENDING) | Q(lease_until__isnull=False),
                name="delivery_sending_has_a_lease",
            ),
        ]
        indexes = [models.Index(fields=["state", "next_try_at"])]


class CallBack(models.Model):
    """Somebody who asked to be called (terugbelverzoek)."""

    signal = models.OneToOneField(Signal, on_delete=models.CASCADE, related_name="call_back")
    state = models.CharField(max_length=16, choices=CallState, default=CallState.OPEN)
    due_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["state", "due_on"])]


class CallAttempt(models.Model):
    """One time somebody was called (belpoging)."""

    call_back = models.ForeignKey(CallBack, on_delete=models.CASCADE, related_name="attempts")
    result = models.CharField(max_length=16, choices=CallResult)
    note = EncryptedTextField(blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()


class Review(models.Model):
    """A colleague's look at a matter somebody was twice not heard in (herbeoordeling).

    The colleague is not of the duo, so `may_read_report` is the reporter's own yes to it.
    """

    signal = models.OneToOneField(Signal, on_delete=models.CASCADE, related_name="review")
    asked_at = models.DateTimeField()
    may_read_report = models.BooleanField(default=False)
    outcome = models.CharField(max_length=16, choices=ReviewOutcome, default=ReviewOutcome.OPEN)
    reason = EncryptedTextField(blank=True)
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)
