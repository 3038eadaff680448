# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Today: per role what asks something, and never more queries for more work."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.people import make_duo, make_organisation, make_user
from tests.factories.signals import make_handover, make_signal
from voelspriet.act.agenda.choices import AgreementState
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
TODAY = reverse("workspace:today")


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


def test_an_adviser_sees_what_is_owed_late_and_to_be_told(client, town, area):
    client.force_login(make_duo(town.municipality, area)[0])
    organisation = make_organisation(town.municipality)
    waiting = make_signal(area=area, text="De lamp is stuk bij de brug.")
    yesterday = timezone.localdate() - timedelta(days=1)
    make_agreement_row(area, organisation, what="Lamp maken", due_on=yesterday)
    make_agreement_row(
        area, organisation, what="Bank plaatsen", state=AgreementState.DONE, signals=[waiting]
    )
    elsewhere = make_signal(area=town.neighbourhoods[1], text="Iets van een andere buurt.")

    page = client.get(TODAY).text
    assert "De lamp is stuk bij de brug." in page
    assert "Lamp maken" in page
    assert "Bank plaatsen" in page
    assert "afgerond, nog niet verteld" in page
    assert "1 afspraak te laat" in page
    assert elsewhere.reference not in page
    assert "andere buurt" not in page


def test_a_handler_sees_hand_overs_and_agreements_and_no_words_of_residents(client, town, area):
    organisation = make_organisation(town.municipality)
    client.force_login(make_user(town.municipality, Role.HANDLER, organisation=organisation))
    signal = make_signal(area=area, text="Mijn buurman dealt achter de flat.")
    make_handover(signal, organisation, text="Graag extra toezicht op het pad.")
    make_agreement_row(area, organisation, what="Toezicht houden", signals=[signal])

    page = client.get(TODAY).text
    assert "Graag extra toezicht op het pad." in page
    assert "Toezicht houden" in page
    assert "buurman" not in page
    assert signal.reference not in page


@pytest.mark.parametrize("role", [Role.POLICY_ADVISER, Role.EXECUTIVE])
def test_who_reads_along_sees_agreements_only(client, town, area, role):
    client.force_login(make_user(town.municipality, role))
    signal = make_signal(area=area, text="De lamp is stuk bij de brug.")
    make_agreement_row(area, make_organisation(town.municipality), what="Lamp maken")

    page = client.get(TODAY).text
    assert "Lamp maken" in page
    assert signal.reference not in page
    assert "bij de brug" not in page


def test_an_administrator_sees_which_areas_nobody_owns(client, town):
    client.force_login(make_user(town.municipality, Role.ADMINISTRATOR))
    assert town.area.name in client.get(TODAY).text

    make_duo(town.municipality, town.area)
    assert "Gebieden zonder eerste adviseur" not in client.get(TODAY).text


@pytest.mark.parametrize("role", list(Role))
def test_todays_queries_do_not_grow_with_the_work(client, town, area, role):
    organisation = make_organisation(town.municipality)
    user = make_user(
        town.municipality,
        role,
        area=area if role is Role.AREA_ADVISER else None,
        organisation=organisation if role is Role.HANDLER else None,
    )
    client.force_login(user)

    def add():
        signal = make_signal(area=area)
        make_handover(signal, organisation)
        make_agreement_row(area, organisation, signals=[signal])
        make_agreement_row(area, organisation, signals=[signal], state=AgreementState.DONE)

    def count():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(TODAY).status_code == 200
        return len(queries)

    add()
    count()
    once = count()
    add()
    add()
    assert count() == once
    assert once <= 36
