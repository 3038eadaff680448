# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A town with two duos, a handler and the other roles, each with a browser of their own."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import Town, make_town
from tests.factories.people import make_organisation, make_user
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.people.models import User
from voelspriet.ground.privacy.choices import Role


@dataclass(frozen=True)
class Desk:
    town: Town
    here: Area
    there: Area
    organisation: Organisation
    adviser: Client
    neighbour: Client
    director: Client
    handler: Client

    def role(self, role: Role) -> Client:
        return signed_in(make_user(self.town.municipality, role))


def signed_in(user: User) -> Client:
    client = Client()
    with arranging():
        client.force_login(user)
    return client


@pytest.fixture
def desk(db) -> Desk:  # noqa: ARG001  asks for a database
    town = make_town()
    here, there = town.neighbourhoods[:2]
    organisation = make_organisation(town.municipality)
    where = town.municipality
    return Desk(
        town=town,
        here=here,
        there=there,
        organisation=organisation,
        adviser=signed_in(make_user(where, area=here)),
        neighbour=signed_in(make_user(where, area=there)),
        director=signed_in(make_user(where, Role.DIRECTOR)),
        handler=signed_in(make_user(where, Role.HANDLER, organisation=organisation)),
    )
