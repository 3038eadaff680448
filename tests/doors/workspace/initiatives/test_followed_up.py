# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entering an initiative, agreeing to help it, and who sees on Vandaag that it waits."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.areas import make_town
from tests.factories.initiatives import code_of_number, make_initiative
from tests.factories.people import make_duo, make_organisation, make_user
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.initiatives.actions import escalate_initiatives
from voelspriet.act.initiatives.models import Initiative
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
ENTER = "/werk/initiatieven/invoeren/"
LONG_AGO = date(2026, 1, 5)


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def sign_in(town, area):
    first = make_duo(town.municipality, area)[0]

    def as_role(role=Role.AREA_ADVISER):
        user = first if role == Role.AREA_ADVISER else make_user(town.municipality, role)
        client = Client()
        client.force_login(user)
        return client

    return as_role


def test_told_at_a_door_the_resident_gets_a_code_that_works(sign_in, area):
    adviser = sign_in()
    page = adviser.get(ENTER).content.decode()
    submission = re.search(r'name="submission" value="([^"]+)"', page).group(1)
    told = {"submission": submission, "idea": "Samen koken", "channel": "door",
            "area": area.pk, "language": "nl"}  # fmt: skip
    assert adviser.post(ENTER, told | {"idea": ""}).status_code == 422
    given = adviser.post(ENTER, told).content.decode()
    made = Initiative.objects.get()
    assert f"/werk/initiatieven/{made.reference}/" in given
    code = "".join(re.findall(r"<span>(\d{4})</span>", given))
    assert len(code) == 16
    follow = Client().post("/volgen/", {"code": code, "do": "open"})
    assert "Uw initiatief" in follow.content.decode()


def test_who_does_not_read_initiatives_gives_the_code_without_a_link(sign_in):
    handler = sign_in(Role.HANDLER)
    told = {"submission": "x", "idea": "Koken", "channel": "phone", "area": "", "language": "nl"}
    given = handler.post(ENTER, told).content.decode()
    assert "De adviseurs van de buurt hebben dit initiatief" in given
    assert sign_in(Role.EXECUTIVE).get(ENTER).status_code in {403, 404}


def test_an_agreement_for_it_is_seen_from_both_sides_and_by_who_began_it(sign_in, town, area):
    code = code_of_number(77)
    made = make_initiative(area, title="Samen koken", code=code)
    party = make_organisation(town.municipality, name="Welzijn")
    adviser = sign_in()
    new = f"/werk/afspraken/nieuw/?initiatief={made.reference}"
    assert "Samen koken" in adviser.get(new).content.decode()
    done = adviser.post(
        new,
        {"initiatief": made.reference, "what": "Tafels lenen", "organisation": party.pk,
         "day": "two_weeks", "visibility": "reporters", "area": area.pk, "contact": ""},
        follow=True,
    )  # fmt: skip
    agreement = Agreement.objects.get()
    assert agreement.initiative == made
    assert f"/werk/initiatieven/{made.reference}/" in done.content.decode()
    page = adviser.get(f"/werk/initiatieven/{made.reference}/").content.decode()
    assert f"/werk/afspraken/{agreement.reference}/" in page
    follow = Client().post("/volgen/", {"code": code, "do": "open"}).content.decode()
    assert "Wat is er afgesproken?" in follow
    assert "Tafels lenen" in follow
    wrong = "/werk/afspraken/nieuw/?initiatief=I-0000-0000"
    assert adviser.get(wrong).status_code == 404


def test_what_waits_stands_on_vandaag_of_the_adviser_and_then_of_who_is_above(sign_in, area):
    made = make_initiative(area, title="Samen koken", due_on=LONG_AGO)
    make_initiative(area, title="Later", due_on=timezone.localdate() + timedelta(days=30))
    today = sign_in().get("/werk/").content.decode()
    assert "Initiatieven die op u wachten" in today
    assert "Later" not in today
    above = [sign_in(role) for role in (Role.DIRECTOR, Role.EXECUTIVE)]
    words = "Initiatieven te laat, opgeschaald naar u"
    assert all(words not in one.get("/werk/").content.decode() for one in above)
    escalate_initiatives(by=system("initiatives.escalate"), at=timezone.now())
    for one in above:
        body = one.get("/werk/").content.decode()
        assert words in body
        assert made.reference in body
