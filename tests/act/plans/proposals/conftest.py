# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A town with a proposal, who writes it, who comments, and who reads along."""

from __future__ import annotations

import pytest

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.proposals import make_proposal
from voelspriet.ground.privacy.choices import Role


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def adviser(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


@pytest.fixture
def director(town):
    return actor_of(make_user(town.municipality, Role.DIRECTOR))


@pytest.fixture
def executive(town):
    return actor_of(make_user(town.municipality, Role.EXECUTIVE))


@pytest.fixture
def proposal(town):
    return make_proposal(town.municipality)
