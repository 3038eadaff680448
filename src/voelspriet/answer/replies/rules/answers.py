# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What counts as an answer, in which language it must stand and what a mail may tell."""

from __future__ import annotations

from collections.abc import Iterable

from voelspriet.answer.replies.choices import AnswerKind, AnswerOrigin, TranslationState
from voelspriet.answer.replies.models import Answer
from voelspriet.listen.intake.choices import (
    SENSITIVE_CATEGORIES,
    AnswerWish,
    Permission,
    PersonFlag,
    SignalStatus,
)
from voelspriet.listen.intake.models import Signal

STAFF_LANGUAGE = "nl"
PAYING_KINDS = frozenset({AnswerKind.INTERIM, AnswerKind.FINAL})


def plain(text: str) -> str:
    """Return text as it is compared: without the white space around and between words."""
    return " ".join(text.split())


def origin_of(text: str, templates: Iterable[str]) -> AnswerOrigin:
    """Tell whether a person wrote this: a template that nobody touched is no answer."""
    words = plain(text)
    if any(plain(template) == words for template in templates):
        return AnswerOrigin.TEMPLATE
    return AnswerOrigin.PERSON


def translation_needed(language: str) -> TranslationState:
    """Return the state in which a Dutch text starts for somebody who reads `language`."""
    if language == STAFF_LANGUAGE:
        return TranslationState.NOT_NEEDED
    return TranslationState.WAITING


def pays(answer: Answer) -> bool:
    """Tell whether this pays the debt: a person's words, given in the reporter's language."""
    return (
        answer.kind in PAYING_KINDS
        and answer.origin == AnswerOrigin.PERSON
        and answer.given_at is not None
    )


def told_first(signal: Signal) -> Signal:
    """Return the signal that holds wish and contact: the first of a bundle form, else itself."""
    return signal.told_with or signal


def wants_mail(signal: Signal) -> bool:
    """Tell whether this reporter asked to be mailed and is still there."""
    return told_first(signal).answer_wish == AnswerWish.EMAIL and signal.withdrawn_at is None


def mail_may_hold_answer(signal: Signal) -> bool:
    """Tell whether the words of an answer may stand in a mail.

    A mailbox can be read by others at home. Where the matter is sensitive, points at a person or
    was told under "do nothing without asking", the mail only says that something is waiting.
    """
    category = signal.category or signal.suggested_category
    return (
        signal.permission == Permission.FREE
        and signal.person_flag in {PersonFlag.NONE, PersonFlag.CLEARED}
        and category not in SENSITIVE_CATEGORIES
    )


def rating_round(*, status: str, reopened: int, rated: int) -> int | None:
    """Return which "were you heard?" may be given now (1 or 2); None when none may.

    Only about a closed matter, and twice at most: the second follows the one reopening.
    """
    if status != SignalStatus.ANSWERED or rated > reopened:
        return None
    return reopened + 1
