# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Meetings, with what is on the agenda and how many came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import count

from tests.conftest import arranging
from tests.factories.signals import municipality_of
from voelspriet.act.agenda.choices import AttendeeKind, MeetingKind, MeetingState
from voelspriet.act.agenda.models import (
    Agreement,
    Meeting,
    MeetingAttendance,
    MeetingMinute,
    MeetingPoint,
    MeetingText,
)
from voelspriet.ground.areas.models import Area

PLANNED = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)
STARTS = datetime(2026, 9, 22, 17, 30, tzinfo=UTC)
_numbers = count(1)


def make_meeting(
    area: Area,
    *,
    kind: str = MeetingKind.RESIDENTS_EVENING,
    starts_at: datetime = STARTS,
    is_public: bool | None = None,
    state: str = MeetingState.PLANNED,
    came: Mapping[str, int] | None = None,
    about: Mapping[str, str] | None = None,
    agreements: tuple[Agreement, ...] = (),
    **more: object,
) -> Meeting:
    """Make a meeting of two hours; `came` makes it one that was held."""
    values: dict[str, object] = {"place": "Buurthuis De Boeg", "made_by_name": "Noor Visser"}
    values |= {"made_by_id": 1, "made_at": PLANNED, "changed_at": PLANNED}
    if came is not None or state == MeetingState.HELD:
        state = MeetingState.HELD
        values |= {"held_at": starts_at + timedelta(hours=3)}
        values |= {"attended": None if came is None else sum(came.values())}
    if state == MeetingState.CANCELLED:
        values["cancel_reason"] = "De zaal is dicht."
    shown = kind not in {MeetingKind.PROFESSIONALS, MeetingKind.CALL_TOGETHER}
    with arranging():
        meeting = Meeting.objects.create(
            municipality=municipality_of(area),
            area=area,
            reference=f"T-{next(_numbers):04d}-TEST",
            kind=kind,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            is_public=shown if is_public is None else is_public,
            state=state,
            **values | more,
        )
        for who, number in (came or {}).items():
            MeetingAttendance.objects.create(meeting=meeting, kind=AttendeeKind(who), number=number)
        for language, words in (about or {}).items():
            MeetingText.objects.create(meeting=meeting, language=language, about=words)
        meeting.agreements.set(agreements)
    return meeting


def make_point(meeting: Meeting, text: str = "De verlichting", **more: object) -> MeetingPoint:
    """Put a point on the agenda of a meeting."""
    with arranging():
        return MeetingPoint.objects.create(
            meeting=meeting, text=text, **{"made_at": PLANNED} | more
        )


def make_minute(meeting: Meeting, text: str = "Iedereen komt terug.", **more: object) -> None:
    """Write a line of what was said at a meeting."""
    with arranging():
        MeetingMinute.objects.create(meeting=meeting, text=text, at=STARTS, **more)
