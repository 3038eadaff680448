# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The last weeks of the demo, told and done through the same actions as everybody's."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypedDict

from voelspriet.answer.replies.actions import (
    acknowledge,
    answer_signal,
    catch_up,
    log_call,
    rate_signal,
    translate,
    translate_answer,
)
from voelspriet.answer.replies.choices import AnswerKind, CallResult, HeardFace
from voelspriet.answer.replies.queries.translations import translation_tasks
from voelspriet.doors.commands.demo_town import words_dutch, words_staff
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.past import (
    FACES,
    answer_words,
    duo_for,
    office_hour,
    told_of,
)
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.doors.commands.demo_town.telling import Tale
from voelspriet.ground.privacy.actors import Actor, resident, system
from voelspriet.listen.intake.actions import (
    Entry,
    add_note,
    ask_permission,
    close_signal,
    decline_signal,
    enter_signal,
    hand_over,
    mark_done,
    promise_day,
    receive_signal,
    report_handover,
    set_category,
    set_person_flag,
    take_handover,
    take_in_hand,
)
from voelspriet.listen.intake.actions.conversation import answer_permission
from voelspriet.listen.intake.choices import (
    SENSITIVE_CATEGORIES,
    AnswerWish,
    Channel,
    PlaceShare,
)
from voelspriet.listen.intake.queries.codes import signal_id_of
from voelspriet.listen.intake.rules.person_flag import points_at_person

HEARD = frozenset({Channel.PHONE, Channel.DOOR, Channel.WALK, Channel.MAIL})
FRESH = timedelta(days=3)
GROUND = "Uitvoering van een taak van algemeen belang"
PURPOSE = "De melding oplossen"
QUESTION = "Mogen wij dit met de politie en de woningcorporatie bespreken, zonder uw naam?"


@dataclass(frozen=True, slots=True)
class Shares:
    """Which part of the recent reports goes which way."""

    untouched_when_fresh: float = 0.55
    untouched: float = 0.015
    interim: float = 0.85
    cleared: float = 0.3
    noted: float = 0.15
    handed_over: float = 0.3
    promised: float = 0.15
    declined: float = 0.14
    translated: float = 0.92
    called: float = 0.7
    permitted: float = 0.5
    rated: float = 0.45
    twice_no: float = 0.5


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when the last weeks happen."""

    land: Land
    staff: Staff
    now: datetime
    rng: random.Random
    shares: Shares = Shares()

    @property
    def reporter(self) -> Actor:
        """Return a resident of the municipality."""
        return resident(self.land.municipality_id)

    def chance(self, share: float) -> bool:
        """Draw whether something happens."""
        return self.rng.random() < share


class Deed(TypedDict):
    """What every deed to a report takes."""

    reference: str
    by: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """A report that came in: its number, its code, who directs it and how far it is in time."""

    tale: Tale
    reference: str
    code: str
    signal_id: int
    adviser: Actor
    moment: datetime

    @property
    def wants_answer(self) -> bool:
        """Tell whether its reporter wants to hear back."""
        return self.tale.answer_wish is not AnswerWish.NONE

    @property
    def deed(self) -> Deed:
        """Return what a deed of its adviser, now, takes."""
        return Deed(reference=self.reference, by=self.adviser, at=self.moment)

    def later(self, scene: Scene, working_days: int) -> Case:
        """Return the case some working days on."""
        return replace(self, moment=office_hour(self.moment, working_days, scene.rng))


def receive(number: int, tale: Tale, scene: Scene) -> Case:
    """Let a tale come in by its own door and be acknowledged."""
    told = told_of(tale, f"demo:{number}:{scene.rng.getrandbits(128):x}", scene.land, scene.rng)
    adviser = scene.rng.choice(duo_for(tale, scene.land, scene.staff))
    if tale.channel in HEARD:
        entry = Entry(
            submission=told.submission,
            text=told.text,
            channel=told.channel,
            language=told.language,
            place=told.place,
            when=told.when,
            openness=told.openness,
            ask_first=told.ask_first,
            answer_wish=told.answer_wish,
            contact=told.contact,
        )
        receipt = enter_signal(entry=entry, by=adviser, at=tale.at)
    else:
        receipt = receive_signal(
            municipality_id=scene.land.municipality_id,
            told=told,
            by=scene.reporter,
            at=tale.at,
            rng=scene.rng,
        )
    signal_id = signal_id_of(code=receipt.code) or 0
    soon = tale.at + timedelta(seconds=scene.rng.randint(5, 50))
    acknowledge(signal_id=signal_id, by=system("replies.acknowledge"), at=soon)
    return Case(tale, receipt.reference, receipt.code, signal_id, adviser, tale.at)


def follow(case: Case, scene: Scene) -> None:
    """Let colleagues work on a case until it is answered or the present is reached."""
    fresh = scene.now - case.tale.at < FRESH
    if scene.chance(scene.shares.untouched_when_fresh if fresh else scene.shares.untouched):
        return
    case = case.later(scene, scene.rng.choice((0, 0, 1, 1, 2)))
    if case.moment >= scene.now:
        return
    _take_up(case, scene)
    if case.tale.ask_first:
        _ask(case, scene)
        return
    if scene.chance(scene.shares.handed_over) and case.tale.category not in SENSITIVE_CATEGORIES:
        after = _hand_over(case, scene)
    elif scene.chance(scene.shares.promised) and case.wants_answer:
        after = _promise(case, scene)
    else:
        after = case.later(scene, scene.rng.choice((0, 1, 1, 2, 3, 5)))
    if after is not None and after.moment < scene.now:
        settle(after, scene)


def _take_up(case: Case, scene: Scene) -> None:
    deed = case.deed
    set_category(category=case.tale.category, **deed)
    if points_at_person(case.tale.text) and scene.chance(scene.shares.cleared):
        set_person_flag(points_at_person=False, **deed)
    take_in_hand(**deed)
    if scene.chance(scene.shares.noted):
        add_note(text=scene.rng.choice(words_staff.NOTES), **deed)


def first_words(case: Case, scene: Scene) -> None:
    """Send word to a reporter whose matter now waits on others; some advisers forget."""
    writes = case.tale.language == "nl" and case.tale.answer_wish is not AnswerWish.CALL
    if case.wants_answer and writes and scene.chance(scene.shares.interim):
        answer_signal(
            text=scene.rng.choice(words_staff.INTERIM), kind=AnswerKind.INTERIM, **case.deed
        )


def _ask(case: Case, scene: Scene) -> None:
    """Ask a reporter who wants to be asked first; some say yes, some no, some nothing yet."""
    ask_permission(reference=case.reference, question=QUESTION, by=case.adviser, at=case.moment)
    answered = case.later(scene, 2)
    if answered.moment >= scene.now or case.tale.language != "nl":
        return
    if not scene.chance(scene.shares.permitted):
        return
    granted = scene.chance(scene.shares.permitted)
    answer_permission(code=case.code, granted=granted, by=scene.reporter, at=answered.moment)
    if granted and (after := answered.later(scene, 3)).moment < scene.now:
        settle(after, scene)


def _hand_over(case: Case, scene: Scene) -> Case | None:
    party = scene.staff.party_for(case.tale.category)
    handler = scene.staff.handlers[party]
    text = words_staff.HANDOVERS.get(case.tale.category, words_staff.HANDOVERS["other"])
    reference = hand_over(
        reference=case.reference,
        organisation_id=scene.staff.organisation_ids[party],
        text=text,
        ground=GROUND,
        purpose=PURPOSE,
        place=PlaceShare.NEIGHBOURHOOD,
        by=case.adviser,
        at=case.moment,
        rng=scene.rng,
    )
    first_words(case, scene)
    taken = case.later(scene, scene.rng.choice((1, 1, 2, 4)))
    if taken.moment >= scene.now:
        return None
    take_handover(reference=reference, by=handler, at=taken.moment)
    reported = taken.later(scene, scene.rng.choice((2, 3, 5, 9)))
    if reported.moment >= scene.now:
        return None
    report = scene.rng.choice(words_staff.DONE[case.tale.category])
    report_handover(reference=reference, report=report, by=handler, at=reported.moment)
    return reported.later(scene, 1)


def _promise(case: Case, scene: Scene) -> Case | None:
    """Give a first answer and promise a day; sometimes that day goes by."""
    days = scene.rng.randint(5, 15)
    on = office_hour(case.moment, days, scene.rng).date()
    promise_day(reference=case.reference, on=on, by=case.adviser, at=case.moment)
    if case.tale.language == "nl":
        answer_signal(
            reference=case.reference,
            text=scene.rng.choice(words_staff.INTERIM),
            kind=AnswerKind.INTERIM,
            by=case.adviser,
            at=case.moment,
        )
    return case.later(scene, days + scene.rng.choice((-3, -2, -1, -1, 0, 2)))


def settle(case: Case, scene: Scene) -> None:
    """Do or decline it, answer or close, and hear whether the reporter felt heard."""
    declined = scene.chance(scene.shares.declined)
    deed = case.deed
    if declined:
        decline_signal(reason=scene.rng.choice(words_staff.DECLINED), **deed)
    else:
        mark_done(what=scene.rng.choice(words_staff.DONE[case.tale.category]), **deed)
    if case.wants_answer and not _answer(case, declined, scene):
        return
    if not case.wants_answer:  # an answer closes by itself
        close_signal(**deed)
    if case.wants_answer and scene.chance(scene.shares.rated):
        _rate(case, declined, scene)


def _answer(case: Case, declined: bool, scene: Scene) -> bool:
    """Answer by phone or in writing; return whether the reporter has it."""
    words = answer_words(case.tale.category, case.tale.language, declined, scene.rng)
    if case.tale.answer_wish is AnswerWish.CALL:
        return _call(case, words["nl"], scene)
    row = answer_signal(
        reference=case.reference,
        text=words["nl"],
        kind=AnswerKind.FINAL,
        by=case.adviser,
        at=case.moment,
    )
    if row.is_given:
        return True
    if not scene.chance(scene.shares.translated):
        return False
    translate_answer(
        reference=row.reference,
        text=words[case.tale.language],
        machine=False,
        by=case.adviser,
        at=case.moment,
    )
    return True


def _call(case: Case, said: str, scene: Scene) -> bool:
    reached = scene.chance(scene.shares.called)
    if not reached and (again := case.later(scene, 1)).moment < scene.now:
        log_call(result=CallResult.NO_ANSWER, **case.deed)
        case, reached = again, True
    log_call(
        reference=case.reference,
        result=CallResult.REACHED if reached else CallResult.NO_ANSWER,
        said=said if reached else "",
        by=case.adviser,
        at=case.moment,
    )
    return reached


def _rate(case: Case, declined: bool, scene: Scene) -> None:
    face = scene.rng.choices((HeardFace.YES, HeardFace.PARTLY, HeardFace.NO), FACES[declined])[0]
    rated = case.moment + timedelta(hours=scene.rng.randint(1, 60))
    if rated >= scene.now:
        return
    dutch = case.tale.language == "nl"
    words = scene.rng.choice(words_staff.RATING_WORDS[face]) if dutch else ""
    rate_signal(code=case.code, face=face, words=words, by=scene.reporter, at=rated)
    if face is not HeardFace.NO or not dutch or not scene.chance(scene.shares.twice_no):
        return
    again = replace(case, moment=rated).later(scene, 2)
    if again.moment >= scene.now or case.tale.answer_wish is AnswerWish.CALL:
        return
    deed = again.deed
    decline_signal(reason=scene.rng.choice(words_staff.DECLINED), **deed)
    text = scene.rng.choice(words_staff.DECLINED) + " Dat heb ik nog een keer nagevraagd."
    answer_signal(text=text, kind=AnswerKind.FINAL, **deed)
    second = again.moment + timedelta(hours=5)
    if second < scene.now:
        rate_signal(
            code=case.code,
            face=HeardFace.NO,
            words="Nog steeds niet.",
            may_read=True,
            by=scene.reporter,
            at=second,
        )


def translate_older(cases: Sequence[Case], scene: Scene) -> None:
    """Put most of what was told in another language into Dutch; the newest still waits."""
    told = {case.reference: case for case in cases if case.tale.language != "nl"}
    for case in told.values():
        catch_up(signal_id=case.signal_id, at=case.tale.at)
        if scene.now - case.tale.at < FRESH or not scene.chance(scene.shares.translated):
            continue
        moment = min(office_hour(case.tale.at, 1, scene.rng), scene.now)
        matter = words_dutch.MATTERS[case.tale.category][0]
        text = matter.format(street="deze straat", spot="deze plek", time="'s avonds")
        for task in translation_tasks(by=case.adviser):
            if task.about == case.reference and task.target == "nl":
                translate(
                    reference=task.reference,
                    text=text,
                    machine=False,
                    by=case.adviser,
                    at=moment,
                )
