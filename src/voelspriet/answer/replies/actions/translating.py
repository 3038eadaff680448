# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The translation queue: a colleague writes what stands in another language.

No text ever leaves for an outside service. When a computer on own ground made it and a colleague
read it through, it carries that mark wherever it is shown.
"""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.answer.replies.actions.finding import own_answer, worded
from voelspriet.answer.replies.actions.giving import give, queue_delivery
from voelspriet.answer.replies.choices import TranslationState
from voelspriet.answer.replies.models import MessageTranslation, NoticeTranslation
from voelspriet.answer.replies.rules.access import answerable
from voelspriet.answer.replies.rules.answers import wants_mail
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action

ALREADY = TranslationState.PERSON, TranslationState.MACHINE, TranslationState.NOT_NEEDED


def translate(*, reference: str, text: str, machine: bool, by: Actor, at: datetime) -> None:
    """Write the translation of whatever waits under `reference`; see the three actions below."""
    write = {"A": translate_answer, "V": translate_words, "B": translate_notice}.get(reference[:1])
    if write is None:
        raise OutOfScope(_("Deze tekst is er niet."))
    write(reference=reference, text=text, machine=machine, by=by, at=at)


@action
def translate_answer(*, reference: str, text: str, machine: bool, by: Actor, at: datetime) -> None:
    """Give an answer in the reporter's language: from now it counts, pays and goes to the mail.

    Refused when it was translated already or the text is empty; OutOfScope for anyone but the duo.
    """
    answer = own_answer(reference=reference, by=by)
    _refuse_twice(answer.translation_state)
    answer.translation = worded(text)
    answer.translation_state = _state(machine=machine)
    answer.save(update_fields=["translation", "translation_state"])
    if answer.given_at is None:
        give(answer=answer, by=by, at=at)
    record(
        "answer.translated",
        by=by,
        at=at,
        subject="signal",
        reference=answer.signal.reference,
        state=answer.translation_state,
        language=answer.translation_language,
    )


@action
def translate_words(*, reference: str, text: str, machine: bool, by: Actor, at: datetime) -> None:
    """Put what a reporter wrote into Dutch, beside the original.

    Refused and OutOfScope as `translate_answer`.
    """
    row = (
        MessageTranslation.objects.select_related("signal")
        .filter(reference=reference, signal__in=answerable(by))
        .first()
    )
    if row is None:
        raise OutOfScope(_("Deze tekst is er niet."))
    _refuse_twice(row.state)
    _write(row, text, machine=machine, by=by)
    record(
        "words.translated",
        by=by,
        at=at,
        subject="signal",
        reference=row.signal.reference,
        state=row.state,
    )


@action
def translate_notice(*, reference: str, text: str, machine: bool, by: Actor, at: datetime) -> None:
    """Put a question or an agreement into the language of those it is for.

    A question can be answered from now on, and its mail goes out. Refused and OutOfScope as
    `translate_answer`.
    """
    row = (
        NoticeTranslation.objects.select_related(
            "agreement", "permission_request__signal__told_with"
        )
        .filter(reference=reference)
        .first()
    )
    if row is None or not _may_translate(by, row):
        raise OutOfScope(_("Deze tekst is er niet."))
    _refuse_twice(row.state)
    _write(row, text, machine=machine, by=by)
    request = row.permission_request
    if request is not None and request.answered_at is None and wants_mail(request.signal):
        queue_delivery(request=request, at=at)
    about = request.signal if request is not None else row.agreement
    record(
        "notice.translated",
        by=by,
        at=at,
        subject="agreement" if request is None else "signal",
        reference=about.reference if about is not None else "",
        language=row.language,
    )


def _may_translate(by: Actor, row: NoticeTranslation) -> bool:
    if row.permission_request is not None:
        return answerable(by).filter(pk=row.permission_request.signal_id).exists()
    agreement = row.agreement
    return agreement is not None and (
        by.advises(agreement.area_id) or agreement.signals.filter(pk__in=answerable(by)).exists()
    )


def _write(
    row: MessageTranslation | NoticeTranslation, text: str, *, machine: bool, by: Actor
) -> None:
    row.text = worded(text)
    row.state = _state(machine=machine)
    row.by_name = by.name
    row.save(update_fields=["text", "state", "by_name"])


def _state(*, machine: bool) -> TranslationState:
    return TranslationState.MACHINE if machine else TranslationState.PERSON


def _refuse_twice(state: str) -> None:
    if state in ALREADY:
        raise Refused(_("Een collega heeft dit al vertaald."))
