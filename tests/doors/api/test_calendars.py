# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calendars are iCalendar (RFC 5545): read back by two libraries, right across daylight saving."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from ical.calendar_stream import IcsCalendarStream

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.meetings import make_meeting, make_minute, make_point
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from voelspriet.act.agenda.actions import (
    cancel_meeting,
    change_meeting,
    make_calendar_key,
    plan_meeting,
    withdraw_calendar_key,
)
from voelspriet.act.agenda.choices import AgreementState, MeetingKind, MeetingState
from voelspriet.act.agenda.models import CalendarKey
from voelspriet.ground.people.models import RoleAssignment
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.privacy.registry import run_after_restore
from voelspriet.lib.icalendars import Event, write_calendar

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SOON = timezone.now().replace(microsecond=0) + timedelta(days=9)
AT = timezone.now().replace(microsecond=0)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def duo(town, area):
    return make_duo(town.municipality, area)


@pytest.fixture
def adviser(duo):
    return actor_of(duo[0])


def address(area, language="nl"):
    return f"/feeds/gebieden/{area.code}/agenda.ics?lang={language}"


def fetch(path):
    answer = Client().get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return answer.content


def both(content):
    """Read a file with two libraries; return what each says of its events, as plain values."""
    first = [
        (
            str(event["UID"]), str(event["SUMMARY"]), str(event.get("LOCATION", "")),
            event["DTSTART"].dt, event["DTEND"].dt, int(event["SEQUENCE"]), str(event["STATUS"]),
        )
        for event in icalendar.Calendar.from_ical(content).walk("VEVENT")
    ]  # fmt: skip
    second = [
        (
            event.uid, event.summary, event.location or "", event.dtstart, event.dtend,
            event.sequence, event.status.value,
        )
        for event in IcsCalendarStream.calendar_from_ics(content.decode()).events
    ]  # fmt: skip
    assert first == second
    return first


def test_an_area_has_a_calendar_that_two_libraries_read_the_same(area):
    words = "Praat mee; over \\ licht, groen\nen verkeer" + " – Ümit كلنا" * 12
    meeting = make_meeting(area, starts_at=SOON, about={"nl": words}, place="Zaal 1; boven, links")
    content = fetch(address(area))

    (event,) = both(content)
    assert event == (
        f"{meeting.reference}@voelspriet", f"Bewonersavond – {area.name}", "Zaal 1; boven, links",
        SOON, SOON + timedelta(hours=2), 0, "CONFIRMED",
    )  # fmt: skip
    calendar = icalendar.Calendar.from_ical(content)
    told = calendar.walk("VEVENT")[0]
    assert str(told["DESCRIPTION"]).startswith(words)
    assert str(told["URL"]) == f"{settings.PUBLIC_URL}/mijn-buurt/waterrijk/{area.slug}/"
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert str(calendar["X-WR-CALNAME"]) == f"Agenda van {area.name}"
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(b"\n" not in line for line in lines)
    assert b"ATTENDEE" not in content
    assert b"TZID" not in content


def test_the_calendar_of_an_area_holds_what_is_public_there_and_around(town, area):
    own = make_meeting(area, starts_at=SOON)
    above = make_meeting(town.districts[0], starts_at=SOON + timedelta(days=1))
    make_meeting(town.neighbourhoods[1], starts_at=SOON)
    make_meeting(area, starts_at=SOON, is_public=False)
    make_meeting(area, starts_at=SOON, kind=MeetingKind.PROFESSIONALS)
    make_meeting(area, starts_at=AT - timedelta(days=100), came={"residents": 3})

    uids = [event[0] for event in both(fetch(address(area)))]
    assert uids == [f"{one.reference}@voelspriet" for one in (own, above)]


@pytest.mark.parametrize(
    ("language", "title"),
    [("nl", "Spreekuur"), ("en", "Consultation hour"), ("tr", "Danışma saati"),
     ("ar", "ساعة استشارة"), ("xx", "Spreekuur")],
)  # fmt: skip
def test_a_calendar_speaks_four_languages(area, language, title):
    make_meeting(area, starts_at=SOON, kind=MeetingKind.CONSULTATION_HOUR)

    assert both(fetch(address(area, language)))[0][1] == f"{title} – {area.name}"


def test_half_past_seven_stays_half_past_seven_across_daylight_saving(area, adviser):
    """Four evenings around the last Sundays of March and October, planned in Dutch time."""
    year = AT.year + 1
    days = [(3, 24), (3, 31), (10, 24), (10, 31)]
    wanted = [datetime(year, month, day, 19, 30, tzinfo=AMSTERDAM) for month, day in days]
    for moment in wanted:
        plan_meeting(
            kind=MeetingKind.RESIDENTS_EVENING, area_id=area.pk, starts_at=moment, minutes=120,
            place="", is_public=True, by=adviser, at=AT,
        )  # fmt: skip

    events = both(fetch(address(area)))
    assert [event[3] for event in events] == wanted
    assert {event[3].astimezone(AMSTERDAM).hour for event in events} == {19}
    assert [event[3].astimezone(UTC).hour for event in events] == [18, 17, 17, 18]
    assert {event[4] - event[3] for event in events} == {timedelta(hours=2)}


def test_a_change_counts_up_and_what_is_cancelled_stays(area, adviser):
    meeting = make_meeting(area, starts_at=SOON)
    before = both(fetch(address(area)))[0]
    later = SOON + timedelta(days=1)
    change_meeting(
        reference=meeting.reference, starts_at=later, minutes=60, place="School", reason="Vol",
        by=adviser, at=AT,
    )  # fmt: skip
    changed = both(fetch(address(area)))[0]
    cancel_meeting(reference=meeting.reference, reason="Storm", by=adviser, at=AT)
    cancelled = both(fetch(address(area)))[0]

    assert [event[0] for event in (before, changed, cancelled)] == [before[0]] * 3
    assert [event[5] for event in (before, changed, cancelled)] == [0, 1, 2]
    assert changed[2:5] == ("School", later, later + timedelta(hours=1))
    assert [event[6] for event in (before, changed, cancelled)] == [
        "CONFIRMED", "CONFIRMED", "CANCELLED",
    ]  # fmt: skip
    assert b"Storm" not in fetch(address(area)), "the reason is for colleagues"


def test_a_reader_that_has_it_already_gets_304(area):
    make_meeting(area, starts_at=SOON)
    first = Client().get(address(area))
    assert "no-cache" in first["Cache-Control"]

    again = Client().get(address(area), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    make_meeting(area, starts_at=SOON)
    again = Client().get(address(area), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200


def test_an_empty_calendar_is_a_calendar(area):
    assert both(fetch(address(area))) == []


def test_one_public_meeting_is_a_file_and_any_other_is_not_there(area):
    shown = make_meeting(area, starts_at=SOON)
    hidden = make_meeting(area, starts_at=SOON, is_public=False)

    assert len(both(fetch(f"/feeds/bijeenkomsten/{shown.reference}.ics"))) == 1
    assert Client().get(f"/feeds/bijeenkomsten/{hidden.reference}.ics").status_code == 404
    assert Client().get("/feeds/gebieden/BU00000000/agenda.ics").status_code == 404


def own(key):
    return Client().get(f"/feeds/collega/{key}/agenda.ics")


def test_a_colleague_follows_titles_and_nothing_more(town, area, adviser):
    meeting = make_meeting(
        area, kind=MeetingKind.PROFESSIONALS, starts_at=SOON, place="Geheime zaal",
        about={"nl": "Geheim onderwerp"},
    )  # fmt: skip
    make_point(meeting, "Geheim punt")
    make_minute(meeting, "Geheim gezegd")
    make_meeting(town.neighbourhoods[1], starts_at=SOON)
    answer = own(make_calendar_key(by=adviser, at=AT))

    (event,) = both(answer.content)
    assert event[1:3] == (f"Overleg van professionals – {area.name}", "")
    assert "eheim" not in answer.content.decode()
    assert "private" in answer["Cache-Control"]
    assert "public" not in answer["Cache-Control"]


def test_a_key_works_until_it_is_withdrawn_replaced_or_its_owner_leaves(adviser, duo):
    first = make_calendar_key(by=adviser, at=AT)
    second = make_calendar_key(by=adviser, at=AT)
    assert [own(key).status_code for key in (first, second)] == [404, 200]
    withdraw_calendar_key(by=adviser, at=AT)
    assert own(second).status_code == 404

    third = make_calendar_key(by=adviser, at=AT)
    assert own(third).status_code == 200
    with arranging():
        RoleAssignment.objects.filter(user=duo[0]).update(ends_on=AT.date() - timedelta(days=1))
    assert own(third).status_code == 404
    assert own("x" * 200).status_code == 404


def test_a_key_in_a_backup_opens_nothing_after_a_restore(adviser):
    key = make_calendar_key(by=adviser, at=AT)

    run_after_restore()
    assert own(key).status_code == 404


def test_only_a_hash_of_a_key_is_kept_and_no_audit_line_holds_it(adviser):
    key = make_calendar_key(by=adviser, at=AT)
    withdraw_calendar_key(by=adviser, at=AT)

    kept = str([row.__dict__ for row in (*CalendarKey.objects.all(), *AuditLine.objects.all())])
    assert key not in kept
    actions = AuditLine.objects.filter(subject="calendar_key").order_by("id")
    assert [line.action for line in actions] == ["calendar_key.make", "calendar_key.withdraw"]


def test_calendar_key_one_at_work_holds_in_the_database(duo, town):
    values = {"user": duo[0], "municipality": town.municipality, "made_at": AT}

    with arranging():
        CalendarKey.objects.create(**values, key_hash="a")
        CalendarKey.objects.create(**values, key_hash="b", withdrawn_at=AT)
    with arranging(), pytest.raises(IntegrityError), transaction.atomic():
        CalendarKey.objects.create(**values, key_hash="c")


def test_a_director_follows_the_whole_town(town, area):
    make_meeting(area, starts_at=SOON)
    make_meeting(town.neighbourhoods[1], starts_at=SOON, state=MeetingState.CANCELLED)
    by = actor_of(make_user(town.municipality, Role.DIRECTOR))

    events = both(own(make_calendar_key(by=by, at=AT)).content)
    assert sorted(event[6] for event in events) == ["CANCELLED", "CONFIRMED"]


def test_characters_no_calendar_holds_are_left_out():
    event = Event("a@b", "Avond\x00\x0b\r\nBEGIN:VEVENT", SOON, SOON + timedelta(hours=1), AT)
    content = write_calendar(name="Buurt\x07", events=[event])

    (read,) = both(content)
    assert read[1] == "Avond\nBEGIN:VEVENT"
    assert content.count(b"\r\nBEGIN:VEVENT\r\n") == 1


@pytest.fixture
def organisation(town):
    return make_organisation(town.municipality, name="Team Schoon")


@pytest.fixture
def handler(town, organisation):
    return actor_of(make_user(town.municipality, Role.HANDLER, organisation=organisation))


def test_an_organisation_follows_where_it_is_invited_and_the_days_it_promised(
    town, area, organisation, handler
):
    invited = make_meeting(area, kind=MeetingKind.PROFESSIONALS, starts_at=SOON)
    with arranging():
        invited.organisations.add(organisation)
    make_meeting(area, starts_at=SOON)
    day = AT.date() + timedelta(days=20)
    agreement = make_agreement_row(area, organisation, due_on=day, what="Geheim plan")
    make_agreement_row(area, make_organisation(town.municipality, name="Een ander"), due_on=day)
    content = own(make_calendar_key(organisation_id=organisation.pk, by=handler, at=AT)).content

    first = icalendar.Calendar.from_ical(content).walk("VEVENT")
    second = IcsCalendarStream.calendar_from_ics(content.decode()).events
    for events in (
        {str(one["UID"]): (one["DTSTART"].dt, one["DTEND"].dt) for one in first},
        {one.uid: (one.dtstart, one.dtend) for one in second},
    ):
        assert events == {
            f"{invited.reference}@voelspriet": (SOON, SOON + timedelta(hours=2)),
            f"{agreement.reference}@voelspriet": (day, day + timedelta(days=1)),
        }
    assert f"/werk/afspraken/{agreement.reference}/" in content.decode().replace("\r\n ", "")
    assert "Geheim" not in content.decode()


def test_an_agreement_stands_in_the_calendar_of_its_adviser_until_it_is_done(
    area, adviser, organisation
):
    make_agreement_row(area, organisation, due_on=AT.date() + timedelta(days=3))
    make_agreement_row(area, organisation, state=AgreementState.DONE)

    events = icalendar.Calendar.from_ical(own(make_calendar_key(by=adviser, at=AT)).content)
    titles = [str(event["SUMMARY"]) for event in events.walk("VEVENT")]
    assert titles == [f"Afspraak klaar: Team Schoon, {area.name}"]


def test_the_key_of_an_organisation_is_of_those_who_work_for_it(
    town, adviser, organisation, handler
):
    key = make_calendar_key(organisation_id=organisation.pk, by=handler, at=AT)
    own_key = make_calendar_key(by=handler, at=AT)
    other = make_organisation(town.municipality, name="Een ander")
    for by, party in ((adviser, organisation), (handler, other)):
        with pytest.raises(OutOfScope):
            make_calendar_key(organisation_id=party.pk, by=by, at=AT)
        with pytest.raises(OutOfScope):
            withdraw_calendar_key(organisation_id=party.pk, by=by, at=AT)
    assert [own(one).status_code for one in (key, own_key)] == [200, 200]

    with arranging():
        organisation.is_active = False
        organisation.save()
    assert own(key).status_code == 404


@pytest.mark.parametrize("holder", ["nobody", "both", "organisation_twice"])
def test_calendar_keys_have_one_holder_each_in_the_database(duo, town, organisation, holder):
    values = {
        "nobody": [{}],
        "both": [{"user": duo[0], "organisation": organisation}],
        "organisation_twice": [{"organisation": organisation}, {"organisation": organisation}],
    }[holder]
    # calendar_key_of_one_holder, calendar_key_one_per_organisation
    keys = [
        CalendarKey(municipality=town.municipality, made_at=AT, key_hash=str(number), **one)
        for number, one in enumerate(values)
    ]
    with arranging(), pytest.raises(IntegrityError), transaction.atomic():
        CalendarKey.objects.bulk_create(keys)
