# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signals that may be about the same matter, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.analysis.text.near_duplicates import Report, nearest
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.queries.rows import SignalRow, row_of, with_row_parts
from voelspriet.listen.intake.rules.access import directed_signals
from voelspriet.listen.intake.rules.points import read_point
from voelspriet.listen.intake.rules.status import (
    FLAGS_UP,
    LOCKED_PERMISSIONS,
    NOT_CLOSED,
    is_closed,
    is_flagged,
    is_locked,
)

WINDOW = timedelta(days=45)
MOST_COMPARED = 200
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class DuplicateRow:
    """A signal that may tell the same; shares are 0–100, `place_share` None when unknown."""

    row: SignalRow
    text: str
    score_share: int
    words_share: int
    place_share: int | None
    time_share: int


def duplicates_of(*, reference: str, by: Actor, on: date) -> tuple[DuplicateRow, ...]:
    """Return the signals most like this one, the most alike first, at most five.

    Only open signals of the same area within 45 days that `by` directs. Locked, flagged and
    withdrawn ones are never compared, and get no suggestions themselves. OutOfScope for a signal
    `by` does not direct.
    """
    signals = directed_signals(by)
    signal = signals.select_related("street").filter(reference=reference).first()
    if signal is None:
        raise OutOfScope(_("Deze melding is er niet."))
    if is_locked(signal) or is_flagged(signal) or is_closed(signal) or not signal.text:
        return ()
    others = {other.reference: other for other in _candidates(signal, signals)}
    alike = nearest(
        _report(signal), (_report(other) for other in others.values()), limit=MOST_SHOWN
    )
    return tuple(
        DuplicateRow(
            row=row_of(others[one.key], by=by, on=on),
            text=others[one.key].text,
            score_share=round(100 * one.score),
            words_share=round(100 * one.words),
            place_share=None if one.place is None else round(100 * one.place),
            time_share=round(100 * one.time),
        )
        for one in alike
    )


def _candidates(signal: Signal, signals: QuerySet[Signal]) -> QuerySet[Signal]:
    near = Q(responsible_area_id=signal.responsible_area_id)
    if signal.area_id is not None:
        near |= Q(area_id=signal.area_id)
    others = signals.filter(
        near,
        received_at__range=(signal.received_at - WINDOW, signal.received_at + WINDOW),
        withdrawn_at__isnull=True,
        status__in=NOT_CLOSED,
    ).exclude(pk=signal.pk)
    others = others.exclude(permission__in=LOCKED_PERMISSIONS).exclude(person_flag__in=FLAGS_UP)
    if signal.bundle_id is not None:
        others = others.exclude(bundle_id=signal.bundle_id)
    return with_row_parts(others.exclude(text="")).order_by("-received_at", "-pk")[:MOST_COMPARED]


def _report(signal: Signal) -> Report:
    where = read_point(signal.point)
    if where is None and signal.street is not None:
        where = (signal.street.lon, signal.street.lat)
    return Report(
        key=signal.reference,
        text=signal.text,
        at=signal.received_at,
        lon=where[0] if where else None,
        lat=where[1] if where else None,
    )
