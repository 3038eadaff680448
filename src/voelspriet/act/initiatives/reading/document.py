# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a document with initiatives, organisations and moments of contact (YAML)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from voelspriet.act.initiatives.choices import (
    InitiativeStatus,
    MomentKind,
    MomentStatus,
    MomentUnit,
)
from voelspriet.act.initiatives.reading.entries import Entry, FileRejected, entries
from voelspriet.ground.network.choices import OrganisationKind

LARGEST_FILE = 2_000_000  # bytes
LINE, NAME, SOURCE = 500, 120, 100
STATUSES = {
    "active": InitiativeStatus.ACTIVE,
    "paused": InitiativeStatus.PAUSED,
    "stopped": InitiativeStatus.STOPPED,
    "unclear": InitiativeStatus.UNCLEAR,
}
KINDS = {
    "gemeente": OrganisationKind.DEPARTMENT,
    "welzijn": OrganisationKind.WELFARE,
    "woningcorporatie": OrganisationKind.HOUSING,
    "politie": OrganisationKind.POLICE,
    "zorg": OrganisationKind.CARE,
    **dict.fromkeys(("veiligheid", "netwerk", "onderwijs", "onderzoek"), OrganisationKind.OTHER),
}
MOMENTS = {
    "spreekuur": MomentKind.CONSULTATION_HOUR,
    "bijeenkomst": MomentKind.GATHERING,
    "wandeling": MomentKind.WALK,
    "buurtgesprek": MomentKind.TALK,
    "lunch": MomentKind.LUNCH,
    "werkoverleg": MomentKind.WORK_MEETING,
    "doorlopend contact": MomentKind.STANDING,
    "informeel contact": MomentKind.INFORMAL,
    "intervisie": MomentKind.PEER_REVIEW,
    "terugkoppeling": MomentKind.FEEDBACK,
    "onderzoek": MomentKind.RESEARCH,
}
HELD = {status.value: status for status in MomentStatus}
UNITS = {unit.value: unit for unit in MomentUnit}
SECTIONS = ("initiatives", "organisations", "contact_moments")
READ = {*SECTIONS, "municipality", "report_date", "notice_date", "counts", "uncertainties"}


@dataclass(frozen=True, slots=True)
class InitiativeEntry:
    """An initiative as the document tells it."""

    key: str
    name: str
    type: str
    place: str
    status: InitiativeStatus
    is_uncertain: bool
    description: str
    stop_reason: str
    size: str
    since: str
    needs: tuple[str, ...]
    is_sensitive: bool
    source: str
    said_on: date
    note: str


@dataclass(frozen=True, slots=True)
class OrganisationEntry:
    """An organisation as the document tells it."""

    key: str
    name: str
    kind: OrganisationKind
    role: str
    needs: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class MomentEntry:
    """A moment of contact that returns, as the document tells it."""

    key: str
    name: str
    kind: MomentKind
    status: MomentStatus
    rhythm: str
    every: int | None
    unit: str
    place: str
    participants: tuple[str, ...]
    begins: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `doubts`: by the id of an entry; `left_aside`: sections not read."""

    initiatives: tuple[InitiativeEntry, ...]
    organisations: tuple[OrganisationEntry, ...]
    moments: tuple[MomentEntry, ...]
    doubts: dict[str, str]
    left_aside: tuple[str, ...]


def read_document(path: Path) -> Document:
    """Read a document. Raises FileRejected with entry, field and why for everything wrong in it."""
    content = _content(path)
    problems: list[str] = []
    head = Entry("the file", content, problems)
    report = head.day("report_date")
    if report is None and not problems:
        head.wrong("report_date", "is not there")
    days = (report or date.min, head.day("notice_date") or report or date.min)
    found = Document(
        initiatives=tuple(
            _initiative(one, days) for one in entries(content, "initiatives", problems)
        ),
        organisations=tuple(
            _organisation(one) for one in entries(content, "organisations", problems)
        ),
        moments=tuple(_moment(one) for one in entries(content, "contact_moments", problems)),
        doubts=_doubts(content, problems),
        left_aside=tuple(sorted(str(name) for name in content if name not in READ)),
    )
    _count(content, found, problems)
    if problems:
        raise FileRejected(problems)
    return found


def _content(path: Path) -> dict[str, Any]:
    if path.stat().st_size > LARGEST_FILE:
        raise FileRejected([f"the file: is larger than {LARGEST_FILE} bytes"])
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise FileRejected(["the file: is not text in UTF-8"]) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f", line {line + 1}" if line is not None else ""
        raise FileRejected([f"the file{where}: is not YAML"]) from error
    if not isinstance(content, dict):
        raise FileRejected(["the file: must hold sections such as initiatives"])
    return content


def _initiative(one: Entry, days: tuple[date, date]) -> InitiativeEntry:
    source = one.text("source_section", SOURCE, needed=True)
    members = one.number("members")
    kind, about = one.text("members_kind", NAME), one.text("members_qualifier", NAME)
    size = "" if members is None else f"{members} {kind}" + (f" ({about})" if about else "")
    certainty = {"printed": False, "uncertain": True}
    return InitiativeEntry(
        key=str(one.values["id"]),
        name=one.text("name", NAME, needed=True),
        type=one.text("type", NAME),
        place=one.text("area", NAME),
        status=one.code("status", STATUSES),
        is_uncertain=one.code("status_certainty", certainty),
        description=one.text("description", LINE),
        stop_reason=one.text("stop_reason", 300),
        size=size,
        since=one.text("founded", NAME),
        needs=one.texts("needs", LINE),
        is_sensitive=one.flag("sensitive"),
        source=source,
        said_on=days[1] if "mededeling" in source else days[0],
        note=one.text("note", LINE),
    )


def _organisation(one: Entry) -> OrganisationEntry:
    return OrganisationEntry(
        key=str(one.values["id"]),
        name=one.text("name", NAME, needed=True),
        kind=one.code("type", KINDS),
        role=one.text("role", LINE),
        needs=one.texts("needs", LINE),
        source=one.text("source_section", SOURCE),
    )


def _moment(one: Entry) -> MomentEntry:
    rhythm = one.values.get("frequency") or {}
    if not isinstance(rhythm, dict):
        one.wrong("frequency", "must be a group of fields")
        rhythm = {}
    inside = Entry(f"{one.where}: frequency", rhythm, one.problems)
    unit = "" if rhythm.get("unit") is None else inside.code("unit", UNITS)
    every = inside.number("every")
    if every is not None and not unit:
        inside.wrong("unit", "is not there, and every needs it")
    return MomentEntry(
        key=str(one.values["id"]),
        name=one.text("name", NAME, needed=True),
        kind=one.code("kind", MOMENTS),
        status=one.code("status", HELD),
        rhythm=inside.text("text", 160),
        every=every,
        unit=str(unit),
        place=one.text("area", NAME),
        participants=one.texts("participants", NAME),
        begins=one.text("start", 40),
        source=one.text("source_section", SOURCE),
        note=one.text("note", LINE),
    )


def _doubts(content: dict[str, Any], problems: list[str]) -> dict[str, str]:
    if content.get("uncertainties") is None:
        return {}
    return {
        one.text("subject", NAME, needed=True): one.text("note", LINE, needed=True)
        for one in entries(content, "uncertainties", problems)
    }


def _count(content: dict[str, Any], found: Document, problems: list[str]) -> None:
    """Compare with what the document says it holds, so that half a file is noticed."""
    counts = content.get("counts")
    if not isinstance(counts, dict) or problems:
        return
    have = (len(found.initiatives), len(found.organisations), len(found.moments))
    for name, number in zip(SECTIONS, have, strict=True):
        if name in counts and counts[name] != number:
            problems.append(f"counts: {name}: says {counts[name]}, and the file holds {number}")
