# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page on which an adviser hands out links: shown once, with a code to scan."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.factories.areas import make_town
from tests.factories.evening_rooms import make_evening, make_link_row
from tests.factories.people import make_duo

pytestmark = pytest.mark.django_db


@pytest.fixture
def evening():
    town = make_town(host="testserver")
    return make_evening(town.neighbourhoods[0])


@pytest.fixture
def client(evening):
    client = Client()
    client.force_login(make_duo(evening.municipality, evening.area)[0])
    return client


def path(evening):
    return f"/werk/avonden/{evening.reference}/hulp/"


def test_a_link_is_shown_once_and_opens_its_part(client, evening):
    text = client.post(path(evening), {"role": "note_taker", "label": "tafel 2"}).content.decode()
    key = re.search(r"/avond/hulp/([0-9A-Z]{32})/", text)[1]
    assert "data:image/svg+xml" in text

    assert key not in client.get(path(evening)).content.decode()
    helper = Client()
    assert helper.get(f"/avond/hulp/{key}/").status_code == 302
    assert helper.get("/avond/hulp/").status_code == 200


def test_withdrawing(client, evening):
    link, key = make_link_row(evening, label="tafel 3")
    assert "tafel 3" in client.get(path(evening)).content.decode()
    assert client.post(path(evening), {"deed": "withdraw", "link": link.pk}).status_code == 302
    assert Client().get(f"/avond/hulp/{key}/").status_code == 403
    assert "Ingetrokken" in client.get(path(evening)).content.decode()


@pytest.mark.parametrize("number", ["", "x", "9" * 40, "٣", "0"])
def test_a_link_that_is_not_there(client, evening, number):
    response = client.post(path(evening), {"deed": "withdraw", "link": number})
    assert response.status_code == 404


def test_what_cannot_be_is_said_beside_the_field(client, evening):
    response = client.post(path(evening), {"role": "mayor", "label": "x" * 80})
    assert response.status_code == 422


def test_thirty_links_ask_as_much_of_the_database_as_one(
    client, evening, django_assert_max_num_queries
):
    for number in range(30):
        make_link_row(evening, label=f"tafel {number}")
    with django_assert_max_num_queries(14):
        client.get(path(evening))
