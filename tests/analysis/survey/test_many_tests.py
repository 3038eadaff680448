# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The q of a table of tests: the published example, R's p.adjust, and what must always hold."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.reference import frozen
from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.questions.many_tests import benjamini_hochberg, carries_q

# Benjamini & Hochberg (1995), section 4.2: thrombolysis after heart attacks, 15 comparisons
PUBLISHED = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0000,
]  # fmt: skip

p_values = st.lists(st.floats(0, 1), max_size=40)


def test_the_published_example_finds_four_of_fifteen():
    q = benjamini_hochberg(PUBLISHED)
    assert [place for place, value in enumerate(q) if value <= 0.05] == [0, 1, 2, 3]


def test_q_equals_that_of_r():
    expected = frozen("many_tests")
    q = benjamini_hochberg(PUBLISHED)
    assert q == pytest.approx([expected[f"published_{i}"] for i in range(1, 16)], rel=1e-12)
    shuffled = benjamini_hochberg([0.04, math.nan, 0.04, 0.001, 0.9])
    assert shuffled == pytest.approx(
        [expected[f"ties_{i}"] for i in range(1, 6)], rel=1e-12, nan_ok=True
    )


def test_a_test_that_was_not_done_does_not_count():
    with_gaps = benjamini_hochberg([math.nan, *PUBLISHED, math.nan])
    assert with_gaps[1:-1] == pytest.approx(benjamini_hochberg(PUBLISHED))
    assert np.isnan(with_gaps[[0, -1]]).all()
    assert np.isnan(benjamini_hochberg([math.nan])).all()
    assert benjamini_hochberg([]).size == 0


@pytest.mark.parametrize("wrong", [[-0.1], [1.1, 0.5]])
def test_what_is_no_p_is_refused(wrong):
    with pytest.raises(InputError, match="between 0 and 1"):
        benjamini_hochberg(wrong)


def test_a_table_of_more_than_one_row_is_refused():
    with pytest.raises(InputError, match="one row"):
        benjamini_hochberg(np.ones((2, 2)))


def test_q_is_carried_from_eleven_tests():
    assert not carries_q(10)
    assert carries_q(11)


@given(p_values, st.randoms())
def test_q_is_no_smaller_than_p_keeps_the_order_and_follows_the_rows(p, random):
    q = benjamini_hochberg(p)
    assert (q >= np.asarray(p) - 1e-15).all()
    assert (q <= 1).all()
    order = sorted(range(len(p)), key=lambda i: p[i])
    assert (np.diff(q[order]) >= -1e-15).all()
    turned = list(range(len(p)))
    random.shuffle(turned)
    assert benjamini_hochberg([p[i] for i in turned]) == pytest.approx(q[turned])
