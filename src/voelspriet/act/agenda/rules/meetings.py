# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see and lead a meeting, good moments to propose, and which points ask who was heard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from voelspriet.act.agenda.choices import PUBLIC_KINDS, MeetingKind
from voelspriet.act.agenda.models import Meeting
from voelspriet.act.agenda.rules.agreements import READS_ALL
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import DUTCH_TIME, add_working_days, is_working_day
from voelspriet.listen.intake.choices import Category

PLACE_LIMIT = 120
ABOUT_LIMIT = 200
POINT_LIMIT = 300
HOW_LIMIT = 300
MINUTE_LIMIT = 500
MOST_CAME = 9999
LONGEST_MINUTES = 12 * 60
AGENDA_AHEAD = timedelta(days=14)  # agreements due until then stand on the agenda by themselves
UNSEEN_AFTER = timedelta(weeks=8)
THREE_MONTHS = timedelta(days=92)
PROPOSALS = 3
QUARTER = timedelta(minutes=15)
HEARD_CATEGORIES = frozenset({Category.YOUTH, Category.CONFUSED})
ABOUT_PEOPLE = re.compile(
    r"\b(jonger|jeugd|hangjong|hangplek|tiener|puber|verward|onbegrepen|psychi|dakloz|dakloos"
    r"|zwerver|verslaafd)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Habit:
    """How a kind of moment usually goes: from how many working days ahead, when, how long."""

    ahead: int
    starts: time
    minutes: int
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A moment that can be picked with one press, in Dutch time."""

    starts_at: datetime

    @property
    def code(self) -> str:
        """Return what a form sends: the moment itself, as what is proposed moves with the clock."""
        return self.starts_at.isoformat()


HABITS = {
    MeetingKind.RESIDENTS_EVENING: Habit(10, time(19, 30), 120, (1, 2, 3)),
    MeetingKind.CONSULTATION_HOUR: Habit(3, time(15, 30), 60),
    MeetingKind.WALK: Habit(5, time(16), 90, (1, 2, 3, 4)),
    MeetingKind.LUNCH: Habit(5, time(12), 90),
    MeetingKind.ROUND: Habit(1, time(14), 90),
    MeetingKind.PROFESSIONALS: Habit(5, time(10), 90, (0, 1, 3)),
    MeetingKind.CALL_TOGETHER: Habit(0, time(9), 60),
}


def proposals(kind: MeetingKind, at: datetime) -> tuple[Proposal, ...]:
    """Return three moments that suit a kind; at short notice within hours."""
    if kind is MeetingKind.CALL_TOGETHER:
        soon = _next_quarter(at + timedelta(minutes=45))
        tomorrow = add_working_days(soon.date(), 1)
        moments = [soon, soon + timedelta(hours=2), dutch_moment(tomorrow, HABITS[kind].starts)]
    else:
        moments = [dutch_moment(day, HABITS[kind].starts) for day in _days(kind, at)]
    return tuple(Proposal(moment) for moment in moments)


def _days(kind: MeetingKind, at: datetime) -> list[date]:
    habit = HABITS[kind]
    day = add_working_days(at.astimezone(DUTCH_TIME).date(), habit.ahead)
    found: list[date] = []
    while len(found) < PROPOSALS:
        if day.weekday() in habit.weekdays and is_working_day(day):
            found.append(day)
        day += timedelta(days=1)
    return found


def _next_quarter(moment: datetime) -> datetime:
    past = timedelta(
        minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond
    )
    return (moment + (QUARTER - past if past else past)).astimezone(DUTCH_TIME)


def proposal_of(code: str) -> Proposal | None:
    """Return the moment a form sent; None when it is none.

    >>> proposal_of("2026-09-22T19:30:00+02:00").starts_at.hour
    19
    >>> proposal_of("2026-09-22") is None
    True
    """
    try:
        moment = datetime.fromisoformat(code)
        return Proposal(moment.astimezone(DUTCH_TIME)) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def dutch_moment(day: date, clock: time) -> datetime:
    """Return the moment at which Dutch clocks say `clock` on `day`.

    A time that is skipped when clocks go forward becomes the hour after; one that comes twice is
    the first.
    """
    moment = datetime.combine(day, clock, DUTCH_TIME)
    return moment.astimezone(UTC).astimezone(DUTCH_TIME)


def is_open_to_all(kind: str) -> bool:
    """Tell whether anybody may come to this kind of moment."""
    return kind in PUBLIC_KINDS


def starts_public(kind: str) -> bool:
    """Tell whether a new moment of this kind stands on the public page unless somebody says no."""
    return is_open_to_all(kind) and kind != MeetingKind.ROUND


def asks_heard(text: str) -> bool:
    """Tell whether a point is about young people or people whose behaviour is misunderstood.

    By its own words; the category of what is behind it, or a colleague, can say so too.
    """
    return bool(ABOUT_PEOPLE.search(text))


def leads(by: Actor, meeting: Meeting) -> bool:
    """Tell whether `by` is an adviser of the area of a meeting."""
    return by.municipality_id == meeting.municipality_id and by.advises(meeting.area_id)


def visible_meetings(by: Actor) -> QuerySet[Meeting]:
    """Return the meetings `by` may see, each once.

    Advisers those of their areas, handlers those their organisations are invited to; director,
    policy adviser and executive those of the municipality. Nobody else sees any.
    """
    if not by.is_staff or by.municipality_id is None:
        return Meeting.objects.none()
    here = Meeting.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    areas = sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else []
    parties = sorted(by.organisation_ids) if by.has(Role.HANDLER) else []
    links = Meeting.organisations.through.objects.filter(organisation_id__in=parties)
    return here.filter(Q(area_id__in=areas) | Q(pk__in=links.values("meeting_id")))
