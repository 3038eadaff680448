# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calendars as files (iCalendar, RFC 5545): moments in UTC, so that no time zone needs telling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

PRODUCT = "-//Voelspriet//Voelspriet//NL"
MEDIA_TYPE = "text/calendar; charset=utf-8"
CONTROLS = dict.fromkeys(code for code in range(32) if code not in (9, 10, 13)) | {127: None}


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `uid` is never used again; `sequence` goes up with every change.

    With `whole_day` it is a day without a time, whatever the time zone of who reads it.
    """

    uid: str
    title: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    sequence: int = 0
    is_cancelled: bool = False
    words: str = ""
    place: str = ""
    url: str = ""
    whole_day: date | None = None


def write_calendar(*, name: str, events: Iterable[Event]) -> bytes:
    """Return a calendar file: CRLF, lines folded at 75 octets, text escaped, nobody invited.

    The same events give the same bytes, so that a reader can ask whether anything changed.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _clean(name))
    for event in events:
        calendar.add_component(_component(event))
    written: bytes = calendar.to_ical()
    return written


def _component(event: Event) -> icalendar.Event:
    component = icalendar.Event()
    component.add("uid", event.uid)
    component.add("dtstamp", event.changed_at.astimezone(UTC))
    if event.whole_day is not None:
        component.add("dtstart", event.whole_day)
        component.add("dtend", event.whole_day + timedelta(days=1))  # the first day after it
        component.add("transp", "TRANSPARENT")  # nobody is busy all day with it
    else:
        component.add("dtstart", event.starts_at.astimezone(UTC))
        component.add("dtend", event.ends_at.astimezone(UTC))
    component.add("last-modified", event.changed_at.astimezone(UTC))
    component.add("sequence", event.sequence)
    component.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    component.add("summary", _clean(event.title))
    if event.words:
        component.add("description", _clean(event.words))
    if event.place:
        component.add("location", _clean(event.place))
    if event.url:
        component.add("url", event.url)
    return component


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)
