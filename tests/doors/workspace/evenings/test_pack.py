# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers for the hall in the staff site: chosen, made, downloaded; a map round in one press."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.drawings import make_round
from tests.factories.evenings import make_evening, make_phone
from tests.factories.people import make_duo, make_user
from tests.factories.signals import NOON
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.drawings.models import MapRound
from voelspriet.listen.evenings.choices import EveningState, ItemKind
from voelspriet.listen.evenings.models import Evening, EveningItem
from voelspriet.papers.actions import make_paper
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.models import Paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town(name="Waterrijk", host="testserver")


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def client(town, area):
    client = Client()
    client.force_login(make_duo(town.municipality, area)[0])
    return client


@pytest.fixture
def evening(area):
    return make_evening(area)


@pytest.fixture(autouse=True)
def kept(settings, tmp_path):
    settings.FILES_ROOT = tmp_path


def url(evening, tail=""):
    return f"/werk/avonden/{evening.reference}/{tail}"


@pytest.mark.parametrize(
    ("query", "kind", "name"),
    [
        ("soort=stroken&lang=ar&aantal=3", PaperKind.EVENING_SLIPS, "stroken"),
        ("soort=affiche&lang=tr", PaperKind.EVENING_POSTER, "affiche"),
    ],
)
def test_a_paper_is_asked_made_and_downloaded(client, evening, query, kind, name):
    page = f"{url(evening, 'papier/')}?{query}"
    assert client.get(page).status_code == 200
    file = f"{url(evening, 'papier/bestand/')}?{query}"
    assert client.get(file).status_code == 302
    assert client.post(page).status_code == 302
    paper = Paper.objects.get()
    assert paper.kind == kind
    make_paper(paper_id=paper.pk, at=NOON)
    made = client.get(file)
    assert made["Content-Type"] == "application/pdf"
    assert f"{name}-{evening.reference}" in made["Content-Disposition"]
    assert "papier/bestand/" in client.get(page).content.decode()


def test_slips_of_two_languages_share_no_number(client, evening):
    assert "Strook 1<" in client.get(url(evening, "papier/")).content.decode()
    arabic = client.get(url(evening, "papier/?soort=stroken&lang=ar")).content.decode()
    assert "ورقة 301<" in arabic
    own = client.get(url(evening, "papier/?soort=stroken&lang=nl&vanaf=61")).content.decode()
    assert "Strook 61<" in own


@pytest.mark.parametrize("query", ["aantal=61", "aantal=0", "aantal=x", "lang=xx", "soort=x"])
def test_what_cannot_be_printed_is_said(client, evening, query):
    assert client.get(url(evening, f"papier/?{query}")).status_code == 422
    assert client.post(url(evening, f"papier/?{query}")).status_code == 422
    assert client.get(url(evening, f"papier/bestand/?{query}")).status_code == 404
    assert not Paper.objects.exists()


def test_only_the_advisers_of_the_area_print(town, evening):
    for user, status in (
        (make_duo(town.municipality, town.neighbourhoods[1])[0], 404),
        (make_user(town.municipality, Role.DIRECTOR), 403),
    ):
        other = Client()
        other.force_login(user)
        for tail in ("papier/", "papier/bestand/"):
            assert other.get(url(evening, tail)).status_code == status


def test_a_map_round_is_added_in_one_press_and_its_sheet_printed(client, evening):
    start = client.get(url(evening)).content.decode()
    assert "Zet een kaartronde erbij" in start
    done = client.post(url(evening, "programma/"), {"deed": "map", "map_round": ""})
    assert done.status_code == 302
    one = MapRound.objects.get()
    html = client.get(url(evening)).content.decode()
    assert f"/werk/kaarten/{one.reference}/" in html
    assert (
        f"/werk/kaarten/{one.reference}/kaartblad/"
        in client.get(url(evening, "papier/")).content.decode()
    )
    refused = client.post(
        url(evening, "programma/"), {"deed": "map", "map_round": one.reference}, follow=True
    )
    assert "staat al op het programma" in refused.content.decode()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_sheet_of_a_round_is_asked_made_and_downloaded(client, area, language):
    one = make_round(area)
    page = f"/werk/kaarten/{one.reference}/kaartblad/"
    assert page in client.get(f"/werk/kaarten/{one.reference}/").content.decode()
    assert client.get(f"{page}?lang=xx").status_code == 404
    assert client.get(f"{page}?lang={language}").status_code == 200
    assert client.get(f"{page}bestand/?lang={language}").status_code == 302
    assert client.post(f"{page}?lang={language}").status_code == 302
    paper = Paper.objects.get()
    assert paper.kind == PaperKind.MAP_SHEET
    make_paper(paper_id=paper.pk, at=NOON)
    made = client.get(f"{page}bestand/?lang={language}")
    assert made["Content-Type"] == "application/pdf"


def test_a_phone_in_the_room_and_the_desk_lead_to_the_map(client, area):
    evening = make_evening(area, state=EveningState.OPEN)
    one = make_round(area)
    with arranging():
        item = EveningItem.objects.create(
            evening=evening, position=90, kind=ItemKind.MAP_ROUND,
            map_round_reference=one.reference, opened_at=NOON,
        )  # fmt: skip
        Evening.objects.filter(pk=evening.pk).update(current_item=item)
    phone = Client()
    phone.cookies["stem"] = str(make_phone(evening))
    link = f"/kaart/{one.code}/"
    assert f'href="{link}"' in phone.get("/avond/zaal/").content.decode()
    assert f'href="{link}"' in client.get(url(evening, "leiden/")).content.decode()
    assert f'href="{link}"' not in client.get(url(evening, "scherm/")).content.decode()
