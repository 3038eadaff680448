# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inbox of an adviser: filtered, counted, in pages by key, and as points on a map."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.search.queries import search_ids
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.intake.choices import HandoverState, SignalStatus
from voelspriet.listen.intake.models import Handover, Signal
from voelspriet.listen.intake.queries.rows import SignalRow, row_of, with_row_parts
from voelspriet.listen.intake.rules.access import visible_signals
from voelspriet.listen.intake.rules.points import read_point
from voelspriet.listen.intake.rules.status import FLAGS_UP, LOCKED_PERMISSIONS, NOT_CLOSED

PAGE_SIZE = 25
MOST_POINTS = 400
MOST_FOUND = 500
DUE, NEWEST = "due", "new"
ALL = "all"


@dataclass(frozen=True, slots=True)
class InboxFilters:
    """What an adviser wants to see. Empty: everything open, what is due first.

    `status` is a SignalStatus, "all", or "" for all that is not closed.
    """

    area_id: int | None = None
    status: str = ""
    category: str = ""
    owed: bool = False
    overdue: bool = False
    flagged: bool = False
    locked: bool = False
    reported: bool = False
    bundle: str = ""
    text: str = ""
    order: str = DUE


@dataclass(frozen=True, slots=True)
class InboxCounts:
    """How many open signals of each kind somebody has."""

    received: int
    in_hand: int
    waiting: int
    to_close: int
    owed: int
    overdue: int
    flagged: int
    locked: int


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A signal on the map, WGS84 degrees: its point, else the middle of its street."""

    row: SignalRow
    lon: float
    lat: float


def inbox(
    *, filters: InboxFilters, cursor: str, by: Actor, on: date, size: int = PAGE_SIZE
) -> Page[SignalRow]:
    """Return one page of signals `by` may see. A damaged cursor gives the first page."""
    signals = with_row_parts(_filtered(filters, by=by, on=on))
    if filters.order == NEWEST:
        found = _newest_after(signals, cursor)[: size + 1]
    else:
        found = _due_after(signals, cursor)[: size + 1]
    return page_of(
        list(found),
        size,
        lambda signal: row_of(signal, by=by, on=on),
        lambda signal: _cursor_of(signal, filters.order),
    )


def inbox_counts(*, by: Actor, on: date) -> InboxCounts:
    """Return how many open signals `by` has, in one query."""
    open_ones = _alive(by).filter(status__in=NOT_CLOSED).order_by()
    counted = open_ones.aggregate(
        received=Count("pk", filter=Q(status=SignalStatus.RECEIVED)),
        in_hand=Count("pk", filter=Q(status=SignalStatus.IN_HAND)),
        waiting=Count("pk", filter=Q(status=SignalStatus.WAITING)),
        to_close=Count("pk", filter=Q(status__in=(SignalStatus.DONE, SignalStatus.DECLINED))),
        owed=Count("pk", filter=Q(answers_owed__gt=0)),
        overdue=Count("pk", filter=Q(due_on__lt=on)),
        flagged=Count("pk", filter=Q(person_flag__in=FLAGS_UP)),
        locked=Count("pk", filter=Q(permission__in=LOCKED_PERMISSIONS)),
    )
    return InboxCounts(**counted)


def map_points(*, filters: InboxFilters, by: Actor, on: date) -> tuple[MapPoint, ...]:
    """Return where the signals of a filter are, what is due first, at most 400."""
    placed = _filtered(filters, by=by, on=on).filter(~Q(point="") | Q(street__isnull=False))
    points = []
    for signal in with_row_parts(placed).order_by("due_on", "id")[:MOST_POINTS]:
        where = read_point(signal.point)
        if where is None and signal.street is not None:
            where = (signal.street.lon, signal.street.lat)
        row = row_of(signal, by=by, on=on)
        if where is not None and not row.words_hidden:
            points.append(MapPoint(row=row, lon=where[0], lat=where[1]))
    return tuple(points)


def signal_rows(*, references: tuple[str, ...], by: Actor, on: date) -> tuple[SignalRow, ...]:
    """Return the rows of these signals that `by` may see, in the order asked."""
    found = with_row_parts(visible_signals(by).filter(reference__in=references))
    rows = {signal.reference: row_of(signal, by=by, on=on) for signal in found}
    return tuple(rows[reference] for reference in references if reference in rows)


def _alive(by: Actor) -> QuerySet[Signal]:
    return visible_signals(by).filter(withdrawn_at__isnull=True)


def _filtered(filters: InboxFilters, *, by: Actor, on: date) -> QuerySet[Signal]:
    signals = _alive(by)
    if filters.status in SignalStatus.values:
        signals = signals.filter(status=filters.status)
    elif filters.status != ALL:
        signals = signals.filter(status__in=NOT_CLOSED)
    if filters.area_id is not None:
        signals = signals.filter(responsible_area_id=filters.area_id)
    if filters.category:
        signals = signals.filter(
            Q(category=filters.category) | Q(category="", suggested_category=filters.category)
        )
    if filters.bundle:
        signals = signals.filter(bundle__reference=filters.bundle)
    signals = _marked(signals, filters, on)
    if filters.text.strip():
        signals = signals.filter(
            Q(pk__in=_found(filters.text, by)) | Q(reference=filters.text.strip().upper())
        )
    return signals


def _marked(signals: QuerySet[Signal], filters: InboxFilters, on: date) -> QuerySet[Signal]:
    if filters.owed:
        signals = signals.filter(answers_owed__gt=0)
    if filters.overdue:
        signals = signals.filter(due_on__lt=on)
    if filters.flagged:
        signals = signals.filter(person_flag__in=FLAGS_UP)
    if filters.locked:
        signals = signals.filter(permission__in=LOCKED_PERMISSIONS)
    if filters.reported:
        reports = Handover.objects.filter(signal=OuterRef("pk"), state=HandoverState.REPORTED)
        signals = signals.filter(Exists(reports))
    return signals


def _found(text: str, by: Actor) -> list[int]:
    return list(search_ids(query=text, area_ids=by.area_ids, limit=MOST_FOUND))


def _due_after(signals: QuerySet[Signal], cursor: str) -> QuerySet[Signal]:
    after = read_cursor(cursor, date.fromisoformat, int)
    if after is not None:
        due_on, key = after
        signals = signals.filter(Q(due_on=due_on, pk__gt=key) | Q(due_on__gt=due_on))
    return signals.order_by("due_on", "pk")


def _newest_after(signals: QuerySet[Signal], cursor: str) -> QuerySet[Signal]:
    after = read_cursor(cursor, datetime.fromisoformat, int)
    if after is not None and after[0].tzinfo is not None:
        moment, key = after
        signals = signals.filter(Q(received_at=moment, pk__lt=key) | Q(received_at__lt=moment))
    return signals.order_by("-received_at", "-pk")


def _cursor_of(signal: Signal, order: str) -> str:
    if order == NEWEST:
        return write_cursor(signal.received_at.isoformat(), signal.pk)
    return write_cursor(signal.due_on.isoformat(), signal.pk)
