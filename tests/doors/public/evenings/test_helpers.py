# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A helper's link in a browser: exchanged once, cleaned from the address, ended when withdrawn."""

from __future__ import annotations

import json
import logging

import pytest
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.evening_rooms import make_evening, make_link_row
from voelspriet.config.logs import JsonFormatter
from voelspriet.listen.evenings.choices import EveningRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def evening():
    return make_evening(make_town(host="testserver").neighbourhoods[0])


def enter(key, client=None):
    client = client or Client()
    return client, client.get(f"/avond/hulp/{key}/")


def test_the_key_leaves_the_address_and_comes_back_as_a_cookie_no_script_reads(evening):
    _link, key = make_link_row(evening)
    client, response = enter(key)

    assert response.status_code == 302
    assert key not in response.headers["Location"]
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response.headers["Cache-Control"]
    cookie = client.cookies["avond-notulist"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert key not in response.content.decode()
    page = client.get("/avond/hulp/")
    assert "Notulist" in page.content.decode()
    assert key not in page.content.decode()


def test_withdrawn_is_over_at_the_next_page(evening):
    link, key = make_link_row(evening)
    client, _response = enter(key)
    assert client.get("/avond/hulp/").status_code == 200

    with arranging():
        link.withdrawn_at = link.made_at
        link.save()
    assert client.get("/avond/hulp/").status_code == 403
    assert enter(key)[1].status_code == 403


def test_without_a_link_or_with_a_guess_nothing_opens(evening):
    assert Client().get("/avond/hulp/").status_code == 403
    for guess in ("B" * 32, "x", "%00", "<b>"):
        response = enter(guess)[1]
        assert response.status_code in {403, 404}
        assert evening.reference not in response.content.decode()


def test_a_key_in_the_cookie_of_another_part_opens_nothing(evening):
    _link, key = make_link_row(evening, EveningRole.SCREEN)
    client = Client()
    client.cookies["avond-gespreksleider"] = key
    assert client.get("/avond/hulp/").status_code == 403


def test_a_device_can_hold_two_parts_and_stops_with_both(evening):
    client, _response = enter(make_link_row(evening)[1])
    enter(make_link_row(evening, EveningRole.SCREEN)[1], client)
    text = client.get("/avond/hulp/").content.decode()
    assert "Notulist" in text
    assert "Groot scherm" in text

    client.post("/avond/hulp/")
    assert client.get("/avond/hulp/").status_code == 403


def test_the_log_of_requests_does_not_know_the_key(evening, caplog):
    _link, key = make_link_row(evening)
    with caplog.at_level(logging.INFO, logger="voelspriet.requests"):
        enter(key)
    lines = [json.loads(JsonFormatter().format(one)) for one in caplog.records]
    assert any(line.get("route") == "public:evening_enter" for line in lines)
    assert key not in json.dumps(lines)


def test_other_languages_lead_to_the_dutch_page(evening):
    client, _response = enter(make_link_row(evening)[1])
    assert client.get("/ar/avond/hulp/").headers["Location"] == "/avond/hulp/"
    assert client.get("/en/avond/hulp/").status_code == 200
