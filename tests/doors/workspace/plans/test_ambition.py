# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of an ambition: measuring, agreeing, paying, each by those whose work it is."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.people import make_duo, make_organisation, make_user
from tests.factories.plan_budgets import make_plan_budget
from tests.factories.plans import make_ambition, make_measurement, make_plan
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.plans.models import Measurement
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def plan(town):
    return make_plan(town.municipality)


@pytest.fixture
def ambition(plan):
    return make_ambition(plan)


@pytest.fixture
def organisation(town):
    return make_organisation(town.municipality)


@pytest.fixture
def client(town):
    client = Client()
    client.force_login(make_user(town.municipality, Role.POLICY_ADVISER))
    return client


@pytest.fixture
def adviser(town):
    client = Client()
    client.force_login(make_duo(town.municipality, town.neighbourhoods[0])[0])
    return client


def _at(ambition):
    return reverse("workspace:plan_ambition", args=[ambition.reference])


def test_a_measurement_is_written_with_its_design_effect(client, ambition):
    seen = {
        "deed": "measure", "measured_on": "2022-07-01", "value": "83", "n": "1100",
        "source": "Enquête", "is_same_question": "on",
    }  # fmt: skip
    assert client.post(_at(ambition), seen | {"design_effect": "0,9"}).status_code == 422
    assert client.post(_at(ambition), seen | {"design_effect": "1,3"}).status_code == 302
    page = client.get(_at(ambition)).content.decode()
    assert "ontwerpeffect 1,3" in page
    assert "1.100 antwoorden zijn er dan 846 waard" in page


def test_money_is_chosen_on_the_page_and_what_does_not_fit_is_said(client, plan):
    ambition = make_ambition(plan, measured_years=[2021])
    assert "pay" not in client.get(_at(ambition)).context  # no budget, nothing to choose
    make_plan_budget(plan)  # p1 is of 2019
    wrong = client.post(_at(ambition), {"deed": "pay", "projects": ["p9"]})
    assert wrong.status_code == 422
    assert client.post(_at(ambition), {"deed": "pay", "projects": ["p1"]}).status_code == 302
    page = client.get(_at(ambition)).content.decode()
    assert "Er wordt gemeten in 2021, maar daarvoor staat geen geld." in page


def test_an_adviser_agrees_for_an_ambition_and_writes_nothing_else_of_the_plan(
    adviser, town, ambition, organisation
):
    for deed in ("measure", "pay", "take", "wat"):
        assert adviser.post(_at(ambition), {"deed": deed}).status_code == 404
    given = {
        "deed": "agree", "what": "Sloten nakijken", "organisation": organisation.pk,
        "area": town.neighbourhoods[0].pk, "due_on": dutch_day(timezone.now()).isoformat(),
    }  # fmt: skip
    assert adviser.post(_at(ambition), given | {"what": ""}).status_code == 422
    assert adviser.post(_at(ambition), given).status_code == 302
    made = Agreement.objects.get()
    assert "Sloten nakijken" in adviser.get(_at(ambition)).content.decode()
    page = adviser.get(reverse("workspace:agreement", args=[made.reference])).content.decode()
    assert _at(ambition) in page


def test_an_agreement_is_linked_by_its_number_and_taken_away(client, town, ambition, organisation):
    one = make_agreement_row(town.neighbourhoods[0], organisation)
    assert one.what in client.get(_at(ambition)).content.decode()  # offered while typing
    absent = client.post(_at(ambition), {"deed": "link", "agreement": "A-0000"})
    assert absent.status_code == 422
    deed = {"deed": "link", "agreement": one.reference}
    assert client.post(_at(ambition), deed).status_code == 302
    assert ambition.agreements.get() == one
    paper = reverse("workspace:plan_evaluation", args=[ambition.plan.reference])
    assert one.what in client.get(paper).content.decode()
    assert (
        client.post(_at(ambition), {"deed": "unlink", "linked": one.reference}).status_code == 302
    )
    assert not ambition.agreements.exists()


def test_a_figure_of_the_own_work_is_taken_over_once_a_year(client, town, plan, organisation):
    ambition = make_ambition(plan, indicator_kind="process_figure")
    today = dutch_day(timezone.now())
    due, made_at = today - timedelta(days=30), timezone.now() - timedelta(days=60)
    for number in range(20):
        make_agreement_row(
            town.neighbourhoods[0], organisation, due_on=due, made_at=made_at,
            state="done" if number else "open",
            **({"ended_at": made_at + timedelta(days=3)} if number else {}),
        )  # fmt: skip
    assert "95 % (n = 20)" in client.get(_at(ambition)).content.decode()

    assert client.post(_at(ambition), {"deed": "take", "figure": "kept"}).status_code == 302

    seen = Measurement.objects.get()
    assert (seen.value, seen.n, seen.measured_on) == (Decimal(95), 20, today)
    assert seen.source.startswith("Cijfers: Nagekomen")
    again = client.post(_at(ambition), {"deed": "take", "figure": "kept"})
    assert again.status_code == 404  # the same twelve months for the most part
    other = make_ambition(plan, indicator_kind="survey_item")
    make_measurement(other)
    assert "n = 20" not in client.get(_at(other)).content.decode()
