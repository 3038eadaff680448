# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is talked about at a meeting: points, short lines and decisions, agreements made there."""

from __future__ import annotations

import random
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import make_agreement, worded
from voelspriet.act.agenda.actions.meetings import audit_meeting, running_meeting
from voelspriet.act.agenda.choices import HeardAnswer, Visibility
from voelspriet.act.agenda.models import Agreement, Meeting, MeetingMinute, MeetingPoint
from voelspriet.act.agenda.queries.meeting_detail import about_people, due_agreements
from voelspriet.act.agenda.queries.rows import AgreementRow
from voelspriet.act.agenda.rules.meetings import (
    HOW_LIMIT,
    MINUTE_LIMIT,
    POINT_LIMIT,
    asks_heard,
)
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM


@action
def add_point(*, reference: str, text: str, is_about_people: bool, by: Actor, at: datetime) -> None:
    """Put a point on the agenda of a meeting by hand.

    A point about young people or people whose behaviour is misunderstood asks who was heard: by
    its own words, or because `is_about_people` says so. Refuses: no text or too much, a cancelled
    meeting. OutOfScope for anyone but the advisers of its area.
    """
    meeting = running_meeting(reference, by)
    words = worded(text, POINT_LIMIT, "text")
    asks = is_about_people or asks_heard(words)
    MeetingPoint.objects.create(meeting=meeting, text=words, asks_heard=asks, made_at=at)
    audit_meeting("meeting.add_point", meeting, by, at, asks_heard=asks)


@action
def close_point(
    *,
    reference: str,
    point: str,
    outcome: str,
    is_decision: bool,
    heard: str,
    heard_how: str,
    by: Actor,
    at: datetime,
) -> None:
    """Close a point of the agenda, with what was said or decided as a short line if anything was.

    `point` is its id, or the reference of an agreement that stands there because it is due.
    Refuses: a closed point, and a point about people whom nobody says were heard or not, and
    how. OutOfScope: a point of another meeting, or for anyone but the advisers of its area.
    """
    meeting = running_meeting(reference, by)
    row = _point(meeting, point, by, at)
    if row.closed_at is not None:
        raise Refused(_("Dit punt is al besproken."))
    if row.taken_to_id is not None:
        raise Refused(_("Dit punt ging mee naar een latere bijeenkomst."))
    if row.asks_heard:
        _say_who_was_heard(row, heard, heard_how)
    row.closed_at = at
    row.save()
    if outcome.strip():
        _write(meeting, outcome, at, is_decision=is_decision, point=row, field="outcome")
    audit_meeting(
        "meeting.close_point", meeting, by, at, asks_heard=row.asks_heard, heard=row.heard
    )


@action
def add_minute(*, reference: str, text: str, is_decision: bool, by: Actor, at: datetime) -> None:
    """Write a short line of what was said or decided, apart from the points.

    Refuses: no text or more than 500 characters, a cancelled meeting. OutOfScope for anyone but
    the advisers of its area.
    """
    meeting = running_meeting(reference, by)
    _write(meeting, text, at, is_decision=is_decision, point=None, field="text")
    audit_meeting("meeting.add_minute", meeting, by, at, decision=is_decision)


@action
def agree_at_meeting(
    *,
    reference: str,
    organisation_id: int,
    contact: str,
    what: str,
    due_on: date,
    visibility: Visibility,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> AgreementRow:
    """Make an agreement on the spot, for the area of the meeting, and keep where it was made.

    Refuses what `make_agreement` refuses, and at a cancelled meeting.
    """
    meeting = running_meeting(reference, by)
    made = make_agreement(
        signal_references=(),
        area_id=meeting.area_id,
        organisation_id=organisation_id,
        contact=contact,
        what=what,
        due_on=due_on,
        visibility=visibility,
        by=by,
        at=at,
        rng=rng,
    )
    meeting.agreements.add(Agreement.objects.get(reference=made.reference))
    audit_meeting("meeting.agree", meeting, by, at, agreement=made.reference)
    return made


def _point(meeting: Meeting, point: str, by: Actor, at: datetime) -> MeetingPoint:
    """Return the point that was meant, held; or a new one for an agreement that is due."""
    rows = MeetingPoint.objects.filter(meeting=meeting)
    if point.isdecimal() and len(point) < 19:  # noqa: PLR2004  what a bigint holds
        found = rows.select_for_update().filter(pk=int(point)).first()
    else:
        found = rows.filter(agreement__reference=point).first() or _due(meeting, point, by, at)
    if found is None:
        raise OutOfScope(_("Dit punt is er niet."))
    return found


def _due(meeting: Meeting, agreement: str, by: Actor, at: datetime) -> MeetingPoint | None:
    due = due_agreements(meeting, by).filter(reference=agreement).first()
    if due is None:
        return None
    return MeetingPoint(
        meeting=meeting,
        agreement=due,
        text=due.what[:POINT_LIMIT],
        asks_heard=due.pk in about_people([due]),
        made_at=at,
    )


def _say_who_was_heard(row: MeetingPoint, heard: str, heard_how: str) -> None:
    if heard not in HeardAnswer:
        raise Refused(_("Zeg eerst of de mensen om wie het gaat zijn gehoord."), field="heard")
    row.heard = heard
    row.heard_how = worded(heard_how, HOW_LIMIT, "heard_how")


def _write(
    meeting: Meeting,
    text: str,
    at: datetime,
    *,
    is_decision: bool,
    point: MeetingPoint | None,
    field: str,
) -> None:
    MeetingMinute.objects.create(
        meeting=meeting,
        point=point,
        text=worded(text, MINUTE_LIMIT, field),
        is_decision=is_decision,
        at=at,
    )
