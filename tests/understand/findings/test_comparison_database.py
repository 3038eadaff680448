# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses of a comparison: each constraint broken by name."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.coding import factor
from tests.factories.comparisons import ANSWERED, JUDGED, make_comparison, make_quote, said
from voelspriet.understand.findings.models import (
    AreaPlace,
    ChosenQuote,
    ComparedFactor,
    QuadrantAdvice,
    Recommendation,
    WorldVerdict,
)

pytestmark = pytest.mark.django_db
VERDICT = {"world": "life", "verdict": "partly", "reason": "Deels."} | ANSWERED


@pytest.fixture
def row(study, areas):
    code = factor(areas[0], 1)
    make_comparison(study, code)
    return ComparedFactor.objects.get()


def refuses(name, model, **values):
    with (
        arranging(),
        pytest.raises(IntegrityError, match=rf"{name}|UNIQUE constraint"),
        transaction.atomic(),
    ):
        model.objects.create(**values)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("verdict_answers_have_reasons", {"same_problem_reason": ""}),
        ("verdict_answers_have_reasons", {"same_cause": "", "verdict": "", "reason": ""}),
        ("verdict_answers_have_reasons", {"same_actor": "perhaps"}),
        ("verdict_has_reason_and_answers", {"reason": ""}),
        ("verdict_has_reason_and_answers", {"verdict": ""}),
        ("verdict_has_reason_and_answers", {"verdict": "maybe"}),
        ("verdict_has_reason_and_answers", {"same_cause": "", "same_cause_reason": ""}),
        ("verdict_world_and_parties_known", {"world": "both"}),
        ("verdict_world_and_parties_known", {"residents_expect": "angels"}),
    ],
)
def test_a_verdict_without_its_reasons(row, name, change):
    refuses(name, WorldVerdict, factor=row, **VERDICT | JUDGED | change)


@pytest.mark.parametrize(
    "values",
    [
        {"has_concern": True},
        {"concern_reason": "Zomaar."},
        {"has_attention": False},
        {"attention_reason": "Zomaar."},
    ],
)
def test_a_place_without_its_reasons(row, areas, values):
    refuses("place_answers_have_reasons", AreaPlace, factor=row, area=areas[0], **values)


def test_once_and_in_words(row, study, areas):
    one = row.comparison
    refuses("compared_code_once", ComparedFactor, comparison=one, code=row.code, number=2)
    code = factor(areas[0], 2)
    refuses("compared_number_once", ComparedFactor, comparison=one, code=code, number=1)
    refuses("compared_number_from_one", ComparedFactor, comparison=one, code=code, number=0)
    quote = make_quote(row, said(study, code))
    again = {"state_at": quote.state_at, "chosen_by_id": 1, "chosen_by_name": "Onno"}
    refuses("quote_once_per_factor", ChosenQuote, factor=row, fragment=quote.fragment, **again)
    other = said(study, code)
    refuses("quote_state_known", ChosenQuote, factor=row, fragment=other, state="x", **again)
    with arranging():
        WorldVerdict.objects.create(factor=row, **VERDICT | JUDGED)
        AreaPlace.objects.create(factor=row, area=areas[0])
        advice = {"comparison": one, "quadrant": "concern", "text": "Begin."}
        QuadrantAdvice.objects.create(**advice)
        words = {"comparison": one, "number": 1, "title": "Licht", "text": "Zet het aan."}
        Recommendation.objects.create(**words)
    refuses("verdict_once_per_world", WorldVerdict, factor=row, **VERDICT | JUDGED)
    refuses("place_once_per_area", AreaPlace, factor=row, area=areas[0])
    refuses("advice_once_per_quadrant", QuadrantAdvice, **advice)
    wrong = "advice_quadrant_known_and_told"
    refuses(wrong, QuadrantAdvice, **advice | {"quadrant": "neither", "text": ""})
    refuses(wrong, QuadrantAdvice, **advice | {"quadrant": "elsewhere"})
    refuses("recommendation_number_once", Recommendation, **words)
    refuses("recommendation_has_its_words", Recommendation, **words | {"number": 2, "text": ""})


def test_a_comparison_has_a_title(row):
    one = row.comparison
    one.title = ""
    with arranging(), pytest.raises(IntegrityError, match="comparison_has_a_title"):
        one.save()
