# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving texts to a second coder, reading the agreement and writing an outcome, on the pages."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories.areas import make_town
from tests.factories.coding import (
    MADE,
    factor,
    install,
    make_fragment,
    make_material,
    make_pass,
)
from tests.factories.conversations import make_source, make_study
from tests.factories.people import actor_of, make_user
from tests.factories.second_coding import code_twice
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.models import Codebook, CodingDifference, SecondCoding

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def coders(town):
    return [
        make_user(town.municipality, Role.RESEARCHER, first_name=name) for name in ("Ada", "Bo")
    ]


def test_texts_are_given_and_taken_back_on_one_page(client, town, coders):
    install()
    study = make_study(town.neighbourhoods[0])
    material = make_material(make_source(study), state="coded")
    make_fragment(
        make_pass(material, actor_of(coders[0]), finished_at=MADE),
        factor(town.neighbourhoods[0], 8),
    )
    client.force_login(coders[0])
    there = reverse("workspace:study_second", args=[study.reference])
    assert "Er is 1 tekst" in client.get(there).text
    book = Codebook.objects.get(seed="tafel_van_12", municipality=town.municipality)
    sent = {"coder": coders[1].pk, "codebook": book.reference, "size": "3"}
    wrong = client.post(there, sent)
    assert wrong.status_code == 422
    assert "Kies 1 tot 1 teksten." in wrong.text
    assert client.post(there, sent | {"size": "1"}).status_code == 302
    made = SecondCoding.objects.get()
    overview = client.get(reverse("workspace:study_agreement", args=[study.reference])).text
    assert "0 van 1 klaar" in overview
    assert "Er is nu geen tekst te geven" in overview
    page = client.get(reverse("workspace:second_coding", args=[made.reference])).text
    assert f"geloot met getal {made.seed}" in page
    assert "De cijfers komen als alle teksten klaar zijn" in page
    client.post(reverse("workspace:second_take_back", args=[made.reference]))
    assert not SecondCoding.objects.exists()


def test_figures_are_read_and_an_outcome_is_written(client, town, coders):
    area = town.neighbourhoods[0]
    parts = code_twice(make_study(area), area, *coders)
    client.force_login(coders[1])
    page = client.get(reverse("workspace:second_coding", args=[parts["second"].reference])).text
    for told in ("0,50", "te weinig om te zeggen", "71 tekens", "Vertrouwenwekkend toezicht",
                 "nog te bespreken: 1"):  # fmt: skip
        assert told in page
    listed = reverse("workspace:second_differences", args=[parts["second"].reference])
    assert "Bij de glijbaan is het donker." in client.get(listed, {"open": "ja"}).text
    there = reverse("workspace:difference", args=[parts["difference"].reference])
    for told in ("Ada", "Bo", "Signaalcriminaliteit", "Vertrouwenwekkend"):
        assert told in client.get(there).text
    wrong = client.post(there, {"outcome": "changed", "reason": "Het gaat om licht."})
    assert wrong.status_code == 422
    assert "Kies de codes" in wrong.text
    sent = {"outcome": "changed", "codes": [factor(area, 7).pk], "reason": "Het gaat om licht."}
    assert client.post(there, sent)["Location"] == listed
    assert CodingDifference.objects.get().outcome == "changed"
    told = client.get(listed).text
    assert "Allebei gewijzigd" in told
    assert "Het gaat om licht." in told
    assert "Alles is besproken" in client.get(listed, {"open": "ja"}).text
    # what was chosen before stands ready to be changed
    assert f'value="{factor(area, 7).pk}" id="id_codes_6" checked' in client.get(there).text
