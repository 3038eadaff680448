# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an answer comes to stand on the receipt page, pays its debt and goes to the mail.

Every action that answers somebody ends here, so there is one place that says what "given" is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from voelspriet.answer.replies.choices import AnswerKind, AnswerOrigin, TranslationState
from voelspriet.answer.replies.models import Answer, Delivery, ServiceMail
from voelspriet.answer.replies.rules.answers import pays, translation_needed, wants_mail
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.listen.intake.actions import pay_debts
from voelspriet.listen.intake.models import PermissionRequest, Signal


@dataclass(frozen=True, slots=True)
class Words:
    """What an answer says and what it is. `fixed` is the reporter's language, from the files."""

    text: str
    kind: AnswerKind
    origin: AnswerOrigin = AnswerOrigin.PERSON
    fixed: str = ""
    is_spoken: bool = False
    agreement_id: int | None = None


def write_answer(*, signal: Signal, words: Words, by: Actor, at: datetime) -> Answer:
    """Write an answer and give it at once unless it must be translated first.

    Fixed sentences come translated; what was said by phone was understood when it was said.
    """
    is_fixed = bool(words.fixed)
    state = TranslationState.NOT_NEEDED if is_fixed else translation_needed(signal.language)
    answer = Answer.objects.create(
        signal=signal,
        reference=new_reference("A"),
        kind=words.kind,
        origin=words.origin,
        agreement_id=words.agreement_id,
        text=words.text,
        translation="" if words.fixed == words.text else words.fixed,
        translation_language="" if signal.language == "nl" else signal.language,
        translation_state=state,
        by_id=by.user_id,
        by_name=by.name if by.is_staff else "",
        at=at,
        is_spoken=words.is_spoken,
    )
    if state != TranslationState.WAITING or words.is_spoken:
        give(answer=answer, by=by, at=at)
    return answer


def give(*, answer: Answer, by: Actor, at: datetime) -> None:
    """Let the reporter have an answer: it counts from `at`, pays and goes to the mail."""
    answer.given_at = at
    answer.save(update_fields=["given_at"])
    if wants_mail(answer.signal):
        queue_delivery(answer=answer, at=at)
    if pays(answer):
        pay_debts(
            signal_id=answer.signal_id,
            paid_by_reference=answer.reference,
            final=answer.kind == AnswerKind.FINAL,
            asked_until=answer.at,
            by=by,
            at=at,
        )


def queue_delivery(
    *,
    answer: Answer | None = None,
    request: PermissionRequest | None = None,
    service_mail: ServiceMail | None = None,
    at: datetime,
) -> None:
    """Put one mail in the outbox, and wake the worker when this transaction is in."""
    host = settings.PUBLIC_URL.split("//")[-1].split(":")[0]
    token = new_reference("v", rng=SYSTEM_RANDOM) + new_reference("", rng=SYSTEM_RANDOM)
    delivery = Delivery.objects.create(
        answer=answer,
        permission_request=request,
        service_mail=service_mail,
        message_id=f"<{token.lower()}@{host}>"[:80],
        next_try_at=at,
    )
    enqueue("replies.send", delivery_id=delivery.pk)
