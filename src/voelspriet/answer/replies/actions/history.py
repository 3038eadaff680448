# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing in the past: answers and ratings of before, in one step and with one audit line."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.answer.replies.choices import (
    AnswerKind,
    AnswerOrigin,
    CallResult,
    CallState,
    DeliveryState,
    HeardFace,
    TranslationState,
)
from voelspriet.answer.replies.models import Answer, CallAttempt, CallBack, Delivery, Rating
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day

BATCH = 500


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An answer a person gave before; `translation` when the reporter reads another language."""

    reference: str
    signal_id: int
    kind: AnswerKind
    text: str
    by_id: int
    by_name: str
    at: datetime
    agreement_id: int | None = None
    translation: str = ""
    translation_language: str = ""
    by_mail: bool = False
    by_phone: bool = False


@dataclass(frozen=True, slots=True)
class PastRating:
    """Whether a reporter felt heard, before."""

    signal_id: int
    face: HeardFace
    words: str
    language: str
    at: datetime


@action
def import_history(
    *,
    municipality_id: int,
    answers: Sequence[PastAnswer],
    ratings: Sequence[PastRating],
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> None:
    """Write answers and ratings of before. Nothing is sent. Refuses anybody but the system."""
    if by.kind is not ActorKind.SYSTEM:
        raise Refused(_("Alleen het systeem haalt geschiedenis binnen."))
    rows = [_row(past) for past in answers]
    Answer.objects.bulk_create(rows, batch_size=BATCH)
    pairs = list(zip(rows, answers, strict=True))
    Delivery.objects.bulk_create(
        [_delivery(row, rng) for row, past in pairs if past.by_mail], batch_size=BATCH
    )
    called = {past.signal_id: past for past in answers if past.by_phone}
    calls = [
        CallBack(signal_id=signal_id, state=CallState.REACHED, due_on=dutch_day(past.at))
        for signal_id, past in called.items()
    ]
    CallBack.objects.bulk_create(calls, batch_size=BATCH)
    CallAttempt.objects.bulk_create(
        [
            CallAttempt(call_back=call, result=CallResult.REACHED, by_name=past.by_name, at=past.at)
            for call, past in zip(calls, called.values(), strict=True)
        ],
        batch_size=BATCH,
    )
    Rating.objects.bulk_create(
        [
            Rating(
                signal_id=past.signal_id,
                round=1,
                face=past.face,
                words=past.words,
                language=past.language,
                at=past.at,
            )
            for past in ratings
        ],
        batch_size=BATCH,
    )
    record("answer.import_history", by=by, at=at, subject="answer",
           municipality_id=municipality_id, answers=len(rows), ratings=len(ratings))  # fmt: skip


def _row(past: PastAnswer) -> Answer:
    return Answer(
        signal_id=past.signal_id,
        reference=past.reference,
        kind=past.kind,
        origin=AnswerOrigin.PERSON,
        agreement_id=past.agreement_id,
        text=past.text,
        translation=past.translation,
        translation_language=past.translation_language,
        translation_state=(
            TranslationState.PERSON if past.translation else TranslationState.NOT_NEEDED
        ),
        by_id=past.by_id,
        by_name=past.by_name,
        at=past.at,
        given_at=past.at,
        is_spoken=past.by_phone,
    )


def _delivery(row: Answer, rng: random.Random) -> Delivery:
    token = new_reference("v", rng=rng) + new_reference("", rng=rng)
    return Delivery(
        answer=row,
        message_id=f"<{token.lower()}@history.invalid>",
        state=DeliveryState.SENT,
        attempts=1,
        next_try_at=row.at,
        tried_at=row.at,
        sent_at=row.at,
    )
