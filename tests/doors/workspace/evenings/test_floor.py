# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The floor of an evening with an account: what the room confirms stands in the ledger at once."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.evening_rooms import DURING, make_asked, make_evening, make_promise
from tests.factories.people import make_duo, make_organisation
from voelspriet.act.agenda.models import Agreement
from voelspriet.listen.evenings.models import EveningNote, EveningPromise

pytestmark = pytest.mark.django_db


@pytest.fixture
def evening():
    return make_evening(make_town(host="testserver").neighbourhoods[0])


@pytest.fixture
def client(evening):
    client = Client()
    client.force_login(make_duo(evening.municipality, evening.area)[0])
    return client


def path(evening, page):
    return f"/werk/avonden/{evening.reference}/{page}/"


def test_an_adviser_takes_notes_too(client, evening):
    page = path(evening, "notities")
    data = {"item": evening.current_item_id, "submission": "een", "text": "Donker"}
    assert client.post(page, data).status_code == 302
    assert EveningNote.objects.get().link_id is None
    assert client.get(f"{page}stand/").json() == {"part": evening.current_item_id}


def test_a_promise_goes_into_the_ledger_when_the_room_confirms(client, evening):
    party = make_organisation(evening.municipality, name="Beheer")
    page = path(evening, "zaalvragen")
    client.post(
        page,
        {"deed": "promise", "what": "De lampen", "organisation": party.pk, "day": "two_weeks"},
    )
    promise = EveningPromise.objects.get()
    for deed in ("show", "confirm"):
        client.post(page, {"deed": f"promise-{deed}", "promise": promise.pk})
    promise.refresh_from_db()
    assert promise.agreement_reference == Agreement.objects.get().reference
    assert "Staat in de afspraken" in client.get(page).content.decode()


def test_a_closed_evening_still_shows_what_waits_for_the_ledger(client, evening):
    party = make_organisation(evening.municipality, name="Beheer")
    make_promise(evening, organisation=party, owner="Beheer", shown_at=DURING, confirmed_at=DURING)
    with arranging():
        evening.state, evening.join_code, evening.closed_at = "closed", None, DURING
        evening.save()
    assert "Zet in de afspraken" in client.get(path(evening, "zaalvragen")).content.decode()


def test_the_desk_says_that_something_waits_and_the_screen_shows_it(client, evening):
    question = make_asked(evening, "Waarom zo donker?")
    assert "1 vraag wacht" in client.get(path(evening, "leiden")).content.decode()
    screen = path(evening, "scherm")
    assert "Waarom zo donker?" not in client.get(screen).content.decode()
    client.post(path(evening, "zaalvragen"), {"deed": "question-show", "question": question.pk})
    assert "Waarom zo donker?" in client.get(screen).content.decode()


def test_who_came_hides_small_counts(client, evening):
    page = path(evening, "wie-er-waren")
    client.post(page, {"n-age--65": "3"})
    text = client.get(page).content.decode()
    assert "niet getoond" in text
