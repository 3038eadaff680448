# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Meetings of the demo: held, coming, changed and cancelled; some neighbourhoods have none."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from voelspriet.act.agenda.actions import (
    add_minute,
    add_point,
    cancel_meeting,
    change_meeting,
    close_point,
    hold_meeting,
    plan_meeting,
    write_about,
)
from voelspriet.act.agenda.choices import PUBLIC_KINDS, AttendeeKind, HeardAnswer, MeetingKind
from voelspriet.act.agenda.queries.meeting_detail import meeting_detail
from voelspriet.act.agenda.rules.meetings import HABITS, dutch_moment
from voelspriet.doors.commands.demo_town import words_meetings as words
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import add_working_days, dutch_day

PLANNED_BEFORE = timedelta(days=14)
AHEAD = timedelta(days=5)
WITHOUT = 5  # every fifth neighbourhood has no moment at all
PAST_WEEKS = (1, 4, 10)
COMING_DAYS = (3, 8, 15, 22)


def hold_meetings(land: Land, staff: Staff, *, at: datetime, rng: random.Random) -> None:
    """Plan and hold meetings around `at`, as the advisers of each area would."""
    for number, area_id in enumerate(land.neighbourhood_ids):
        if number % WITHOUT == WITHOUT - 1:
            continue
        leader = _Leader(area_id, rng.choice(staff.duos[land.district_of[number]]))
        _past(leader, at, PAST_WEEKS[number % len(PAST_WEEKS)], rng)
        _coming(leader, at, number, rng)
    for number, area_id in enumerate(land.district_ids):
        _of_professionals(_Leader(area_id, rng.choice(staff.duos[number])), at)


@dataclass(frozen=True, slots=True)
class _Leader:
    """An adviser who plans moments in one area."""

    area_id: int
    by: Actor

    def plan(self, kind: MeetingKind, starts_at: datetime, place: str, at: datetime) -> str:
        """Plan a moment of the usual length and return its reference."""
        return plan_meeting(
            kind=kind,
            area_id=self.area_id,
            starts_at=starts_at,
            minutes=HABITS[kind].minutes,
            place=place,
            is_public=kind in PUBLIC_KINDS,
            by=self.by,
            at=at,
        ).reference


def _moment(kind: MeetingKind, at: datetime, days: int) -> datetime:
    day = add_working_days(dutch_day(at + timedelta(days=days - 1)), 1)
    return dutch_moment(day, HABITS[kind].starts)


def _past(leader: _Leader, at: datetime, weeks: int, rng: random.Random) -> None:
    """Hold a few moments, the last one `weeks` ago; one of them is not written down yet."""
    for again in range(3):
        kind = rng.choice(PUBLIC_KINDS)
        starts_at = _moment(kind, at, -7 * (weeks + 2 * again))
        place = rng.choice(words.PLACES)
        reference = leader.plan(kind, starts_at, place, starts_at - PLANNED_BEFORE)
        if weeks == 1 and not again and rng.random() < 0.5:  # noqa: PLR2004  half of them
            continue
        came = {
            AttendeeKind.RESIDENTS: rng.randint(3, 42),
            AttendeeKind.ENTREPRENEURS: rng.randint(0, 4),
            AttendeeKind.PARTNERS: rng.randint(0, 5),
            AttendeeKind.COLLEAGUES: rng.randint(1, 3),
        }
        after = min(starts_at + timedelta(hours=3), at)
        hold_meeting(reference=reference, came=came, by=leader.by, at=after)


def _coming(leader: _Leader, at: datetime, number: int, rng: random.Random) -> None:
    kind = PUBLIC_KINDS[number % (len(PUBLIC_KINDS) - 1)]
    starts_at = _moment(kind, at, COMING_DAYS[number % len(COMING_DAYS)])
    planned_at = at - AHEAD
    place = rng.choice(words.PLACES)
    reference = leader.plan(kind, starts_at, place, planned_at)
    for language, about in words.ABOUT[number % len(words.ABOUT)].items():
        write_about(
            reference=reference, language=language, about=about, by=leader.by, at=planned_at
        )
    if number % len(PUBLIC_KINDS) == 1:
        change_meeting(
            reference=reference,
            starts_at=starts_at + timedelta(days=7),
            minutes=HABITS[kind].minutes,
            place=place,
            reason=words.CHANGED,
            by=leader.by,
            at=at - timedelta(days=1),
        )
    if number % len(PUBLIC_KINDS) == 2:  # noqa: PLR2004  one in five
        cancel_meeting(reference=reference, reason=words.CANCELLED, by=leader.by, at=at)


def _of_professionals(leader: _Leader, at: datetime) -> None:
    """Hold one meeting of professionals with an agenda and minutes, and plan the next."""
    kind = MeetingKind.PROFESSIONALS
    starts_at = _moment(kind, at, -12)
    held = leader.plan(kind, starts_at, words.PLACES[0], starts_at - PLANNED_BEFORE)
    after = starts_at + timedelta(hours=1)
    add_point(
        reference=held,
        text=words.POINT_ABOUT_PEOPLE,
        is_about_people=True,
        by=leader.by,
        at=starts_at,
    )
    (point,) = (
        row
        for row in meeting_detail(reference=held, by=leader.by, at=after).points
        if row.text == words.POINT_ABOUT_PEOPLE
    )
    close_point(
        reference=held,
        point=point.key,
        outcome=words.OUTCOME,
        is_decision=True,
        heard=HeardAnswer.YES,
        heard_how=words.HEARD_HOW,
        by=leader.by,
        at=after,
    )
    for text, is_decision in words.MINUTES:
        add_minute(reference=held, text=text, is_decision=is_decision, by=leader.by, at=after)
    hold_meeting(reference=held, came={}, by=leader.by, at=after)
    coming = leader.plan(kind, _moment(kind, at, 6), words.PLACES[0], at - AHEAD)
    for text in (words.POINT_ABOUT_PEOPLE, *words.POINTS):
        add_point(reference=coming, text=text, is_about_people=False, by=leader.by, at=at)
