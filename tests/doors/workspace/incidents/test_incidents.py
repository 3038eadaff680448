# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An incident as it is pressed through on a phone: opened, kept up to date, looked back on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.areas import make_town
from tests.factories.incidents import make_incident
from tests.factories.people import make_duo, make_organisation, make_user
from tests.pages.markup import Page
from voelspriet.act.agenda.models import Incident, IncidentPost, Meeting
from voelspriet.answer.pages.models import Notice
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("workspace:incidents"), reverse("workspace:incident_new")


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


def page(incident):
    return reverse("workspace:incident", args=[incident.reference])


def filled(text, name, **values):
    """Return what a browser sends of the form that has a field of this name, as it stands."""
    forms = Page(text).forms
    form = next(one for one in forms if name in {each.name for each in one.fields})
    stands = {
        one.name: one.options[0] if one.options else one.value.strip()
        for one in form.fields
        if one.kind not in {"radio", "button"}
    }
    return stands | values


def test_from_the_street_one_line_opens_it_and_the_message_stands_ready(as_adviser, area):
    assert NEW in as_adviser.get(LIST).text
    said = {"what": "Een harde knal", "place": "Kadestraat", "area": area.pk}
    said |= {"known": "De politie is er.", "unknown": "Wat het was."}
    answer = as_adviser.post(NEW, said)
    made = Incident.objects.get()
    assert answer["Location"] == page(made)
    text = as_adviser.get(page(made)).text
    assert "De politie is er." in text
    compose = f"{reverse('workspace:notice_new')}?incident={made.reference}"
    assert compose in text

    sent = filled(as_adviser.get(compose).text, "matter", go="publish")
    assert sent["matter"] == "De politie is er."
    assert sent["streets"] == "Kadestraat"
    assert "Wij weten nog niet: wat het was." in sent["our_view"]
    answer = as_adviser.post(compose, sent)
    notice = Notice.objects.get()
    assert (notice.state, notice.incident_id) == ("published", made.pk)
    assert answer["Location"] == reverse("workspace:notice", args=[notice.reference])
    assert "De politie is er." in as_adviser.get(page(made)).text
    assert dutch_day(timezone.now()) < notice.back_on <= notice.ends_on + timedelta(days=1)


def test_three_clicks_call_people_together(as_adviser, area):
    incident = make_incident(area)
    call = reverse("workspace:incident_call", args=[incident.reference])
    assert call in as_adviser.get(page(incident)).text  # click 1
    moments = [
        one.value
        for form in Page(as_adviser.get(call).text).forms
        for one in form.fields
        if one.name == "moment"
    ]
    sent = {"moment": moments[0], "area": area.pk, "minutes": 60}
    answer = as_adviser.post(call, sent)  # clicks 2 and 3

    meeting = Meeting.objects.get()
    assert answer["Location"] == reverse("workspace:meeting", args=[meeting.reference])
    assert meeting.kind == "call_together"
    assert meeting.reference in as_adviser.get(page(incident)).text


def test_what_is_known_is_changed_and_the_earlier_line_stays(as_adviser, area):
    incident = make_incident(area)
    for text in ("Er was een knal.", "Het was vuurwerk."):
        answer = as_adviser.post(page(incident), {"deed": "known", "text": text})
        assert answer.status_code == 302
    text = as_adviser.get(page(incident)).text
    assert "Wat wij eerder dachten" in text
    assert "Er was een knal." in text
    again = as_adviser.post(page(incident), {"deed": "known", "text": "Het was vuurwerk."})
    assert again.status_code == 422
    assert "Zo stond het er al." in again.text


def test_who_stands_where_past_midnight(as_adviser, area, town):
    incident, party = make_incident(area), make_organisation(town.municipality)
    sent = {"deed": "post", "organisation": party.pk, "place": "De brug", "starts": "23:00"}
    assert as_adviser.post(page(incident), sent | {"ends": "01:00"}).status_code == 302
    post = IncidentPost.objects.get()
    assert post.ends_at - post.starts_at == timedelta(hours=2)
    assert "De brug" in as_adviser.get(page(incident)).text
    as_adviser.post(page(incident), {"deed": f"unpost-{post.pk}"})
    assert not IncidentPost.objects.exists()
    assert as_adviser.post(page(incident), {"deed": "unpost-999"}).status_code == 404
    assert as_adviser.post(page(incident), {"deed": "nonsense"}).status_code == 404


def test_it_stays_on_today_until_it_was_looked_back_on(as_adviser, area):
    incident = make_incident(area, "Een harde knal op de kade")
    today = reverse("workspace:today")
    assert "Kijk nu terug" in as_adviser.get(today).text
    empty = as_adviser.post(page(incident), {"deed": "follow", "heard": "", "owed": "Een brief"})
    assert empty.status_code == 422
    assert "Een brief" in empty.text  # nothing typed is lost

    sent = {"deed": "follow", "heard": "Mensen slapen weer.", "owed": "Een brief."}
    as_adviser.post(page(incident), sent)
    assert "Een harde knal op de kade" not in as_adviser.get(today).text
    assert "Een brief." in as_adviser.get(page(incident)).text
    as_adviser.post(page(incident), {"deed": "close", "learned": "Eerder bellen."})
    text = as_adviser.get(page(incident)).text
    assert "Eerder bellen." in text
    assert "Vertel het de buurt" not in text


def test_who_reads_along_has_nothing_to_press(client, town, area):
    incident = make_incident(area)
    client.force_login(make_user(town.municipality, Role.EXECUTIVE))
    text = client.get(page(incident)).text
    assert {form.action for form in Page(text).forms if form.method == "post"} == {
        reverse("workspace:logout")
    }
    assert NEW not in client.get(LIST).text
    assert client.post(page(incident), {"deed": "known", "text": "Iets"}).status_code == 422


def test_a_moment_that_is_half_typed_says_so_beside_its_field(as_adviser, area):
    sent = {"what": "Een knal", "area": area.pk, "starts_on": "2026-11-20"}
    answer = as_adviser.post(NEW, sent)
    assert answer.status_code == 422
    assert "Kies een tijd." in answer.text
    assert not Incident.objects.exists()
