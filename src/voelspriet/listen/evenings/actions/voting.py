# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer of one phone: kept once, changed until the question closes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.evenings.models import Vote
from voelspriet.listen.evenings.queries.asked import asked_of
from voelspriet.listen.evenings.rules.answers import checked
from voelspriet.listen.evenings.rules.joining import PhoneToken
from voelspriet.listen.surveys.rules.answers import Answer

ANSWER_COLUMNS = ["chosen", "number", "text", "is_let_through"]


@action
def cast_vote(*, token: PhoneToken, item_id: int, answer: Answer, by: Actor, at: datetime) -> None:
    """Keep what a phone answers to the part that is on; again replaces it, never adds to it.

    Sending the same twice changes nothing. No moment is kept. Refuses a question that is closed or
    not on, and what it cannot have as an answer. OutOfScope: a token that opens nothing here.
    Five hundred come within seconds and queue for one lock: three short queries and no more.
    """
    asked = asked_of(token=token)
    if asked is None:
        raise OutOfScope(_("Deze avond is er niet."))
    if asked.question is None or asked.item_id != item_id:
        raise Refused(_("Deze vraag is al dicht. Wat u eerder antwoordde, telt mee."))
    keep_answers({asked.voice_id: checked(asked.question, answer)}, item_id)
    record(
        "evening.vote",
        by=by,
        at=at,
        subject="evening",
        reference=token.evening_reference,
        municipality_id=asked.municipality_id,
        item=asked.position,
    )


def keep_answers(answers: Mapping[UUID, Answer], item_id: int) -> None:
    """Write one answer per voice: whoever answered before has it replaced, in the same step."""
    Vote.objects.bulk_create(
        [
            Vote(
                item_id=item_id,
                voice_id=voice_id,
                chosen=list(one.chosen),
                number=one.number,
                text=one.text,
                is_let_through=False,
            )
            for voice_id, one in answers.items()
        ],
        update_conflicts=True,
        unique_fields=["item", "voice"],
        update_fields=ANSWER_COLUMNS,
    )
