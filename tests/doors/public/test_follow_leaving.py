# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The follow page when an adviser left: who is there now, and may they read along?"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_user
from tests.factories.replies import make_followed
from voelspriet.ground.people.actions import plan_leaving
from voelspriet.ground.people.models import AreaDuty
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.models import Introduction

pytestmark = pytest.mark.django_db
PAGE = "/volgen/"
LEFT = datetime(2026, 9, 9, 9, tzinfo=UTC)


@pytest.fixture
def town():
    return make_town()


def _leave(town) -> int:
    area = town.neighbourhoods[0]
    leaver, _stays = AreaDuty.objects.filter(area=area).order_by("id")
    new = make_user(town.municipality, first_name="Sam")
    plan_leaving(
        user_id=leaver.user_id,
        leaves_on=LEFT.date(),
        successors={leaver.pk: new.pk},
        by=actor_of(make_user(town.municipality, Role.ADMINISTRATOR)),
        at=LEFT,
    )
    return new.pk


@pytest.mark.parametrize(
    ("prefix", "line"),
    [
        ("", "U sprak met Noor. Vanaf 9 september 2026 praat u met Sam."),
        ("/en", "You talked with Noor. From 9 September 2026 you talk with Sam."),
    ],
)
def test_the_page_says_who_came_after_whom(town, prefix, line):
    make_duo(town.municipality, town.neighbourhoods[0])
    _signal, code = make_followed(town.neighbourhoods[0])
    _leave(town)

    page = Client().post(f"{prefix}{PAGE}", {"code": code, "do": "open"}).content.decode()

    assert line in page
    assert "kennismaken" not in page  # an anonymous report was told to whoever is adviser


@pytest.mark.parametrize("granted", ["yes", "no"])
def test_who_told_in_confidence_is_asked_and_answers(town, granted):
    make_duo(town.municipality, town.neighbourhoods[0])
    _signal, code = make_followed(town.neighbourhoods[0], openness="confidential")
    new = _leave(town)
    browser = Client()
    asked = browser.post(PAGE, {"code": code, "do": "open"}).content.decode()
    assert "Mag Sam meelezen?" in asked

    said = browser.post(
        PAGE, {"code": code, "do": "introduce", "person": new, "granted": granted}
    ).content.decode()

    assert Introduction.objects.get().granted is (granted == "yes")
    assert "Mag Sam meelezen?" not in said


@pytest.mark.parametrize("person", ["", "x", "999999999999999999999999", "٣"])
def test_nonsense_about_whom_is_refused_in_words(town, person):
    make_duo(town.municipality, town.neighbourhoods[0])
    _signal, code = make_followed(town.neighbourhoods[0], openness="confidential")
    _leave(town)

    response = Client().post(
        PAGE, {"code": code, "do": "introduce", "person": person, "granted": "yes"}
    )

    assert response.status_code == 422
    assert Introduction.objects.get().granted is None
