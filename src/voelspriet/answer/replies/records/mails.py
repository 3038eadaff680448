# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The mail of an outbox row, made at the moment it goes: address and words are read only then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.utils import translation

from voelspriet.answer.replies.choices import AnswerKind, TranslationState
from voelspriet.answer.replies.models import Answer, Delivery
from voelspriet.answer.replies.queries.deliveries import signal_of
from voelspriet.answer.replies.records.posting import address_of, follow_url, sender_of, tidy
from voelspriet.answer.replies.records.service_mails import written_mail
from voelspriet.answer.replies.rules.answers import (
    STAFF_LANGUAGE,
    mail_may_hold_answer,
    wants_mail,
)
from voelspriet.answer.replies.rules.fixed import mail_opening, mail_subject
from voelspriet.answer.replies.transports import Mail
from voelspriet.ground.ui.languages import direction
from voelspriet.listen.intake.models import Signal


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of an answer as a mail shows them: the reporter's language, the original below."""

    text: str = ""
    original: str = ""
    is_machine: bool = False


def mail_for(*, delivery_id: int, at: datetime) -> Mail | None:
    """Return the mail of an outbox row; None when there is no address (any more) to send it to.

    Tells how to follow (the address of the page, never the code) and never what the reporter
    wrote. Where the matter is sensitive it only says that something is waiting.
    """
    found = Delivery.objects.select_related(
        "answer__signal__municipality",
        "answer__signal__told_with",
        "permission_request__signal__municipality",
        "permission_request__signal__told_with",
    )
    delivery = found.filter(pk=delivery_id).first()
    if delivery is None:  # its reader took the address back a moment ago
        return None
    signal = signal_of(delivery)
    if delivery.service_mail is not None:
        return written_mail(delivery.service_mail, message_id=delivery.message_id, at=at)
    address = address_of(signal) if signal else ""
    if signal is None or not address or not wants_mail(signal):
        return None
    kind = delivery.answer.kind if delivery.answer else ""
    context = {
        "language": signal.language,
        "direction": direction(signal.language),
        "municipality": signal.municipality,
        "opening": mail_opening(kind=kind, language=signal.language),
        "told": _told(delivery.answer, signal),
        "follow_url": follow_url(signal.language),
        "may_rate": kind == AnswerKind.FINAL,
        "waits": bool(delivery.answer) and not mail_may_hold_answer(signal),
    }
    with translation.override(signal.language):
        return Mail(
            message_id=delivery.message_id,
            at=at,
            sender=sender_of(signal.municipality),
            to=address,
            subject=mail_subject(language=signal.language, municipality=signal.municipality.name),
            text=tidy(render_to_string("replies/mail.txt", context)),
            html=render_to_string("replies/mail.html", context),
            language=signal.language,
        )


def _told(answer: Answer | None, signal: Signal) -> _Told:
    if answer is None:
        return _Told()
    is_fixed = answer.kind in {AnswerKind.ACKNOWLEDGEMENT, AnswerKind.NOTICE}
    if not is_fixed and not mail_may_hold_answer(signal):
        return _Told()
    if signal.language == STAFF_LANGUAGE or not answer.translation:
        return _Told(answer.text)
    return _Told(
        answer.translation,
        "" if is_fixed else answer.text,
        answer.translation_state == TranslationState.MACHINE,
    )
