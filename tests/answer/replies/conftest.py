# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The scene of these tests: one neighbourhood, its adviser, a colleague of another one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories.areas import make_town
from tests.factories.people import make_duo
from tests.factories.signals import NOON, adviser_of

LATER = NOON + timedelta(hours=2)


@pytest.fixture
def town(db):  # noqa: ARG001  a fixture opens the database
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def duo(town, area):
    return make_duo(town.municipality, area)


@pytest.fixture
def adviser(area):
    return adviser_of(area)


@pytest.fixture
def colleague(town):
    return adviser_of(town.neighbourhoods[1], user_id=905, name="Karim Collega")
