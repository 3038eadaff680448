# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes from the floor of the room: questions and promises, for desk and big screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.evenings.choices import RoomQuestionState
from voelspriet.listen.evenings.models import Evening, EveningPromise, RoomQuestion
from voelspriet.listen.evenings.queries.standing import (
    Standing,
    noted_evening,
    standing,
    steered_evening,
)

MOST_ENDED = 30


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A question from the room, of nobody."""

    id: int
    text: str
    state: RoomQuestionState
    state_label: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AskedQuestions:
    """The questions of an evening: on the screen, waiting (oldest first), and done."""

    shown: AskedRow | None
    waiting: tuple[AskedRow, ...]
    ended: tuple[AskedRow, ...]


@dataclass(frozen=True, slots=True)
class WrittenPromise:
    """A promise made in the room. `in_ledger`: the agreement it became."""

    id: int
    what: str
    owner: str
    organisation_id: int | None
    due_on: date
    is_shown: bool
    is_confirmed: bool
    in_ledger: str

    @property
    def waits_for_ledger(self) -> bool:
        """Whether the room confirmed it, and no colleague put it in the ledger yet."""
        return self.is_confirmed and self.organisation_id is not None and not self.in_ledger


def asked_questions(*, reference: str, by: Actor) -> AskedQuestions:
    """Return every question of an evening. OutOfScope: whoever does not lead it."""
    evening = steered_evening(reference=reference, by=by)
    rows = [
        _asked(one) for one in RoomQuestion.objects.filter(evening=evening).order_by("at", "id")
    ]
    shown = [one for one in rows if one.state == RoomQuestionState.SHOWN]
    ended = [
        one
        for one in rows
        if one.state in {RoomQuestionState.ANSWERED, RoomQuestionState.PUT_ASIDE}
    ]
    return AskedQuestions(
        shown=shown[0] if shown else None,
        waiting=tuple(one for one in rows if one.state == RoomQuestionState.WAITING),
        ended=tuple(ended[::-1][:MOST_ENDED]),
    )


def shown_question(evening: Evening) -> AskedRow | None:
    """Return the question the room looks at; None when there is none."""
    found = RoomQuestion.objects.filter(evening=evening, state=RoomQuestionState.SHOWN).first()
    return _asked(found) if found else None


def waiting_questions(evening: Evening) -> int:
    """Return how many questions wait for whoever leads."""
    return RoomQuestion.objects.filter(evening=evening, state=RoomQuestionState.WAITING).count()


def promises_of(*, reference: str, by: Actor) -> tuple[WrittenPromise, ...]:
    """Return what was promised at an evening, for whoever takes notes or leads."""
    evening = noted_evening(reference=reference, by=by)
    found = EveningPromise.objects.filter(evening=evening).order_by("made_at", "id")
    return tuple(
        WrittenPromise(
            id=one.pk,
            what=one.what,
            owner=one.owner,
            organisation_id=one.organisation_id,
            due_on=one.due_on,
            is_shown=one.shown_at is not None,
            is_confirmed=one.confirmed_at is not None,
            in_ledger=one.agreement_reference,
        )
        for one in found
    )


def parties(*, reference: str, by: Actor) -> list[tuple[int, str]]:
    """Return who can take something up: the open organisations of the municipality, by name."""
    evening = noted_evening(reference=reference, by=by)
    found = Organisation.objects.filter(municipality_id=evening.municipality_id, is_active=True)
    return list(found.order_by("name", "id").values_list("id", "name"))


def head(*, reference: str, by: Actor) -> Standing:
    """Return the head of an evening for whoever takes notes or leads."""
    noted_evening(reference=reference, by=by)
    return standing(reference=reference, by=by)


def _asked(row: RoomQuestion) -> AskedRow:
    state = RoomQuestionState(row.state)
    return AskedRow(row.pk, row.text, state, str(state.label), row.at)
