# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions from the room: asked on a phone or a slip, looked at by a person, shown, answered."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.evenings.actions.holding import audit_evening, held_evening, tell_screens
from voelspriet.listen.evenings.choices import EveningState, RoomQuestionState
from voelspriet.listen.evenings.models import AskedCount, Evening, RoomQuestion, Voice
from voelspriet.listen.evenings.rules.guarding import brief, guard
from voelspriet.listen.evenings.rules.helpers import may_take_notes
from voelspriet.listen.evenings.rules.joining import PhoneToken
from voelspriet.listen.evenings.rules.room import (
    MOST_OF_A_PHONE,
    MOST_QUESTIONS,
    QUESTION_LIMIT,
    asker_hash,
)
from voelspriet.listen.intake.rules.codes import submission_hash


@action
def ask_question(*, token: PhoneToken, text: str, submission: str, by: Actor, at: datetime) -> None:
    """Ask something on a phone: it waits until whoever leads has looked at it.

    Nothing of the phone is kept with it. Sent twice, it stands there once. Refuses: a phone that
    is not in the room, an evening that is over, nothing, too long, words that seem to point at a
    person, a sixth question from one phone.
    """
    voice = (
        Voice.objects.select_related("evening")
        .filter(token_hash=token.hash, evening__reference=token.evening_reference)
        .first()
    )
    if voice is None or voice.evening.state != EveningState.OPEN:
        raise Refused(_("De avond is nu niet bezig. Een vraag stellen kan niet meer."))
    evening = voice.evening
    hashed = _hashed(evening, submission)
    is_new = not RoomQuestion.objects.filter(submission=hashed).exists()
    if is_new:
        words = brief(text, QUESTION_LIMIT, "text")
        guard(words)
        _count(evening, token)
        _keep(evening, words, hashed, at)
    audit_evening("room_question.ask", evening, by, at, is_new=is_new)


@action
def type_question(*, reference: str, text: str, submission: str, by: Actor, at: datetime) -> None:
    """Type a question from a slip of paper, or one that was called out; it waits like the others.

    Refuses what `ask_question` refuses; OutOfScope: whoever takes no notes here.
    """
    evening = held_evening(reference, by, may_take_notes)
    if evening.state != EveningState.OPEN:
        raise Refused(_("De avond is nu niet bezig."))
    hashed = _hashed(evening, submission)
    is_new = not RoomQuestion.objects.filter(submission=hashed).exists()
    if is_new:
        words = brief(text, QUESTION_LIMIT, "text")
        guard(words)
        _keep(evening, words, hashed, at)
    audit_evening("room_question.type", evening, by, at, is_new=is_new)


@action
def move_question(
    *, reference: str, question_id: int, to: RoomQuestionState, by: Actor, at: datetime
) -> None:
    """Show a question on the big screen, call it answered, put it aside, or let it wait again.

    One stands on the screen at a time: the one before it waits again. OutOfScope: whoever does
    not lead the evening, a question of another one.
    """
    evening = held_evening(reference, by)
    question = RoomQuestion.objects.filter(evening=evening, pk=question_id).first()
    if question is None:
        raise OutOfScope(_("Deze vraag is er niet."))
    if to == RoomQuestionState.SHOWN:
        shown = RoomQuestion.objects.filter(evening=evening, state=RoomQuestionState.SHOWN)
        shown.exclude(pk=question.pk).update(state=RoomQuestionState.WAITING)
    was, question.state = question.state, to
    question.save(update_fields=["state"])
    if RoomQuestionState.SHOWN in {was, to}:
        tell_screens(evening)
    audit_evening("room_question.move", evening, by, at, to=str(to))


def _hashed(evening: Evening, submission: str) -> str:
    return submission_hash(settings.KEYRING, f"room-question:{evening.pk}:{submission}")


def _count(evening: Evening, token: PhoneToken) -> None:
    row, _made = AskedCount.objects.get_or_create(evening=evening, phone_hash=asker_hash(token))
    more = AskedCount.objects.filter(pk=row.pk, count__lt=MOST_OF_A_PHONE)
    if not more.update(count=F("count") + 1):
        raise Refused(
            _("U heeft al %(most)s vragen gesteld. Steek uw hand op voor de volgende.")
            % {"most": MOST_OF_A_PHONE}
        )


def _keep(evening: Evening, words: str, hashed: str, at: datetime) -> None:
    if RoomQuestion.objects.filter(evening=evening).count() >= MOST_QUESTIONS:
        raise Refused(_("Er zijn nu te veel vragen. Steek uw hand op."))
    RoomQuestion.objects.create(evening=evening, text=words, submission=hashed, at=at)
    # whoever leads sees that something waits
    tell_screens(evening)
