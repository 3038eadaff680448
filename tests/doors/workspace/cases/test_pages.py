# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a case to learn from on its page, and reading it as a colleague."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.areas import make_town
from tests.factories.people import make_duo, make_user
from tests.factories.signals import make_signal
from voelspriet.answer.cases.models import LearningCase
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db


def _client(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_an_adviser_tells_a_case_and_a_handler_reads_it():
    town = make_town(host="testserver")
    area = town.neighbourhoods[0]
    adviser = _client(make_duo(town.municipality, area)[0])
    handler = _client(make_user(town.municipality, Role.HANDLER))
    closed = timezone.now() - timedelta(days=40)
    signal = make_signal(
        area=area, text="Het licht bij de tunnel is al weken stuk.", owed=False,
        status="answered", closed_at=closed, received_at=closed - timedelta(days=3),
    )  # fmt: skip
    begin = reverse("workspace:case_new", args=[signal.reference])
    assert begin in adviser.get(reverse("workspace:signal", args=[signal.reference])).text
    adviser.post(begin, {"title": "Een donkere route"})
    here = reverse("workspace:learning_case", args=[LearningCase.objects.get().reference])
    assert handler.get(here).status_code == 404
    copied = adviser.post(here, {"deed": "step-1", "told": "Het licht bij de tunnel is stuk."})
    assert copied.status_code == 422
    assert "Dit zijn woorden van de melder" in copied.text
    assert "Ik heb nog eens gekeken" in copied.text
    adviser.post(here, {"deed": "step-1", "told": "Een lamp brandde niet."})
    adviser.post(
        here,
        {"deed": "write", "title": "Een donkere route", "questions": "Wat had u gedaan?",
         "lessons": "Bel dezelfde dag."},
    )  # fmt: skip
    assert adviser.post(here, {"deed": "publish"}).status_code == 422
    told = adviser.post(here, {"deed": "publish", "read": "on"}, follow=True).text
    assert signal.reference not in told
    page = handler.get(here).text
    assert "dag 3" in page
    assert "Een lamp brandde niet." in page
    assert "Bel dezelfde dag." in page
    assert 'name="deed"' not in page
    assert "Een donkere route" in handler.get(reverse("workspace:cases")).text
    assert adviser.post(here, {"deed": "write", "title": "Anders"}).status_code == 404
    assert handler.post(here, {"deed": "take_back"}).status_code == 404
    adviser.post(here, {"deed": "take_back"})
    assert not LearningCase.objects.exists()


def test_a_signal_that_is_not_over_says_why_it_cannot_be_a_case():
    town = make_town(host="testserver")
    area = town.neighbourhoods[0]
    adviser = _client(make_duo(town.municipality, area)[0])
    begin = reverse("workspace:case_new", args=[make_signal(area=area).reference])
    page = adviser.get(begin).text
    assert "Deze melding loopt nog." in page
    assert 'name="title"' not in page
    assert adviser.post(begin, {"title": "Toch"}).status_code == 422
