# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A town, its policy adviser, and the plan of Huizen as a file."""

from __future__ import annotations

import pytest

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from voelspriet.ground.privacy.choices import Role


@pytest.fixture
def town():
    return make_town(name="Huizen")


@pytest.fixture
def policy(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


@pytest.fixture
def path(shared):
    return shared / "cases/huizen_ivp_2019_2022.yaml"
