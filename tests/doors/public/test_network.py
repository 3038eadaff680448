# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The social map, the welcome and a key figure's own page, as residents meet them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.network import (
    make_face_subject,
    make_key_figure,
    make_place,
    make_welcome,
)
from tests.factories.people import make_face
from voelspriet.ground.network.models import KeyFigure, OrganisationText
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
MAP = "/sociale-kaart/waterrijk/"
CODE = "1234567812345678"


@pytest.fixture(autouse=True)
def _language_put_back():
    """Leave no language of a page behind for the tests after these."""
    with override("nl"):
        yield


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def reader():
    return Client()


def test_the_map_is_found_from_home_help_and_the_neighbourhood(town, area, reader):
    for page in ("/", "/hulp/"):
        assert 'href="/sociale-kaart/"' in reader.get(page).text
    assert reader.get("/sociale-kaart/").headers["Location"] == MAP
    here = reader.get(f"/mijn-buurt/waterrijk/{area.slug}/").text
    assert f'href="{MAP}?buurt={area.pk}"' in here
    assert reader.get("/sociale-kaart/nergens/").status_code == 404
    assert town.municipality.slug == "waterrijk"


def test_a_place_says_what_where_when_who_and_when_it_was_checked(town, reader):
    make_place(town.municipality, phone="0800 1234", address="Kade 1", languages=["nl", "ar"])
    shown = reader.get(MAP).text
    for words in ("Buurthuis De Boeg", 'href="tel:0800 1234"', "Kade 1", "Nederlands, Arabisch"):
        assert words in shown
    assert "Nagekeken op 1 augustus 2026." in shown


def test_what_is_old_is_shown_with_its_day(town, reader):
    make_place(town.municipality, checked_on=date(2020, 2, 1))
    shown = reader.get(MAP).text
    assert "Bel eerst even" in shown
    assert "1 februari 2020" in shown


def test_words_subject_and_neighbourhood_narrow_the_map(town, area, reader):
    make_place(town.municipality, name="Hier", areas=[area], subjects=["sport"])
    make_place(town.municipality, name="Daar", areas=[town.neighbourhoods[1]])
    for asked, names in (
        ("", {"Hier", "Daar"}),
        ("?zoek=HIER", {"Hier"}),
        ("?onderwerp=sport", {"Hier"}),
        (f"?buurt={area.pk}", {"Hier"}),
        ("?zoek=zwembad", set()),
        ("?onderwerp=onzin&buurt=abc&na=~", {"Hier", "Daar"}),
    ):
        shown = reader.get(MAP + asked)
        assert shown.status_code == 200
        assert set(re.findall(r'<h3><bdi lang="nl">(.*?)</bdi>', shown.text)) == names, asked
    assert "Niets gevonden" in reader.get(MAP + "?zoek=zwembad").text


def test_the_map_speaks_the_readers_language_and_says_what_is_dutch(town, reader):
    made = make_place(town.municipality)
    arabic = reader.get("/ar/sociale-kaart/waterrijk/").text
    assert '<bdi lang="nl">Koffie en hulp bij formulieren.</bdi>' in arabic
    with arranging():
        OrganisationText.objects.create(organisation=made, language="ar", about="قهوة")
    arabic = reader.get("/ar/sociale-kaart/waterrijk/").text
    assert '<bdi lang="ar">قهوة</bdi>' in arabic


def test_hostile_words_stay_words(town, reader):
    make_place(town.municipality, name="<script>x</script>", about="<img src=x>")
    shown = reader.get(MAP + "?zoek=<script>").text
    assert "<script>x" not in shown
    assert "<img src=x" not in shown


def test_the_neighbourhood_says_whom_to_call_for_what_and_welcomes(area, reader):
    make_face_subject(make_face(area), "street")
    make_welcome(area)
    shown = reader.get(f"/mijn-buurt/waterrijk/{area.slug}/").text
    assert "Straat en groen" in shown
    assert "Komt u hier net wonen?" in shown
    assert "Elke eerste woensdag" in shown
    english = reader.get(f"/en/mijn-buurt/waterrijk/{area.slug}/").text
    assert "Have you just moved here?" in english


def test_a_key_figure_stands_on_no_public_page(area, reader):
    make_key_figure(area, role="Burenverbinder")
    for page in ("/", MAP, f"/mijn-buurt/waterrijk/{area.slug}/", "/sleutelfiguur/"):
        assert "Burenverbinder" not in reader.get(page).text


def test_a_wrong_code_opens_nothing(reader):
    for code in ("", "1", CODE, "9" * 300):
        answer = reader.post("/sleutelfiguur/", {"code": code})
        assert answer.status_code == 422
        assert "Deze code klopt niet" in answer.text


def test_the_person_reads_says_yes_corrects_and_stops(area, reader):
    make_key_figure(area, agreed_on=None, code=CODE, role="Burenverbinder")
    asked = reader.post("/sleutelfiguur/", {"code": CODE, "do": "open"})
    assert "Wij weten niet wie u bent." in asked.text
    assert "no-store" in asked.headers["Cache-Control"]

    given = {"code": CODE, "do": "agree", "role": "Burenverbinder", "name": "Corrie"}
    refused = reader.post("/sleutelfiguur/", given)
    assert refused.status_code == 422
    assert 'value="Corrie"' in refused.text
    assert "Vul een telefoonnummer of een e-mailadres in." in refused.text

    said = reader.post("/sleutelfiguur/", given | {"phone": "0612345678", "subjects": "safety"})
    assert "Dank u wel. Zo staat het bij ons." in said.text
    again = reader.post("/sleutelfiguur/", {"code": f"{CODE[:8]} {CODE[8:]}"}).text
    assert "Dit bewaren wij van u" in again
    assert 'value="0612345678"' in again

    gone = reader.post("/sleutelfiguur/", {"code": CODE, "do": "leave"})
    assert "Alles is gewist" in gone.text
    assert not KeyFigure.objects.exists()
    assert reader.post("/sleutelfiguur/", {"code": CODE}).status_code == 422
    assert CODE not in str([line.__dict__ for line in AuditLine.objects.all()])
    assert set(reader.cookies) <= {"veilig"}


@pytest.mark.parametrize("language", ["en", "tr", "ar"])
def test_the_page_is_there_in_every_language(area, reader, language):
    make_key_figure(area, code=CODE)
    shown = reader.post(f"/{language}/sleutelfiguur/", {"code": CODE}).text
    assert f'lang="{language}"' in shown
    assert "Dit bewaren wij van u" not in shown
    assert "Corrie" in shown
