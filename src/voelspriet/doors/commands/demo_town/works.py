# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planned works of the demo: a CSV taken in twice (some work was moved) and a calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from voelspriet.act.agenda.actions.works import import_works
from voelspriet.act.agenda.works_file import read_works
from voelspriet.doors.commands.demo_town import words_works as words
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.areas.queries import area_rows
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

AGO = timedelta(days=21)
MOVED_EVERY = 4


def plan_works(land: Land, staff: Staff, *, at: datetime) -> None:
    """Take in the planners' files around `at`, as the policy adviser would."""
    by, today = staff.others[Role.POLICY_ADVISER], dutch_day(at)
    for moved, moment in ((0, at - AGO), (14, at)):
        import_works(
            told=read_works(_csv(land, today, moved=moved), name="planning.csv"),
            source=words.CSV_SOURCE,
            by=by,
            at=moment,
        )
    import_works(
        told=read_works(_calendar(land, today), name="agenda.ics"),
        source=words.CALENDAR_SOURCE,
        by=by,
        at=at,
    )


def _csv(land: Land, today: date, *, moved: int) -> bytes:
    lines = ["sleutel;wat;soort;gebied;straten;van;tot;door;openbaar"]
    for number, (place, kind, what, street, ahead, days, public) in enumerate(words.CSV_WORKS):
        later = moved if number % MOVED_EVERY == 0 else 0
        start = today + timedelta(days=ahead + later)
        code, name = _place(land, place, street)
        cells = (
            f"OR-{number + 1:03d}", what, kind, code, name, start,
            start + timedelta(days=days), words.CARRIERS[kind], public,
        )  # fmt: skip
        lines.append(";".join(map(str, cells)))
    return "\n".join(lines).encode()


def _calendar(land: Land, today: date) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Demo//NL",
             f"X-WR-CALNAME:{words.WATER}"]  # fmt: skip
    for number, (place, what, street, ahead, days, shown) in enumerate(words.EVENTS):
        start = today + timedelta(days=ahead)
        code, name = _place(land, place, street)
        lines += [
            "BEGIN:VEVENT", f"UID:water-{number + 1}@demo", f"DTSTAMP:{today:%Y%m%d}T080000Z",
            f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
            f"DTEND;VALUE=DATE:{start + timedelta(days=days):%Y%m%d}",
            f"SUMMARY:{what}", "CATEGORIES:Riool", f"LOCATION:{name}\\, {code}", f"CLASS:{shown}",
            "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _place(land: Land, place: int, street: int) -> tuple[str, str]:
    number = place % len(land.neighbourhood_ids)
    (row,) = area_rows(ids=[land.neighbourhood_ids[number]])
    streets = land.names(number).streets
    return row.code, streets[street % len(streets)]
