# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody in the room leaves: a question, a card of counts, an address for the report."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.factories.areas import make_town
from tests.factories.evening_rooms import make_evening
from tests.factories.evenings import make_phone
from voelspriet.doors.public.views.evening_room import COOKIE
from voelspriet.listen.evenings.models import PresenceCount, ReportAddress, RoomQuestion
from voelspriet.listen.evenings.records import addressees

pytestmark = pytest.mark.django_db
LANGUAGES = [("", "nl"), ("/en", "en"), ("/tr", "tr"), ("/ar", "ar")]


@pytest.fixture
def evening():
    return make_evening(make_town(host="testserver").neighbourhoods[0])


@pytest.fixture
def phone(evening):
    client = Client()
    client.cookies[COOKIE] = str(make_phone(evening))
    return client


def ask(client, words):
    text = client.get("/avond/vraag/").content.decode()
    token = re.search(r'name="submission" value="([^"]*)"', text)[1]
    return client.post("/avond/vraag/", {"text": words, "submission": token})


def test_a_question_waits(phone):
    assert (
        "De gespreksleider leest hem eerst" in ask(phone, "Wanneer komt er licht?").content.decode()
    )
    assert RoomQuestion.objects.get().state == "waiting"


def test_a_question_with_a_name_stays_in_the_field(phone):
    response = ask(phone, "Waarom doet meneer Jansen niets?")
    assert response.status_code == 422
    assert "Waarom doet meneer Jansen niets?" in response.content.decode()
    assert not RoomQuestion.objects.exists()


@pytest.mark.parametrize("path", ["/avond/vraag/", "/avond/kaart/"])
@pytest.mark.usefixtures("evening")
def test_who_is_not_in_the_room_is_sent_to_its_door(path):
    for cookie in ("", "made up"):
        client = Client()
        client.cookies[COOKIE] = cookie
        assert client.get(path).headers["Location"] == "/avond/"
        assert client.post(path, {"text": "x", "age": "65"}).headers["Location"] == "/avond/"
    assert not PresenceCount.objects.exists()


def test_a_card_counts_once_for_each_phone_and_keeps_nothing(phone, evening):
    assert phone.post("/avond/kaart/", {"age": "65", "length_of_stay": ""}).status_code == 302
    assert phone.post("/avond/kaart/", {"age": "65"}).status_code == 200
    row = PresenceCount.objects.get()
    assert (row.aspect, row.category, row.count) == ("age", "65", 1)
    assert phone.cookies["avond-kaart"].value == evening.reference
    assert phone.cookies["avond-kaart"]["httponly"]


def test_a_made_up_answer_counts_nothing(phone):
    assert phone.post("/avond/kaart/", {"age": "999"}).status_code == 422
    assert not PresenceCount.objects.exists()


def test_an_address_is_left_without_the_phone_of_the_room(evening, phone):
    path = f"/avond/verslag/{evening.reference}/"
    with_phone = phone.post(f"/ar{path}", {"address": "buur@voorbeeld.nl"})
    without = Client().post(path, {"address": "ander@voorbeeld.nl"})
    for response in (with_phone, without):
        assert response.status_code == 200
        assert set(response.cookies) <= {"veilig"}
    languages = {one.address: one.language for one in addressees(reference=evening.reference)}
    assert languages == {"buur@voorbeeld.nl": "ar", "ander@voorbeeld.nl": "nl"}


def test_a_wrong_address_is_said_beside_the_field(evening):
    response = Client().post(f"/avond/verslag/{evening.reference}/", {"address": "geen"})
    assert response.status_code == 422
    assert not ReportAddress.objects.exists()


def test_there_is_no_page_for_an_evening_that_is_not_there():
    make_town(host="testserver")
    assert Client().get("/avond/verslag/E-0000-WEG0/").status_code == 404


def test_a_link_asks_before_it_takes_an_address_back(evening):
    Client().post(f"/avond/verslag/{evening.reference}/", {"address": "buur@voorbeeld.nl"})
    path = f"/avond/verslag/weg/{addressees(reference=evening.reference)[0].key}/"
    assert Client().get(path).status_code == 200  # a mail program that opens links takes nothing
    assert ReportAddress.objects.exists()
    assert "Uw adres is weg" in Client().post(path).content.decode()
    assert not ReportAddress.objects.exists()
    assert Client().post("/avond/verslag/weg/gok/").status_code == 422


@pytest.mark.parametrize(("prefix", "code"), LANGUAGES)
def test_every_page_stands_in_every_language(evening, phone, prefix, code):
    seen = set()
    for path in ("vraag/", "kaart/", f"verslag/{evening.reference}/", "verslag/weg/x/"):
        text = phone.get(f"{prefix}/avond/{path}").content.decode()
        assert f'lang="{code}"' in text
        seen.add(re.search(r"<h1[^>]*>([^<]*)", text)[1])
    dutch = {"Stel een vraag", "Wie is er vanavond?", "Wilt u het verslag krijgen?"}
    assert bool(seen & dutch) is (code == "nl")
