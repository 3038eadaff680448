# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of whoever helps with a link: notes, questions and promises, who came."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.factories.areas import make_town
from tests.factories.evening_rooms import make_asked, make_evening, make_link_row, make_note
from voelspriet.listen.evenings.choices import EveningRole
from voelspriet.listen.evenings.models import (
    EveningNote,
    EveningPromise,
    PresenceCount,
    RoomQuestion,
)

pytestmark = pytest.mark.django_db
NOTES, LEADS = EveningRole.NOTE_TAKER, EveningRole.CO_FACILITATOR


@pytest.fixture
def evening():
    return make_evening(make_town(host="testserver").neighbourhoods[0])


@pytest.fixture
def enter(evening):
    def make(role=NOTES):
        client = Client()
        client.get(f"/avond/hulp/{make_link_row(evening, role)[1]}/")
        return client

    return make


def hidden(text, name):
    return re.search(rf'name="{name}" value="([^"]*)"', text)[1]


def take(client, words, **more):
    text = client.get("/avond/notities/").content.decode()
    data = {"item": hidden(text, "item"), "submission": hidden(text, "submission"), "text": words}
    return client.post("/avond/notities/", data | more)


def test_a_link_leads_to_the_notes_of_the_part_that_is_on(enter):
    text = enter().get("/avond/notities/").content.decode()
    assert "Stelling 1: het plein is netjes" in text
    assert "Waar precies?" in text
    assert "Wie doen dat?" not in text  # a probe that points at people is not offered


def test_one_press_keeps_a_note_and_a_second_is_no_second(enter):
    client = enter()
    assert take(client, "Donker bij de tunnel", probe="where", factors=["2"]).status_code == 302
    note = EveningNote.objects.get()
    assert (note.text, note.hot, note.factors) == ("Donker bij de tunnel", "place", [2])
    assert "Donker bij de tunnel" in client.get("/avond/notities/").content.decode()
    assert "Donker bij de tunnel" not in enter().get("/avond/notities/").content.decode()


def test_a_name_is_caught_and_nothing_typed_is_lost(enter):
    client = enter()
    response = take(client, "Meneer Jansen maakt ruzie", factors=["3"])
    text = response.content.decode()
    assert response.status_code == 422
    assert "Meneer Jansen maakt ruzie" in text
    assert "een naam" in text
    assert re.search(r'value="3"[^>]*checked', text)
    assert not EveningNote.objects.exists()
    # a person may say that it is nobody's name; a number never passes
    data = {"item": hidden(text, "item"), "submission": hidden(text, "submission")}
    data |= {"text": "Meneer Jansen maakt ruzie", "is_nobody": "on"}
    assert client.post("/avond/notities/", data).status_code == 302
    assert take(client, "Bel 06-12345678", is_nobody="on").status_code == 422


def test_ones_own_note_is_put_right_and_taken_away(enter):
    client = enter()
    take(client, "Donker bij de tunnel")
    number = EveningNote.objects.get().pk
    page = f"/avond/notities/?notitie={number}"
    assert "Donker bij de tunnel" in client.get(page).content.decode()
    assert client.post(page, {"text": "Donker bij de brug"}).status_code == 302
    assert EveningNote.objects.get().text == "Donker bij de brug"
    assert enter().get(page).status_code == 404
    other = enter().post("/avond/notities/", {"deed": "remove", "note": number})
    assert other.status_code == 404
    client.post("/avond/notities/", {"deed": "remove", "note": number})
    assert not EveningNote.objects.exists()


@pytest.mark.parametrize("query", ["?notitie=x", "?notitie=٣", "?deel=-1", "?deel=0"])
def test_what_is_not_there(evening, enter, query):
    make_note(evening)
    assert enter().get(f"/avond/notities/{query}").status_code == 404


def test_the_page_hears_which_part_is_on(evening, enter):
    told = enter().get("/avond/notities/stand/").json()
    assert told == {"part": evening.current_item_id}


def test_a_note_taker_types_questions_and_promises_and_shows_nothing(evening, enter):
    client = enter()
    make_asked(evening, "Waarom zo donker?")
    text = client.get("/avond/zaalvragen/").content.decode()
    assert "Waarom zo donker?" not in text
    client.post(
        "/avond/zaalvragen/",
        {"deed": "slip", "question": "Van papier", "submission": hidden(text, "submission")},
    )
    assert RoomQuestion.objects.filter(state="waiting").count() == 2
    promised = {"deed": "promise", "what": "De lampen", "organisation": "", "day": "two_weeks"}
    assert client.post("/avond/zaalvragen/", promised).status_code == 422
    client.post("/avond/zaalvragen/", promised | {"owner": "De bewoners"})
    promise = EveningPromise.objects.get()
    for deed in ("show", "confirm", "drop"):
        response = client.post(
            "/avond/zaalvragen/", {"deed": f"promise-{deed}", "promise": promise.pk}
        )
        assert response.status_code == 404
    question = RoomQuestion.objects.first().pk
    shown = client.post("/avond/zaalvragen/", {"deed": "question-show", "question": question})
    assert shown.status_code == 404


def test_a_co_facilitator_looks_shows_and_confirms(evening, enter):
    client = enter(LEADS)
    question = make_asked(evening, "Waarom zo donker?")
    assert "Waarom zo donker?" in client.get("/avond/zaalvragen/").content.decode()
    client.post("/avond/zaalvragen/", {"deed": "question-show", "question": question.pk})
    assert RoomQuestion.objects.get().state == "shown"
    client.post(
        "/avond/zaalvragen/",
        {"deed": "promise", "what": "De lampen", "owner": "De bewoners", "day": "week"},
    )
    promise = EveningPromise.objects.get()
    for deed in ("show", "confirm"):
        client.post("/avond/zaalvragen/", {"deed": f"promise-{deed}", "promise": promise.pk})
    promise.refresh_from_db()
    assert promise.confirmed_at is not None


def test_counts_of_paper_are_added(enter):
    client = enter()
    assert client.get("/avond/wie-er-waren/").status_code == 200
    client.post("/avond/wie-er-waren/", {"n-age--65": "7"})
    assert PresenceCount.objects.get().count == 7
    assert client.post("/avond/wie-er-waren/", {}).status_code == 422


def test_a_hostile_note_is_words(enter):
    client = enter()
    take(client, "<script>alert(1)</script>")
    text = client.get("/avond/notities/").content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
