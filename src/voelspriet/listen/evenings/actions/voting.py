# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer of one phone: kept once, changed until the question closes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.evenings.actions.holding import (
    audit_evening,
    item_of,
)
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import EveningItem, Voice, Vote
from voelspriet.listen.evenings.queries.definitions import question_of
from voelspriet.listen.evenings.queries.rows import part_of
from voelspriet.listen.evenings.rules.answers import checked
from voelspriet.listen.evenings.rules.joining import PhoneToken
from voelspriet.listen.surveys.rules.answers import Answer

ANSWER_COLUMNS = ["chosen", "number", "text", "is_let_through"]


@action
def cast_vote(*, token: PhoneToken, item_id: int, answer: Answer, by: Actor, at: datetime) -> None:
    """Keep what a phone answers to the part that is on; again replaces it, never adds to it.

    Sending the same twice changes nothing. No moment is kept. Refuses a question that is closed or
    not on, and what it cannot have as an answer. OutOfScope: a token that opens nothing here.
    """
    voice = (
        Voice.objects.select_related("evening__version")
        .defer("evening__version__definition")
        .filter(token_hash=token.hash, evening__reference=token.evening_reference)
        .first()
    )
    if voice is None:
        raise OutOfScope(_("Deze avond is er niet."))
    evening = voice.evening
    item = item_of(evening, item_id)
    if (
        evening.state != EveningState.OPEN
        or not part_of(item).takes_answers
        or item.question is None
    ):
        raise Refused(_("Deze vraag is al dicht. Wat u eerder antwoordde, telt mee."))
    version = evening.version
    question = question_of(version.pk, version.digest, item.question.name)
    keep_answers({voice: checked(question, answer)}, item)
    audit_evening("evening.vote", evening, by, at, item=item.position)


def keep_answers(answers: Mapping[Voice, Answer], item: EveningItem) -> None:
    """Write one answer per voice: whoever answered before has it replaced, in the same step."""
    Vote.objects.bulk_create(
        [
            Vote(
                item=item,
                voice=voice,
                chosen=list(one.chosen),
                number=one.number,
                text=one.text,
                is_let_through=False,
            )
            for voice, one in answers.items()
        ],
        update_conflicts=True,
        unique_fields=["item", "voice"],
        update_fields=ANSWER_COLUMNS,
    )
