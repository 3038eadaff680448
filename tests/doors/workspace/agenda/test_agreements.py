# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements as they are pressed through: made, moved, ended, told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.people import make_duo, make_organisation, make_user
from tests.factories.signals import make_bundle, make_signal
from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.rules import quick_days
from voelspriet.answer.pages.models import Story
from voelspriet.answer.replies.models import Answer
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.choices import Permission
from voelspriet.listen.intake.models import RoutingRule

pytestmark = pytest.mark.django_db
NEW, LIST = reverse("workspace:agreement_new"), reverse("workspace:agreements")


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def organisation(town):
    return make_organisation(town.municipality, name="Team Licht")


@pytest.fixture
def as_adviser(client, town, area):
    client.force_login(make_duo(town.municipality, area)[0])
    return client


def page(agreement):
    return reverse("workspace:agreement", args=[agreement.reference])


def wording(organisation, **more):
    values = {"organisation": organisation.pk, "what": "De lamp maken", "day": "two_weeks"}
    return values | {"visibility": "reporters", "contact": "", "due_on": ""} | more


def test_the_usual_organisation_stands_ready_so_that_four_answers_are_enough(
    as_adviser, area, organisation, town
):
    make_organisation(town.municipality, name="Aardig Team")
    with arranging():
        RoutingRule.objects.create(
            municipality=town.municipality, category="lighting", organisation=organisation
        )
    signal = make_signal(area=area, category="lighting")

    start = as_adviser.get(f"{NEW}?melding={signal.reference}").text
    assert f'<option value="{organisation.pk}" selected>' in start
    assert "Meestal doet Team Licht dit hier." in start
    as_adviser.post(NEW, wording(organisation, melding=[signal.reference], area=area.pk))
    made = Agreement.objects.get()
    assert made.signals.get() == signal
    assert made.due_on == quick_days(timezone.localdate())[1].day


def test_a_bundle_becomes_one_agreement(as_adviser, area, organisation):
    signals = [make_signal(area=area), make_signal(area=area)]
    bundle = make_bundle(*signals)

    assert signals[1].reference in as_adviser.get(f"{NEW}?bundel={bundle.reference}").text
    as_adviser.post(NEW, wording(organisation, bundel=bundle.reference, area=area.pk))
    assert set(Agreement.objects.get().signals.all()) == set(signals)


def test_a_locked_signal_shows_that_its_reporter_comes_first(as_adviser, area, organisation):
    signal = make_signal(area=area, permission=Permission.LOCKED)

    answer = as_adviser.get(f"{NEW}?melding={signal.reference}").text
    assert "Eerst vragen" in answer
    assert 'name="what"' not in answer
    as_adviser.post(NEW, wording(organisation, melding=[signal.reference], area=area.pk))
    assert not Agreement.objects.exists()


def test_another_day_must_be_chosen_and_what_was_typed_stays(as_adviser, area, organisation):
    values = wording(organisation, area=area.pk, day="other")

    answer = as_adviser.post(NEW, values)
    assert answer.status_code == 422
    assert "De lamp maken" in answer.text
    tomorrow = timezone.localdate() + timedelta(days=1)
    as_adviser.post(NEW, values | {"due_on": tomorrow.isoformat()})
    assert Agreement.objects.get().first_due_on == tomorrow


def test_what_a_party_owes_stands_beside_the_form(as_adviser, area, organisation):
    make_agreement_row(area, organisation, due_on=timezone.localdate() - timedelta(days=30))

    assert '<span class="vs-badge vs-badge--late">1</span>' in as_adviser.get(NEW).text


@pytest.mark.parametrize("query", ["melding=M-0000-NONE", "bundel=B-0000-NONE"])
def test_a_signal_or_bundle_of_others_is_not_found(as_adviser, query):
    assert as_adviser.get(f"{NEW}?{query}").status_code == 404


def test_the_adviser_moves_once_ends_and_tells_in_one_form(as_adviser, area, organisation):
    signals = [make_signal(area=area), make_signal(area=area)]
    agreement = make_agreement_row(area, organisation, signals=signals)
    here = page(agreement)
    on = timezone.localdate() + timedelta(days=9)

    as_adviser.post(here, {"deed": "move", "to_on": on.isoformat(), "reason": "Geen lamp"})
    again = as_adviser.post(here, {"deed": "move", "to_on": on.isoformat(), "reason": "Weer"})
    assert again.status_code == 422
    words = "De lamp brandt weer. Dank dat u het vertelde."
    as_adviser.post(
        here, {"deed": "finish", "done": "yes", "result": "Nieuwe lamp.", "text": words}
    )
    agreement.refresh_from_db()
    assert (agreement.state, agreement.due_on) == (AgreementState.DONE, on)
    assert [one.text for one in Answer.objects.all()] == [words, words]
    for signal in signals:
        signal.refresh_from_db()
        assert (signal.answers_owed, signal.status) == (0, "answered")


def test_ending_without_a_message_leaves_it_to_tell(as_adviser, area, organisation):
    agreement = make_agreement_row(area, organisation, signals=[make_signal(area=area)])
    here = page(agreement)
    as_adviser.post(here, {"deed": "finish", "done": "no", "result": "Kan niet.", "text": ""})

    assert agreement.what in as_adviser.get(f"{LIST}?stand=to_tell").text
    assert "Vertel het de melder" in as_adviser.get(here).text
    as_adviser.post(here, {"deed": "tell", "text": "Het kan niet, want de paal is niet van ons."})
    assert Answer.objects.count() == 1
    assert "Vertel het de melder" not in as_adviser.get(here).text


def test_the_organisation_reports_done_without_seeing_a_signal(client, town, area, organisation):
    client.force_login(make_user(town.municipality, Role.HANDLER, organisation=organisation))
    signal = make_signal(area=area, text="Achter de flat van mijn buren.")
    agreement = make_agreement_row(area, organisation, signals=[signal])
    here = page(agreement)

    seen = client.get(here).text
    assert signal.reference not in seen
    assert "flat" not in seen
    assert "Antwoord aan de melders" not in seen
    answer = client.post(here, {"deed": "tell", "text": "Ik vertel het zelf wel."})
    assert answer.status_code == 422
    client.post(here, {"deed": "finish", "done": "yes", "result": "Gemaakt.", "text": "Hallo"})
    agreement.refresh_from_db()
    assert agreement.state == AgreementState.DONE
    assert not Answer.objects.exists()


def test_what_is_done_for_everyone_starts_a_line_for_the_neighbourhood(
    as_adviser, area, organisation
):
    signals = [make_signal(area=area, category="lighting", owed=False)]
    agreement = make_agreement_row(
        area,
        organisation,
        state=AgreementState.DONE,
        visibility=Visibility.PUBLIC,
        signals=signals,
    )
    assert "Zet dit op de buurtpagina" in as_adviser.get(page(agreement)).text

    as_adviser.post(
        page(agreement),
        {"deed": "story", "said": "Er is te weinig licht.", "did": "Er is een lamp bij."},
    )
    assert Story.objects.get().agreement == agreement


@pytest.mark.parametrize("role", [Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
def test_roles_without_agreements_are_stopped(client, town, role):
    client.force_login(make_user(town.municipality, role))

    assert client.get(LIST).status_code == 403


@pytest.mark.parametrize("role", [Role.HANDLER, Role.DIRECTOR, Role.EXECUTIVE])
def test_only_advisers_open_the_form(client, town, role):
    client.force_login(make_user(town.municipality, role))

    assert client.get(NEW).status_code == 403


def test_an_agreement_of_another_area_is_not_found(as_adviser, town, organisation):
    other = make_agreement_row(town.neighbourhoods[1], organisation)

    assert as_adviser.get(page(other)).status_code == 404
    assert as_adviser.post(page(other), {"deed": "finish"}).status_code == 404
    assert as_adviser.post(page(other), {"deed": "nonsense"}).status_code == 404


def test_the_list_is_filtered_by_its_address(as_adviser, area, organisation, town):
    police = make_organisation(town.municipality, name="Politie")
    make_agreement_row(area, organisation, what="Lamp maken")
    make_agreement_row(area, police, what="Rondje lopen")

    found = as_adviser.get(f"{LIST}?organisatie={police.pk}&stand=all").text
    assert "Rondje lopen" in found
    assert "Lamp maken" not in found
    assert "Lamp maken" in as_adviser.get(f"{LIST}?stand=nonsense").text


@pytest.mark.parametrize("path", [LIST, NEW])
def test_queries_do_not_grow_with_the_number_of_agreements(as_adviser, area, organisation, path):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert as_adviser.get(path).status_code == 200
        return len(queries)

    make_agreement_row(area, organisation)
    count()
    once = count()
    for _ in range(2):
        make_agreement_row(area, organisation, signals=[make_signal(area=area)])
    assert count() == once
