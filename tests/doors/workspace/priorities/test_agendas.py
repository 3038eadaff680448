# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agendas as they are pressed through: begun, filled, ranked, ordered, promised, translated."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import make_duo, make_organisation, make_user
from tests.factories.priorities import MADE, make_action, make_agenda, make_priority
from voelspriet.act.agenda.models import Agreement, AreaAgenda, Priority, PriorityText
from voelspriet.act.agenda.queries.rankings import tally_of
from voelspriet.ground.privacy.choices import Role
from voelspriet.papers.models import Paper

pytestmark = pytest.mark.django_db
LIST = reverse("workspace:area_agendas")


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def as_adviser(client, town, area):
    client.force_login(make_duo(town.municipality, area)[0])
    return client


def at(name, row, *more):
    return reverse(f"workspace:{name}", args=[row.reference, *more])


def test_an_agenda_is_begun_filled_published_and_ranked(as_adviser, area):
    year = timezone.now().year
    answer = as_adviser.post(LIST, {"area": area.pk, "year": year})
    agenda = AreaAgenda.objects.get()
    assert answer["Location"] == at("area_agenda", agenda)

    as_adviser.post(at("area_agenda", agenda), {"deed": "top", "safe": "Thuis zijn."})
    for title in ("Licht", "Verkeer"):
        new = at("area_agenda_priority_new", agenda)
        as_adviser.post(new, {"title": title, "is_public": "on"})
    for deed in ("publish", "open"):
        as_adviser.post(at("area_agenda", agenda), {"deed": deed})
    first, second = Priority.objects.order_by("position")
    counted = {"channel": "paper", f"first-{second.pk}": "9", f"second-{first.pk}": "4"}
    as_adviser.post(at("area_agenda_count", agenda), counted)
    assert tally_of(agenda).total == 9
    as_adviser.post(at("area_agenda", agenda), {"deed": "close"})

    page = as_adviser.get(at("area_agenda", agenda)).text
    assert page.index(f">{'Verkeer'}</a>") < page.index(">Licht</a>")
    places = {f"place-{first.pk}": 1, f"place-{second.pk}": 2}
    refused = as_adviser.post(at("area_agenda", agenda), {"deed": "arrange"} | places)
    assert refused.status_code == 422
    assert "id_arrange_reason_error" in refused.text
    told = {"deed": "arrange", "reason": "Het geld is er."} | places
    as_adviser.post(at("area_agenda", agenda), told)
    assert "Het geld is er." in as_adviser.get(at("area_agenda", agenda)).text


def test_an_action_is_promised_begun_and_told_of(as_adviser, town, area):
    priority = make_priority(make_agenda(area))
    party = make_organisation(town.municipality)
    new = at("priority_action_new", priority)
    sent = {"what": "Lampen plaatsen", "organisation": party.pk, "day": "month"}
    as_adviser.post(new, sent | {"measure": "Vijf lampen", "is_public": "on"})
    made = Agreement.objects.get()
    (action,) = priority.actions.all()

    page = at("priority", priority)
    as_adviser.post(page, {"deed": f"start-{action.pk}"})
    assert "Bezig" in as_adviser.get(page).text
    ended = {"deed": "finish", "done": "yes", "result": "Klaar."}
    as_adviser.post(reverse("workspace:agreement", args=[made.reference]), ended)
    as_adviser.post(page, {"deed": f"outcome-{action.pk}", "outcome": "Ze branden."})
    assert "Ze branden." in as_adviser.get(page).text


def test_a_priority_is_changed_and_stopped_with_why(as_adviser, area):
    priority = make_priority(make_agenda(area))
    page = at("priority", priority)
    as_adviser.post(page, {"deed": "change", "title": "Beter licht"})
    stopped = as_adviser.post(page, {"deed": "state", "state": "stopped", "why": ""})
    assert stopped.status_code == 422
    assert "Zeg waarom." in stopped.text
    as_adviser.post(page, {"deed": "state", "state": "stopped", "why": "Het geld is op."})

    priority.refresh_from_db()
    assert (priority.state, priority.slot, priority.is_public) == ("stopped", None, False)
    assert priority.texts.get().title == "Beter licht"


def test_two_priorities_in_one_place_are_refused_beside_the_field(as_adviser, area):
    agenda = make_agenda(area)
    one, two = make_priority(agenda), make_priority(agenda)
    sent = {"deed": "arrange", f"place-{one.pk}": 1, f"place-{two.pk}": 1}
    answer = as_adviser.post(at("area_agenda", agenda), sent)
    assert answer.status_code == 422
    assert "Deze plaats is al gegeven." in answer.text


def test_counts_that_cannot_be_are_told_and_kept_in_the_form(as_adviser, area):
    agenda = make_agenda(area, ranking_opened_at=MADE)
    one = make_priority(agenda)
    make_priority(agenda)
    sent = {"channel": "evening", f"first-{one.pk}": "2", f"second-{one.pk}": "7"}
    answer = as_adviser.post(at("area_agenda_count", agenda), sent)
    assert answer.status_code == 422
    assert "Tel nog eens." in answer.text
    assert 'value="7"' in answer.text


def test_every_text_is_translated_on_one_page(as_adviser, town, area):
    agenda = make_agenda(area)
    priority = make_priority(agenda, "Licht")
    action = make_action(priority, make_organisation(town.municipality))
    page = at("area_agenda_translation", agenda, "en")
    assert "Licht" in as_adviser.get(page).text
    sent = {"safe": "Being home.", f"title-{priority.pk}": "Light", f"what-{action.pk}": "Lamps"}
    as_adviser.post(page, sent)
    assert PriorityText.objects.get(language="en").title == "Light"
    assert "Being home." in as_adviser.get(page).text
    assert as_adviser.get(at("area_agenda_translation", agenda, "xx")).status_code == 404


def test_what_only_colleagues_may_see_is_on_their_sheet_and_says_so(as_adviser, area):
    agenda = make_agenda(area)
    make_priority(agenda, "Alleen voor ons", is_public=False)
    page = as_adviser.get(at("area_agenda_sheet", agenda)).text
    assert "Alleen voor ons" in page
    assert "Print dit niet voor de buurt" in page


def test_the_file_of_an_agenda_holds_what_residents_may_see(as_adviser, area):
    agenda = make_agenda(area)
    make_priority(agenda, "Alleen voor ons", is_public=False)
    make_priority(agenda, "Licht")
    here = at("area_agenda_paper", agenda, "ar")
    page = as_adviser.get(here)
    assert "Alleen voor ons" not in page.text
    assert 'lang="ar" dir="rtl"' in page.text
    assert as_adviser.post(here, {"vorm": "docx"})["Location"] == here
    paper = Paper.objects.get()
    assert (paper.kind, paper.format, paper.state) == ("agenda_sheet", "docx", "waiting")
    # not made yet: the page tells
    file = at("area_agenda_file", agenda, "ar")
    assert as_adviser.get(f"{file}?vorm=docx")["Location"] == here
    assert as_adviser.get(at("area_agenda_paper", agenda, "xx")).status_code == 404


def test_a_version_of_the_sheet_is_what_residents_read_that_day(as_adviser, area):
    agenda = make_agenda(area)
    make_priority(agenda, "Licht")
    hidden = make_priority(agenda, "Alleen voor ons", is_public=False)
    # who reads in Arabic freezes the Dutch sheet
    paper, here = at("area_agenda_paper", agenda, "ar"), at("area_agenda_version", agenda, 1)
    assert as_adviser.post(paper, {"deed": "freeze", "why": "x" * 201}).status_code == 422
    assert as_adviser.post(paper, {"deed": "freeze"})["Location"] == here
    again = as_adviser.post(paper, {"deed": "freeze", "why": "Nog eens"})
    assert again.status_code == 422
    assert "Er is niets veranderd sinds versie 1" in again.text
    assert 'value="Nog eens"' in again.text
    page = as_adviser.get(here).text
    assert "Alleen voor ons" not in page
    assert 'class="vs-letter' in page
    changes = at("area_agenda_changes", agenda)
    assert "<ins" not in as_adviser.get(changes).text.split("</form>")[-1]
    hidden.is_public = True
    with arranging():
        hidden.save()
    assert "Alleen voor ons" in as_adviser.get(changes).text
    assert "Alleen voor ons" not in as_adviser.get(here).text
    as_adviser.post(here, {"deed": "comment", "text": "Mooi."})
    assert "Mooi." in as_adviser.get(here).text
    as_adviser.post(here, {"vorm": "pdf"})
    assert Paper.objects.get().kind == "agenda_sheet"
    assert as_adviser.get(at("area_agenda_version_file", agenda, 1))["Location"] == here
    assert as_adviser.get(at("area_agenda_version", agenda, 2)).status_code == 404


def test_who_reads_along_finds_no_form(client, town, area):
    agenda = make_agenda(area)
    make_priority(agenda)
    client.force_login(make_user(town.municipality, Role.DIRECTOR))
    for name, more in (("area_agenda", ()), ("area_agenda_paper", ("nl",))):
        assert 'name="deed"' not in client.get(at(name, agenda, *more)).text
    frozen = client.post(at("area_agenda_paper", agenda, "nl"), {"deed": "freeze"})
    assert frozen.status_code == 422
    assert client.post(at("area_agenda", agenda), {"deed": "withdraw"}).status_code == 422
    assert AreaAgenda.objects.get().is_public


def test_begin_refuses_a_second_agenda_beside_the_field(as_adviser, area):
    year = timezone.now().year
    make_agenda(area, year=year)
    answer = as_adviser.post(LIST, {"area": area.pk, "year": year})
    assert answer.status_code == 422
    assert "Deze agenda is er al." in answer.text
