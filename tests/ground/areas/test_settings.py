# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changing what a municipality promises."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.factories.areas import make_municipality
from tests.factories.people import actor_of, make_user
from voelspriet.ground.areas.actions.settings import change_municipality
from voelspriet.ground.areas.queries import municipality_by_id
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def municipality():
    return make_municipality()


def values(**more):
    start = {"phone": "14 0123", "sender": "", "first_answer_days": 3, "longest_promise_days": 20}
    return start | {"director_after_days": 1, "executive_after_days": 4, "at": AT} | more


def test_an_administrator_changes_the_promises(municipality):
    by = actor_of(make_user(municipality, Role.ADMINISTRATOR))
    change_municipality(**values(), by=by)

    row = municipality_by_id(municipality_id=municipality.pk)
    assert (row.first_answer_days, row.longest_promise_days) == (3, 20)
    assert (row.director_after_days, row.executive_after_days) == (1, 4)
    assert AuditLine.objects.get().detail["first_answer_days"] == 3


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"longest_promise_days": 0}, "longest_promise_days"),
        ({"longest_promise_days": 121}, "longest_promise_days"),
        ({"first_answer_days": 0}, "first_answer_days"),
        ({"first_answer_days": 21}, "first_answer_days"),
        ({"executive_after_days": 0}, "executive_after_days"),
        ({"executive_after_days": 121}, "executive_after_days"),
        ({"sender": "Gemeente Waterrijk"}, "sender"),
        ({"sender": "Gemeente\r\nBcc: a@b.example <w@b.example>"}, "sender"),
        ({"sender": "Gemeente <w@b.example>\nBcc: a@b.example"}, "sender"),
        ({"sender": "a@b.example" + "x" * 120}, "sender"),
    ],
)
def test_change_municipality_refuses(municipality, wrong, field):
    by = actor_of(make_user(municipality, Role.ADMINISTRATOR))

    with pytest.raises(Refused) as refused:
        change_municipality(**values(**wrong), by=by)
    assert refused.value.field == field


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_changes_the_promises(municipality, role):
    by = actor_of(make_user(municipality, role))

    with pytest.raises(Refused):
        change_municipality(**values(), by=by)
