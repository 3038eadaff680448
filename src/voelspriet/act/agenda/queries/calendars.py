# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in calendars for everybody: of an area and of one meeting; and one as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from voelspriet.act.agenda.choices import MeetingKind, MeetingState
from voelspriet.act.agenda.models import Meeting
from voelspriet.act.agenda.queries.meeting_rows import public_meeting
from voelspriet.act.agenda.rules.meetings import THREE_MONTHS, visible_meetings
from voelspriet.ground.areas.queries import area_row, areas, municipalities
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.icalendars import Event

MOST = 500


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A meeting or due day as a calendar holds it, never who comes; whose pages tell more of it."""

    event: Event
    reference: str
    municipality_slug: str
    area_slug: str
    is_agreement: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar: its name and what stands in it, in order of time."""

    name: str
    entries: tuple[CalendarEntry, ...]


def area_calendar(*, code: str, language: str, at: datetime) -> Calendar | None:
    """Return what anybody may come to in an area and in the areas it lies in.

    From three months ago on; what was cancelled stays, marked. None for an unknown code.
    """
    area_id = _area_id(code)
    if area_id is None:
        return None
    chain = _chain(area_id)
    found = Meeting.objects.filter(
        area_id__in=sorted(chain), is_public=True, starts_at__gte=at - THREE_MONTHS
    )
    rows = (
        found.select_related("area", "municipality")
        .prefetch_related("texts")
        .order_by("starts_at", "id")
    )
    return Calendar(chain[area_id], tuple(_public(one, language) for one in rows[:MOST]))


def public_calendar(*, reference: str, language: str) -> Calendar | None:
    """Return the calendar of one meeting anybody may come to; None for any other."""
    one = (
        Meeting.objects.filter(reference=reference, is_public=True)
        .select_related("area", "municipality")
        .prefetch_related("texts")
        .first()
    )
    return Calendar(one.area.name, (_public(one, language),)) if one else None


def meeting_calendar(*, reference: str, by: Actor) -> Calendar:
    """Return the calendar of one meeting `by` may see. Raises OutOfScope for any other."""
    one = (
        visible_meetings(by)
        .select_related("area", "municipality")
        .filter(reference=reference)
        .first()
    )
    if one is None:
        raise OutOfScope("")
    return Calendar(one.area.name, (meeting_entry(one, place=one.place),))


def _area_id(code: str) -> int | None:
    for town in municipalities():
        for area in areas(municipality_id=town.id):
            if area.code == code:
                return area.id
    return None


def _chain(area_id: int) -> dict[int, str]:
    """Return the area and those it lies in, with their names."""
    found: dict[int, str] = {}
    above: int | None = area_id
    while above is not None and above not in found:
        area = area_row(id=above)
        if area is None:
            break
        found[area.id] = area.name
        above = area.parent_id
    return found


def _public(meeting: Meeting, language: str) -> CalendarEntry:
    told = public_meeting(meeting, language=language)
    words = "\n".join(part for part in (told.about, told.words) if part)
    return meeting_entry(meeting, place=meeting.place, words=words)


def meeting_entry(meeting: Meeting, *, place: str = "", words: str = "") -> CalendarEntry:
    """Return a meeting (area and municipality loaded) as a calendar holds it."""
    event = Event(
        uid=f"{meeting.reference}@voelspriet",  # of the row, so that no other ever has it
        title=f"{MeetingKind(meeting.kind).label} – {meeting.area.name}",
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        changed_at=meeting.changed_at,
        sequence=meeting.sequence,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        words=words,
        place=place,
    )
    return CalendarEntry(event, meeting.reference, meeting.municipality.slug, meeting.area.slug)
