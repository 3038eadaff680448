# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is counted beside phones: slips of paper, raised hands, and whose words may be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.evenings.actions.holding import (
    audit_evening,
    held_evening,
    item_of,
    tell_screens,
)
from voelspriet.listen.evenings.actions.voting import keep_answers
from voelspriet.listen.evenings.choices import EveningState, ItemKind, VoiceChannel
from voelspriet.listen.evenings.models import Evening, EveningItem, HandCount, Voice, Vote
from voelspriet.listen.evenings.queries.definitions import question_of
from voelspriet.listen.evenings.rules.answers import Slip, checked
from voelspriet.listen.evenings.rules.helpers import may_take_notes
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.definitions import QuestionDefinition
from voelspriet.listen.surveys.rules.tally import COUNTED, choices_counted

MOST_HANDS = 2000
MOST_SLIPS = 300


@dataclass(frozen=True, slots=True)
class _Asked:
    item: EveningItem
    question: QuestionDefinition


@action
def type_slips(
    *, reference: str, item_id: int, slips: Sequence[Slip], by: Actor, at: datetime
) -> int:
    """Take slips of paper into the tally of a question; the number of a slip is a voice.

    A slip typed in again replaces what it said. Also once phones can no longer answer: paper is
    gathered afterwards. Returns how many. Refuses a question that was never on, an evening that is
    not under way, more than 300 at once. OutOfScope for whoever neither leads nor takes notes.
    """
    evening = held_evening(reference, by, may_take_notes)
    asked = _asked(evening, item_id)
    if len(slips) > MOST_SLIPS:
        raise Refused(_("Voer ten hoogste 300 stroken tegelijk in."), field="slips")
    answers = {slip.number: checked(asked.question, slip.answer) for slip in slips}
    there = set(
        Voice.objects.filter(evening=evening, slip__in=sorted(answers)).values_list(
            "slip", flat=True
        )
    )
    Voice.objects.bulk_create(
        Voice(evening=evening, channel=VoiceChannel.PAPER, slip=number)
        for number in sorted(answers)
        if number not in there
    )
    voices = Voice.objects.filter(evening=evening, slip__in=sorted(answers))
    kept = {one: answers[slip or 0] for one, slip in voices.values_list("pk", "slip")}
    keep_answers(kept, asked.item.pk)
    tell_screens(evening)
    audit_evening("evening.type_slips", evening, by, at, item=asked.item.position, slips=len(slips))
    return len(answers)


@action
def count_hands(
    *, reference: str, item_id: int, hands: Mapping[str, int], by: Actor, at: datetime
) -> None:
    """Write down how many hands went up for each answer, of those without phone or paper.

    Doing it again replaces the numbers. Refuses: a question in words, an answer that is not there,
    a number below 0 or above 2,000, and as `type_slips`.
    """
    evening = held_evening(reference, by, may_take_notes)
    asked = _asked(evening, item_id)
    if asked.question.kind not in COUNTED:
        raise Refused(_("Op deze vraag antwoorden mensen in woorden. Handen tellen kan dan niet."))
    names = {one.name for one in choices_counted(asked.question)}
    if not set(hands) <= names:
        raise Refused(_("Dit antwoord is er niet."))
    if any(not 0 <= number <= MOST_HANDS for number in hands.values()):
        raise Refused(_("Vul een aantal in van 0 tot en met 2000."))
    HandCount.objects.filter(item=asked.item).delete()
    HandCount.objects.bulk_create(
        HandCount(item=asked.item, choice=name, count=number)
        for name, number in hands.items()
        if number
    )
    tell_screens(evening)
    audit_evening("evening.count_hands", evening, by, at, item=asked.item.position)


@action
def let_through(
    *, reference: str, item_id: int, vote_ids: Sequence[str], by: Actor, at: datetime
) -> None:
    """Say which written answers the room may see; all others of that question are held back.

    Nobody's words are shown before a person did this. Refuses a question without words.
    OutOfScope: whoever does not lead the evening.
    """
    evening = held_evening(reference, by)
    item = item_of(evening, item_id)
    if item.question is None or item.question.kind not in {
        QuestionKind.OPEN, QuestionKind.THREE_WORDS,
    }:  # fmt: skip
        raise Refused(_("Bij dit onderdeel is niets geschreven."))
    votes = Vote.objects.filter(item=item)
    votes.filter(is_let_through=True).exclude(pk__in=vote_ids).update(is_let_through=False)
    votes.filter(pk__in=vote_ids).update(is_let_through=True)
    tell_screens(evening)
    audit_evening("evening.let_through", evening, by, at, item=item.position, shown=len(vote_ids))


def _asked(evening: Evening, item_id: int) -> _Asked:
    item = item_of(evening, item_id)
    if evening.state != EveningState.OPEN:
        raise Refused(_("De avond is nu niet bezig."))
    if item.kind != ItemKind.QUESTION or item.question is None or item.opened_at is None:
        raise Refused(_("Op deze vraag kon nog niemand antwoorden."))
    version = evening.version
    return _Asked(item, question_of(version.pk, version.digest, item.question.name))
