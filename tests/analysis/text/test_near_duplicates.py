# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Likeness of two reports: worked by hand, and properties that always hold."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.text.near_duplicates import (
    Report,
    jaccard,
    likeness,
    metres_between,
    nearest,
    shingles,
)

AT = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)


def _report(text="", key="a", at=AT, lon=None, lat=None):
    return Report(key=key, text=text, at=at, lon=lon, lat=lat)


def test_shingles_forgive_capitals_accents_and_signs():
    assert shingles("Één LAMP!") == shingles("een lamp")


def test_jaccard_is_what_both_have_over_what_either_has():
    # " abc " has " abc", "abc "; " abcd " has " abc", "abcd", "bcd ": one of four
    assert jaccard(shingles("abc"), shingles("abcd")) == 0.25


def test_texts_without_words_are_never_alike():
    assert jaccard(shingles("!"), shingles("?")) == 0.0


def test_distance_of_one_degree_north_is_111_kilometres():
    assert metres_between(5, 52, 5, 53) == pytest.approx(111_195, abs=1)


def test_the_score_worked_by_hand():
    # same words, 250 m apart (e⁻¹), 14 days apart (e⁻¹): 0.6 + 0.25/e + 0.15/e
    north = 250 / 111_194.93
    one = _report("De lamp is stuk", lon=5.0, lat=52.0)
    other = _report("De lamp is stuk", lon=5.0, lat=52.0 + north, at=AT + timedelta(days=14))
    assert likeness(one, other).score == pytest.approx(0.6 + 0.4 / math.e, abs=1e-4)


def test_without_a_place_the_other_parts_carry_the_score():
    one, other = _report("De lamp is stuk"), _report("De lamp is stuk")
    found = likeness(one, other)
    assert found.place is None
    assert found.score == pytest.approx(1.0)


def test_the_nearest_come_first_and_the_unlike_not_at_all():
    own = _report("De lamp bij de speeltuin is stuk")
    others = [
        _report("Er ligt glas op het fietspad", key="glas", at=AT - timedelta(days=30)),
        _report("De lamp bij de speeltuin is al weken stuk", key="lamp"),
        _report("de lamp bij de speeltuin is stuk!!", key="zelfde"),
    ]
    assert [one.key for one in nearest(own, others)] == ["zelfde", "lamp"]
    assert [one.key for one in nearest(own, others, limit=1)] == ["zelfde"]


TEXTS = st.text(max_size=60)
PLACES = st.one_of(st.none(), st.tuples(st.floats(3.0, 7.5), st.floats(50.5, 53.7)))


@given(TEXTS, TEXTS, PLACES, PLACES, st.integers(0, 400))
def test_likeness_is_symmetric_and_between_0_and_1(text, other_text, here, there, days):
    one = _report(text, "a", AT, *(here or (None, None)))
    other = _report(other_text, "b", AT + timedelta(days=days), *(there or (None, None)))
    forth, back = likeness(one, other), likeness(other, one)
    assert 0 <= forth.score <= 1 + 1e-12
    assert forth.score == pytest.approx(back.score)


@given(st.text(alphabet=st.characters(categories=["Ll"]), min_size=4, max_size=60))
def test_a_report_is_entirely_like_itself(text):
    one = _report(text)
    assert likeness(one, one).score == pytest.approx(1.0)
