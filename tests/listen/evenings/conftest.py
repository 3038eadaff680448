# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A town, an adviser of one neighbourhood, and an evening under way there."""

from __future__ import annotations

import pytest

from tests.factories.areas import make_town
from tests.factories.evening_rooms import DURING, make_evening, make_link_row
from tests.factories.people import actor_of, make_duo
from voelspriet.listen.evenings.queries.links import helper_of


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
def evening(area):
    return make_evening(area)


@pytest.fixture
def helper(evening):
    """Return a function that makes somebody who helps at the evening."""

    def make(role, of=None):
        return helper_of(key=make_link_row(of or evening, role)[1], at=DURING)

    return make
