# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses of what was learned."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.coding import factor, install, make_text
from tests.factories.suggestions import make_suggested, make_suggester
from voelspriet.understand.coding.models import LearnedText, Suggester

pytestmark = pytest.mark.django_db
# SQLite names the columns of a unique constraint and PostgreSQL its name
UNIQUE = {"suggested_code_once", "learned_text_once"}
EMPTY = {"learned_at": None, "seed": None, "fragments": 0, "sources": 0, "texts": 0,
         "why_not": "", "weights": ""}  # fmt: skip


def _refused(constraint, make):
    with pytest.raises(IntegrityError) as stopped, arranging(), transaction.atomic():
        make()
    is_unique = constraint in UNIQUE and connection.vendor == "sqlite"
    assert ("UNIQUE" if is_unique else constraint) in str(stopped.value)


@pytest.fixture
def code(area):
    install()
    return factor(area, 8)


def test_what_was_learned(code):
    with arranging():
        Suggester.objects.create(version=code.version, **EMPTY).delete()
    for wrong in ({"seed": 1}, {"fragments": 1}, {"sources": 1}, {"texts": 1}, {"weights": "{}"},
                  {"why_not": "no_code"}):  # fmt: skip
        _refused("suggester_learned_or_empty",
                 lambda wrong=wrong: make_suggester(code, **EMPTY | wrong))  # fmt: skip
    _refused("suggester_learned_or_empty", lambda: make_suggester(code, seed=None))
    for wrong in ({"weights": ""}, {"why_not": "no_code"}, {"why_not": "x", "weights": ""}):
        _refused("suggester_has_words_or_why_not",
                 lambda wrong=wrong: make_suggester(code, **wrong))  # fmt: skip


def test_a_code(area, code):
    one, other = make_suggester(code), factor(area, 2)
    _refused("suggested_code_once", lambda: make_suggested(one, code))
    for constraint, wrong in (
        ("suggested_code_right_is_part", {"right": 41}),
        ("suggested_code_right_is_part", {"held_with": 32}),
        ("suggested_code_precision_interval", {"precision_high": None}),
        ("suggested_code_precision_interval", {"precision_high": 1.1}),
        ("suggested_code_precision_interval", {"precision_low": 0.95}),
        ("suggested_code_precision_interval", {"precision_low": None, "why_not": "imprecise"}),
        ("suggested_code_precision_interval", {"precision_low": -0.1, "why_not": "imprecise"}),
        ("suggested_code_recall_interval", {"recall_low": None}),
        ("suggested_code_recall_interval", {"recall_high": None}),
        ("suggested_code_recall_interval", {"recall_low": 0.9}),
        ("suggested_code_measured_or_why_not", {"precision_low": 0.49}),
        ("suggested_code_measured_or_why_not", {"precision_low": None, "precision_high": None}),
        ("suggested_code_measured_or_why_not", {"why_not": "x"}),
    ):
        _refused(constraint, lambda wrong=wrong: make_suggested(one, other, **wrong))
    make_suggested(one, other, precision_low=None, precision_high=None, why_not="unmeasured")


def test_a_text_once(area, code):
    text = make_text(area)
    one = make_suggester(code, text)
    _refused("learned_text_once",
             lambda: LearnedText.objects.create(suggester=one, material=text))  # fmt: skip
