# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network as it is pressed through by an adviser."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from tests.factories.areas import make_town
from tests.factories.network import make_key_figure, make_place
from tests.factories.people import make_duo, make_face, make_organisation, make_user
from voelspriet.ground.network.models import (
    Face,
    KeyFigure,
    Organisation,
    OrganisationText,
    StreetCover,
    Welcome,
)
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
LONG_AGO = date(2020, 1, 1)
STALE = reverse("workspace:network_stale")


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


def test_four_fields_put_something_on_the_map(as_adviser):
    new = reverse("workspace:social_map_new")
    given = {"name": "De Mand", "kind": "welfare", "about": "Eten voor elkaar."}
    refused = as_adviser.post(new, given)
    assert refused.status_code == 422
    assert "De Mand" in refused.text
    assert "Eten voor elkaar." in refused.text

    made = as_adviser.post(new, given | {"source": "gebeld"}, follow=True)
    assert "Eten voor elkaar." in made.text
    assert "De Mand" in as_adviser.get(reverse("workspace:social_map")).text


def test_an_entry_is_filled_in_translated_and_taken_off(as_adviser, town, area):
    made = make_place(town.municipality)
    page = reverse("workspace:social_map_entry", args=[made.pk])
    details = {
        "deed": "details", "name": "De Boeg", "kind": "welfare", "phone": "0800 1",
        "website": "geen site", "subjects": ["sport"], "languages": ["tr"],
        "areas": [str(area.pk)], "source": "gebeld",
    }  # fmt: skip
    refused = as_adviser.post(page, details)
    assert refused.status_code == 422
    assert "Dit is geen adres van een website." in refused.text
    assert "geen site" in refused.text

    as_adviser.post(page, details | {"website": "deboeg.example"})
    stored = Organisation.objects.get()
    assert (stored.name, stored.website) == ("De Boeg", "https://deboeg.example")
    assert list(stored.areas.all()) == [area]
    as_adviser.post(page, {"deed": "text-tr", "about": "Kahve", "opening": "Her gün"})
    assert OrganisationText.objects.get(language="tr").about == "Kahve"
    as_adviser.post(page, {"deed": "text-tr", "about": "", "opening": ""})
    assert not OrganisationText.objects.filter(language="tr").exists()
    as_adviser.post(page, {"deed": "unlist"})
    assert not Organisation.objects.get().is_listed
    assert as_adviser.post(page, {"deed": "text-xx", "about": "x"}).status_code == 404


def test_what_is_old_is_counted_today_and_checked_with_one_press(as_adviser, town, area):
    place = make_place(town.municipality, checked_on=LONG_AGO)
    face = make_face(area, agreed_on=LONG_AGO)
    figure = make_key_figure(area, agreed_on=LONG_AGO, invited_on=LONG_AGO)
    assert 'href="/werk/netwerk/nakijken/">Netwerk nakijken</a></dt><dd>3</dd>' in as_adviser.get(
        reverse("workspace:today")
    ).text.replace("\n", "")

    check = reverse("workspace:network_check")
    for what, which in (("face", face.pk), ("figure", figure.reference), ("place", place.pk)):
        done = as_adviser.post(check, {"what": what, "which": which})
        assert done.headers["Location"] == STALE
    assert "Alles is het afgelopen jaar nagekeken." in as_adviser.get(STALE).text
    assert as_adviser.post(check, {"what": "else", "which": "1"}).status_code == 404
    assert as_adviser.post(check, {"what": "face", "which": "x"}).status_code == 404


def test_a_face_gets_subjects_and_the_gap_closes(as_adviser, area):
    face = make_face(area)
    page = reverse("workspace:network_area", args=[area.pk])
    before = as_adviser.get(page).text
    assert "<li>Sport en bewegen</li>" in before

    as_adviser.post(page, {"face": face.pk, "subjects": ["sport"]})
    assert Face.objects.get().checked_on is not None
    assert "<li>Sport en bewegen</li>" not in as_adviser.get(page).text
    assert as_adviser.post(page, {"face": face.pk, "subjects": ["x"]}).status_code == 404


def test_a_code_is_shown_once_and_opens_the_persons_page(as_adviser, area, client):
    new = reverse("workspace:key_figure_new", args=[area.pk])
    refused = as_adviser.post(new, {"role": " "})
    assert refused.status_code == 422

    shown = as_adviser.post(new, {"role": "Burenverbinder"})
    code = "".join(shown.context["card"].groups)
    assert code not in as_adviser.get(reverse("workspace:network_area", args=[area.pk])).text
    assert "Wilt u sleutelfiguur zijn?" in client.post("/sleutelfiguur/", {"code": code}).text


def test_how_to_reach_a_key_figure_needs_a_reason_and_is_written_down(as_adviser, area):
    figure = make_key_figure(area)
    page = reverse("workspace:key_figure", args=[figure.reference])
    assert "0612345678" not in as_adviser.get(page).text
    refused = as_adviser.post(page, {"deed": "contact", "reason": "?"})
    assert refused.status_code == 422
    assert "0612345678" not in refused.text

    shown = as_adviser.post(page, {"deed": "contact", "reason": "Uitnodigen voor de avond"})
    assert "0612345678" in shown.text
    assert AuditLine.objects.get(action="contact.read").subject == "key_figure"
    as_adviser.post(page, {"deed": "take_back"})
    assert KeyFigure.objects.exists()

    asked = make_key_figure(area, agreed_on=None)
    as_adviser.post(reverse("workspace:key_figure", args=[asked.reference]), {"deed": "take_back"})
    assert not KeyFigure.objects.filter(pk=asked.pk).exists()


def test_streets_are_pointed_out_and_drawn(as_adviser, town, area):
    coaches = make_organisation(town.municipality)
    page = reverse("workspace:coverage", args=[area.pk])
    street = next(one for one in town.streets if one.area_id == area.pk)
    assert "vs-streets__line--on" not in as_adviser.get(page).text

    asked = f"{page}?dienst=street_coach&organisatie={coaches.pk}"
    done = as_adviser.post(asked, {"streets": [street.pk]})
    assert done.status_code == 302
    assert StreetCover.objects.get().street_id == street.pk
    assert "vs-streets__line--on" in as_adviser.get(page).text
    assert as_adviser.post(page, {"streets": [street.pk]}).status_code == 404
    other = next(one for one in town.streets if one.area_id != area.pk)
    assert as_adviser.post(asked, {"streets": [other.pk]}).status_code == 404


def test_a_district_has_counts_per_neighbourhood(client, town):
    client.force_login(make_user(town.municipality, area=town.districts[0]))
    shown = client.get(reverse("workspace:coverage", args=[town.districts[0].pk])).text
    assert "Per buurt, op naam" in shown


def test_a_welcome_is_written_and_emptied(as_adviser, area):
    page = reverse("workspace:welcome", args=[area.pk])
    refused = as_adviser.post(page, {"language": "nl", "moment": "Elke woensdag"})
    assert refused.status_code == 422
    assert "Elke woensdag" in refused.text

    given = {"language": "nl", "moment": "Elke woensdag", "place": "De Boeg", "what": "Koffie"}
    as_adviser.post(page, given)
    assert Welcome.objects.get().place == "De Boeg"
    as_adviser.post(page, {"language": "nl", "moment": "", "place": "", "what": ""})
    assert not Welcome.objects.exists()
    assert as_adviser.post(page, given | {"language": "xx"}).status_code == 404


def test_an_administrator_keeps_the_map_but_sees_no_key_figures(client, town, area):
    make_place(town.municipality, checked_on=LONG_AGO)
    make_key_figure(area, agreed_on=LONG_AGO, invited_on=LONG_AGO, role="Burenverbinder")
    client.force_login(make_user(town.municipality, Role.ADMINISTRATOR))

    shown = client.get(STALE).text
    assert "Buurthuis De Boeg" in shown
    assert "Burenverbinder" not in shown
    assert client.get(reverse("workspace:network_area", args=[area.pk])).status_code == 403
