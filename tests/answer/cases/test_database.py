# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.cases import MADE, make_case, make_step
from tests.factories.signals import make_signal

pytestmark = pytest.mark.django_db
# SQLite names the columns of a unique constraint and PostgreSQL its name
UNIQUE = {"case_step_once": "UNIQUE"}


def _refused(constraint, make):
    with pytest.raises(IntegrityError) as stopped, arranging(), transaction.atomic():
        make()
    wanted = UNIQUE.get(constraint, constraint) if connection.vendor == "sqlite" else constraint
    assert wanted in str(stopped.value)


def test_a_case():
    town = make_town()
    signal = make_signal(area=town.neighbourhoods[0])
    nowhere = "case_published_leads_nowhere"
    for about, wrong, constraint in (
        (signal, {"title": ""}, "case_has_a_title"),
        (signal, {"published_at": MADE}, nowhere),
        (signal, {"state": "published", "published_at": MADE, "questions": "?", "lessons": "!"},
         nowhere),
        (None, {"state": "draft", "published_at": None}, nowhere),
        (None, {"published_at": None}, nowhere),
        (None, {"questions": ""}, nowhere),
        (None, {"lessons": ""}, nowhere),
        (None, {"state": "shared"}, nowhere),
    ):  # fmt: skip
        _refused(constraint, lambda a=about, w=wrong: make_case(town.municipality, a, **w))


def test_a_step():
    case = make_case(make_town().municipality, None)
    known = "case_step_says_what_and_in_which_role"
    _refused("case_step_once", lambda: make_step(case, 1))
    for wrong in ({"kind": "forgotten"}, {"role": "neighbour"}, {"role": "party"},
                  {"party": "police"}, {"role": "party", "party": "army"}):  # fmt: skip
        _refused(known, lambda wrong=wrong: make_step(case, 2, **wrong))
