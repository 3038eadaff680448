# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A question of an evening beside an ambition: told by who came, taken over once, no course."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.evenings import STARTS, item_named, make_evening
from tests.factories.people import actor_of, make_user
from tests.factories.plans import make_ambition, make_measurement, make_plan
from voelspriet.act.plans.models import EveningIndicator, Measurement
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import EveningItem, EveningReport, HandCount
from voelspriet.listen.evenings.queries.released_questions import (
    questions_to_choose,
    released_answers,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def policy(town):
    return make_user(town.municipality, Role.POLICY_ADVISER)


@pytest.fixture
def client(policy):
    client = Client()
    client.force_login(policy)
    return client


@pytest.fixture
def evening(town):
    return _evening(town.neighbourhoods[0], agree=25, disagree=10, dont_know=5)


@pytest.fixture
def ambition(town):
    return make_ambition(make_plan(town.municipality), indicator_kind="survey_item")


def _evening(area, *, is_released=True, **hands):
    evening = make_evening(area, state=EveningState.CLOSED)
    item = item_named(evening, "worried")
    with arranging():
        EveningItem.objects.filter(pk=item.pk).update(opened_at=STARTS, closed_at=STARTS)
        for choice, count in hands.items():
            HandCount.objects.create(item=item, choice=choice, count=count)
        if is_released:
            EveningReport.objects.create(
                evening=evening, changed_at=STARTS, released_at=STARTS, released_by_name="Noor"
            )
    return evening


def _choose(ambition, evening):
    at = reverse("workspace:plan_ambition_question", args=[ambition.reference])
    return f"{at}?vraag={evening.reference}:worried"


def _at(ambition):
    return reverse("workspace:plan_ambition", args=[ambition.reference])


def _met(evening, policy, *names):
    key = (evening.reference, "worried")
    return released_answers(wanted={key: names}, by=actor_of(policy))[key].met


def test_a_question_is_chosen_read_and_taken_over_once(client, ambition, evening):
    page = client.get(_choose(ambition, evening)).content.decode()
    assert "Ik ben hier" in page
    assert "Weet ik niet" not in page
    assert client.post(_choose(ambition, evening), {"answers": []}).status_code == 422
    assert client.post(_choose(ambition, evening), {"answers": ["disagree"]}).status_code == 302
    again = client.post(_choose(ambition, evening), {"answers": ["agree"]})
    assert again.status_code == 422

    page = client.get(_at(ambition)).content.decode()
    assert "29 % van de 35 die het wisten (n = 35; 40 gaven antwoord)" in page
    assert "marge van 17 tot 45 %" in page  # Wilson of 29 % of 35
    assert "Hierover sprak alleen wie naar een bewonersavond kwam" in page

    one = EveningIndicator.objects.get()
    assert client.post(_at(ambition), {"deed": "hear", "heard": one.pk}).status_code == 302
    seen = Measurement.objects.get()
    assert (seen.value, seen.n, seen.measured_on) == (Decimal(29), 35, dutch_day(STARTS))
    assert seen.source.startswith("Avond over veilig: Ik ben hier")
    assert seen.note == "Telt als gehaald: Oneens."
    assert client.post(_at(ambition), {"deed": "hear", "heard": one.pk}).status_code == 422
    assert client.post(_at(ambition), {"deed": "unhear", "heard": one.pk}).status_code == 422
    page = client.get(_at(ambition)).content.decode()
    assert "gezegd door wie kwam, niet door de wijk" in page
    assert "Niet te zeggen" in page
    with pytest.raises(IntegrityError), arranging(), transaction.atomic():
        make_measurement(ambition, evening_indicator=one)


def test_only_what_the_report_tells_is_told(client, town, policy, ambition):
    area = town.neighbourhoods[0]
    few = _evening(area, agree=3)
    words = _evening(area, agree=20, disagree=5)
    some = _evening(area, agree=38, disagree=3)
    unsure = _evening(area, agree=30, disagree=20, dont_know=2)
    assert _met(few, policy, "agree") is None
    assert _met(_evening(area, agree=5, dont_know=30), policy, "agree") is None
    assert _met(words, policy, "agree") is None
    assert _met(some, policy, "disagree") is None  # 3: the report tells neither of the two
    assert _met(some, policy, "agree", "disagree").share == 100
    assert _met(unsure, policy, "agree").n == 52  # not how many knew: 2 did not
    client.post(_choose(ambition, words), {"answers": ["agree"]})
    client.post(_choose(ambition, some), {"answers": ["disagree"]})
    page = client.get(_at(ambition)).content.decode()
    assert "Eens: een meerderheid" in page
    assert "Het zijn er te weinig om er een percentage van te noemen" in page
    for one in EveningIndicator.objects.all():
        assert client.post(_at(ambition), {"deed": "hear", "heard": one.pk}).status_code == 404
        assert client.post(_at(ambition), {"deed": "unhear", "heard": one.pk}).status_code == 302
    assert not EveningIndicator.objects.exists()


def test_only_released_evenings_of_the_own_town_are_there(town, policy, client, ambition, evening):
    hidden = _evening(town.neighbourhoods[0], is_released=False, agree=40)
    elsewhere = _evening(
        make_town(area_code="GM9998", name="Elders", row=1).neighbourhoods[0], agree=40
    )
    found = {one.evening_reference for one in questions_to_choose(by=actor_of(policy))}
    assert found == {evening.reference}
    wanted = {(one.reference, "worried"): ("agree",) for one in (hidden, elsewhere)}
    assert released_answers(wanted=wanted, by=actor_of(policy)) == {}
    assert client.post(_choose(ambition, hidden), {"answers": ["agree"]}).status_code == 404
    counted = make_ambition(ambition.plan, indicator_kind="series")
    assert client.post(_choose(counted, evening), {"answers": ["agree"]}).status_code == 404
    reader = Client()
    reader.force_login(make_user(town.municipality, Role.DIRECTOR))
    assert reader.get(_choose(ambition, evening)).status_code in {403, 404}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("evening_indicator_says_what_was_asked", {"words": ""}),
        ("evening_indicator_says_what_was_asked", {"answer_words": ""}),
        ("evening_indicator_once_per_ambition", None),
        ("measurement_of_an_evening_has_answers", {}),
    ],
)
def test_the_database_keeps_it_whole(ambition, name, change):
    with arranging():
        one = _indicator(ambition)
    with pytest.raises(IntegrityError) as broken, arranging(), transaction.atomic():
        _break(one, change)
    assert name in str(broken.value) or "UNIQUE" in str(broken.value)


def _indicator(ambition):
    return EveningIndicator.objects.create(
        ambition=ambition, evening_reference="E-1", evening_title="Avond", held_on=STARTS.date(),
        question="worried", words="Bang?", answers=["agree"], answer_words="Eens",
    )  # fmt: skip


def _break(one, change):
    if change is None:
        _indicator(one.ambition)
    elif change:
        EveningIndicator.objects.update(**change)
    else:
        make_measurement(one.ambition, evening_indicator=one, n=None)
