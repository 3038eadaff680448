# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One line of a conversation, made of the rows it stands in. Shared by both sides of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.agenda.models import Agreement
from voelspriet.answer.replies.choices import AnswerKind, CallResult, TranslationState
from voelspriet.answer.replies.models import Answer, CallAttempt, NoticeTranslation
from voelspriet.answer.replies.rules.answers import STAFF_LANGUAGE
from voelspriet.ground.people.queries import SuccessionRow
from voelspriet.listen.intake.models import PermissionRequest, Signal


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a conversation.

    `kind` is told, message, acknowledgement, notice, interim, final, review, question, agreement,
    call, adviser (who came after whom) or rating. `text` stands in `language`; `original` is the
    Dutch beside a translation. What a reporter wrote has no text on the reporter's side: whoever
    looks over a shoulder there reads nothing of it.
    """

    kind: str
    at: datetime
    is_ours: bool
    who: str = ""
    text: str = ""
    language: str = STAFF_LANGUAGE
    original: str = ""
    is_machine: bool = False
    waits: bool = False
    is_spoken: bool = False
    is_template: bool = False
    reference: str = ""
    due_on: date | None = None
    state: str = ""


def answer_entries(answers: Iterable[Answer]) -> Iterator[Entry]:
    """Return the lines of what we answered."""
    for answer in answers:
        # fixed sentences were reviewed once: their Dutch beside them helps nobody
        is_fixed = answer.kind in {AnswerKind.ACKNOWLEDGEMENT, AnswerKind.NOTICE}
        waits = answer.translation_state == TranslationState.WAITING
        yield Entry(
            kind=answer.kind,
            at=answer.given_at or answer.at,
            is_ours=True,
            who=answer.by_name,
            text=answer.translation or answer.text,
            language=answer.translation_language if answer.translation else answer.language,
            original=answer.text if answer.translation and not is_fixed else "",
            is_machine=answer.translation_state == TranslationState.MACHINE,
            waits=waits,
            is_spoken=answer.is_spoken,
            is_template=answer.origin == "template",
            reference=answer.reference,
        )


def question_entries(requests: Iterable[PermissionRequest]) -> Iterator[Entry]:
    """Return the lines of what we asked permission for; `state` is yes, no or open."""
    for request in requests:
        translation = getattr(request, "translation", None)
        state = "open" if request.granted is None else ("yes" if request.granted else "no")
        yield _noticed(
            Entry(
                kind="question",
                at=request.asked_at,
                is_ours=True,
                who=request.by_name,
                text=request.question,
                state=state,
            ),
            translation,
        )


def agreement_entries(signal: Signal, agreements: Iterable[Agreement]) -> Iterator[Entry]:
    """Return the lines of agreements a reporter may see, in their language when there is one."""
    for agreement in agreements:
        if agreement.visibility == Visibility.INTERNAL:
            continue
        mine = [row for row in agreement.translations.all() if row.language == signal.language]
        yield _noticed(
            Entry(
                kind="agreement",
                at=agreement.made_at,
                is_ours=True,
                who=agreement.organisation.name,
                text=agreement.what,
                due_on=agreement.due_on,
                state=AgreementState(agreement.state).value,
                reference=agreement.reference,
            ),
            mine[0] if mine else None,
        )


def call_entries(attempts: Iterable[CallAttempt]) -> Iterator[Entry]:
    """Return the lines of calls; `state` is reached or missed."""
    for attempt in attempts:
        state = "reached" if attempt.result == CallResult.REACHED else "missed"
        yield Entry(kind="call", at=attempt.at, is_ours=True, who=attempt.by_name, state=state)


def adviser_entries(signal: Signal, successions: Iterable[SuccessionRow]) -> Iterator[Entry]:
    """Return the lines of who came after whom while the matter was open.

    `who` came after `text`, both first names.
    """
    for one in successions:
        was_open = signal.closed_at is None or signal.closed_at > one.passed_at
        if signal.received_at < one.passed_at and was_open:
            yield Entry(
                kind="adviser",
                at=one.passed_at,
                is_ours=True,
                who=one.new_name,
                text=one.old_name,
                due_on=one.starts_on,
            )


def _noticed(entry: Entry, translation: NoticeTranslation | None) -> Entry:
    """Return a line in the reporter's language, with the Dutch beside it."""
    if translation is None:
        return entry
    if translation.state == TranslationState.WAITING:
        return _with(entry, waits=True)
    return _with(
        entry,
        text=translation.text,
        language=translation.language,
        original=entry.text,
        is_machine=translation.state == TranslationState.MACHINE,
    )


def _with(entry: Entry, **changed: object) -> Entry:
    return replace(entry, **changed)  # type: ignore[arg-type]


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return lines oldest first; what came in before what we did with it."""
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.is_ours)))
