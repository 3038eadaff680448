# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every column that points at a person is a duty that moves, or a fact that stays.

A room that adds one says which in its `holdings.py`; whoever leaves then leaves nothing behind.
"""

from __future__ import annotations

from django.apps import apps
from django.db.models import ForeignKey

from voelspriet.ground.people.holdings import known_columns
from voelspriet.ground.people.models import User

# ids of people without a foreign key, by how they are named
PERSONAL = ("by_id", "user_id", "actor_id", "adviser_id", "face_id", "leader_id", "owner_id",
            "coder_id")  # fmt: skip


def _columns():
    for model in apps.get_models():
        if not model.__module__.startswith("voelspriet."):
            continue
        for field in model._meta.get_fields():
            if not getattr(field, "concrete", False) or field.auto_created:
                continue
            to_person = isinstance(field, ForeignKey) and field.related_model is User
            by_number = not field.is_relation and field.name.endswith(PERSONAL)
            if to_person or by_number:
                yield f"{model._meta.app_label}.{model.__name__}.{field.name}"


def test_every_column_to_a_person_is_a_duty_or_a_fact():
    duties, facts = known_columns()
    found = set(_columns())

    assert sorted(found - duties - facts) == [], "say in holdings.py whether it moves or stays"
    assert sorted((duties | facts) - found) == [], "these columns are no more"
    assert duties & facts == set()
