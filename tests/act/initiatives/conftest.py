# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A town, an adviser of one neighbourhood, and an organisation."""

from __future__ import annotations

import pytest

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_organisation


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def adviser(town, area):
    return actor_of(make_duo(town.municipality, area)[0])


@pytest.fixture
def organisation(town):
    return make_organisation(town.municipality)
