# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One meeting: its agenda, what was said and agreed, who is invited, what was heard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState, AttendeeKind, HeardAnswer, MeetingState
from voelspriet.act.agenda.models import Agreement, Meeting, MeetingMinute, MeetingPoint
from voelspriet.act.agenda.queries.meeting_rows import (
    ChangeRow,
    MeetingDetail,
    MeetingRow,
    MinuteRow,
    PointRow,
    meeting_row,
)
from voelspriet.act.agenda.queries.ranking_meetings import ranked_at
from voelspriet.act.agenda.queries.rows import agreement_row
from voelspriet.act.agenda.rules import visible_agreements
from voelspriet.act.agenda.rules.agreements import READS_ALL
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
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.models import Signal

LATER = 5
MOST_DUE = 30  # of what falls due; the list of agreements has the others


def meeting_detail(*, reference: str, by: Actor, at: datetime) -> MeetingDetail:
    """Return one meeting `by` may see. Raises OutOfScope for any other."""
    one = visible_meetings(by).select_related("area").filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze bijeenkomst is er niet."))
    is_leader = leads(by, one)
    shown = agreements_shown(by)
    stored = _stored_points(one, shown)
    due, has_more = _due(one, by, {row.agreement.reference for row in stored if row.agreement})
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
        points=(*_points(stored, lines), *due),
        more_due=has_more,
        minutes=tuple(
            MinuteRow(line.text, line.is_decision, line.point.text if line.point else "")
            for line in lines
        ),
        came=_came(one),
        ranked=ranked_at(one.pk) if one.is_public and not by.has(Role.HANDLER) else (),
        agreements=tuple(
            agreement_row(agreement, by=by, on=dutch_day(at))
            for agreement in one.agreements.filter(shown)
            .select_related("area", "organisation", "follower")
            .order_by("id")
        ),
        made_by_name=one.made_by_name if is_leader else "",
        may_lead=is_leader,
        has_begun=one.starts_at <= at,
        invited=tuple(one.organisations.order_by("name", "id").values_list("id", "name")),
        heard_references=_heard(one) if is_leader else (),
        later=_later(one, at) if is_leader else (),
    )


def agreements_shown(by: Actor) -> Q:
    """Return which agreements on the page of a meeting are for `by`: a partner sees its own."""
    if by.has(*READS_ALL) or by.has(Role.AREA_ADVISER):
        return Q()
    return Q(organisation_id__in=sorted(by.organisation_ids))


def _heard(meeting: Meeting) -> tuple[str, ...]:
    return tuple(meeting.signals.order_by("id").values_list("reference", flat=True))


def _later(meeting: Meeting, at: datetime) -> tuple[MeetingRow, ...]:
    """Return the meetings of this area that are planned after this one, first on top."""
    found = Meeting.objects.filter(
        area_id=meeting.area_id, state=MeetingState.PLANNED, starts_at__gt=meeting.starts_at
    )
    rows = found.select_related("area").order_by("starts_at", "id")[:LATER]
    return tuple(meeting_row(one, at=at) for one in rows)


def _came(meeting: Meeting) -> tuple[tuple[str, int], ...]:
    numbers = dict(meeting.attendances.order_by("id").values_list("kind", "number"))
    return tuple((str(kind.label), numbers[kind]) for kind in AttendeeKind if kind in numbers)


def _stored_points(meeting: Meeting, shown: Q) -> list[MeetingPoint]:
    stored = meeting.points.select_related("agreement__organisation", "taken_to").order_by(
        "made_at", "id"
    )
    if shown:
        mine = Agreement.objects.filter(shown)
        stored = stored.filter(Q(agreement__isnull=True) | Q(agreement__in=mine))
    return list(stored)


def _points(
    stored: Collection[MeetingPoint], lines: Collection[MeetingMinute]
) -> tuple[PointRow, ...]:
    said: defaultdict[int, list[str]] = defaultdict(list)
    for line in lines:
        if line.point_id is not None:
            said[line.point_id].append(line.text)
    return tuple(_stored(point, tuple(said[point.pk])) for point in stored)


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
        taken_to=point.taken_to.reference if point.taken_to else "",
    )


def _due(meeting: Meeting, by: Actor, known: Collection[str]) -> tuple[list[PointRow], bool]:
    """Return the first running agreements due around the day of a meeting that is still planned.

    Without those that stand on its agenda already; and whether there are more.
    """
    if meeting.state != MeetingState.PLANNED:
        return [], False
    rows = due_agreements(meeting, by).exclude(reference__in=known)
    more = list(rows.select_related("organisation")[: MOST_DUE + 1])
    found = more[:MOST_DUE]
    sensitive = about_people(found)
    told = [
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
    return told, len(more) > MOST_DUE


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
