# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The colleagues' side: the same conversation with the reporter's words, and the answer form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from voelspriet.act.agenda.models import Agreement
from voelspriet.answer.replies.choices import HeardFace, TranslationState
from voelspriet.answer.replies.models import AnswerTemplate, MessageTranslation, Rating
from voelspriet.answer.replies.queries.entries import (
    Entry,
    agreement_entries,
    answer_entries,
    call_entries,
    in_order,
    question_entries,
)
from voelspriet.answer.replies.rules.access import answerable
from voelspriet.answer.replies.rules.answers import STAFF_LANGUAGE
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.intake.choices import SignalStatus
from voelspriet.listen.intake.models import Message, PermissionRequest, Signal
from voelspriet.listen.intake.rules.access import (
    is_handed_over,
    may_direct,
    may_read_words,
    visible_signals,
)
from voelspriet.listen.intake.rules.status import may_step


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation as colleagues see it. `report_in_dutch` stands beside the report itself."""

    entries: tuple[Entry, ...]
    report_in_dutch: str
    report_waits: bool
    report_is_machine: bool
    report_reference: str


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A text to start an answer from."""

    id: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """What the answer form on the signal page needs.

    `may_settle` tells that the report can be called done with the answer.
    """

    reference: str
    language: str
    needs_translation: bool
    templates: tuple[TemplateRow, ...]
    owed: int
    wants_call: bool
    may_settle: bool


def thread(*, reference: str, by: Actor) -> Thread:
    """Return the conversation about a report. Raises OutOfScope.

    Words that point at a person are left out for a director who looks on after an escalation.
    """
    requests = PermissionRequest.objects.select_related("translation").order_by("asked_at")
    agreements = Agreement.objects.select_related("organisation").prefetch_related("translations")
    signal = (
        visible_signals(by)
        .filter(reference=reference)
        .select_related("call_back")
        .prefetch_related(
            "answers",
            "messages__translation",
            "ratings__translation",
            "call_back__attempts",
            "translations",
            Prefetch("permission_requests", queryset=requests),
            Prefetch("agreements", queryset=agreements),
        )
        .first()
    )
    if signal is None:
        raise OutOfScope(_("Deze melding is er niet."))
    readable = may_read_words(by, signal)
    report = _report_translation(signal) if readable else None
    return Thread(
        entries=in_order(_entries(signal, readable=readable, is_duo=may_direct(by, signal))),
        report_in_dutch=report.text if report else "",
        report_waits=report is not None and report.state == TranslationState.WAITING,
        report_is_machine=report is not None and report.state == TranslationState.MACHINE,
        report_reference=report.reference if report else "",
    )


def answer_form(*, reference: str, by: Actor) -> AnswerForm | None:
    """Return what the answer form needs; None for who may look but not answer."""
    signal = answerable(by).filter(reference=reference, withdrawn_at__isnull=True).first()
    if signal is None:
        return None
    templates = AnswerTemplate.objects.filter(municipality_id=signal.municipality_id)
    return AnswerForm(
        reference=signal.reference,
        language=signal.language,
        needs_translation=signal.language != STAFF_LANGUAGE,
        templates=tuple(
            TemplateRow(one.pk, one.title, one.text) for one in templates.order_by("title")
        ),
        owed=signal.answers_owed,
        wants_call=signal.answer_wish == "call",
        may_settle=may_step(signal, SignalStatus.DONE) and not is_handed_over(signal),
    )


def _report_translation(signal: Signal) -> MessageTranslation | None:
    rows = signal.translations.all()
    return next((row for row in rows if not row.message_id and not row.rating_id), None)


def _entries(signal: Signal, *, readable: bool, is_duo: bool) -> Iterator[Entry]:
    if readable:
        for message in signal.messages.all():
            translation = getattr(message, "translation", None)
            yield _theirs("message", message, message.text, translation)
    for rating in signal.ratings.all():
        translation = getattr(rating, "translation", None)
        # nobody looked whether these words point at a person
        words = rating.words if is_duo else ""
        face = str(HeardFace(rating.face).label)
        yield _theirs("rating", rating, words, translation, state=face)
    yield from answer_entries(signal.answers.all())
    yield from question_entries(signal.permission_requests.all())
    yield from agreement_entries(signal, signal.agreements.all())
    call = getattr(signal, "call_back", None)
    if call is not None:
        yield from call_entries(call.attempts.all())


def _theirs(
    kind: str,
    row: Message | Rating,
    text: str,
    translation: MessageTranslation | None,
    *,
    state: str = "",
) -> Entry:
    """Return what a reporter wrote: Dutch first when there is any, the original beside it."""
    in_dutch = translation.text if translation and text else ""
    return Entry(
        kind=kind,
        at=row.at,
        is_ours=False,
        text=in_dutch or text,
        language=STAFF_LANGUAGE if in_dutch else row.language,
        original=text if in_dutch else "",
        is_machine=translation is not None and translation.state == TranslationState.MACHINE,
        waits=translation is not None and translation.state == TranslationState.WAITING,
        reference=translation.reference if translation else "",
        state=state,
    )
