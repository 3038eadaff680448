# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.areas import make_municipality
from tests.factories.knowledge import make_intervention
from voelspriet.ground.knowledge.models import InterventionFactor, InterventionTheme

pytestmark = pytest.mark.django_db
# SQLite names the columns of a unique constraint and PostgreSQL its name
UNIQUE = {"intervention_theme_once": "UNIQUE", "intervention_factor_once": "UNIQUE"}


def _refused(constraint, make):
    with pytest.raises(IntegrityError) as stopped, arranging(), transaction.atomic():
        make()
    wanted = UNIQUE.get(constraint, constraint) if connection.vendor == "sqlite" else constraint
    assert wanted in str(stopped.value)


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"title": ""}, "intervention_says_what_and_whence"),
        ({"told": ""}, "intervention_says_what_and_whence"),
        ({"source_document": ""}, "intervention_says_what_and_whence"),
        ({"kind": "rumour"}, "intervention_kind_and_audience_known"),
        ({"audience": "nobody"}, "intervention_kind_and_audience_known"),
        ({"review_due": None}, "intervention_review_comes_due"),
        ({"review_due": date(2026, 3, 2)}, "intervention_review_comes_due"),
        ({"owner": ""}, "intervention_own_has_owner_and_maker"),
        ({"made_by_id": None}, "intervention_own_has_owner_and_maker"),
        (
            {"reviewed_on": None, "review_due": None},
            "intervention_own_has_owner_and_maker",
        ),
    ],
)
def test_an_own_intervention(wrong, constraint):
    town = make_municipality()
    _refused(constraint, lambda: make_intervention(town, **wrong))


def test_a_shipped_one_has_no_maker():
    rule = "intervention_own_has_owner_and_maker"
    _refused(rule, lambda: make_intervention(None, made_by_id=1))
    _refused(rule, lambda: make_intervention(None, made_by_name="Anouk"))
    assert make_intervention(None, owner="").pk


def test_themes_and_factors():
    one = make_intervention(None, factors=(3,))
    for model, name, wrong, known in (
        (InterventionTheme, "theme", "public_space", "intervention_theme_once"),
        (InterventionTheme, "theme", "people", "intervention_theme_known"),
        (InterventionFactor, "number", 3, "intervention_factor_once"),
        (InterventionFactor, "number", 0, "intervention_factor_known"),
        (InterventionFactor, "number", 13, "intervention_factor_known"),
    ):
        _refused(
            known,
            lambda m=model, n=name, w=wrong: m.objects.create(intervention=one, **{n: w}),
        )
