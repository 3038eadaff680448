# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planning a meeting, changing or cancelling it with a reason, and writing down how it went."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import worded, worded_or_empty
from voelspriet.act.agenda.choices import AttendeeKind, MeetingKind, MeetingState
from voelspriet.act.agenda.models import (
    Meeting,
    MeetingAttendance,
    MeetingChange,
    MeetingText,
)
from voelspriet.act.agenda.queries.meeting_rows import SOURCE_LANGUAGE, MeetingRow, meeting_row
from voelspriet.act.agenda.rules import LONGEST_DAYS, REASON_LIMIT
from voelspriet.act.agenda.rules.meetings import (
    ABOUT_LIMIT,
    LONGEST_MINUTES,
    MOST_CAME,
    PLACE_LIMIT,
    is_open_to_all,
    leads,
    visible_meetings,
)
from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference


@action
def plan_meeting(
    *,
    kind: MeetingKind,
    area_id: int,
    starts_at: datetime,
    minutes: int,
    place: str,
    is_public: bool,
    by: Actor,
    at: datetime,
    about: str = "",
    rng: random.Random = SYSTEM_RANDOM,
) -> MeetingRow:
    """Plan a moment in an area; place and subject may stay empty.

    A public one stands on the neighbourhood's page and in its calendar at once. Refuses: a
    moment gone by or more than 400 days away, no length or more than 12 hours, and a public
    moment of a kind that is work. OutOfScope: an area of which `by` is no adviser.
    """
    if not by.advises(area_id):
        raise OutOfScope(_("Dit gebied is er niet."))
    if is_public and not is_open_to_all(kind):
        raise Refused(
            _("Dit soort bijeenkomst is niet voor iedereen. Kies een ander soort."),
            field="is_public",
        )
    starts_at = starts_at.astimezone(UTC)  # so that a length is a length when clocks change
    _must_be_ahead(starts_at, at)
    meeting = Meeting.objects.create(
        municipality_id=by.municipality_id or 0,
        area=Area.objects.get(pk=area_id),
        reference=new_reference("T", rng=rng),
        kind=kind,
        starts_at=starts_at,
        ends_at=starts_at + _length(minutes),
        place=worded_or_empty(place, PLACE_LIMIT, "place"),
        is_public=is_public,
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
        changed_at=at,
    )
    subject = worded_or_empty(about, ABOUT_LIMIT, "about")
    if subject:
        MeetingText.objects.create(meeting=meeting, language=SOURCE_LANGUAGE, about=subject)
    audit_meeting("meeting.plan", meeting, by, at, kind=str(kind), public=is_public)
    return meeting_row(meeting, at=at)


@action
def change_meeting(
    *,
    reference: str,
    starts_at: datetime,
    minutes: int,
    place: str,
    reason: str,
    by: Actor,
    at: datetime,
) -> None:
    """Change day, time, length or place of a planned meeting, with a reason.

    Calendars that follow it change along. Refuses: what is held or cancelled, nothing changed,
    a moment gone by, no reason. OutOfScope for anyone but the advisers of its area.
    """
    meeting = led_meeting(reference, by)
    must_be_planned(meeting)
    starts_at = starts_at.astimezone(UTC)
    _must_be_ahead(starts_at, at)
    ends_at = starts_at + _length(minutes)
    where = worded_or_empty(place, PLACE_LIMIT, "place")
    if (starts_at, ends_at, where) == (meeting.starts_at, meeting.ends_at, meeting.place):
        raise Refused(_("Zo stond het er al."), field="starts_on")
    MeetingChange.objects.create(
        meeting=meeting,
        was_starts_at=meeting.starts_at,
        was_place=meeting.place,
        reason=worded(reason, REASON_LIMIT, "reason"),
        at=at,
    )
    meeting.starts_at, meeting.ends_at, meeting.place = starts_at, ends_at, where
    _save_for_calendars(meeting, at, "starts_at", "ends_at", "place")
    audit_meeting("meeting.change", meeting, by, at, sequence=meeting.sequence)


@action
def cancel_meeting(*, reference: str, reason: str, by: Actor, at: datetime) -> None:
    """Say that a planned meeting is off, and why; it stays visible as cancelled.

    Refuses: what is held or cancelled already, no reason. OutOfScope for anyone but the
    advisers of its area.
    """
    meeting = led_meeting(reference, by)
    must_be_planned(meeting)
    meeting.cancel_reason = worded(reason, REASON_LIMIT, "reason")
    meeting.state = MeetingState.CANCELLED
    _save_for_calendars(meeting, at, "cancel_reason", "state")
    audit_meeting("meeting.cancel", meeting, by, at, sequence=meeting.sequence)


@action
def hold_meeting(
    *, reference: str, came: Mapping[AttendeeKind, int], by: Actor, at: datetime
) -> None:
    """Write down that a meeting was held and, at a public one, how many of each kind came.

    Doing it again corrects the numbers. Refuses: before it began, a cancelled one, numbers at a
    meeting that was not public. OutOfScope for anyone but the advisers of its area.
    """
    meeting = led_meeting(reference, by)
    if meeting.state == MeetingState.CANCELLED:
        raise Refused(_("Deze bijeenkomst ging niet door."))
    if meeting.starts_at > at:
        raise Refused(_("Deze bijeenkomst is nog niet begonnen."))
    counted = {kind: number for kind, number in came.items() if number}
    if counted and not meeting.is_public:
        raise Refused(_("Bij een besloten bijeenkomst tellen wij niemand."))
    if any(not 0 < number <= MOST_CAME for number in counted.values()):
        raise Refused(_("Vul een aantal in van 0 tot en met 9999."))
    MeetingAttendance.objects.filter(meeting=meeting).delete()
    MeetingAttendance.objects.bulk_create(
        MeetingAttendance(meeting=meeting, kind=kind, number=number)
        for kind, number in counted.items()
    )
    meeting.state = MeetingState.HELD
    meeting.held_at = meeting.held_at or at
    meeting.attended = sum(counted.values()) if meeting.is_public else None
    meeting.save(update_fields=["state", "held_at", "attended"])
    audit_meeting("meeting.hold", meeting, by, at, came=meeting.attended)


@action
def write_about(*, reference: str, language: str, about: str, by: Actor, at: datetime) -> None:
    """Say in one language what a meeting is about; empty takes it away.

    Refuses more than 200 characters. OutOfScope for anyone but the advisers of its area.
    """
    meeting = led_meeting(reference, by)
    subject = worded_or_empty(about, ABOUT_LIMIT, "about")
    if subject:
        MeetingText.objects.update_or_create(
            meeting=meeting, language=language, defaults={"about": subject}
        )
    else:
        MeetingText.objects.filter(meeting=meeting, language=language).delete()
    if meeting.is_public:
        _save_for_calendars(meeting, at)
    audit_meeting("meeting.write_about", meeting, by, at, language=language)


def led_meeting(reference: str, by: Actor) -> Meeting:
    """Return a meeting `by` leads, held in this transaction.

    Refuses who only reads along; OutOfScope for everybody else.
    """
    found = visible_meetings(by).select_for_update().filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Deze bijeenkomst is er niet."))
    if not leads(by, found):
        raise Refused(_("Alleen de adviseur van dit gebied leidt deze bijeenkomst."))
    return found


def running_meeting(reference: str, by: Actor) -> Meeting:
    """Return a meeting `by` leads that is planned or was held. Refuses one that is off."""
    meeting = led_meeting(reference, by)
    if meeting.state == MeetingState.CANCELLED:
        raise Refused(_("Deze bijeenkomst ging niet door."))
    return meeting


def audit_meeting(name: str, meeting: Meeting, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of a deed to a meeting."""
    record(
        name,
        by=by,
        at=at,
        subject="meeting",
        reference=meeting.reference,
        municipality_id=meeting.municipality_id,
        **detail,
    )


def _save_for_calendars(meeting: Meeting, at: datetime, *fields: str) -> None:
    """Save what changed so that every calendar takes it over (RFC 5545: SEQUENCE)."""
    meeting.sequence += 1
    meeting.changed_at = at
    meeting.save(update_fields=[*fields, "sequence", "changed_at"])


def must_be_planned(meeting: Meeting) -> None:
    """Refuse what is held or cancelled."""
    if meeting.state != MeetingState.PLANNED:
        raise Refused(_("Deze bijeenkomst is al geweest of gaat niet door."))


def _must_be_ahead(starts_at: datetime, at: datetime) -> None:
    if starts_at < at:
        raise Refused(_("Kies een moment dat nog komt."), field="starts_on")
    if starts_at > at + timedelta(days=LONGEST_DAYS):
        raise Refused(_("Kies een dag binnen een jaar."), field="starts_on")


def _length(minutes: int) -> timedelta:
    if not 0 < minutes <= LONGEST_MINUTES:
        raise Refused(_("Kies hoe lang het duurt, ten hoogste 12 uur."), field="minutes")
    return timedelta(minutes=minutes)
