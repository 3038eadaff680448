# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study of two areas with the codebooks that come with the program."""

from __future__ import annotations

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import install
from tests.factories.conversations import make_study
from tests.factories.people import actor_of, make_user
from voelspriet.ground.privacy.choices import Role


@pytest.fixture
def compared_town(db):  # noqa: ARG001  the tables must be there
    return make_town()


@pytest.fixture
def researcher(compared_town):
    return actor_of(make_user(compared_town.municipality, Role.RESEARCHER))


@pytest.fixture
def policy(compared_town):
    return actor_of(make_user(compared_town.municipality, Role.POLICY_ADVISER))


@pytest.fixture
def areas(compared_town):
    return compared_town.neighbourhoods[:2]


@pytest.fixture
def study(areas):
    install()
    made = make_study(areas[0])
    with arranging():
        made.areas.add(areas[1])
    return made
