# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An incident of last week with what was told, and two other notices of which one has ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from voelspriet.act.agenda.actions.incidents import (
    add_post,
    call_together,
    open_incident,
    say_fact,
)
from voelspriet.act.agenda.actions.meetings import hold_meeting
from voelspriet.act.agenda.choices.incidents import FactKind
from voelspriet.act.agenda.rules.meetings import dutch_moment
from voelspriet.answer.pages.actions.notices import publish_notice, write_lines, write_notice
from voelspriet.doors.commands.demo_town import words_speaking as words
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import dutch_day

DAYS_AGO = 10  # so that its day to look back has come, whatever day of the week it is
MINUTES = timedelta(minutes=1)
Texts = Mapping[str, Mapping[str, str]]


def speak(land: Land, staff: Staff, *, at: datetime) -> None:
    """Tell of an incident and of two smaller things, as the advisers of an area would."""
    adviser = staff.duos[land.district_of[0]][0]
    began = dutch_moment(dutch_day(at) - timedelta(days=DAYS_AGO), time(21, 40))
    reference = _incident(land, staff, adviser, began)
    _tell(land, 0, adviser, words.INCIDENT, at=began + 25 * MINUTES, days=14, incident=reference)
    _tell(land, 1, adviser, words.WORKS, at=_morning(at, 3), days=12)
    _tell(land, 0, adviser, words.LAMPS, at=_morning(at, 21), days=5)


def _morning(at: datetime, days_ago: int) -> datetime:
    return dutch_moment(dutch_day(at) - timedelta(days=days_ago), time(10))


def _incident(land: Land, staff: Staff, by: Actor, began: datetime) -> str:
    reference = open_incident(
        area_id=land.neighbourhood_ids[0],
        what=words.WHAT,
        place=land.names(0).streets[0],
        happened_at=began,
        known=words.KNOWN_FIRST,
        unknown=words.UNKNOWN,
        by=by,
        at=began + 12 * MINUTES,
    )
    say_fact(
        reference=reference,
        kind=FactKind.KNOWN,
        text=words.KNOWN_LATER,
        by=by,
        at=began + 20 * MINUTES,
    )
    for party, place, after, hours in words.POSTS:
        starts_at = began + timedelta(hours=after) + 30 * MINUTES
        add_post(
            reference=reference,
            organisation_id=staff.organisation_ids[party],
            place=place,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=hours),
            by=by,
            at=began + 30 * MINUTES,
        )
    meeting = call_together(
        reference=reference,
        starts_at=began + timedelta(hours=11, minutes=20),
        minutes=60,
        place=words.CALLED_TO,
        by=by,
        at=began + 40 * MINUTES,
    )
    hold_meeting(reference=meeting, came={}, by=by, at=began + timedelta(hours=13))
    return reference


def _tell(
    land: Land,
    number: int,
    by: Actor,
    texts: Texts,
    *,
    at: datetime,
    days: int,
    incident: str = "",
) -> None:
    on = dutch_day(at)
    reference = write_notice(
        area_id=land.neighbourhood_ids[number],
        streets=", ".join(land.names(number).streets[:2]),
        scale_reason="",
        lines=texts["nl"],
        sender=f"user-{by.user_id}",
        ends_on=on + timedelta(days=days),
        back_on=on + timedelta(days=min(days, 7)),
        lie_awake="yes" if incident else "no",
        see_us_act="yes",
        incident_reference=incident,
        by=by,
        at=at,
    )
    for language, lines in texts.items():
        if language != "nl":
            write_lines(
                reference=reference,
                language=language,
                lines=lines,
                by=by,
                at=at,
            )
    # an adviser read it: what the rules see as a name here is none
    publish_notice(reference=reference, person_checked=True, by=by, at=at)
