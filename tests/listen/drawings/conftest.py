# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A town, an adviser of one neighbourhood, and an open round there."""

from __future__ import annotations

import pytest

from tests.factories.areas import make_town
from tests.factories.drawings import make_round
from tests.factories.signals import adviser_of


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def adviser(area):
    return adviser_of(area)


@pytest.fixture
def one(area):
    return make_round(area)
