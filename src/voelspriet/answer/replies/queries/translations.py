# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The translation queue, both ways: what a reporter wrote, and what we want to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voelspriet.answer.replies.choices import TranslationState
from voelspriet.answer.replies.models import Answer, MessageTranslation, NoticeTranslation
from voelspriet.answer.replies.rules.access import answerable
from voelspriet.answer.replies.rules.answers import STAFF_LANGUAGE
from voelspriet.ground.privacy.actors import Actor, OutOfScope

WAITING = TranslationState.WAITING
MOST_ROWS = 200
ANSWER: Promise = gettext_lazy("Antwoord aan de melder")
QUESTION: Promise = gettext_lazy("Vraag aan de melder")
AGREEMENT: Promise = gettext_lazy("Afspraak")
REPORT: Promise = gettext_lazy("Melding")
MESSAGE: Promise = gettext_lazy("Bericht van de melder")
RATING: Promise = gettext_lazy("Oordeel van de melder")


@dataclass(frozen=True, slots=True)
class TranslationTask:
    """One text that waits for a translation, with the language it stands in and the one it needs.

    `blocks` tells that a person cannot read or do something until it is there.
    """

    reference: str
    what: Promise
    about: str
    text: str
    source: str
    target: str
    source_name: str
    target_name: str
    asked_at: datetime
    blocks: bool


def translation_tasks(*, by: Actor) -> tuple[TranslationTask, ...]:
    """Return what waits, first what a person waits for, then longest first."""
    tasks = [*_answers(by), *_notices(by), *_words(by)]
    return tuple(sorted(tasks, key=lambda task: (not task.blocks, task.asked_at))[:MOST_ROWS])


def translation_task(*, reference: str, by: Actor) -> TranslationTask:
    """Return one text that waits. Raises OutOfScope when it does not (any more)."""
    source = {"A": _answers, "V": _words, "B": _notices}.get(reference[:1])
    tasks = source(by, reference) if source else iter(())
    task = next(tasks, None)
    if task is None:
        raise OutOfScope(_("Deze tekst is er niet."))
    return task


def _name(code: str) -> str:
    return str(dict(settings.LANGUAGES).get(code, code))


def _task(
    *, what: Promise, about: str, text: str, languages: tuple[str, str],
    reference: str, asked_at: datetime, blocks: bool,
) -> TranslationTask:  # fmt: skip
    source, target = languages
    return TranslationTask(
        reference, what, about, text, source, target, _name(source), _name(target), asked_at, blocks
    )


def _answers(by: Actor, reference: str = "") -> Iterator[TranslationTask]:
    rows = Answer.objects.filter(
        translation_state=WAITING, signal__in=answerable(by), signal__withdrawn_at__isnull=True
    ).select_related("signal")
    if reference:
        rows = rows.filter(reference=reference)
    for row in rows.order_by("at")[:MOST_ROWS]:
        yield _task(
            what=ANSWER,
            about=row.signal.reference,
            text=row.text,
            languages=(row.language, row.translation_language),
            reference=row.reference,
            asked_at=row.at,
            blocks=row.given_at is None,
        )


def _words(by: Actor, reference: str = "") -> Iterator[TranslationTask]:
    rows = MessageTranslation.objects.filter(
        state=WAITING, signal__in=answerable(by), signal__withdrawn_at__isnull=True
    ).select_related("signal", "message", "rating")
    if reference:
        rows = rows.filter(reference=reference)
    for row in rows.order_by("asked_at")[:MOST_ROWS]:
        what, text, language = REPORT, row.signal.text, row.signal.language
        if row.message is not None:
            what, text, language = MESSAGE, row.message.text, row.message.language
        elif row.rating is not None:
            what, text, language = RATING, row.rating.words, row.rating.language
        yield _task(
            what=what,
            about=row.signal.reference,
            text=text,
            languages=(language, STAFF_LANGUAGE),
            reference=row.reference,
            asked_at=row.asked_at,
            blocks=False,
        )


def _notices(by: Actor, reference: str = "") -> Iterator[TranslationTask]:
    own = answerable(by)
    rows = (
        NoticeTranslation.objects.filter(
            Q(permission_request__signal__in=own) | Q(agreement__signals__in=own), state=WAITING
        )
        .select_related("permission_request__signal", "agreement")
        .distinct()
    )
    if reference:
        rows = rows.filter(reference=reference)
    for row in rows.order_by("asked_at")[:MOST_ROWS]:
        request, agreement = row.permission_request, row.agreement
        if request is not None:
            what, about, text = QUESTION, request.signal.reference, request.question
        elif agreement is not None:
            what, about, text = AGREEMENT, agreement.reference, agreement.what
        else:
            continue
        yield _task(
            what=what,
            about=about,
            text=text,
            languages=(STAFF_LANGUAGE, row.language),
            reference=row.reference,
            asked_at=row.asked_at,
            blocks=request is not None,
        )
