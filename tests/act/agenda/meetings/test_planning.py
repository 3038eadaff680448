# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planning, changing, cancelling and holding meetings, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.meetings import STARTS, make_meeting
from tests.factories.people import actor_of, make_duo, make_user
from voelspriet.act.agenda.actions import (
    cancel_meeting,
    change_meeting,
    hold_meeting,
    plan_meeting,
    write_about,
)
from voelspriet.act.agenda.choices import AttendeeKind, MeetingKind, MeetingState
from voelspriet.act.agenda.models import (
    Meeting,
    MeetingAttendance,
    MeetingChange,
    MeetingText,
)
from voelspriet.act.agenda.rules.meetings import HABITS, dutch_moment, proposals
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.working_days import DUTCH_TIME, is_working_day

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 9, 9, tzinfo=UTC)


def plan(area, by, **more):
    values = {
        "kind": MeetingKind.WALK,
        "area_id": area.pk,
        "starts_at": STARTS,
        "minutes": 90,
        "place": "Plein",
        "is_public": True,
        "at": AT,
    }
    return plan_meeting(**values | more, by=by)


def test_plan_meeting_needs_no_more_than_a_kind_and_a_moment(area, adviser):
    row = plan(area, adviser, place="", about="")

    meeting = Meeting.objects.get(reference=row.reference)
    assert (meeting.starts_at, meeting.ends_at) == (STARTS, STARTS + timedelta(minutes=90))
    assert (meeting.state, meeting.sequence) == (MeetingState.PLANNED, 0)
    assert not MeetingText.objects.exists()
    made = AuditLine.objects.get(action="meeting.plan")
    assert made.detail == {"kind": "walk", "public": True}


def test_a_length_is_a_length_when_clocks_change(area, adviser):
    night = datetime(2026, 10, 25, 0, 30, tzinfo=DUTCH_TIME)

    row = plan(area, adviser, starts_at=night, minutes=240)
    meeting = Meeting.objects.get(reference=row.reference)
    assert meeting.ends_at - meeting.starts_at == timedelta(hours=4)
    assert meeting.ends_at.astimezone(DUTCH_TIME).time() == time(3, 30)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"starts_at": AT - timedelta(minutes=1)}, "starts_on"),
        ({"starts_at": AT + timedelta(days=401)}, "starts_on"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 721}, "minutes"),
        ({"place": "x" * 121}, "place"),
        ({"about": "x" * 201}, "about"),
        ({"kind": MeetingKind.PROFESSIONALS}, "is_public"),
        ({"kind": MeetingKind.CALL_TOGETHER}, "is_public"),
    ],
)
def test_plan_meeting_refuses(area, adviser, wrong, field):
    with pytest.raises(Refused) as refused:
        plan(area, adviser, **wrong)
    assert refused.value.field == field
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.AREA_ADVISER])
def test_only_an_adviser_of_the_area_plans(town, area, role):
    with pytest.raises(OutOfScope):
        plan(area, actor_of(make_user(town.municipality, role)))
    neighbour = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    with pytest.raises(OutOfScope):
        plan(area, neighbour)


def test_change_meeting_keeps_the_reason_and_counts_up(area, adviser):
    meeting = make_meeting(area)
    later = STARTS + timedelta(days=7)

    change_meeting(
        reference=meeting.reference, starts_at=later, minutes=60, place="School",
        reason="De zaal was bezet.", by=adviser, at=AT,
    )  # fmt: skip
    meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.ends_at) == (later, later + timedelta(hours=1))
    assert (meeting.place, meeting.sequence, meeting.changed_at) == ("School", 1, AT)
    change = MeetingChange.objects.get()
    assert (change.was_starts_at, change.was_place) == (STARTS, "Buurthuis De Boeg")
    assert change.reason == "De zaal was bezet."


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"starts_at": STARTS}, "starts_on"),
        ({"starts_at": AT - timedelta(days=1)}, "starts_on"),
    ],
)
def test_change_meeting_refuses(area, adviser, wrong, field):
    meeting = make_meeting(area)
    values = {"starts_at": STARTS + timedelta(days=1), "minutes": 120, "reason": "Bezet"}
    values |= {"place": meeting.place, "reference": meeting.reference, "at": AT}

    with pytest.raises(Refused) as refused:
        change_meeting(**values | wrong, by=adviser)
    assert refused.value.field == field
    meeting.refresh_from_db()
    assert meeting.sequence == 0


def test_cancel_meeting_stays_and_cannot_be_changed_again(area, adviser):
    meeting = make_meeting(area)

    with pytest.raises(Refused):
        cancel_meeting(reference=meeting.reference, reason=" ", by=adviser, at=AT)
    cancel_meeting(reference=meeting.reference, reason="Storm.", by=adviser, at=AT)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.cancel_reason) == (MeetingState.CANCELLED, "Storm.")
    assert meeting.sequence == 1
    with pytest.raises(Refused):
        cancel_meeting(reference=meeting.reference, reason="Storm.", by=adviser, at=AT)
    with pytest.raises(Refused):
        hold_meeting(reference=meeting.reference, came={}, by=adviser, at=STARTS)


def test_hold_meeting_keeps_numbers_by_kind_and_can_be_corrected(area, adviser):
    meeting = make_meeting(area)
    after = STARTS + timedelta(hours=3)
    first = {AttendeeKind.RESIDENTS: 14, AttendeeKind.COLLEAGUES: 3}

    hold_meeting(reference=meeting.reference, came=first, by=adviser, at=after)
    hold_meeting(
        reference=meeting.reference,
        came={AttendeeKind.RESIDENTS: 15, AttendeeKind.PARTNERS: 0},
        by=adviser,
        at=after + timedelta(days=1),
    )
    meeting.refresh_from_db()
    assert (meeting.state, meeting.attended, meeting.held_at) == (MeetingState.HELD, 15, after)
    kept = MeetingAttendance.objects.values_list("kind", "number")
    assert list(kept) == [(AttendeeKind.RESIDENTS, 15)]


def test_hold_meeting_counts_nobody_where_not_everybody_could_come(area, adviser):
    meeting = make_meeting(area, kind=MeetingKind.PROFESSIONALS)
    after = STARTS + timedelta(hours=3)

    with pytest.raises(Refused):
        hold_meeting(
            reference=meeting.reference, came={AttendeeKind.PARTNERS: 6}, by=adviser, at=after
        )
    hold_meeting(reference=meeting.reference, came={}, by=adviser, at=after)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.attended) == (MeetingState.HELD, None)


def test_hold_meeting_refuses_before_it_began(area, adviser):
    meeting = make_meeting(area)

    with pytest.raises(Refused):
        hold_meeting(reference=meeting.reference, came={}, by=adviser, at=AT)


def test_write_about_in_a_language_and_taking_it_away(area, adviser):
    meeting = make_meeting(area, about={"nl": "Het plein"})

    write_about(reference=meeting.reference, language="tr", about="Meydan", by=adviser, at=AT)
    write_about(reference=meeting.reference, language="nl", about=" ", by=adviser, at=AT)
    assert list(meeting.texts.values_list("language", "about")) == [("tr", "Meydan")]
    meeting.refresh_from_db()
    assert meeting.sequence == 2, "calendars take the words over"


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE])
def test_whoever_reads_along_changes_nothing(town, area, role):
    meeting = make_meeting(area)
    by = actor_of(make_user(town.municipality, role))

    with pytest.raises(Refused):
        cancel_meeting(reference=meeting.reference, reason="x", by=by, at=AT)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("meeting_ends_after_start", {"ends_at": STARTS}),
        ("meeting_public_only_when_open_to_all", {"kind": MeetingKind.PROFESSIONALS}),
        ("meeting_cancelled_has_a_reason", {"state": MeetingState.CANCELLED}),
        ("meeting_held_has_a_day", {"state": MeetingState.HELD}),
        ("meeting_held_has_a_day", {"held_at": STARTS}),
        ("meeting_counts_only_in_public", {"attended": 4}),
        (
            "meeting_counts_only_in_public",
            {"attended": 4, "is_public": False, "state": MeetingState.HELD, "held_at": STARTS},
        ),
    ],
)
def test_the_database_refuses(area, name, values):
    meeting = make_meeting(area)

    with arranging(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(**values)


def test_the_database_refuses_twice_the_same_and_a_change_without_a_reason(area):
    """meeting_text_once, attendance_once_per_kind, meeting_change_has_a_reason."""
    meeting = make_meeting(area, came={"residents": 4}, about={"nl": "Het plein"})
    rows = [
        (MeetingText, {"language": "nl", "about": "Nog eens"}),
        (MeetingAttendance, {"kind": AttendeeKind.RESIDENTS, "number": 5}),
        (MeetingChange, {"was_starts_at": STARTS, "reason": "", "at": AT}),
    ]
    for model, values in rows:
        with arranging(), pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(meeting=meeting, **values)


@pytest.mark.parametrize("kind", list(MeetingKind))
def test_three_moments_stand_ready_that_still_come_and_suit(kind):
    found = proposals(kind, AT)

    assert len({one.starts_at for one in found}) == 3
    assert all(one.starts_at > AT for one in found)
    assert all(is_working_day(one.starts_at.date()) for one in found[-1:])
    if kind is not MeetingKind.CALL_TOGETHER:
        local = {one.starts_at.astimezone(DUTCH_TIME).time() for one in found}
        assert local == {HABITS[kind].starts}


def test_a_call_together_can_be_within_the_hour_and_at_a_round_time():
    first = proposals(MeetingKind.CALL_TOGETHER, AT + timedelta(minutes=7, seconds=3))[0]

    assert first.starts_at == AT + timedelta(hours=1)
    assert first.starts_at.minute % 15 == 0


def test_an_evening_keeps_its_time_across_daylight_saving():
    summer = dutch_moment(date(2026, 10, 24), time(19, 30))
    winter = dutch_moment(date(2026, 10, 25), time(19, 30))

    assert summer.astimezone(UTC).hour == 17
    assert winter.astimezone(UTC).hour == 18
    skipped = dutch_moment(date(2027, 3, 28), time(2, 30))
    assert skipped.time() == time(3, 30)
