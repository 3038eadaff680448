# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must be translated or announced because somebody wrote something. Idempotent.

Nobody's deed: the rows say only that a text waits. Runs when a text comes in and in a sweep, so
a lost wake-up costs minutes, not a reporter.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Q, QuerySet

from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.models import Agreement
from voelspriet.answer.replies.actions.giving import queue_delivery
from voelspriet.answer.replies.choices import CallState, DeliveryState, TranslationState
from voelspriet.answer.replies.models import (
    Answer,
    CallBack,
    Delivery,
    MessageTranslation,
    NoticeTranslation,
    Rating,
)
from voelspriet.answer.replies.rules.answers import STAFF_LANGUAGE, wants_mail
from voelspriet.ground.privacy.writing import housekeeping
from voelspriet.lib.references import new_reference
from voelspriet.listen.intake.models import Message, PermissionRequest, Signal

LOOK_BACK = timedelta(days=30)
WAITING = TranslationState.WAITING
Written = TypeVar("Written", Message, Rating)


def catch_up(*, signal_id: int | None = None, at: datetime) -> None:
    """Queue every text that waits for a translation and the mail about every open question.

    Of one signal, or of everything of the last thirty days. Forgets what was withdrawn.
    """
    about = Q(signal_id=signal_id) if signal_id is not None else Q()
    with housekeeping("replies.catch_up"):
        _forget_withdrawn(about)
        _queue_reports(signal_id, at)
        _queue_words(
            Message.objects.filter(about, at__gte=at - LOOK_BACK),
            Rating.objects.filter(about, at__gte=at - LOOK_BACK).exclude(words=""),
            at,
        )
        _queue_questions(PermissionRequest.objects.filter(about, answered_at__isnull=True), at)
        _queue_agreements(signal_id, at)


def _forget_withdrawn(about: Q) -> None:
    """Take back what a reporter took back: their words in Dutch, mails and calls to come."""
    gone = about & Q(signal__withdrawn_at__isnull=False)
    MessageTranslation.objects.filter(gone).delete()
    Rating.objects.filter(gone).exclude(words="").update(words="")
    CallBack.objects.filter(gone, state=CallState.OPEN).update(state=CallState.GIVEN_UP)
    Delivery.objects.filter(
        Q(answer__in=Answer.objects.filter(gone))
        | Q(permission_request__in=PermissionRequest.objects.filter(gone)),
        state=DeliveryState.WAITING,
    ).update(state=DeliveryState.FAILED, error="withdrawn")


def _queue_reports(signal_id: int | None, at: datetime) -> None:
    signals = Signal.objects.filter(received_at__gte=at - LOOK_BACK)
    if signal_id is not None:
        signals = Signal.objects.filter(pk=signal_id)
    waiting = (
        signals.exclude(Q(language=STAFF_LANGUAGE) | Q(text="") | Q(withdrawn_at__isnull=False))
        .exclude(
            pk__in=MessageTranslation.objects.filter(
                message__isnull=True, rating__isnull=True
            ).values("signal_id")
        )
        .values_list("pk", flat=True)
    )
    MessageTranslation.objects.bulk_create(
        MessageTranslation(signal_id=pk, reference=new_reference("V"), state=WAITING, asked_at=at)
        for pk in list(waiting)
    )


def _queue_words(messages: QuerySet[Message], ratings: QuerySet[Rating], at: datetime) -> None:
    rows = [
        *(_words_row(at, message=row) for row in _untranslated(messages)),
        *(_words_row(at, rating=row) for row in _untranslated(ratings)),
    ]
    MessageTranslation.objects.bulk_create(rows)


def _untranslated(words: QuerySet[Written]) -> QuerySet[Written]:
    return words.filter(translation__isnull=True, signal__withdrawn_at__isnull=True).exclude(
        language=STAFF_LANGUAGE
    )


def _words_row(
    at: datetime, *, message: Message | None = None, rating: Rating | None = None
) -> MessageTranslation:
    about = message or rating
    if about is None:
        raise ValueError("A translation is of a message or of a rating.")
    return MessageTranslation(
        signal_id=about.signal_id,
        reference=new_reference("V"),
        message=message,
        rating=rating,
        state=WAITING,
        asked_at=at,
    )


def _queue_questions(requests: QuerySet[PermissionRequest], at: datetime) -> None:
    open_requests = requests.filter(signal__withdrawn_at__isnull=True).select_related(
        "signal__told_with"
    )
    foreign = open_requests.filter(translation__isnull=True).exclude(
        signal__language=STAFF_LANGUAGE
    )
    NoticeTranslation.objects.bulk_create(
        NoticeTranslation(
            permission_request=request,
            reference=new_reference("B"),
            language=request.signal.language,
            state=WAITING,
            asked_at=at,
        )
        for request in list(foreign)
    )
    for request in open_requests.filter(delivery__isnull=True, signal__language=STAFF_LANGUAGE):
        if wants_mail(request.signal):
            queue_delivery(request=request, at=at)


def _queue_agreements(signal_id: int | None, at: datetime) -> None:
    agreements = Agreement.objects.filter(made_at__gte=at - LOOK_BACK)
    if signal_id is not None:
        agreements = Agreement.objects.filter(signals=signal_id)
    pairs = (
        agreements.exclude(visibility=Visibility.INTERNAL)
        .filter(signals__isnull=False, signals__withdrawn_at__isnull=True)
        .values_list("pk", "signals__language")
        .distinct()
    )
    known = set(
        NoticeTranslation.objects.filter(agreement__in=agreements).values_list(
            "agreement_id", "language"
        )
    )
    NoticeTranslation.objects.bulk_create(_agreement_rows(set(pairs) - known, at))


def _agreement_rows(pairs: Iterable[tuple[int, str]], at: datetime) -> Iterable[NoticeTranslation]:
    for agreement_id, language in sorted(pairs):
        if language == STAFF_LANGUAGE:
            continue
        yield NoticeTranslation(
            agreement_id=agreement_id,
            reference=new_reference("B"),
            language=language,
            state=WAITING,
            asked_at=at,
        )
