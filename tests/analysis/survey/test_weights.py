# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What unequal weights cost, and trimming by a stated rule."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.weights import kish, trim_weights, weight_limit

WEIGHTS = st.lists(st.floats(0.01, 1000), min_size=3, max_size=60).map(np.array)


def test_equal_weights_cost_nothing():
    assert kish(np.full(7, 3.0)).deff == 1
    assert kish(np.full(7, 3.0)).effective_rows == pytest.approx(7)


def test_kish_by_hand():
    # Σw = 10, Σw² = 34: effective 100/34, design effect 4·34/100
    found = kish(np.array([1.0, 1.0, 4.0, 4.0]))
    assert (found.rows, found.effective_rows, found.deff) == pytest.approx((4, 100 / 34, 1.36))
    assert found.weight_cv == pytest.approx(0.6)


def test_rows_without_weight_take_no_part():
    assert kish(np.array([1.0, 0.0, 2.0])) == kish(np.array([1.0, 2.0]))


@given(WEIGHTS, st.floats(0.001, 1000))
def test_kish_is_one_plus_squared_variation_on_any_scale(weights, scale):
    found = kish(weights * scale)
    assert found.deff == pytest.approx(1 + np.var(weights) / np.mean(weights) ** 2)
    assert found.effective_rows <= found.rows * (1 + 1e-12)


def test_the_limit_by_hand():
    # mean square of 1 1 1 1 11 is 25; at most 4 times that: a weight of 10
    assert weight_limit(np.array([1.0, 1, 1, 1, 11]), 4) == pytest.approx(10)


def test_one_round_of_trimming_by_hand():
    # squares 96·1 + 4·100 = 496, mean 4.96, times 10: limit √49.6 ≈ 7.04, then lower as it settles
    weights = np.array([1.0] * 96 + [10.0] * 4)
    found = trim_weights(weights)
    assert found.trimmed_rows == 4
    assert found.weights[-1] == pytest.approx(found.largest_weight)
    assert found.largest_weight == pytest.approx(sqrt(10 * np.mean(found.weights**2)))
    assert found.weights.sum() == pytest.approx(weights.sum())
    assert found.moved_share == pytest.approx(4 * (10 - found.largest_weight) / 136)
    assert found.statement.startswith("4 of 100 weights were trimmed to ")
    assert f"{found.before.deff:.2f} before, {found.after.deff:.2f} after" in found.statement


def test_nothing_is_trimmed_where_nothing_is_large():
    weights = np.array([1.0, 2.0, 3.0])
    found = trim_weights(weights)
    assert found.trimmed_rows == 0
    assert (found.weights == weights).all()
    assert "none was trimmed" in found.statement


@settings(max_examples=60)
@given(WEIGHTS, st.floats(1.5, 20))
def test_trimming_keeps_the_total_and_the_order(weights, largest_share):
    found = trim_weights(weights, largest_share)
    assert found.weights.sum() == pytest.approx(weights.sum())
    assert found.weights.max() <= found.largest_weight * (1 + 1e-6)
    assert found.after.deff <= found.before.deff * (1 + 1e-9)
    order = np.argsort(weights, kind="stable")
    assert (np.diff(found.weights[order]) >= -1e-9 * found.weights.max()).all()


@pytest.mark.parametrize(
    ("weights", "why"),
    [([1.0, -1.0, 5.0], "at least 0"), ([0.0, 0.0], "at least 0"), ([1.0, np.nan], "none is miss")],
)
def test_weights_that_cannot_be_are_refused(weights, why):
    with pytest.raises(InputError, match=why):
        trim_weights(np.array(weights))


def test_shares_and_sums_that_cannot_be_are_refused():
    with pytest.raises(InputError, match="above 1"):
        trim_weights(np.ones(3), 1)
    with pytest.raises(InputError, match="more than 0"):
        kish(np.zeros(3))
    with pytest.raises(InputError, match="none of them is missing"):
        kish(np.array([1.0, np.nan]))
