# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hand-overs: as the adviser follows them and as the organisation reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.intake.choices import AttachmentKind, HandoverState
from voelspriet.listen.intake.models import Handover
from voelspriet.listen.intake.queries.parts import HandoverOfSignal
from voelspriet.listen.intake.queries.rows import SignalRow, row_of, with_row_parts
from voelspriet.listen.intake.rules.access import directed_signals, handed_over, open_handovers
from voelspriet.listen.intake.rules.status import OPEN_STATUSES

OPEN_STATES = frozenset({HandoverState.OFFERED, HandoverState.TAKEN})
MOST_REPORTED = 50
MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A hand-over in the list of the organisation it was made to."""

    reference: str
    organisation: str
    begin: str
    place: str
    state: str
    state_label: str
    is_open: bool
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HandoverDetail:
    """A hand-over as its organisation reads it: never who told it, nor in which words.

    `point_until` is set while the exact place may be looked at; `photos` are names of files.
    """

    row: HandoverRow
    text: str
    ground: str
    purpose: str
    point_until: datetime | None
    photos: tuple[str, ...]
    report: str
    reported_at: datetime | None


def handovers(*, by: Actor, closed: bool = False) -> tuple[HandoverRow, ...]:
    """Return the hand-overs to one's own organisations: those to do, or those `closed`."""
    mine = handed_over(by).select_related("organisation")
    mine = mine.exclude(state__in=OPEN_STATES) if closed else mine.filter(state__in=OPEN_STATES)
    ordered = mine.order_by("-at", "-pk") if closed else mine.order_by("at", "pk")
    return tuple(_row(handover) for handover in ordered[:MOST_LISTED])


def handover_detail(*, reference: str, by: Actor, at: datetime) -> HandoverDetail:
    """Return a hand-over to one of one's own organisations. OutOfScope for any other."""
    handover = (
        handed_over(by).select_related("organisation", "signal").filter(reference=reference).first()
    )
    if handover is None:
        raise OutOfScope(_("Deze overdracht is er niet."))
    until = handover.point_until
    return HandoverDetail(
        row=_row(handover),
        text=handover.text,
        ground=handover.ground,
        purpose=handover.purpose,
        point_until=until if until is not None and until > at else None,
        photos=_photos(handover),
        report=handover.report,
        reported_at=handover.reported_at,
    )


def handovers_of(*, signal_id: int, with_words: bool) -> tuple[HandoverOfSignal, ...]:
    """Return the hand-overs of a signal, newest first. The caller checks scope."""
    made = Handover.objects.filter(signal_id=signal_id).select_related("organisation")
    return tuple(
        HandoverOfSignal(
            reference=one.reference,
            organisation=one.organisation.name,
            text=one.text if with_words else "",
            place=one.place,
            ground=one.ground,
            purpose=one.purpose,
            state=one.state,
            state_label=str(HandoverState(one.state).label),
            is_open=one.state in OPEN_STATES,
            point_until=one.point_until,
            with_photos=one.with_photos,
            by_name=one.by_name,
            at=one.at,
            report=one.report if with_words else "",
            reported_at=one.reported_at,
        )
        for one in made.order_by("-at", "-pk")
    )


def reported_back(*, by: Actor, on: date) -> tuple[SignalRow, ...]:
    """Return the signals an organisation reported back on and that were not settled since."""
    reported = Handover.objects.filter(state=HandoverState.REPORTED).values("signal_id")
    still_open = open_handovers().values("signal_id")
    found = (
        directed_signals(by)
        .filter(pk__in=reported, status__in=OPEN_STATUSES, withdrawn_at__isnull=True)
        .exclude(pk__in=still_open)
    )
    rows = with_row_parts(found).order_by("due_on", "pk")[:MOST_REPORTED]
    return tuple(row_of(signal, by=by, on=on) for signal in rows)


def _row(handover: Handover) -> HandoverRow:
    return HandoverRow(
        reference=handover.reference,
        organisation=handover.organisation.name,
        begin=handover.text.strip().splitlines()[0][:120],
        place=handover.place,
        state=handover.state,
        state_label=str(HandoverState(handover.state).label),
        is_open=handover.state in OPEN_STATES,
        by_name=handover.by_name,
        at=handover.at,
    )


def _photos(handover: Handover) -> tuple[str, ...]:
    if not handover.with_photos:
        return ()
    cleared = handover.signal.attachments.filter(
        kind=AttachmentKind.PHOTO, cleared_at__isnull=False, destroyed_at__isnull=True
    )
    return tuple(cleared.order_by("pk").values_list("file_name", flat=True))
