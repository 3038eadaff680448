# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading planned works from a CSV or an iCalendar file, whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import icalendar
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices.works import WorkKind, WorkState
from voelspriet.act.agenda.told import FileProblem, WorksRejected, WorkTold
from voelspriet.lib.working_days import dutch_day

MOST_BYTES = 500_000
MOST_ROWS = 2_000
NEEDED = ("sleutel", "wat", "gebied", "van", "tot", "door")
COLUMNS = (*NEEDED, "soort", "straten", "stand", "openbaar", "bijgewerkt")
LIMITS = {"sleutel": 120, "wat": 200, "door": 120}
EVENT_LIMITS = {"UID": 120, "SUMMARY": 200, "LOCATION": 120, "ORGANIZER": 120}
STATES = {
    "gepland": WorkState.PLANNED,
    "verzet": WorkState.MOVED,
    "klaar": WorkState.DONE,
    "gaat niet door": WorkState.CANCELLED,
    "vervallen": WorkState.CANCELLED,
}
KINDS = {
    "straat en stoep": WorkKind.PAVING,
    "verlichting": WorkKind.LIGHTING,
    "groen en speelplekken": WorkKind.GREEN,
    "groen": WorkKind.GREEN,
    "schoonmaken": WorkKind.CLEANING,
    "verkeer en parkeren": WorkKind.TRAFFIC,
    "verkeer": WorkKind.TRAFFIC,
    "riool, kabels en leidingen": WorkKind.PIPES,
    "riool": WorkKind.PIPES,
    "bouwen en slopen": WorkKind.BUILDING,
    "ander werk": WorkKind.OTHER,
}
TRUE, FALSE = {"ja", "j", "yes", "1"}, {"nee", "n", "no", "0", ""}


def read_works(content: bytes, *, name: str) -> tuple[WorkTold, ...]:
    """Return the works of a file; its name tells which kind it is (.ics, else CSV).

    Raises WorksRejected with every row, column and reason.
    """
    if len(content) > MOST_BYTES:
        raise _whole(_("Het bestand is te groot: ten hoogste 500 kB."))
    problems: list[FileProblem] = []
    is_calendar = name.lower().endswith(".ics") or content.lstrip().startswith(b"BEGIN:VCALENDAR")
    told = _events(content, problems) if is_calendar else _rows(content, problems)
    _once(told, problems, "UID" if is_calendar else "sleutel")
    if not told and not problems:
        raise _whole(_("Er staat geen werk in dit bestand."))
    if len(told) > MOST_ROWS:
        raise _whole(_("Er staat te veel in dit bestand: ten hoogste 2000 werken."))
    if problems:
        raise WorksRejected(sorted(problems, key=lambda one: one.row))
    return tuple(told)


def _whole(why: str) -> WorksRejected:
    return WorksRejected([FileProblem(0, "", why)])


def _once(told: list[WorkTold], problems: list[FileProblem], column: str) -> None:
    seen: dict[str, int] = {}
    for one in told:
        first = seen.setdefault(one.key, one.row)
        if one.key and first != one.row:
            why = _("Deze sleutel staat ook op rij %(row)s.") % {"row": first}
            problems.append(FileProblem(one.row, column, why))


def _rows(content: bytes, problems: list[FileProblem]) -> list[WorkTold]:
    text = _decoded(content)
    header = text.split("\n", 1)[0]
    mark = max(";,\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        names = [(one or "").strip().lower() for one in reader.fieldnames or ()]
        missing = [one for one in NEEDED if one not in names]
        if missing:
            words = _("Deze kolom ontbreekt. Nodig zijn: %(names)s.")
            raise WorksRejected(
                [FileProblem(1, one, words % {"names": ", ".join(NEEDED)}) for one in missing]
            )
        reader.fieldnames = names
        return [
            told
            for number, row in enumerate(reader, start=2)
            if any((value or "").strip() for value in row.values() if not isinstance(value, list))
            and (told := _row(row, number, problems)) is not None
        ]
    except csv.Error as error:
        raise _whole(_("Dit is geen leesbaar CSV-bestand: %(why)s") % {"why": error}) from error


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _row(row: dict[str, Any], number: int, problems: list[FileProblem]) -> WorkTold | None:
    cells = {name: str(row.get(name) or "").strip() for name in COLUMNS}
    days = {name: _day(cells[name]) for name in ("van", "tot", "bijgewerkt")}
    wrong = [
        FileProblem(number, column, why)
        for column, why in (*_wrong_texts(cells), *_wrong_days(cells, days))
    ]
    problems += wrong
    start, end = days["van"], days["tot"]
    if wrong or start is None or end is None:
        return None
    return WorkTold(
        key=cells["sleutel"],
        what=cells["wat"],
        kind=KINDS.get(cells["soort"].lower(), WorkKind.OTHER),
        area=cells["gebied"],
        streets=_parts(cells["straten"]),
        starts_on=start,
        ends_on=end,
        carrier=cells["door"],
        source_on=days["bijgewerkt"],
        state=STATES.get(cells["stand"].lower()),
        is_public=cells["openbaar"].lower() in TRUE,
        row=number,
    )


def _wrong_texts(cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name in NEEDED:
        if not cells[name]:
            yield name, _("Dit is leeg.")
    for name, limit in LIMITS.items():
        if len(cells[name]) > limit:
            yield name, _("Ten hoogste %(limit)s tekens.") % {"limit": limit}
    known_words: tuple[tuple[str, Iterable[str]], ...] = (("soort", KINDS), ("stand", STATES))
    for name, known in known_words:
        if cells[name] and cells[name].lower() not in known:
            yield name, _("Kies uit: %(names)s.") % {"names": ", ".join(known)}
    if cells["openbaar"].lower() not in TRUE | FALSE:
        yield "openbaar", _("Schrijf ja of nee.")


def _wrong_days(cells: dict[str, str], days: dict[str, date | None]) -> Iterator[tuple[str, str]]:
    for name, day in days.items():
        if cells[name] and day is None:
            yield name, _("Dit is geen dag. Schrijf 2026-09-22 of 22-09-2026.")
    start, end = days["van"], days["tot"]
    if start and end and end < start:
        yield "tot", _("Deze dag ligt voor de eerste dag.")


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("|", ",").split(",") if part.strip())


def _day(text: str) -> date | None:
    for pattern in ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    return None


def _events(content: bytes, problems: list[FileProblem]) -> list[WorkTold]:
    try:
        calendar = icalendar.Calendar.from_ical(content)
    except (ValueError, IndexError, KeyError, TypeError) as error:
        raise _whole(_("Dit is geen leesbare agenda: %(why)s") % {"why": error}) from error
    found = []
    for number, event in enumerate(calendar.walk("VEVENT"), start=1):
        told = _event(event, number, str(calendar.get("X-WR-CALNAME", "")).strip(), problems)
        if told is not None:
            found.append(told)
    return found


def _event(
    event: Any, number: int, calendar_name: str, problems: list[FileProblem]
) -> WorkTold | None:
    before = len(problems)

    def wrong(column: str, why: str) -> None:
        problems.append(FileProblem(number, column, why))

    key, what = (str(event.get(name, "")).strip() for name in ("UID", "SUMMARY"))
    *streets, area = _parts(str(event.get("LOCATION", ""))) or ("",)
    carrier = _organiser(event) or calendar_name
    start, end = _days_of(event, wrong)
    texts = {"UID": key, "SUMMARY": what, "LOCATION": area, "ORGANIZER": carrier}
    for name, why in _wrong_event_texts(texts):
        wrong(name, why)
    if "RRULE" in event:
        wrong("RRULE", _("Werk dat zich herhaalt, kan niet. Zet elke keer apart in de agenda."))
    if len(problems) > before or start is None or end is None:
        return None
    changed = _moment_day(event.get("LAST-MODIFIED")) or _moment_day(event.get("DTSTAMP"))
    cancelled = str(event.get("STATUS", "")).upper() == "CANCELLED"
    return WorkTold(
        key=key,
        what=what,
        kind=_kind_of(event),
        area=area,
        streets=tuple(streets),
        starts_on=start,
        ends_on=end,
        carrier=carrier,
        source_on=changed,
        state=WorkState.CANCELLED if cancelled else None,
        is_public=str(event.get("CLASS", "")).upper() == "PUBLIC",
        row=number,
    )


def _wrong_event_texts(texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in texts.items():
        limit = EVENT_LIMITS[name]
        if not value:
            yield name, _("Dit is leeg.")
        elif len(value) > limit:
            yield name, _("Ten hoogste %(limit)s tekens.") % {"limit": limit}


def _days_of(event: Any, wrong: Any) -> tuple[date | None, date | None]:
    """Return first and last day; the end of a whole-day event is the day after it."""
    start = _moment_day(event.get("DTSTART"))
    if start is None:
        wrong("DTSTART", _("Dit is geen dag."))
        return None, None
    raw = event.get("DTEND")
    end = _moment_day(raw)
    if end is None:
        return start, start
    if not isinstance(raw.dt, datetime):
        end = max(end - timedelta(days=1), start) if end >= start else end
    if end < start:
        wrong("DTEND", _("Deze dag ligt voor de eerste dag."))
    return start, end


def _moment_day(value: Any) -> date | None:
    moment = getattr(value, "dt", None)
    if isinstance(moment, datetime):
        return dutch_day(moment) if moment.tzinfo else moment.date()
    return moment if isinstance(moment, date) else None


def _organiser(event: Any) -> str:
    organiser = event.get("ORGANIZER")
    return str(getattr(organiser, "params", {}).get("CN", "")).strip()


def _kind_of(event: Any) -> WorkKind:
    categories = event.get("CATEGORIES")
    for one in categories if isinstance(categories, list) else [categories]:
        for word in getattr(one, "cats", ()):
            if str(word).strip().lower() in KINDS:
                return KINDS[str(word).strip().lower()]
    return WorkKind.OTHER
