# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Beginning an initiative on one page without JavaScript, following it, and the public list."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.initiatives import code_of_number, make_initiative, make_statement
from tests.factories.people import make_duo
from tests.factories.signals import NOON
from voelspriet.act.initiatives.models import Initiative, InitiativeMessage, InitiativeText
from voelspriet.listen.intake.models import FailedCode, Signal

pytestmark = pytest.mark.django_db
PAGE, FOLLOW = "/initiatief/", "/volgen/"
IDEA = "Elke donderdag soep op het plein"
CODE = code_of_number(4711)
SHOWN_CODE = re.compile(r"data-receipt-code>(.*?)</p>", re.DOTALL)


@pytest.fixture
def town():
    town = make_town(name="Waterrijk", host="testserver")
    make_duo(town.municipality, town.neighbourhoods[0])
    return town


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


def begin(language: str = "", **told: object):
    prefix = f"/{language}" if language else ""
    data = {"submission": "geheim", "idea": IDEA, "go": "next"} | told
    return Client().post(prefix + PAGE, data)


def code_on(page) -> str:
    return re.sub(r"\D", "", re.sub(r"<[^>]+>", "", SHOWN_CODE.search(page.content.decode())[1]))


@pytest.mark.parametrize("language", ["", "en", "tr", "ar"])
def test_a_resident_begins_gets_a_code_and_follows(area, language):
    page = begin(language, area=area.pk, needs=["subsidy", "challenge"])
    code = code_on(page)
    assert len(code) == 16
    made = Initiative.objects.get()
    assert (made.idea, made.area, made.language) == (IDEA, area, language or "nl")
    followed = Client().post(f"/{language}{FOLLOW}" if language else FOLLOW, {"code": code})
    body = followed.content.decode()
    assert followed.status_code == 200
    assert "Noor" in body
    assert IDEA not in body
    assert not Session.objects.exists()
    assert not Signal.objects.exists()


def test_an_error_stands_beside_its_field_and_nothing_typed_is_lost(area):
    page = begin(idea=" ", who="Zes buren", email="geen adres", area=area.pk, needs=["help"])
    body = page.content.decode()
    assert page.status_code == 422
    assert 'id="id_idea_error"' in body
    assert 'id="id_email_error"' in body
    assert "Zes buren" in body
    assert f'<option value="{area.pk}" selected>' in body
    assert re.search(r'value="help"[^>]*checked', body)
    assert not Initiative.objects.exists()


def test_another_language_keeps_what_was_typed(area):  # noqa: ARG001  a town must be there
    body = begin("tr", go="stay").content.decode()
    assert IDEA in body
    assert 'lang="tr"' in body
    assert not Initiative.objects.exists()


def test_sent_twice_shows_the_same_code(area):  # noqa: ARG001
    assert code_on(begin()) == code_on(begin())
    assert Initiative.objects.count() == 1


def test_danger_is_told_whom_to_call_first(area):  # noqa: ARG001
    page = begin(idea="Hij heeft een mes en zegt dat hij mij vermoordt.")
    assert "112" in page.content.decode()
    assert not Initiative.objects.exists()


def test_the_follow_page_shows_waiting_days_decision_and_writes_on(area):
    made = make_initiative(area, code=CODE)
    client = Client()
    assert "U wacht nu" in client.post(FOLLOW, {"code": CODE}).content.decode()
    empty = client.post(FOLLOW, {"code": CODE, "do": "write", "text": "", "submission": "s"})
    assert empty.status_code == 422
    said = client.post(FOLLOW, {"code": CODE, "do": "write", "text": "Hallo?", "submission": "s"})
    assert "Uw bericht is bij ons" in said.content.decode()
    assert "Hallo?" not in said.content.decode()
    assert InitiativeMessage.objects.get().text == "Hallo?"
    why = client.post(FOLLOW, {"code": CODE, "do": "status", "status": "stopped", "why": ""})
    assert 'id="id_why_error"' in why.content.decode()
    client.post(
        FOLLOW, {"code": CODE, "do": "status", "status": "stopped", "why": "Er kwam niemand."}
    )
    made.refresh_from_db()
    assert made.status == "stopped"
    gone = client.post(FOLLOW, {"code": CODE, "do": "withdraw"})
    assert "Uw woorden zijn gewist" in gone.content.decode()
    made.refresh_from_db()
    assert made.idea == ""


def test_a_wrong_code_is_counted_and_a_right_one_never(area):
    make_initiative(area, code=CODE)
    Client().post(FOLLOW, {"code": CODE})
    assert not FailedCode.objects.exists()
    Client().post(FOLLOW, {"code": code_of_number(1)})
    assert FailedCode.objects.get().count == 1


def _listed(area, **more):
    made = make_initiative(area, idea="Geheime woorden", may_list=True, listed_at=NOON, **more)
    with arranging():
        InitiativeText.objects.create(initiative=made, language="nl", title="Soep", about="Eten.")
    return made


def test_the_list_shows_only_who_agreed_in_the_words_of_a_colleague(town, area):
    made = _listed(area)
    make_initiative(area, idea="Niet openbaar", title="Niet openbaar")
    for path in ("", "initiatieven/"):
        where = f"/mijn-buurt/{town.municipality.slug}/{area.slug}/{path}"
        body = Client().get(where).content.decode()
        assert "Soep" in body
        assert "Geheime woorden" not in body
        assert "Niet openbaar" not in body
        assert made.reference not in body
    english = Client().get(f"/en{where}").content.decode()
    assert "Soep" in english
    assert "Not yet translated" in english or "not translated" in english.lower()


def test_what_contradicts_is_not_clear_in_public(town, area):
    made = _listed(area, status="active", is_contradicted=True)
    make_statement(made, "stopped")
    where = f"/mijn-buurt/{town.municipality.slug}/{area.slug}/initiatieven/"
    assert "Niet duidelijk" in Client().get(where).content.decode()


def test_a_neighbourhood_that_is_not_there_has_no_list(town):
    assert (
        Client().get(f"/mijn-buurt/{town.municipality.slug}/nergens/initiatieven/").status_code
        == 404
    )
    assert Client().get("/mijn-buurt/nergens/nergens/initiatieven/").status_code == 404


def test_every_language_has_its_own_page(area):  # noqa: ARG001
    titles = set()
    for code, _name in settings.LANGUAGES:
        prefix = "" if code == "nl" else f"/{code}"
        body = Client().get(prefix + PAGE).content.decode()
        titles.add(re.search(r"<h1[^>]*>(.*?)</h1>", body)[1])
    assert len(titles) == 4
