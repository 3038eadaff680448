# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.tension import SEEN, make_help, make_reading

pytestmark = pytest.mark.django_db
# SQLite names the columns of a unique constraint and PostgreSQL its name
UNIQUE = {"tension_one_current": "UNIQUE", "tension_help_once": "UNIQUE"}


def _refused(constraint, make):
    with pytest.raises(IntegrityError) as stopped, arranging(), transaction.atomic():
        make()
    wanted = UNIQUE.get(constraint, constraint) if connection.vendor == "sqlite" else constraint
    assert wanted in str(stopped.value)


def test_a_reading():
    area = make_town().neighbourhoods[0]
    for wrong, constraint in (
        ({"phase": "war"}, "tension_phase_known"),
        ({"reason": ""}, "tension_has_a_reason"),
        ({"was_wrong": True}, "tension_wrong_is_replaced"),
    ):
        _refused(constraint, lambda wrong=wrong: make_reading(area, **wrong))
    make_reading(area)
    make_reading(area, matter="Het pad")
    make_reading(area, replaced_at=SEEN)
    _refused("tension_one_current", lambda: make_reading(area, "rest"))
    _refused("tension_one_current", lambda: make_reading(area, "rest", matter="Het pad"))


def test_help():
    town = make_town().municipality
    make_help(town)
    _refused("tension_help_once", lambda: make_help(town, text="Iets anders."))
    for wrong in ({"text": ""}, {"phase": "war"}, {"domain": "army"}):
        _refused(
            "tension_help_says_something",
            lambda wrong=wrong: make_help(town, **{"domain": "care"} | wrong),
        )
