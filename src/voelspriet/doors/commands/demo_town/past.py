# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The past of the demo: what was told more than eight weeks ago, and how it ended."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from voelspriet.act.agenda.actions.history import PastAgreement
from voelspriet.act.agenda.actions.history import import_history as import_agreements
from voelspriet.act.agenda.choices import Visibility
from voelspriet.answer.replies.actions.history import PastAnswer, PastRating
from voelspriet.answer.replies.actions.history import import_history as import_answers
from voelspriet.answer.replies.choices import AnswerKind, HeardFace
from voelspriet.doors.commands.demo_town import words_other, words_staff
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.doors.commands.demo_town.telling import Tale
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.references import new_reference
from voelspriet.lib.working_days import DUTCH_TIME, add_working_days, dutch_day
from voelspriet.listen.intake.actions.history import PastHandover, PastSignal
from voelspriet.listen.intake.actions.history import import_history as import_signals
from voelspriet.listen.intake.choices import (
    SENSITIVE_CATEGORIES,
    AnswerWish,
    Category,
    Openness,
    PlaceTier,
)
from voelspriet.listen.intake.told import Told, WhenTold

# shares of what happened
DECLINED = 0.16
HANDED_OVER = 0.4
WROTE_FURTHER = 0.18
HAS_NOTE = 0.2
RATED = 0.3
AGREED = 0.1
MOVED = 0.22
KEPT = 0.86
INTERIM_FIRST = 0.3
# working days to the first answer: most within five, some late; later years do better
DAYS_TO_ANSWER = (0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 8, 12)
FACES = {False: (62, 24, 14), True: (24, 34, 42)}  # by whether it was declined


@dataclass(frozen=True, slots=True)
class Ending:
    """How one tale of the past ended."""

    tale: Tale
    first_answer: datetime
    closed: datetime
    declined: bool
    reference: str
    adviser: Actor


def bring_in(
    *,
    tales: Sequence[Tale],
    land: Land,
    staff: Staff,
    until: datetime,
    by: Actor,
    at: datetime,
    rng: random.Random,
) -> None:
    """Store what was told and done before, in one step a room. All of it ended before `until`."""
    endings = [_ending(tale, land, staff, until, rng) for tale in tales]
    signals = [_signal(number, ending, land, staff, rng) for number, ending in enumerate(endings)]
    where = land.municipality_id
    ids = import_signals(municipality_id=where, signals=signals, by=by, at=at, rng=rng)
    agreements, because = _agreements(endings, ids, land, staff, rng)
    made = import_agreements(municipality_id=where, agreements=agreements, by=by, at=at, rng=rng)
    agreement_of = {
        signal_id: agreement_id
        for agreement_id, signal_ids in zip(made, because, strict=True)
        for signal_id in signal_ids
    }
    answers = [
        answer
        for ending, signal_id in zip(endings, ids, strict=True)
        for answer in _answers(ending, signal_id, agreement_of.get(signal_id), rng)
    ]
    ratings = [
        _rating(ending, signal_id, until, rng)
        for ending, signal_id in zip(endings, ids, strict=True)
        if ending.tale.answer_wish is not AnswerWish.NONE and rng.random() < RATED
    ]
    import_answers(municipality_id=where, answers=answers, ratings=ratings, by=by, at=at, rng=rng)


def told_of(tale: Tale, submission: str, land: Land, rng: random.Random) -> Told:
    """Return a tale as the intake takes it."""
    return Told(
        submission=submission,
        text=tale.text,
        language=tale.language,
        place=land.place(tale, rng),
        when=WhenTold(kind=tale.when_kind, hot_times=tale.hot_times),
        openness=tale.openness,
        ask_first=tale.ask_first,
        answer_wish=tale.answer_wish,
        contact=tale.contact,
        channel=tale.channel,
        professional_kind=tale.professional_kind,
    )


def duo_for(tale: Tale, land: Land, staff: Staff) -> tuple[Actor, Actor]:
    """Return the duo that owns the answer: of the district, or of the whole municipality."""
    if tale.tier is PlaceTier.NONE:
        return staff.duos[-1]
    return staff.duos[land.district_of[tale.neighbourhood]]


def answer_words(
    category: Category, language: str, declined: bool, rng: random.Random
) -> dict[str, str]:
    """Return an answer in Dutch and, for who reads another language, in that."""
    if language != "nl":
        choices = words_other.DECLINED_ANSWERS if declined else words_other.DONE_ANSWERS
        chosen = rng.choice(choices)
        return {"nl": chosen["nl"], language: chosen[language]}
    core = rng.choice(words_staff.DECLINED if declined else words_staff.DONE[category])
    parts = (rng.choice(words_staff.PERSONAL), core, rng.choice(words_staff.CLOSINGS))
    return {"nl": " ".join(part for part in parts if part)}


def office_hour(day_source: datetime, working_days: int, rng: random.Random) -> datetime:
    """Return a moment in office hours, `working_days` after a moment and later than it."""
    day = add_working_days(dutch_day(day_source), max(working_days, 0))
    moment = datetime(
        day.year, day.month, day.day, rng.randint(9, 16), rng.randrange(60), tzinfo=DUTCH_TIME
    )
    return max(moment, day_source + timedelta(minutes=rng.randint(20, 90)))


def _ending(tale: Tale, land: Land, staff: Staff, until: datetime, rng: random.Random) -> Ending:
    first = office_hour(tale.at, rng.choice(DAYS_TO_ANSWER), rng)
    closed = office_hour(first, rng.choice((0, 0, 1, 3, 5, 8, 13, 20)), rng)
    closed = min(closed, until - timedelta(hours=rng.randint(1, 60)))
    return Ending(
        tale=tale,
        first_answer=min(first, closed),
        closed=closed,
        declined=rng.random() < DECLINED,
        reference=new_reference("A", rng=rng),
        adviser=rng.choice(duo_for(tale, land, staff)),
    )


def _signal(
    number: int, ending: Ending, land: Land, staff: Staff, rng: random.Random
) -> PastSignal:
    tale = ending.tale
    party = staff.party_for(tale.category)
    handover: tuple[PastHandover, ...] = ()
    if rng.random() < HANDED_OVER and tale.category not in SENSITIVE_CATEGORIES:
        handover = (
            PastHandover(
                organisation_id=staff.organisation_ids[party],
                text=words_staff.HANDOVERS.get(tale.category, words_staff.HANDOVERS["other"]),
                report=rng.choice(words_staff.DONE[tale.category]),
                by_name=ending.adviser.name,
                at=tale.at + (ending.closed - tale.at) * 0.3,
                reported_at=tale.at + (ending.closed - tale.at) * 0.8,
            ),
        )
    messages: tuple[tuple[datetime, str], ...] = ()
    if rng.random() < WROTE_FURTHER and tale.language == "nl":
        moment = tale.at + (ending.first_answer - tale.at) * rng.random()
        messages = ((moment, rng.choice(words_staff.FURTHER)),)
    notes: tuple[tuple[datetime, str, int, str], ...] = ()
    if rng.random() < HAS_NOTE:
        moment = tale.at + (ending.closed - tale.at) * rng.random()
        adviser = ending.adviser
        notes = ((moment, rng.choice(words_staff.NOTES), adviser.user_id or 0, adviser.name),)
    may_bundle = tale.burst is not None and tale.openness is not Openness.CONFIDENTIAL
    return PastSignal(
        told=told_of(tale, f"past:{number}:{rng.getrandbits(128):x}", land, rng),
        category=tale.category,
        received_at=tale.at,
        first_answered_at=(None if tale.answer_wish is AnswerWish.NONE else ending.first_answer),
        closed_at=ending.closed,
        answer_reference=ending.reference,
        declined_because=rng.choice(words_staff.DECLINED) if ending.declined else "",
        bundle=tale.burst if may_bundle and tale.tier is not PlaceTier.NONE else None,
        messages=messages,
        notes=notes,
        handovers=handover,
    )


def _answers(
    ending: Ending, signal_id: int, agreement_id: int | None, rng: random.Random
) -> list[PastAnswer]:
    tale = ending.tale
    if tale.answer_wish is AnswerWish.NONE:
        return []
    words = answer_words(tale.category, tale.language, ending.declined, rng)
    by_phone = tale.answer_wish is AnswerWish.CALL
    late = ending.closed - ending.first_answer > timedelta(days=2)
    two = late and not by_phone and tale.language == "nl" and rng.random() < INTERIM_FIRST
    final = PastAnswer(
        reference=new_reference("A", rng=rng) if two else ending.reference,
        signal_id=signal_id,
        kind=AnswerKind.FINAL,
        text=words["nl"],
        by_id=ending.adviser.user_id or 0,
        by_name=ending.adviser.name,
        at=ending.closed if two else ending.first_answer,
        agreement_id=agreement_id,
        translation="" if tale.language == "nl" else words[tale.language],
        translation_language="" if tale.language == "nl" else tale.language,
        by_mail=tale.answer_wish is AnswerWish.EMAIL,
        by_phone=by_phone,
    )
    if not two:
        return [final]
    interim = PastAnswer(
        reference=ending.reference,
        signal_id=signal_id,
        kind=AnswerKind.INTERIM,
        text=rng.choice(words_staff.INTERIM),
        by_id=final.by_id,
        by_name=final.by_name,
        at=ending.first_answer,
        by_mail=final.by_mail,
    )
    return [interim, final]


def _rating(ending: Ending, signal_id: int, until: datetime, rng: random.Random) -> PastRating:
    face = rng.choices((HeardFace.YES, HeardFace.PARTLY, HeardFace.NO), FACES[ending.declined])[0]
    dutch = ending.tale.language == "nl"
    return PastRating(
        signal_id=signal_id,
        face=face,
        words=rng.choice(words_staff.RATING_WORDS[face]) if dutch else "",
        language=ending.tale.language,
        at=min(ending.closed + timedelta(hours=rng.randint(1, 90)), until),
    )


def _agreements(
    endings: Sequence[Ending], ids: Sequence[int], land: Land, staff: Staff, rng: random.Random
) -> tuple[list[PastAgreement], list[tuple[int, ...]]]:
    """Return the agreements, and for each the signals it came from."""
    groups: dict[str, list[int]] = {}
    for number, ending in enumerate(endings):
        tale = ending.tale
        if tale.tier is PlaceTier.NONE or tale.ask_first or ending.declined:
            continue
        if tale.burst is not None:
            groups.setdefault(f"burst {tale.burst}", []).append(number)
        elif rng.random() < AGREED and tale.category.value in words_staff.AGREEMENTS:
            groups[f"single {number}"] = [number]
    agreements, because = [], []
    for numbers in groups.values():
        signal_ids = tuple(ids[number] for number in numbers)
        agreements.append(_agreement([endings[n] for n in numbers], signal_ids, land, staff, rng))
        because.append(signal_ids)
    return agreements, because


def _agreement(
    endings: list[Ending],
    signal_ids: tuple[int, ...],
    land: Land,
    staff: Staff,
    rng: random.Random,
) -> PastAgreement:
    first = endings[0]
    category = first.tale.category
    made = min(ending.first_answer for ending in endings)
    ended = max(*(ending.closed for ending in endings), made + timedelta(hours=2))
    kept = rng.random() < KEPT
    moved = rng.random() < MOVED
    due = dutch_day(ended) + timedelta(days=rng.randint(0, 6) if kept else -rng.randint(2, 9))
    first_due = due - timedelta(days=rng.randint(7, 14)) if moved else due
    first_due = max(first_due, dutch_day(made))
    what = words_staff.AGREEMENTS.get(category, words_staff.AGREEMENTS["other"])
    return PastAgreement(
        area_id=land.neighbourhood_ids[first.tale.neighbourhood],
        organisation_id=staff.organisation_ids[staff.party_for(category)],
        what=rng.choice(what),
        made_by_id=first.adviser.user_id or 0,
        made_by_name=first.adviser.name,
        made_at=made,
        first_due_on=first_due,
        is_done=kept or rng.random() < KEPT,
        ended_at=ended,
        result=rng.choice(words_staff.DONE[category]),
        signal_ids=signal_ids,
        visibility=rng.choice((Visibility.REPORTERS, Visibility.REPORTERS, Visibility.PUBLIC)),
        moved_to=due if moved and due > first_due else None,
        moved_at=made + (ended - made) * 0.5,
        move_reason="De aannemer heeft later tijd." if moved and due > first_due else "",
    )
