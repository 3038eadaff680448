# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much of the answering waits for a colleague today. Counts only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from voelspriet.answer.replies.choices import (
    CallState,
    DeliveryState,
    ReviewOutcome,
    TranslationState,
)
from voelspriet.answer.replies.models import (
    Answer,
    CallBack,
    MessageTranslation,
    NoticeTranslation,
)
from voelspriet.answer.replies.queries.deliveries import own_deliveries
from voelspriet.answer.replies.rules.access import answerable, reviewable
from voelspriet.ground.privacy.actors import Actor

STOPPED = (DeliveryState.FAILED, DeliveryState.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class AnsweringCounts:
    """What waits: calls (and those due today or late), translations, stopped mails, reviews."""

    calls: int
    calls_due: int
    translations: int
    stopped_mails: int
    reviews: int


def answering_counts(*, by: Actor, on: date) -> AnsweringCounts:
    """Return how much of the answering waits for `by`, in six queries."""
    own = answerable(by)
    alive = Q(signal__in=own, signal__withdrawn_at__isnull=True)
    calls = CallBack.objects.filter(alive, state=CallState.OPEN).aggregate(
        every=Count("pk"), due=Count("pk", filter=Q(due_on__lte=on))
    )
    waiting = TranslationState.WAITING
    notices = NoticeTranslation.objects.filter(
        Q(permission_request__signal__in=own) | Q(agreement__signals__in=own), state=waiting
    )
    translations = (
        Answer.objects.filter(alive, translation_state=waiting).count()
        + MessageTranslation.objects.filter(alive, state=waiting).count()
        + notices.distinct().count()
    )
    return AnsweringCounts(
        calls=calls["every"],
        calls_due=calls["due"],
        translations=translations,
        stopped_mails=own_deliveries(by).filter(state__in=STOPPED).count(),
        reviews=reviewable(by)
        .filter(outcome=ReviewOutcome.OPEN, signal__withdrawn_at__isnull=True)
        .count(),
    )
