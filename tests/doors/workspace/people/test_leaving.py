# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a colleague who leaves, what somebody took over, and what went up on Today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from tests.factories.signals import make_signal
from voelspriet.act.agenda.actions import escalate_agreements
from voelspriet.ground.people.models import AreaDuty, Leaving, User
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def duo(town, area):
    return make_duo(town.municipality, area)


@pytest.fixture
def successor(town):
    return make_user(town.municipality, first_name="Sam", name="Sam Opvolger")


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def admin(town):
    return _signed_in(make_user(town.municipality, Role.ADMINISTRATOR))


def _path(user: User) -> str:
    return f"/werk/beheer/mensen/{user.pk}/vertrek/"


def _today() -> date:
    return dutch_day(timezone.now())


def test_leaving_today_passes_everything_on_and_signs_the_leaver_out(area, admin, duo, successor):
    leaver = _signed_in(duo[0])
    assert leaver.get("/werk/").status_code == 200
    make_signal(area=area)
    assert "Open meldingen" in admin.get(_path(duo[0])).content.decode()
    duty = AreaDuty.objects.get(user=duo[0])

    response = admin.post(
        _path(duo[0]), {"leaves_on": _today(), f"duty_{duty.pk}": successor.pk}, follow=True
    )

    assert "Alles is overgedragen" in response.content.decode()
    assert "nu bij Sam" in response.content.decode()
    assert leaver.get("/werk/").status_code == 302  # to sign in
    mine = _signed_in(successor)
    assert f"{area.name}, van Noor" in mine.get("/werk/overgenomen/").content.decode()
    assert "/werk/overgenomen/" in mine.get("/werk/").content.decode()


def test_a_later_day_is_planned_and_can_be_withdrawn(admin, duo):
    later = _today() + timedelta(days=20)
    admin.post(_path(duo[0]), {"leaves_on": later})
    assert Leaving.objects.get().leaves_on == later
    assert "Gepland op" in admin.get(_path(duo[0])).content.decode()

    admin.post(_path(duo[0]), {"deed": "cancel"})
    assert not Leaving.objects.exists()


def test_what_cannot_be_stands_beside_the_field_and_nothing_typed_is_lost(
    town, area, admin, successor
):
    alone = make_user(town.municipality, area=area)

    response = admin.post(_path(alone), {"leaves_on": _today()})

    assert response.status_code == 422
    assert "eerste adviseur" in response.content.decode()
    yesterday = _today() - timedelta(days=1)
    duty = AreaDuty.objects.get(user=alone)
    response = admin.post(_path(alone), {"leaves_on": yesterday, f"duty_{duty.pk}": successor.pk})
    page = response.content.decode()
    assert response.status_code == 422
    assert f'<option value="{successor.pk}" selected>' in page
    assert yesterday.isoformat() in page


def test_a_late_agreement_stands_on_today_of_the_director(town, area):
    director = make_user(town.municipality, Role.DIRECTOR)
    late = make_agreement_row(
        area, make_organisation(town.municipality), due_on=_today() - timedelta(days=20)
    )
    escalate_agreements(by=system("agenda.escalate"), at=timezone.now())

    page = _signed_in(director).get("/werk/").content.decode()
    assert late.reference in page
    assert "opgeschaald naar u" in page
    detail = _signed_in(director).get(f"/werk/afspraken/{late.reference}/").content.decode()
    assert "Bestuurder" in detail
    assert actor_of(director)
