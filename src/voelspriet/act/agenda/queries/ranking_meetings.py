# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""At which meetings residents chose: those that can be named, and what was counted at one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet, Sum

from voelspriet.act.agenda.choices import MeetingKind, MeetingState
from voelspriet.act.agenda.choices.priorities import RankingChannel
from voelspriet.act.agenda.models import AreaAgenda, Meeting, RankingCount
from voelspriet.act.agenda.rules.meetings import visible_meetings
from voelspriet.act.agenda.rules.rankings import Chosen
from voelspriet.ground.areas.queries import areas_within
from voelspriet.ground.privacy.actors import Actor

LONG_AGO = timedelta(days=400)
MOST_MEETINGS = 20


@dataclass(frozen=True, slots=True)
class CountedMeeting:
    """A public meeting of an agenda's area. `came` is None before anybody was counted.

    `chose` is how many made a first choice there, None when nothing was typed in.
    """

    reference: str
    kind_label: str
    area_name: str
    starts_at: datetime
    came: int | None
    chose: int | None


@dataclass(frozen=True, slots=True)
class RankedHere:
    """An agenda residents ranked at a meeting, and how many did."""

    reference: str
    area_name: str
    year: int
    chose: int


def meetings_to_count(agenda: AreaAgenda, *, by: Actor, at: datetime) -> QuerySet[Meeting]:
    """Return the public meetings in an agenda's area that have begun. For this room."""
    within = [row.id for row in areas_within(area_id=agenda.area_id)]
    return visible_meetings(by).filter(
        area_id__in=within,
        is_public=True,
        starts_at__lte=at,
        starts_at__gt=at - LONG_AGO,
        state__in=[MeetingState.PLANNED, MeetingState.HELD],
    )


def counted_meetings(*, reference: str, by: Actor, at: datetime) -> tuple[CountedMeeting, ...]:
    """Return the meetings a count of an agenda can name, the last first. Three queries."""
    agenda = AreaAgenda.objects.get(reference=reference)
    rows = list(
        meetings_to_count(agenda, by=by, at=at)
        .select_related("area")
        .order_by("-starts_at", "-id")[:MOST_MEETINGS]
    )
    firsts = RankingCount.objects.filter(agenda=agenda, meeting__in=[row.pk for row in rows])
    counted = firsts.filter(place=1).order_by().values("meeting_id").annotate(people=Sum("number"))
    chose = {row["meeting_id"]: row["people"] for row in counted}
    return tuple(
        CountedMeeting(
            row.reference,
            str(MeetingKind(row.kind).label),
            row.area.name,
            row.starts_at,
            row.attended,
            chose.get(row.pk),
        )
        for row in rows
    )


def counted_before(
    *, reference: str, channel: RankingChannel, meeting: str = ""
) -> dict[int, Chosen]:
    """Return what was typed in for a channel, at a meeting or at none. One query."""
    found = RankingCount.objects.filter(agenda__reference=reference, channel=channel)
    found = found.filter(meeting__reference=meeting) if meeting else found.filter(meeting=None)
    numbers: dict[int, list[int]] = {}
    for row in found.order_by("id"):
        numbers.setdefault(row.priority_id, [0, 0, 0])[row.place - 1] = row.number
    return {pk: (one[0], one[1], one[2]) for pk, one in numbers.items()}


def ranked_at(meeting_id: int) -> tuple[RankedHere, ...]:
    """Return the agendas residents ranked at a meeting. One query."""
    found = RankingCount.objects.filter(meeting_id=meeting_id, place=1).order_by()
    rows = found.values("agenda__reference", "agenda__area__name", "agenda__year")
    return tuple(
        RankedHere(
            row["agenda__reference"], row["agenda__area__name"], row["agenda__year"], row["people"]
        )
        for row in rows.annotate(people=Sum("number")).order_by("agenda__reference")
    )
