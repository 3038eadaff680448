# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees which meeting, where we were and were not, and what everybody may come to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories.areas import make_town
from tests.factories.meetings import make_meeting
from tests.factories.people import actor_of, make_user
from voelspriet.act.agenda.choices import MeetingKind, MeetingState
from voelspriet.act.agenda.queries import meetings as reading
from voelspriet.act.agenda.queries.meeting_detail import meeting_detail
from voelspriet.act.agenda.queries.meetings import (
    MeetingFilters,
    known_places,
    meetings,
    meetings_to_mind,
    public_meetings,
)
from voelspriet.act.agenda.queries.presence import presence
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 9, 9, tzinfo=UTC)
WEEK = timedelta(weeks=1)


def references(by, cursor="", **filters):
    page = meetings(filters=MeetingFilters(**filters), by=by, at=AT, cursor=cursor)
    return [row.reference for row in page.items]


def test_each_role_sees_its_own_part(town, area, adviser):
    mine = make_meeting(area).reference
    theirs = make_meeting(town.neighbourhoods[1]).reference

    assert references(adviser) == [mine]
    for role in (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        assert references(actor_of(make_user(town.municipality, role))) == [mine, theirs]
    for role in (Role.HANDLER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR):
        assert references(actor_of(make_user(town.municipality, role))) == []
    with pytest.raises(OutOfScope):
        meeting_detail(reference=theirs, by=adviser, at=AT)


def test_nobody_sees_another_municipality(area):
    make_meeting(area)
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)

    assert references(actor_of(make_user(elsewhere.municipality, Role.DIRECTOR))) == []


def test_coming_first_on_top_past_newest_first(area, adviser):
    far, near = (make_meeting(area, starts_at=AT + n * WEEK).reference for n in (4, 1))
    old = make_meeting(area, starts_at=AT - 3 * WEEK, came={"residents": 2}).reference
    late = make_meeting(area, starts_at=AT - WEEK, kind=MeetingKind.WALK).reference

    assert references(adviser) == [near, far]
    assert references(adviser, when="past") == [late, old]
    assert references(adviser, when="to_record") == [late]
    assert references(adviser, when="", kind=MeetingKind.WALK) == [late]
    assert references(adviser, when="", area_id=area.pk + 99) == []


def test_what_to_mind_is_this_week_and_what_nobody_wrote_down(area, adviser):
    make_meeting(area, starts_at=AT - WEEK, came={"residents": 2})
    make_meeting(area, starts_at=AT + timedelta(days=2), state=MeetingState.CANCELLED)
    make_meeting(area, starts_at=AT + WEEK)
    soon = make_meeting(area, starts_at=AT + timedelta(days=6))
    over = make_meeting(area, starts_at=AT - 2 * WEEK)

    found = meetings_to_mind(by=adviser, at=AT, limit=8)
    assert [row.reference for row in found] == [over.reference, soon.reference]
    assert [row.waits_for_record for row in found] == [True, False]
    assert len(meetings_to_mind(by=adviser, at=AT, limit=1)) == 1


@pytest.mark.parametrize("when", ["coming", "past"])
def test_pages_follow_each_other_without_a_gap(area, adviser, when, monkeypatch):
    monkeypatch.setattr(reading, "PAGE_SIZE", 2)
    side = 1 if when == "coming" else -1
    moments = [AT + side * n * WEEK for n in (1, 1, 2, 3, 3)]
    made = {make_meeting(area, starts_at=moment).reference for moment in moments}

    seen, cursor = [], ""
    for _page in range(3):
        page = meetings(filters=MeetingFilters(when=when), by=adviser, at=AT, cursor=cursor)
        seen += [row.reference for row in page.items]
        cursor = page.next_cursor
    assert cursor == ""
    assert len(seen) == 5
    assert set(seen) == made
    assert len(references(adviser, cursor="onzin", when=when)) == 2
    assert len(references(adviser, cursor="2026-09-09T09:00:00~1", when=when)) == 2


def row_of(found, area):
    return next(row for row in found.rows if row.area_id == area.pk)


def test_presence_counts_what_was_held_and_what_comes_in_three_months(area, adviser):
    make_meeting(area, starts_at=AT - WEEK, came={"residents": 12, "colleagues": 2})
    make_meeting(area, starts_at=AT - 5 * WEEK, kind=MeetingKind.PROFESSIONALS,
                 state=MeetingState.HELD)  # fmt: skip
    make_meeting(area, starts_at=AT - 20 * WEEK, came={"residents": 100})
    make_meeting(area, starts_at=AT - 2 * WEEK)  # nobody wrote down that it was held
    make_meeting(area, starts_at=AT + WEEK)
    make_meeting(area, starts_at=AT + 2 * WEEK, state=MeetingState.CANCELLED)
    make_meeting(area, starts_at=AT + 20 * WEEK)

    found = presence(by=adviser, at=AT)
    row = row_of(found, area)
    assert (row.held, row.came, row.planned) == (2, 14, 1)
    assert (row.last_at, row.next_at) == (AT - WEEK, AT + WEEK)
    assert not row.is_unseen
    assert (found.held, found.came, found.planned, found.unseen) == (2, 14, 1, ())


@pytest.mark.parametrize(("days", "unseen"), [(56, False), (57, True)])
def test_a_neighbourhood_without_a_moment_for_eight_weeks_is_unseen(area, adviser, days, unseen):
    make_meeting(area, starts_at=AT - timedelta(days=days), came={"residents": 1})

    assert row_of(presence(by=adviser, at=AT), area).is_unseen is unseen


def test_nobody_is_counted_where_not_everybody_could_come(area, adviser):
    make_meeting(area, starts_at=AT - WEEK, kind=MeetingKind.PROFESSIONALS,
                 state=MeetingState.HELD)  # fmt: skip

    row = row_of(presence(by=adviser, at=AT), area)
    assert (row.held, row.came, row.is_unseen) == (1, None, False)


def test_presence_shows_every_neighbourhood_in_scope_also_without_a_moment(town, area, adviser):
    everybody = actor_of(make_user(town.municipality, Role.EXECUTIVE))
    make_meeting(town.districts[0], starts_at=AT - WEEK, came={"residents": 30})

    assert [row.area_id for row in presence(by=adviser, at=AT).rows] == [area.pk]
    rows = presence(by=everybody, at=AT).rows
    assert {row.area_id for row in rows} == {
        town.districts[0].pk, *(one.pk for one in town.neighbourhoods),
    }  # fmt: skip
    assert [row.is_unseen for row in rows if row.area_id == town.districts[0].pk] == [False]


def test_public_meetings_are_public_still_to_come_and_in_ones_own_language(area):
    on = dutch_day(AT)
    make_meeting(area, starts_at=AT - timedelta(days=1))
    make_meeting(area, starts_at=AT + WEEK, is_public=False)
    make_meeting(area, starts_at=AT + 2 * WEEK, state=MeetingState.CANCELLED)
    make_meeting(area, starts_at=AT + WEEK, about={"nl": "Het plein", "ar": "الساحة"}, sequence=1)
    today = make_meeting(area, starts_at=AT - timedelta(hours=3), about={"nl": "Koffie"})

    found = public_meetings(area_ids=[area.pk], language="ar", on=on)
    assert found[0].reference == today.reference
    assert [(row.about, row.about_language) for row in found] == [
        ("Koffie", "nl"), ("الساحة", "ar"), ("", "nl"),
    ]  # fmt: skip
    assert [row.is_changed for row in found] == [False, True, False]
    assert [row.is_cancelled for row in found] == [False, False, True]
    assert public_meetings(area_ids=[area.pk], language="nl", on=on)[1].about == "Het plein"


def test_places_used_before_stand_ready_newest_first(area, adviser):
    for number, place in enumerate(("School", "Plein", "", "School", "Kerk")):
        make_meeting(area, starts_at=AT + number * WEEK, place=place)

    assert known_places(area_id=area.pk, by=adviser) == ("Kerk", "School", "Plein")
