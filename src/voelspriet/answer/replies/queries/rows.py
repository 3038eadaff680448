# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The frozen rows that actions and queries of this room hand to doors."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.answer.replies.choices import AnswerOrigin
from voelspriet.answer.replies.models import Answer


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer as it was just written: does it count, and does it still wait?"""

    reference: str
    signal_reference: str
    kind: str
    is_template: bool
    is_given: bool
    language: str


def answer_row(answer: Answer, *, signal_reference: str) -> AnswerRow:
    """Return the row of an answer."""
    return AnswerRow(
        reference=answer.reference,
        signal_reference=signal_reference,
        kind=answer.kind,
        is_template=answer.origin == AnswerOrigin.TEMPLATE,
        is_given=answer.given_at is not None,
        language=answer.translation_language or answer.language,
    )
