# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading meetings: lists, places used before, and what is open to everybody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from voelspriet.act.agenda.choices import (
    MeetingState,
)
from voelspriet.act.agenda.models import Meeting
from voelspriet.act.agenda.queries.meeting_rows import (
    MeetingRow,
    PublicMeeting,
    meeting_row,
    public_meeting,
)
from voelspriet.act.agenda.rules.meetings import (
    visible_meetings,
)
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.lib.working_days import DUTCH_TIME

PAGE_SIZE = 30
SHOWN_IN_PUBLIC = 10
PLACES = 4
SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class MeetingFilters:
    """What part of the meetings to show.

    `when`: "coming", "past", "to_record" (over, and nobody wrote down how it went), or "" for all.
    """

    when: str = "coming"
    kind: str = ""
    area_id: int | None = None


def meetings(
    *, filters: MeetingFilters, by: Actor, at: datetime, cursor: str = ""
) -> Page[MeetingRow]:
    """Return meetings `by` may see: coming ones with the first on top, past ones newest first."""
    coming = filters.when == "coming"
    order = ("starts_at", "id") if coming else ("-starts_at", "-id")
    found = _filtered(visible_meetings(by), filters, at)
    after = read_cursor(cursor, datetime.fromisoformat, int)
    if after and after[0].tzinfo is not None:
        moment, key = after
        side = "gt" if coming else "lt"
        found = found.filter(
            Q(**{f"starts_at__{side}": moment}) | Q(**{"starts_at": moment, f"pk__{side}": key})
        )
    rows = list(found.select_related("area").order_by(*order)[: PAGE_SIZE + 1])
    return page_of(
        rows,
        PAGE_SIZE,
        lambda one: meeting_row(one, at=at),
        lambda one: write_cursor(one.starts_at.isoformat(), one.pk),
    )


def meetings_to_mind(*, by: Actor, at: datetime, limit: int) -> tuple[MeetingRow, ...]:
    """Return what comes within a week and what is over without a record, in order. One query."""
    planned = visible_meetings(by).filter(state=MeetingState.PLANNED, starts_at__lt=at + SOON)
    rows = planned.select_related("area").order_by("starts_at", "id")[:limit]
    return tuple(meeting_row(one, at=at) for one in rows)


def _filtered(found: QuerySet[Meeting], filters: MeetingFilters, at: datetime) -> QuerySet[Meeting]:
    parts = {
        "coming": Q(ends_at__gte=at),
        "past": Q(ends_at__lt=at),
        "to_record": Q(ends_at__lt=at, state=MeetingState.PLANNED),
    }
    found = found.filter(parts.get(filters.when, Q()))
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.area_id is not None:
        found = found.filter(area_id=filters.area_id)
    return found


def known_places(*, area_id: int, by: Actor) -> tuple[str, ...]:
    """Return the places used last in an area, the newest first."""
    used = visible_meetings(by).filter(area_id=area_id).exclude(place="")
    names = used.order_by("-starts_at", "-id").values_list("place", flat=True)[:40]
    return tuple(dict.fromkeys(names))[:PLACES]


def public_meetings(
    *, area_ids: Collection[int], language: str, on: date
) -> tuple[PublicMeeting, ...]:
    """Return what anybody may come to from a day on, cancelled ones too, first on top.

    Two queries.
    """
    begin = datetime.combine(on, time.min, DUTCH_TIME)
    found = Meeting.objects.filter(area_id__in=sorted(area_ids), is_public=True, ends_at__gte=begin)
    rows = found.select_related("area").prefetch_related("texts").order_by("starts_at", "id")
    return tuple(public_meeting(one, language=language) for one in rows[:SHOWN_IN_PUBLIC])
