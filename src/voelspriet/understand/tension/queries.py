# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading how tense it is: the areas, one of them with its history, and what asks: still so?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from voelspriet.ground.areas.queries import areas
from voelspriet.ground.areas.rows import AreaRow
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.lib.working_days import dutch_day
from voelspriet.understand.tension.choices import Domain, Phase
from voelspriet.understand.tension.models import TensionHelp, TensionReading
from voelspriet.understand.tension.rules import (
    RISEN,
    asks_again,
    reads_areas,
    shipped_help,
    visible_readings,
)

PAGE_SIZE = 20
ORDER = {phase: number for number, phase in enumerate(reversed(Phase.values))}


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What somebody saw on a day. `matter` empty: the area as a whole.

    `asks_again`: in tension or an incident, and nobody said anything for two weeks.
    """

    reference: str
    area_id: int
    area_name: str
    matter: str
    phase: str
    phase_label: str
    reason: str
    since: date
    made_by_name: str
    made_at: datetime
    is_current: bool
    is_correction: bool
    was_wrong: bool
    asks_again: bool


@dataclass(frozen=True, slots=True)
class AreaTension:
    """An area in the list: its own reading, if there is one, and the matters not at rest."""

    area_id: int
    area_name: str
    whole: ReadingRow | None
    matters: tuple[ReadingRow, ...]


@dataclass(frozen=True, slots=True)
class TensionDetail:
    """One area: what it is in now, and whether `by` may say so."""

    area_id: int
    area_name: str
    whole: ReadingRow | None
    matters: tuple[ReadingRow, ...]
    may_read: bool


@dataclass(frozen=True, slots=True)
class HelpRow:
    """What a domain can do in a phase. `is_own`: the municipality wrote it."""

    phase: str
    domain: str
    domain_label: str
    text: str
    is_own: bool


def tension_by_area(*, by: Actor, on: date) -> tuple[AreaTension, ...]:
    """Return every area in scope by name, with what was said of it. Two queries, no ranking."""
    now: dict[int, list[ReadingRow]] = {}
    for one in _current(visible_readings(by)):
        now.setdefault(one.area_id, []).append(_row(one, on))
    return tuple(
        AreaTension(
            area.id,
            area.name,
            _whole(now.get(area.id, [])),
            tuple(one for one in now.get(area.id, []) if one.matter and one.phase != Phase.REST),
        )
        for area in _areas(by)
    )


def area_tension(*, area_id: int, by: Actor, on: date) -> TensionDetail:
    """Return what one area is in now. Raises OutOfScope for an area outside the scope."""
    area = next((one for one in _areas(by) if one.id == area_id), None)
    if area is None:
        raise OutOfScope(_("Dit gebied is er niet."))
    rows = [_row(one, on) for one in _current(visible_readings(by).filter(area_id=area_id))]
    return TensionDetail(
        area_id=area.id,
        area_name=area.name,
        whole=_whole(rows),
        matters=tuple(one for one in rows if one.matter),
        may_read=by.advises(area_id),
    )


def current_reading(*, reference: str, by: Actor, on: date) -> ReadingRow:
    """Return the newest reading of an area or matter that `by` may correct. OutOfScope else."""
    found = visible_readings(by).filter(reference=reference, replaced_at__isnull=True)
    one = found.select_related("area").first()
    if one is None or not by.advises(one.area_id):
        raise OutOfScope(_("Deze stand is er niet."))
    return _row(one, on)


def tension_history(*, area_id: int, by: Actor, on: date, cursor: str = "") -> Page[ReadingRow]:
    """Return every reading of an area, the newest first, those that were wrong too."""
    found = visible_readings(by).filter(area_id=area_id)
    last = read_cursor(cursor, datetime.fromisoformat, int)
    if last and last[0].tzinfo is not None:
        found = found.filter(Q(made_at__lt=last[0]) | Q(made_at=last[0], pk__lt=last[1]))
    rows = list(found.select_related("area").order_by("-made_at", "-id")[: PAGE_SIZE + 1])
    return page_of(
        rows,
        PAGE_SIZE,
        lambda one: _row(one, on),
        lambda one: write_cursor(one.made_at.isoformat(), one.pk),
    )


def tension_to_mind(*, by: Actor, on: date, limit: int) -> tuple[ReadingRow, ...]:
    """Return what is in tension or an incident in the areas `by` is adviser of, oldest first."""
    found = visible_readings(by).filter(area_id__in=sorted(by.area_ids), phase__in=RISEN)
    current = found.filter(replaced_at__isnull=True).select_related("area")
    return tuple(_row(one, on) for one in current.order_by("made_at", "id")[:limit])


def help_for(*, phase: str, by: Actor) -> tuple[HelpRow, ...]:
    """Return what each domain can do in a phase, in the municipality's words or the product's."""
    own = dict(
        TensionHelp.objects.filter(
            municipality_id=by.municipality_id or 0, phase=phase
        ).values_list("domain", "text")
    )
    return tuple(
        HelpRow(
            phase=phase,
            domain=domain.value,
            domain_label=str(domain.label),
            text=own.get(domain.value) or shipped_help()[phase, domain.value],
            is_own=domain.value in own,
        )
        for domain in Domain
    )


def _areas(by: Actor) -> list[AreaRow]:
    """Return the areas in scope, by name."""
    inside = areas(municipality_id=by.municipality_id or 0)
    read = reads_areas(by)
    seen = [one for one in inside if read is None or one.id in read]
    return sorted(seen, key=lambda one: (one.name, one.id))


def _current(found: QuerySet[TensionReading]) -> QuerySet[TensionReading]:
    """Order what counts now: the area as a whole first, then the tensest matter."""
    ranks = [When(phase=phase, then=Value(number)) for phase, number in ORDER.items()]
    return (
        found.filter(replaced_at__isnull=True)
        .select_related("area")
        .annotate(rank=Case(*ranks, default=Value(len(ranks)), output_field=IntegerField()))
        .order_by("rank", "matter", "id")
    )


def _whole(rows: list[ReadingRow]) -> ReadingRow | None:
    return next((one for one in rows if not one.matter), None)


def _row(one: TensionReading, on: date) -> ReadingRow:
    is_current = one.replaced_at is None
    return ReadingRow(
        reference=one.reference,
        area_id=one.area_id,
        area_name=one.area.name,
        matter=one.matter,
        phase=one.phase,
        phase_label=str(Phase(one.phase).label),
        reason=one.reason,
        since=one.since,
        made_by_name=one.made_by_name,
        made_at=one.made_at,
        is_current=is_current,
        is_correction=one.is_correction,
        was_wrong=one.was_wrong,
        asks_again=is_current and asks_again(one.phase, dutch_day(one.made_at), on),
    )
