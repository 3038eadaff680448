# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A town with a researcher."""

from __future__ import annotations

import pytest

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_organisation, make_user
from voelspriet.ground.privacy.choices import Role


@pytest.fixture
def town(db):  # noqa: ARG001  the tables must be there
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def organisation(town):
    return make_organisation(town.municipality)


@pytest.fixture
def researcher(town):
    return actor_of(make_user(town.municipality, Role.RESEARCHER))


@pytest.fixture
def second(town):
    return actor_of(make_user(town.municipality, Role.RESEARCHER, first_name="Sem"))


@pytest.fixture
def policy(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))
