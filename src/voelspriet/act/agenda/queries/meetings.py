# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading meetings: lists, one of them with its agenda, and what is open to everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import (
    AgreementState,
    AttendeeKind,
    HeardAnswer,
    MeetingState,
)
from voelspriet.act.agenda.models import Agreement, Meeting, MeetingMinute, MeetingPoint
from voelspriet.act.agenda.queries.meeting_rows import (
    ChangeRow,
    MeetingDetail,
    MeetingRow,
    MinuteRow,
    PointRow,
    PublicMeeting,
    meeting_row,
    public_meeting,
)
from voelspriet.act.agenda.queries.rows import agreement_row
from voelspriet.act.agenda.rules import visible_agreements
from voelspriet.act.agenda.rules.meetings import (
    AGENDA_AHEAD,
    HEARD_CATEGORIES,
    asks_heard,
    leads,
    visible_meetings,
)
from voelspriet.ground.areas.queries import areas_within
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.lib.working_days import DUTCH_TIME, dutch_day
from voelspriet.listen.intake.models import Signal

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


def meeting_detail(*, reference: str, by: Actor, at: datetime) -> MeetingDetail:
    """Return one meeting `by` may see. Raises OutOfScope for any other."""
    one = visible_meetings(by).select_related("area").filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze bijeenkomst is er niet."))
    is_leader = leads(by, one)
    lines = list(one.minutes.select_related("point").order_by("at", "id"))
    if not (is_leader or by.has(Role.DIRECTOR)):
        lines = [line for line in lines if line.is_decision]
    return MeetingDetail(
        meeting=meeting_row(one, at=at),
        texts={text.language: text.about for text in one.texts.order_by("language")},
        changes=tuple(
            ChangeRow(change.was_starts_at, change.was_place, change.reason, change.at)
            for change in one.changes.order_by("at", "id")
        ),
        cancel_reason=one.cancel_reason,
        points=_points(one, lines, by),
        minutes=tuple(
            MinuteRow(line.text, line.is_decision, line.point.text if line.point else "")
            for line in lines
        ),
        came=_came(one),
        agreements=tuple(
            agreement_row(agreement, by=by, on=dutch_day(at))
            for agreement in one.agreements.select_related(
                "area", "organisation", "follower"
            ).order_by("id")
        ),
        made_by_name=one.made_by_name if is_leader else "",
        may_lead=is_leader,
        has_begun=one.starts_at <= at,
    )


def _came(meeting: Meeting) -> tuple[tuple[str, int], ...]:
    numbers = dict(meeting.attendances.order_by("id").values_list("kind", "number"))
    return tuple((str(kind.label), numbers[kind]) for kind in AttendeeKind if kind in numbers)


def _points(meeting: Meeting, lines: Collection[MeetingMinute], by: Actor) -> tuple[PointRow, ...]:
    said: defaultdict[int, list[str]] = defaultdict(list)
    for line in lines:
        if line.point_id is not None:
            said[line.point_id].append(line.text)
    stored = meeting.points.select_related("agreement__organisation").order_by("made_at", "id")
    rows = [_stored(point, tuple(said[point.pk])) for point in stored]
    known = {row.agreement_reference for row in rows}
    return (*rows, *(row for row in _due(meeting, by) if row.agreement_reference not in known))


def _stored(point: MeetingPoint, said: tuple[str, ...]) -> PointRow:
    agreement = point.agreement
    return PointRow(
        id=point.pk,
        text=point.text,
        agreement_reference=agreement.reference if agreement else "",
        organisation_name=agreement.organisation.name if agreement else "",
        due_on=agreement.due_on if agreement else None,
        asks_heard=point.asks_heard,
        heard_label=str(HeardAnswer(point.heard).label) if point.heard else "",
        heard_how=point.heard_how,
        is_closed=point.closed_at is not None,
        minutes=said,
    )


def _due(meeting: Meeting, by: Actor) -> list[PointRow]:
    """Return the running agreements due around the day of a meeting that is still planned."""
    if meeting.state != MeetingState.PLANNED:
        return []
    found = list(due_agreements(meeting, by).select_related("organisation"))
    sensitive = about_people(found)
    return [
        PointRow(
            id=None,
            text=agreement.what,
            agreement_reference=agreement.reference,
            organisation_name=agreement.organisation.name,
            due_on=agreement.due_on,
            asks_heard=agreement.pk in sensitive,
            heard_label="",
            heard_how="",
            is_closed=False,
            minutes=(),
        )
        for agreement in found
    ]


def due_agreements(meeting: Meeting, by: Actor) -> QuerySet[Agreement]:
    """Return running agreements of the area and those below that fall due, as far as `by` sees."""
    until = dutch_day(meeting.starts_at) + AGENDA_AHEAD
    within = [row.id for row in areas_within(area_id=meeting.area_id)]
    return (
        visible_agreements(by)
        .filter(area_id__in=within, state=AgreementState.OPEN, due_on__lte=until)
        .order_by("due_on", "id")
    )


def about_people(agreements: Collection[Agreement]) -> frozenset[int]:
    """Return the ids of agreements at which somebody must say who was heard. One query."""
    decided = Q(category__in=HEARD_CATEGORIES)
    suggested = Q(category="", suggested_category__in=HEARD_CATEGORIES)
    ids = [agreement.pk for agreement in agreements]
    behind = Signal.objects.filter(decided | suggested, agreements__in=ids)
    by_category = set(behind.order_by().values_list("agreements", flat=True))
    return frozenset(
        agreement.pk
        for agreement in agreements
        if agreement.pk in by_category or asks_heard(agreement.what)
    )


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
