# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The question a phone may answer now, read narrowly: hundreds answer within seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db.models import F

from voelspriet.listen.evenings.choices import EveningState, ItemKind
from voelspriet.listen.evenings.models import Voice
from voelspriet.listen.evenings.queries.definitions import question_of
from voelspriet.listen.evenings.rules.joining import PhoneToken
from voelspriet.listen.evenings.rules.running import Part
from voelspriet.listen.surveys.rules.definitions import QuestionDefinition

_PART = "evening__current_item"
_COLUMNS = {
    "voice_id": F("pk"),
    "town_id": F("evening__municipality_id"),
    "state": F("evening__state"),
    "version": F("evening__version_id"),
    "digest": F("evening__version__digest"),
    "part": F("evening__current_item_id"),
    "position": F(f"{_PART}__position"),
    "kind": F(f"{_PART}__kind"),
    "opened": F(f"{_PART}__opened_at"),
    "closed": F(f"{_PART}__closed_at"),
    "asked": F(f"{_PART}__question__name"),
}


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """What is asked of one phone now. `question` is None when nothing can be answered."""

    voice_id: UUID
    municipality_id: int
    item_id: int
    position: int
    question: QuestionDefinition | None


def asked_of(*, token: PhoneToken) -> AskedQuestion | None:
    """Return what is asked of a phone; None when its token opens nothing (any more). One query."""
    found = Voice.objects.filter(token_hash=token.hash, evening__reference=token.evening_reference)
    # names given by a mapping are not known to the types
    row = cast("dict[str, Any] | None", found.values(**_COLUMNS).first())
    if row is None:
        return None
    question = None
    if row["state"] == EveningState.OPEN and row["asked"]:
        part = Part(
            id=row["part"],
            kind=ItemKind(row["kind"]),
            was_opened=row["opened"] is not None,
            is_closed=row["closed"] is not None,
        )
        if part.takes_answers:
            question = question_of(row["version"], row["digest"], row["asked"])
    return AskedQuestion(
        voice_id=row["voice_id"],
        municipality_id=row["town_id"],
        item_id=row["part"] or 0,
        position=row["position"] or 0,
        question=question,
    )
