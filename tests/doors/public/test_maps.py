# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drawing on a map without JavaScript: the lists, what goes wrong, once only, and the result."""

from __future__ import annotations

import json
import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import make_street, make_town, point_in
from tests.factories.drawings import close, make_round, make_sheet, shape_at
from tests.factories.signals import NOON, adviser_of
from voelspriet.listen.drawings.actions import publish_map_result
from voelspriet.listen.drawings.models import DrawnShape, MapRound, MapSheet
from voelspriet.listen.intake.models import DangerTerm

pytestmark = pytest.mark.django_db
PREFIXES = {"nl": "", "en": "/en", "tr": "/tr", "ar": "/ar"}


@pytest.fixture
def area():
    return make_town(name="Waterrijk", host="testserver").neighbourhoods[0]


@pytest.fixture
def one(area):
    make_street(area, name="Beukenlaan")
    return make_round(area)


def send(one, language="nl", **told):
    data = {"submission": "geheim", "rows": "2", "go": "next", "drawn": ""} | told
    return Client().post(f"{PREFIXES[language]}/kaart/{one.code}/", data)


def chosen(**more):
    return {"0-kind": "dark_route", "0-street": "Beukenlaan", "0-note": "Lamp stuk"} | more


@pytest.mark.parametrize("language", sorted(PREFIXES))
def test_somebody_hands_in_a_map_from_lists_and_is_thanked(one, language):
    page = Client().get(f"{PREFIXES[language]}/kaart/{one.code}/").content.decode()
    assert f'lang="{language}"' in page
    assert '<option value="Beukenlaan">' in page
    answer = send(one, language, **chosen(), **{"1-kind": "safe_place", "1-street": "beukenlaan"})
    sheet = MapSheet.objects.get()
    assert answer.status_code == 200
    assert sheet.reference in answer.content.decode()
    assert sheet.language == language
    assert [shape.kind for shape in sheet.shapes.order_by("id")] == ["dark_route", "safe_place"]
    assert not Session.objects.exists()


def test_the_same_form_twice_shows_the_same_page(one):
    first, again = send(one, **chosen()), send(one, **chosen(**{"0-note": "Anders"}))
    assert MapSheet.objects.count() == 1
    assert MapSheet.objects.get().reference in again.content.decode()
    assert first.status_code == again.status_code == 200


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"0-street": "Nergensstraat"}, "staat niet in onze lijst"),
        ({"0-street": ""}, "Kies een straat"),
        ({"0-kind": ""}, "Kies wat u wilt aangeven"),
        ({"0-note": "Meneer Jansen schreeuwt"}, "misschien een naam"),
        ({"drawn": "geen json"}, "niet lezen"),
        ({"drawn": '[{"kind":"safe_place","geometry":null}]'}, "Tekening 1 (Veilige plek)"),
    ],
)
def test_what_is_wrong_stands_beside_it_and_nothing_typed_is_lost(one, told, words):
    told = chosen() | {"1-note": "Ook dit", "1-kind": "crossing", "1-street": "Beukenlaan"} | told
    answer = send(one, **told)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "Ook dit" in page
    for value in told.values():
        assert value.replace('"', "&quot;") in page
    assert 'value="geheim"' in page
    assert not MapSheet.objects.exists()


def test_nothing_at_all_is_asked_for_once_more(one):
    answer = send(one)
    assert answer.status_code == 422
    assert "nog niets op uw kaart" in answer.content.decode()


def test_more_rows_and_another_language_keep_what_was_typed(one):
    more = send(one, **chosen(), go="add", drawn='[{"kind": "safe_place"}]').content.decode()
    assert "4-street" in more
    assert "Lamp stuk" in more
    assert "&quot;safe_place&quot;" in more
    other = send(one, "tr", **chosen(), go="stay").content.decode()
    assert "Lamp stuk" in other
    assert "vs-error-summary" not in other
    many = send(one, go="add", rows="999").content.decode()
    assert "19-street" in many
    assert "20-street" not in many


def test_what_was_drawn_and_chosen_makes_one_sheet(area, one):
    drawn = [{"kind": "safe_place", "geometry": {"type": "Point", "coordinates": point_in(area)},
              "note": "Fijn", "onbekend": 1}]  # fmt: skip
    assert send(one, **chosen(), drawn=json.dumps(drawn)).status_code == 200
    assert [shape.origin for shape in DrawnShape.objects.order_by("id")] == ["drawn", "chosen"]


def test_words_of_danger_first_show_whom_to_call(one):
    with arranging():
        DangerTerm.objects.create(municipality=one.municipality, language="nl", term="vuurgevecht")
    told = chosen(**{"0-note": "Er is een vuurgevecht"})
    first = send(one, **told)
    assert "112" in first.content.decode()
    assert 'name="danger"' in first.content.decode()
    assert not MapSheet.objects.exists()
    send(one, **told, danger="1")
    assert MapSheet.objects.count() == 1


def test_a_code_leads_to_the_page_and_an_unknown_one_says_so(one):
    typed = f" {one.code.lower()[:3]} {one.code.lower()[3:]} "
    answer = Client().post("/kaart/", {"code": typed})
    assert answer.headers["Location"] == f"/kaart/{one.code}/"
    wrong = Client().post("/kaart/", {"code": "ZZZZZZ"})
    assert wrong.status_code == 422
    assert "kennen wij niet" in wrong.content.decode()
    assert Client().get("/kaart/ZZZZZZ/").status_code == 404


def test_a_round_of_another_town_is_not_on_this_host(one):
    other = make_town(name="Elders", area_code="GM9998", row=4, host="elders.example")
    far = make_round(other.neighbourhoods[0])
    assert Client().get(f"/kaart/{far.code}/").status_code == 404
    assert Client().get(f"/kaart/{one.code}/").status_code == 200


def test_a_closed_round_says_so_and_then_shows_its_result(area, one):
    for _number in range(5):
        make_sheet(one, shape_at(area, note="Bij de bakker"))
    make_sheet(one, shape_at(area, "crossing", note="Bij mijn school"))
    close(one)
    assert "deze ronde is dicht" in Client().get(f"/kaart/{one.code}/").content.decode()
    assert Client().get(f"/kaart/{one.code}/uitkomst/").status_code == 404
    publish_map_result(reference=one.reference, by=adviser_of(area), at=NOON)
    assert "/uitkomst/" in Client().get(f"/kaart/{one.code}/").content.decode()
    page = Client().get(f"/kaart/{one.code}/uitkomst/")
    body = page.content.decode()
    assert "ten minste 5 kaarten" in body
    assert "bakker" not in body
    assert "school" not in body
    assert "Nergens gaven vijf" in body
    cells = Client().get(f"/kaart/{one.code}/uitkomst.json").json()["features"]
    assert {cell["properties"]["kind"] for cell in cells} == {"safe_place"}
    again = Client().get(f"/kaart/{one.code}/uitkomst/", HTTP_IF_NONE_MATCH=page.headers["ETag"])
    assert again.status_code == 304


def test_the_page_loads_no_map_before_somebody_asks(one):
    page = Client().get(f"/kaart/{one.code}/").content.decode()
    scripts = re.findall(r'<script[^>]* src="([^"]+)"', page)
    assert any("drawing" in script for script in scripts)
    assert not any("drawing-map" in script for script in scripts)


def test_a_round_that_takes_no_sheet_any_more_gives_the_words_back(one):
    close(one)
    answer = send(one, **chosen())
    assert answer.status_code == 422
    assert "Lamp stuk" in answer.content.decode()
    assert MapRound.objects.count() == 1
