# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The safety check on its pages: filled in at once, nothing typed is lost, answered."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories.areas import make_town
from tests.factories.checks import make_check
from tests.factories.people import make_duo, make_organisation, make_user
from voelspriet.act.agenda.models import SafetyAnswer, SafetyCheck
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("workspace:safety_checks"), reverse("workspace:safety_check_new")


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def department(town):
    return make_organisation(town.municipality, name="Team Verkeer")


@pytest.fixture
def as_adviser(client, town, area):
    client.force_login(make_duo(town.municipality, area)[0])
    return client


def test_a_plan_is_checked_on_one_page(as_adviser, area, department):
    sent = {"plan": "Fietsroute", "sector": "traffic", "area": area.pk,
            "department": department.pk, "layout": "no", "layout_words": "Donker bij de bocht",
            "say": "yes", "advice": "Meer licht."}  # fmt: skip
    wrong = as_adviser.post(NEW, sent | {"advice": "", "talk_words": "Geen idee"})
    assert wrong.status_code == 422
    assert "Kies hierbij ook een antwoord." in wrong.text
    assert 'value="Donker bij de bocht"' in wrong.text
    bare = {name: value for name, value in sent.items() if name not in {"layout", "say"}}
    empty = as_adviser.post(NEW, bare | {"layout_words": ""})
    assert "Beantwoord ten minste één vraag." in empty.text
    answer = as_adviser.post(NEW, sent)
    check = SafetyCheck.objects.get()
    assert answer["Location"] == reverse("workspace:safety_check", args=[check.reference])
    assert SafetyAnswer.objects.count() == 2
    text = as_adviser.get(answer["Location"]).text
    assert "Donker bij de bocht" in text
    assert "Factor 7 van de Tafel van 12" in text
    assert "Fietsroute" in as_adviser.get(f"{LIST}?gebied={area.pk}").text


def test_the_department_answers_the_advice(client, town, area, department):
    check = make_check(area, department)
    there = reverse("workspace:safety_check", args=[check.reference])
    client.force_login(make_user(town.municipality, Role.HANDLER, organisation=department))
    assert check.plan in client.get(LIST).text
    assert NEW not in client.get(LIST).text
    wrong = client.post(there, {"reply": "", "words": "Wij zetten een lamp"})
    assert wrong.status_code == 422
    assert "Wij zetten een lamp" in wrong.text
    client.post(there, {"reply": "taken", "words": "Wij zetten een lamp"})
    text = client.get(there).text
    assert "Overgenomen" in text
    assert "<textarea" not in text
    assert client.post(there, {"reply": "taken", "words": "x"}).status_code == 404
    assert client.get(NEW).status_code == 403
