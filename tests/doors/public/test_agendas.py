# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public agenda: what it shows, in four languages, and choosing without account or script."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.conftest import arranging
from tests.factories.agenda import DUE
from tests.factories.areas import make_town
from tests.factories.people import make_duo, make_organisation
from tests.factories.priorities import MADE, make_action, make_agenda, make_priority, make_voice
from tests.pages.markup import Page
from voelspriet.act.agenda.models import AgreementMove, RankingVoice
from voelspriet.act.agenda.queries.rankings import tally_of
from voelspriet.doors.public.views.agendas import COOKIE

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def agenda(area):
    return make_agenda(area, ranking_opened_at=MADE)


@pytest.fixture
def rows(agenda):
    return [make_priority(agenda, title) for title in ("Licht", "Verkeer", "Schoon")]


def path(area, ending="", language=""):
    return f"{language}/mijn-buurt/waterrijk/{area.slug}/agenda/{ending}"


def text(area, ending="", language=""):
    answer = Client().get(path(area, ending, language))
    assert answer.status_code == 200
    return answer.text


def choose(client, area, *chosen, **more):
    page = path(area, "kiezen/")
    form = next(
        f for f in Page(client.get(page).text).forms if "first" in {x.name for x in f.fields}
    )
    token = next(one.value for one in form.fields if one.name == "token")
    names = zip(("first", "second", "third"), (row.pk for row in chosen), strict=False)
    return client.post(page, {"token": token} | dict(names) | more)


def test_what_stands_on_the_page(town, area):
    agenda = make_agenda(area)
    partner = make_organisation(town.municipality, name="Buurtwerk Noord")
    priority = make_priority(agenda, "Licht", source="Monitor", source_on=date(2026, 3, 2))
    make_priority(agenda, "Gestopt ding", state="stopped")
    party = make_organisation(town.municipality, name="Team Licht")
    make_action(priority, party, partners=[partner])
    make_action(priority, party, what="Snoeien", state="done", outcome="Alles is gesnoeid.")
    make_duo(town.municipality, area)

    page = text(area)
    for words in (
        "Veilig is: de kinderen lopen zelf naar school.", "groen", "De buurttafel", "Licht",
        "Te donker.", "Monitor", "2 maart 2026", "Vijf lampen plaatsen", "Team Licht",
        "Buurtwerk Noord", "22 september 2026", "Vijf lampen branden", "Nog te doen", "Gedaan",
        "Alles is gesnoeid.", "Gestopt ding", "Het geld is op.", "Noor",
    ):  # fmt: skip
        assert words in page, words


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("", ("Buurtagenda", "Veilig is hier", "Wat wij samen aanpakken", "Nog te doen")),
        ("/en", ("Neighbourhood agenda", "Safe here means", "What we work on together", "To do")),
        ("/tr", ("mahalle gündemi", "Burada güvenli demek", "Birlikte ele aldıklarımız")),
        ("/ar", ("جدول أعمال حي", "الأمان هنا يعني", "ما نعمل عليه معًا", "سيُنفَّذ")),
    ],
)
def test_the_page_speaks_four_languages(town, area, language, said):
    make_action(make_priority(make_agenda(area)), make_organisation(town.municipality))
    page = text(area, "", language)
    assert [words for words in said if words not in page] == []


def test_nothing_internal_is_on_a_public_page(town, area):
    agenda = make_agenda(area)
    secret = "zebra-geheim"
    party = make_organisation(town.municipality)
    make_priority(agenda, secret, is_public=False)
    shown = make_priority(agenda, "Licht")
    make_action(shown, party, what=secret, visibility="internal")
    make_action(shown, party, state="not_done", result=secret, contact=secret)
    for ending in ("", "blad/"):
        assert secret not in text(area, ending)
    assert secret not in Client().get(f"/mijn-buurt/waterrijk/{area.slug}/").text


def test_an_internal_agenda_is_nowhere(area):
    agenda = make_agenda(area, is_public=False, safe="zebra-geheim")
    make_priority(agenda)
    for ending in ("", "blad/", "kiezen/"):
        assert Client().get(path(area, ending)).status_code == 404
    assert "zebra-geheim" not in Client().get(f"/mijn-buurt/waterrijk/{area.slug}/").text


def test_the_neighbourhoods_page_leads_with_its_own_definition_of_safe(area):
    make_agenda(area)
    page = Client().get(f"/mijn-buurt/waterrijk/{area.slug}/").text
    assert "Veilig is: de kinderen lopen zelf naar school." in page
    assert path(area) in page


def test_choosing_asks_no_account_and_sets_a_cookie_only_then(area, agenda, rows):
    client = Client()
    client.get(path(area, "kiezen/"))
    assert COOKIE not in client.cookies
    answer = choose(client, area, rows[1], rows[0])

    assert answer["Location"] == path(area, "kiezen/") + "?klaar=1"
    cookie = client.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert tally_of(agenda).chosen == {rows[1].pk: (1, 0, 0), rows[0].pk: (0, 1, 0)}
    assert "Dank u wel. Uw keuze telt mee." in client.get(answer["Location"]).text
    assert "sessionid" not in client.cookies


def test_one_browser_may_change_its_choice(area, agenda, rows):
    client = Client()
    choose(client, area, rows[1])
    assert "Op dit toestel is al gekozen." in client.get(path(area, "kiezen/")).text
    choose(client, area, rows[2])
    assert tally_of(agenda).chosen == {rows[2].pk: (1, 0, 0)}


def test_somebody_else_on_the_same_device_chooses_too(area, agenda, rows):
    client = Client()
    choose(client, area, rows[1])
    client.post(path(area, "kiezen/"), {"go": "other"})
    assert "Op dit toestel is al gekozen." not in client.get(path(area, "kiezen/")).text
    choose(client, area, rows[2])
    assert tally_of(agenda).total == 2


def test_the_same_form_sent_twice_without_cookies_counts_once(area, rows):
    page = path(area, "kiezen/")
    form = Page(Client().get(page).text).forms
    token = next(x.value for f in form for x in f.fields if x.name == "token")
    for _again in range(2):
        Client().post(page, {"token": token, "first": rows[0].pk})
    assert RankingVoice.objects.count() == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"first": ""}, "Kies wat eerst moet gebeuren."),
        ({"second": "same"}, "Dit koos u hierboven al."),
        ({"first": "999999"}, "vs-error"),
        ({"token": "made up"}, "Deze pagina is te oud."),
    ],
)
def test_wrong_choices_stand_beside_their_field(area, rows, more, said):
    values = {"first": rows[0].pk} | more
    if values.get("second") == "same":
        values["second"] = rows[0].pk
    answer = choose(Client(), area, **values)
    assert answer.status_code == 422
    assert said in answer.text
    assert not RankingVoice.objects.exists()


def test_a_closed_round_tells_the_order_and_takes_no_choice(area):
    agenda = make_agenda(area, ranking_opened_at=MADE, ranking_closed_at=MADE)
    first, second = make_priority(agenda, "Licht"), make_priority(agenda, "Verkeer")
    for _again in range(6):
        make_voice(agenda, second, first)
    page = text(area)
    assert page.index("Verkeer") < page.index("Licht")
    assert "6 mensen kozen mee." in page
    assert "18 punten" in page
    assert "U kunt hier nu niet kiezen." in text(area, "kiezen/")
    Client().post(path(area, "kiezen/"), {"first": first.pk, "token": "x"})
    assert tally_of(agenda).total == 6


def test_a_deviation_is_explained_on_the_page_and_the_sheet(area):
    agenda = make_agenda(
        area, ranking_opened_at=MADE, ranking_closed_at=MADE, own_order=True,
        order_reason="Het geld is er al.",
    )  # fmt: skip
    make_priority(agenda)
    for ending in ("", "blad/"):
        assert "Het geld is er al." in text(area, ending)


def test_a_moved_day_shows_the_first_one_too(town, area):
    priority = make_priority(make_agenda(area))
    action = make_action(priority, make_organisation(town.municipality))
    moved = {"from_on": DUE, "to_on": date(2026, 10, 6), "reason": "zebra-geheim", "at": MADE}
    with arranging():
        AgreementMove.objects.create(agreement=action.agreement, **moved)
        action.agreement.due_on = moved["to_on"]
        action.agreement.save()

    page = text(area)
    assert "6 oktober 2026" in page
    assert "eerst beloofd: 22 september 2026" in page
    assert "zebra-geheim" not in page
