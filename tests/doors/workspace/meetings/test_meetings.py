# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Meetings as they are pressed through: planned in three clicks, led, written down."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.meetings import make_meeting, make_point
from tests.factories.people import make_duo, make_organisation, make_user
from tests.pages.markup import Page
from voelspriet.act.agenda.choices import MeetingKind, MeetingState
from voelspriet.act.agenda.models import Agreement, CalendarKey, Meeting, MeetingPoint
from voelspriet.act.agenda.rules.meetings import HABITS
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import DUTCH_TIME

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("workspace:meetings"), reverse("workspace:meeting_new")
SOON = timezone.now().replace(microsecond=0) + timedelta(days=9)
BEFORE = timezone.now().replace(microsecond=0) - timedelta(days=2)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def as_adviser(client, town, area):
    client.force_login(make_duo(town.municipality, area)[0])
    return client


def page(meeting):
    return reverse("workspace:meeting", args=[meeting.reference])


def form_with(text, name):
    return next(form for form in Page(text).forms if name in {one.name for one in form.fields})


@pytest.mark.parametrize("kind", list(MeetingKind))
def test_three_clicks_plan_a_meeting_of_every_kind(as_adviser, area, kind):
    """From the page that the navigation opens: the kind, a moment, and the button."""
    links = re.findall(r'href="([^"]*soort=' + kind + r')"', as_adviser.get(LIST).text)
    (chosen,) = links  # click 1
    form = form_with(as_adviser.get(chosen).text, "moment")
    moments = [one.value for one in form.fields if one.name == "moment"]
    sent = {name: value for name, value in form.filled("").items() if value}
    sent["moment"] = moments[1]
    sent.pop("starts_on", None)
    answer = as_adviser.post(chosen, sent | {"area": area.pk})  # clicks 2 and 3

    made = Meeting.objects.get()
    assert answer["Location"] == page(made)
    assert (made.kind, made.area_id, made.state) == (kind, area.pk, MeetingState.PLANNED)
    assert made.starts_at > timezone.now()
    assert made.starts_at == datetime.fromisoformat(moments[1])
    assert made.ends_at - made.starts_at == timedelta(minutes=HABITS[kind].minutes)


def test_the_last_place_and_the_area_asked_for_stand_ready(client, town, area):
    client.force_login(make_duo(town.municipality, town.districts[0])[0])
    make_meeting(area, place="De Schakel")

    text = client.get(f"{NEW}?soort=lunch&gebied={area.pk}").text
    assert f'<option value="{area.pk}" selected>' in text
    assert 'value="De Schakel"' in text
    other = client.get(f"{NEW}?soort=lunch&gebied=99999").text
    assert f'<option value="{town.districts[0].pk}" selected>' in other


def test_work_among_colleagues_cannot_be_made_public(as_adviser, area):
    assert 'name="is_public"' not in as_adviser.get(f"{NEW}?soort=professionals").text
    assert (
        'name="is_public" class="" id="id_is_public" checked'
        not in as_adviser.get(f"{NEW}?soort=round").text
    )
    values = {"moment": SOON.astimezone(DUTCH_TIME).isoformat(), "area": area.pk}
    values["is_public"] = "on"
    as_adviser.post(f"{NEW}?soort=professionals", values)
    assert not Meeting.objects.get().is_public


def test_what_stood_on_the_page_counts_also_when_the_clock_went_on(as_adviser, area):
    seen = (timezone.now() + timedelta(minutes=2)).replace(microsecond=0)
    stood = seen.astimezone(DUTCH_TIME).isoformat()
    as_adviser.post(f"{NEW}?soort=call_together", {"moment": stood, "area": area.pk})
    assert Meeting.objects.get().starts_at == seen

    gone = (seen - timedelta(hours=1)).astimezone(DUTCH_TIME).isoformat()
    for wrong in (gone, "2026-09-22", "onzin", "0001-01-01T00:00:00+02:00"):
        answer = as_adviser.post(f"{NEW}?soort=walk", {"moment": wrong, "area": area.pk})
        assert answer.status_code == 422, wrong
    assert Meeting.objects.count() == 1


def test_another_moment_is_typed_in_dutch_time(as_adviser, area):
    values = {"moment": "other", "area": area.pk, "starts_on": "", "clock": ""}
    answer = as_adviser.post(f"{NEW}?soort=walk", values)
    assert answer.status_code == 422
    assert "Kies een dag." in answer.text
    assert "Kies een tijd." in answer.text

    day = SOON.astimezone(DUTCH_TIME).date()
    as_adviser.post(f"{NEW}?soort=walk", values | {"starts_on": day.isoformat(), "clock": "18:45"})
    local = Meeting.objects.get().starts_at.astimezone(DUTCH_TIME)
    assert (local.date(), local.hour, local.minute) == (day, 18, 45)
    for far in ("0001-01-01", "9999-12-31"):
        sent = values | {"starts_on": far, "clock": "00:00"}
        assert as_adviser.post(f"{NEW}?soort=walk", sent).status_code == 422


def test_changing_and_cancelling_ask_why(as_adviser, area):
    meeting = make_meeting(area, starts_at=SOON)
    day = (SOON + timedelta(days=1)).date().isoformat()
    change = {"deed": "change", "starts_on": day, "clock": "20:00", "minutes": 60, "place": "A"}

    assert as_adviser.post(page(meeting), change | {"reason": ""}).status_code == 422
    as_adviser.post(page(meeting), change | {"reason": "De zaal is vol."})
    text = as_adviser.get(page(meeting)).text
    assert "De zaal is vol." in text
    assert as_adviser.post(page(meeting), {"deed": "cancel", "reason": ""}).status_code == 422
    as_adviser.post(page(meeting), {"deed": "cancel", "reason": "Storm."})
    text = as_adviser.get(page(meeting)).text
    assert "Storm." in text
    assert 'name="deed" value="change"' not in text


def test_a_point_about_people_is_not_closed_before_somebody_says_they_were_heard(as_adviser, area):
    meeting = make_meeting(area, starts_at=SOON)
    as_adviser.post(page(meeting), {"deed": "point", "text": "Jongeren bij de kiosk"})
    point = MeetingPoint.objects.get()
    deed = {"deed": f"close-{point.pk}", "outcome": "Wij gaan langs", "is_decision": "on"}

    assert "Zijn zij gehoord?" in as_adviser.get(page(meeting)).text
    answer = as_adviser.post(page(meeting), deed)
    assert answer.status_code == 422
    assert "Wij gaan langs" in answer.text, "what was typed stays"
    as_adviser.post(page(meeting), deed | {"heard": "no", "heard_how": "Volgende week"})
    point.refresh_from_db()
    assert (point.heard, point.heard_how) == ("no", "Volgende week")
    assert point.closed_at is not None
    text = as_adviser.get(page(meeting)).text
    assert "Nee, nog niet: Volgende week" in text
    assert "Besluit" in text


def test_an_agreement_that_is_due_is_discussed_from_the_page(as_adviser, area, town):
    organisation = make_organisation(town.municipality, name="Team Licht")
    meeting = make_meeting(area, starts_at=SOON)
    agreement = make_agreement_row(area, organisation, due_on=SOON.date())

    assert "Team Licht" in as_adviser.get(page(meeting)).text
    as_adviser.post(page(meeting), {"deed": f"close-{agreement.reference}", "outcome": "Komt goed"})
    assert MeetingPoint.objects.get().agreement == agreement
    gone = {"deed": "close-A-0000-NONE", "outcome": "x"}
    assert as_adviser.post(page(meeting), gone).status_code == 404
    assert as_adviser.post(page(meeting), {"deed": "weg"}).status_code == 404


def test_an_agreement_is_made_on_the_spot(as_adviser, area, town):
    organisation = make_organisation(town.municipality)
    meeting = make_meeting(area, starts_at=SOON)
    values = {"organisation": organisation.pk, "what": "De lamp maken", "day": "two_weeks",
              "visibility": "internal", "contact": "", "due_on": "", "area": area.pk}  # fmt: skip
    there = reverse("workspace:meeting_agree", args=[meeting.reference])

    assert "Team" in as_adviser.get(there).text or organisation.name in as_adviser.get(there).text
    assert as_adviser.post(there, values | {"what": ""}).status_code == 422
    assert as_adviser.post(there, values)["Location"] == page(meeting)
    assert Agreement.objects.get().meetings.get() == meeting
    assert "De lamp maken" in as_adviser.get(page(meeting)).text


def test_how_it_went_is_written_down_with_numbers_and_can_be_corrected(as_adviser, area):
    meeting = make_meeting(area, starts_at=BEFORE)
    assert "Nog opschrijven" in as_adviser.get(f"{LIST}?wanneer=to_record").text

    as_adviser.post(page(meeting), {"deed": "hold", "residents": "12", "partners": ""})
    as_adviser.post(page(meeting), {"deed": "hold", "residents": "13", "partners": "2"})
    meeting.refresh_from_db()
    assert (meeting.state, meeting.attended) == (MeetingState.HELD, 15)
    text = as_adviser.get(page(meeting)).text
    assert "<dd>13</dd>" in text
    assert 'value="13"' in text
    assert as_adviser.post(page(meeting), {"deed": "hold", "residents": "-1"}).status_code == 422


def test_nobody_is_counted_where_not_everybody_could_come(as_adviser, area):
    meeting = make_meeting(area, starts_at=BEFORE, kind=MeetingKind.PROFESSIONALS)

    assert 'name="residents"' not in as_adviser.get(page(meeting)).text
    as_adviser.post(page(meeting), {"deed": "hold", "residents": "12"})
    meeting.refresh_from_db()
    assert (meeting.state, meeting.attended) == (MeetingState.HELD, None)


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE])
def test_who_reads_along_finds_nothing_to_press(client, town, area, role):
    client.force_login(make_user(town.municipality, role))
    meeting = make_meeting(area, starts_at=BEFORE)
    make_point(meeting, "De hoek")

    text = client.get(page(meeting)).text
    assert "De hoek" in text
    assert "<textarea" not in text
    answer = client.post(page(meeting), {"deed": "minute", "text": "x"})
    assert answer.status_code == 422
    assert "Alleen de adviseur van dit gebied" in answer.text
    assert client.get(NEW).status_code == 403


def test_a_meeting_is_a_file_for_any_calendar(as_adviser, area):
    meeting = make_meeting(area, starts_at=SOON, kind=MeetingKind.PROFESSIONALS)
    answer = as_adviser.get(reverse("workspace:meeting_file", args=[meeting.reference]))

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="{meeting.reference}.ics"'
    assert f"UID:{meeting.reference}@voelspriet" in answer.text


def test_ones_own_calendar_address_is_shown_once_and_withdrawn(as_adviser, area):
    there = reverse("workspace:calendar")
    make_meeting(area, starts_at=SOON)

    shown = as_adviser.post(there, {"deed": "make"}).text
    address = re.search(r'value="[^"]*(/feeds/collega/[^"]+)"', shown).group(1)
    assert as_adviser.get(address).status_code == 200
    assert address not in as_adviser.get(there).text
    as_adviser.post(there, {"deed": "withdraw"})
    assert as_adviser.get(address).status_code == 404
    assert not CalendarKey.objects.filter(withdrawn_at__isnull=True).exists()


def test_where_nobody_was_stands_first_with_a_way_to_plan(as_adviser, area):
    there = reverse("workspace:presence")
    text = as_adviser.get(there).text
    assert "Waar wij acht weken niet waren" in text
    assert f"{LIST}?gebied={area.pk}" in text

    make_meeting(area, starts_at=BEFORE, came={"residents": 7})
    text = as_adviser.get(there).text
    assert "Waar wij acht weken niet waren" not in text
    assert "<dd>7</dd>" in text


def test_organisations_are_invited_on_the_page_and_their_handler_reads_it(
    as_adviser, client, town, area
):
    party = make_organisation(town.municipality, name="Team Schoon")
    meeting = make_meeting(area, starts_at=SOON, kind=MeetingKind.PROFESSIONALS)
    as_adviser.post(page(meeting), {"deed": "invite", "organisations": [party.pk]})
    assert list(meeting.organisations.all()) == [party]

    client.force_login(make_user(town.municipality, Role.HANDLER, organisation=party))
    text = client.get(page(meeting)).text
    assert "Uitgenodigd" in text
    assert "deed" not in text
    assert client.get(reverse("workspace:presence")).status_code == 403
    assert meeting.reference in client.get(LIST).text
    assert client.post(page(meeting), {"deed": "point", "text": "x"}).status_code == 422
    assert not MeetingPoint.objects.exists()


def test_open_points_go_along_with_one_press(as_adviser, area):
    meeting = make_meeting(area, starts_at=BEFORE, kind=MeetingKind.PROFESSIONALS)
    point = make_point(meeting, "Het hek")
    assert 'value="along"' not in as_adviser.get(page(meeting)).text
    later = make_meeting(area, starts_at=SOON)
    assert 'value="along"' in as_adviser.get(page(meeting)).text

    answer = as_adviser.post(page(meeting), {"deed": "along", "to": later.reference}, follow=True)
    assert "1 punt ging mee." in answer.text
    point.refresh_from_db()
    assert point.taken_to == later
    assert "Het hek" in as_adviser.get(page(later)).text


def test_what_is_heard_at_a_meeting_is_entered_and_stands_on_its_page(as_adviser, area):
    meeting = make_meeting(area, starts_at=BEFORE, kind=MeetingKind.WALK)
    there = f"{reverse('workspace:enter')}?bijeenkomst={meeting.reference}"
    assert there in as_adviser.get(page(meeting)).text
    shown = as_adviser.get(there).text
    assert re.search(r'value="walk"[^>]*(checked|selected)', shown)

    values = form_with(shown, "submission").filled("") | {"channel": "walk", "wish": "receipt"}
    values |= {"text": "De lamp bij de brug is kapot", "area": area.pk, "openness": "anonymous"}
    assert "Terug naar de bijeenkomst" in as_adviser.post(there, values).text
    (signal,) = meeting.signals.all()
    text = as_adviser.get(page(meeting)).text
    assert reverse("workspace:signal", args=[signal.reference]) in text
    assert "kapot" not in text


def test_nothing_is_entered_for_a_meeting_of_somebody_else_or_one_that_is_off(
    as_adviser, town, area
):
    others = make_meeting(town.neighbourhoods[1], starts_at=BEFORE)
    off = make_meeting(area, starts_at=BEFORE, state=MeetingState.CANCELLED)
    for reference in (others.reference, off.reference, "T-0000-NONE"):
        there = f"{reverse('workspace:enter')}?bijeenkomst={reference}"
        assert as_adviser.get(there).status_code == 404


def test_a_handler_has_an_address_for_each_of_their_organisations(client, town):
    party = make_organisation(town.municipality, name="Team Schoon")
    other = make_organisation(town.municipality, name="Een ander")
    client.force_login(make_user(town.municipality, Role.HANDLER, organisation=party))
    there = reverse("workspace:calendar")
    assert "De agenda van Team Schoon" in client.get(there).text

    shown = client.post(there, {"deed": "make", "organisation": party.pk}).text
    address = re.search(r'value="[^"]*(/feeds/collega/[^"]+)"', shown).group(1)
    assert client.get(address).status_code == 200
    assert client.post(there, {"deed": "make", "organisation": other.pk}).status_code == 404
    client.post(there, {"deed": "withdraw", "organisation": party.pk})
    assert client.get(address).status_code == 404
