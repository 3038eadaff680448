# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Around a meeting: who is invited, what was heard there, and what moves on to the next one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.meetings import (
    audit_meeting,
    led_meeting,
    must_be_planned,
    running_meeting,
)
from voelspriet.act.agenda.choices import MeetingState
from voelspriet.act.agenda.models import MeetingPoint
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.models import Signal


@action
def invite_organisations(
    *, reference: str, organisation_ids: Collection[int], by: Actor, at: datetime
) -> None:
    """Say which organisations are invited, instead of those before.

    Who handles matters for one sees the meeting from now, and has it in their calendar. Refuses:
    what is held or cancelled. OutOfScope: a closed organisation or one of another municipality,
    and anyone but the advisers of the meeting's area.
    """
    meeting = led_meeting(reference, by)
    must_be_planned(meeting)
    wanted = set(organisation_ids)
    found = Organisation.objects.filter(
        pk__in=wanted, municipality_id=meeting.municipality_id, is_active=True
    )
    if set(found.values_list("pk", flat=True)) != wanted:
        raise OutOfScope(_("Deze organisatie is er niet."))
    meeting.organisations.set(wanted)
    audit_meeting("meeting.invite", meeting, by, at, organisations=sorted(wanted))


@action
def note_heard(*, reference: str, signal: str, by: Actor, at: datetime) -> None:
    """Keep that a signal was told at a meeting; doing it again changes nothing.

    Refuses: a cancelled meeting. OutOfScope: a signal of another municipality, and anyone but
    the advisers of the meeting's area.
    """
    meeting = running_meeting(reference, by)
    found = Signal.objects.filter(reference=signal, municipality_id=meeting.municipality_id).first()
    if found is None:
        raise OutOfScope(_("Deze melding is er niet."))
    meeting.signals.add(found)
    audit_meeting("meeting.note_heard", meeting, by, at)


@action
def take_points_along(*, reference: str, to_reference: str, by: Actor, at: datetime) -> int:
    """Put every open point on the agenda of a later meeting, and return how many moved.

    On the first meeting they stand as taken along. An agreement that stands on the later agenda
    already is not put there twice. Refuses: a later meeting that is not planned, or not later.
    OutOfScope for anyone but the adviser of both.
    """
    meeting, later = running_meeting(reference, by), led_meeting(to_reference, by)
    if later.state != MeetingState.PLANNED or later.starts_at <= meeting.starts_at:
        raise Refused(_("Kies een bijeenkomst die nog komt."), field="to")
    there = set(later.points.filter(agreement__isnull=False).values_list("agreement_id", flat=True))
    moved = 0
    for point in MeetingPoint.objects.select_for_update().filter(
        meeting=meeting, closed_at__isnull=True, taken_to__isnull=True
    ):
        point.taken_to = later
        point.save(update_fields=["taken_to"])
        moved += 1
        if point.agreement_id not in there:
            MeetingPoint.objects.create(
                meeting=later,
                agreement_id=point.agreement_id,
                text=point.text,
                asks_heard=point.asks_heard,
                made_at=at,
            )
    if not moved:
        raise Refused(_("Er is geen punt meer open."), field="to")
    audit_meeting("meeting.take_along", meeting, by, at, to=later.reference, points=moved)
    return moved
