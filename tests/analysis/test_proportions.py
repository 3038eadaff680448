# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.proportions import (
    Z_90,
    Z_95,
    newcombe,
    normal_point,
    wilson,
    wilson_of_share,
)

# Newcombe (1998), Statistics in Medicine 17:873-890, table II, method 10, contrasts (a) to (h)
PUBLISHED = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000),
    (10, 10, 0, 10, 0.6075, 1.0000),
]
SHARES = st.floats(0, 1)
NUMBERS = st.floats(0.5, 1e5)


@pytest.mark.parametrize(("counts", "interval"), [(row[:4], row[4:]) for row in PUBLISHED])
def test_the_difference_of_two_shares_is_newcombes(counts, interval):
    a, m, b, n = counts
    assert newcombe(a / m, m, b / n, n) == pytest.approx(interval, abs=5e-5)


# Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3
@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_wilsons(successes, n, low, high):
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


def test_levels_have_their_normal_points():
    assert normal_point(0.95) == pytest.approx(Z_95, abs=1e-12)
    assert normal_point(0.90) == pytest.approx(Z_90, abs=1e-12)
    with pytest.raises(ValueError, match="level"):
        normal_point(95)


def test_everybody_asked_leaves_nothing_uncertain():
    assert wilson_of_share(0.3, math.inf) == (0.3, 0.3)
    assert newcombe(0.3, math.inf, 0.1, math.inf) == pytest.approx((0.2, 0.2))


@pytest.mark.parametrize(
    "wrong", [(1.1, 10), (-0.1, 10), (0.5, 0), (0.5, -3), (math.nan, 10), (0.5, math.nan)]
)
def test_what_is_no_share_is_refused(wrong):
    with pytest.raises(ValueError, match="share"):
        wilson_of_share(*wrong)


@given(SHARES, NUMBERS, SHARES, NUMBERS)
def test_the_other_way_round_is_the_mirror_image(share, n, other_share, other_n):
    low, high = newcombe(share, n, other_share, other_n)
    mirrored_low, mirrored_high = newcombe(other_share, other_n, share, n)
    assert (low, high) == pytest.approx((-mirrored_high, -mirrored_low), abs=1e-12)
    assert low <= share - other_share <= high


@given(SHARES, NUMBERS, SHARES, NUMBERS)
def test_a_lower_level_lies_inside_a_higher_one(share, n, other_share, other_n):
    low, high = newcombe(share, n, other_share, other_n)
    inner_low, inner_high = newcombe(share, n, other_share, other_n, Z_90)
    assert low - 1e-12 <= inner_low
    assert inner_high <= high + 1e-12
