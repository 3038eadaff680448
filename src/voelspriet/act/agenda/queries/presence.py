# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where we were and will be, when, and how many came; and where nobody was (A12, L11).

Per area, never per colleague.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q, Sum

from voelspriet.act.agenda.choices import MeetingState
from voelspriet.act.agenda.rules.meetings import THREE_MONTHS, UNSEEN_AFTER, visible_meetings
from voelspriet.ground.areas.queries import AreaRow, areas, neighbourhoods
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role


@dataclass(frozen=True, slots=True)
class PresenceRow:
    """One area over the last and the coming three months.

    `came` counts people at public moments, None without one. `is_unseen`: a neighbourhood
    without a moment that was held in the last eight weeks.
    """

    area_id: int
    area_name: str
    held: int
    came: int | None
    last_at: datetime | None
    planned: int
    next_at: datetime | None
    is_unseen: bool


@dataclass(frozen=True, slots=True)
class Presence:
    """The overview: every area by name, and how many are unseen."""

    rows: tuple[PresenceRow, ...]
    unseen: tuple[PresenceRow, ...]
    held: int
    came: int
    planned: int


def presence(*, by: Actor, at: datetime) -> Presence:
    """Return where moments were and will be, for the areas `by` may see. Four queries."""
    municipality_id = by.municipality_id or 0
    finest = {row.id for row in neighbourhoods(municipality_id=municipality_id)}
    counted = _counted(by, at)
    rows = tuple(
        _row(area, counted.get(area.id), at, is_finest=area.id in finest)
        for area in areas(municipality_id=municipality_id)
        if _shown(area, by, finest, counted)
    )
    return Presence(
        rows=rows,
        unseen=tuple(row for row in rows if row.is_unseen),
        held=sum(row.held for row in rows),
        came=sum(row.came or 0 for row in rows),
        planned=sum(row.planned for row in rows),
    )


def _shown(
    area: AreaRow, by: Actor, finest: set[int], counted: dict[int, dict[str, object]]
) -> bool:
    """Tell whether an area has a row: every neighbourhood in scope, and what had a moment."""
    if by.has(Role.AREA_ADVISER) and not by.has(Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        return area.id in by.area_ids and (area.id in finest or area.id in counted)
    return area.id in finest or area.id in counted


def _counted(by: Actor, at: datetime) -> dict[int, dict[str, object]]:
    held = Q(state=MeetingState.HELD)
    lately = held & Q(starts_at__gte=at - THREE_MONTHS, starts_at__lt=at)
    soon = Q(state=MeetingState.PLANNED, starts_at__gte=at, starts_at__lte=at + THREE_MONTHS)
    rows = (
        visible_meetings(by)
        .filter(lately | soon)
        .order_by()
        .values("area_id")
        .annotate(
            held=Count("pk", filter=lately),
            came=Sum("attended", filter=lately),
            last_at=Max("starts_at", filter=lately),
            planned=Count("pk", filter=soon),
            next_at=Min("starts_at", filter=soon),
        )
    )
    return {row["area_id"]: dict(row) for row in rows}


def _row(
    area: AreaRow, counted: dict[str, object] | None, at: datetime, *, is_finest: bool
) -> PresenceRow:
    found = counted or {}
    last_at, next_at, came = (found.get(name) for name in ("last_at", "next_at", "came"))
    last = last_at if isinstance(last_at, datetime) else None
    return PresenceRow(
        area_id=area.id,
        area_name=area.name,
        held=_number(found.get("held")),
        came=came if isinstance(came, int) else None,
        last_at=last,
        planned=_number(found.get("planned")),
        next_at=next_at if isinstance(next_at, datetime) else None,
        is_unseen=is_finest and (last is None or last < at - UNSEEN_AFTER),
    )


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
