# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invariants are database constraints, and each one is named in a test that breaks it."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps

TESTS = Path(__file__).resolve().parents[1]


def test_every_constraint_of_the_database_is_named_in_a_test():
    texts = "\n".join(
        path.read_text(encoding="utf-8")
        for path in TESTS.rglob("test_*.py")
        if path.name != Path(__file__).name
    )
    names = {
        constraint.name
        for model in apps.get_models()
        if model.__module__.startswith("voelspriet.")
        for constraint in model._meta.constraints
    }
    assert sorted(name for name in names if name not in texts) == []
