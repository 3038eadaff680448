# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling on behalf of others and from work: rows without JavaScript, one receipt for all."""

from __future__ import annotations

import pytest

from tests.doors.public.report.walking import Walker
from tests.factories.areas import make_street, make_town
from voelspriet.listen.intake.choices import Channel
from voelspriet.listen.intake.models import Signal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def town():
    return make_town()


def test_a_team_tells_three_things_and_gets_one_code(town):
    first, second = town.streets[:2]
    walker = Walker("/melden/samen/")
    walker.send(
        **{"0-text": "Losse tegel", "0-street": first.name},
        **{"1-text": "Donker pad", "1-street": second.name, "1-hot_times": ["evening"]},
        **{"2-text": "Hondenpoep overal"},
        openness="open",
        name="Buurtpreventie",
        email="team@post.example",
    )
    assert len(walker.code) == 16
    assert "alle 3 waarnemingen" in walker.html
    signals = list(Signal.objects.order_by("id"))
    assert [signal.street for signal in signals] == [first, second, None]
    assert [signal.told_with for signal in signals] == [None, signals[0], signals[0]]
    assert {signal.contact.email for signal in signals} == {"team@post.example"}
    assert signals[1].hot_times == ["evening"]


def test_rows_are_added_without_losing_what_was_typed():
    walker = Walker("/melden/samen/").send("add", **{"1-text": "Donker pad"}, name="Team")
    assert 'name="5-text"' in walker.html
    assert "Donker pad" in walker.html
    assert 'value="Team"' in walker.html
    assert "Er ging iets mis" not in walker.html


def test_empty_rows_do_not_count_and_a_place_without_words_is_asked():
    walker = Walker("/melden/samen/").send(openness="open")
    assert "ten minste één waarneming" in walker.html
    walker.send(**{"0-street": "Lindelaan"}, openness="open")
    assert "Vertel wat u zag of hoorde" in walker.html
    assert not Signal.objects.exists()


def test_two_streets_of_one_name_ask_for_the_neighbourhood(town):
    for area in town.neighbourhoods[:2]:
        make_street(area, name="Kerkpad")
    fields = {"0-text": "Losse tegel", "0-street": "Kerkpad", "openness": "open"}
    walker = Walker("/melden/samen/").send(**fields)
    assert "Kies de buurt erbij" in walker.html
    walker.send(**fields, **{"0-area": str(town.neighbourhoods[1].pk)})
    assert Signal.objects.get().street.area == town.neighbourhoods[1]


def test_a_bundle_sent_twice_is_received_once():
    walker = Walker("/melden/samen/")
    fields = {**walker.hidden, "go": "next", "0-text": "Losse tegel", "openness": "open"}
    walker.page = walker.client.post("/melden/samen/", fields)
    code = walker.code
    walker.page = walker.client.post("/melden/samen/", fields)
    assert walker.code == code
    walker.page = walker.client.post("/en/melden/samen/", {**walker.hidden, "go": "stay"})
    assert walker.code == code
    assert Signal.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "stored"), [("school", "school"), ("winkel", "shop"), ("collega", "staff")]
)
def test_a_professional_tells_on_one_page(kind, stored, town):
    walker = Walker(f"/melden/werk/{kind}/").send(openness="confidential", name="Team")
    assert "Vertel wat u zag of hoorde" in walker.html
    walker.send(
        text="Leerlingen durven niet langs de brug",
        area=str(town.neighbourhoods[0].pk),
        openness="confidential",
        name="Team",
        ask_first="on",
    )
    assert len(walker.code) == 16
    signal = Signal.objects.get()
    assert (signal.channel, signal.professional_kind) == (Channel.PROFESSIONAL, stored)
    assert signal.permission == "locked"
    assert signal.area == town.neighbourhoods[0]


@pytest.mark.parametrize(
    ("path", "name"), [("/melden/werk/school/", "text"), ("/melden/samen/", "0-text")]
)
def test_danger_shows_the_numbers_once_before_a_page_is_sent(path, name):
    fields = {name: "Een leerling heeft een mes bij zich", "openness": "open"}
    walker = Walker(path).send(**fields)
    assert "Bel eerst" in walker.html
    assert "heeft een mes" in walker.html
    assert not Signal.objects.exists()
    walker.send(**fields)
    assert len(walker.code) == 16
    assert Signal.objects.get().danger_shown


def test_another_kind_of_professional_has_no_page():
    assert Walker("/melden/werk/politie/").page.status_code == 404


def test_words_come_back_when_a_form_cannot_be_trusted():
    walker = Walker("/melden/")
    strict = type(walker.client)(enforce_csrf_checks=True)
    page = strict.post("/melden/wat/", {"text": "Mijn hele verhaal", "go": "next"})
    assert page.status_code == 403
    html = page.content.decode()
    assert "Mijn hele verhaal" in html
    assert 'action="/melden/wat/"' in html
