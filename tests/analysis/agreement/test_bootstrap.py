# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Intervals: where there is one, where there is none and why, and how often one is right."""

from __future__ import annotations

import numpy as np
import pytest

from voelspriet.analysis.agreement import alpha, kappa
from voelspriet.analysis.agreement.bootstrap import draws, interval
from voelspriet.analysis.errors import InputError


def rng(seed=7):
    return np.random.default_rng(seed)


def talks(count, coded_in=None, *, agree=False):
    """Talks of 100 codepoints in which B codes a bit later than A."""
    rows = {name: [] for name in ("source", "length", "coder", "code", "start", "end")}
    for talk in range(count):
        for coder, late in (("A", 0), ("B", 0 if agree else 3 + talk % 5)):
            here = coded_in is None or talk in coded_in
            row = (f"t{talk}", 100, coder, "1", 10 + late, 40) if here else (
                f"t{talk}", 100, coder, None, None, None)  # fmt: skip
            for name, part in zip(rows, row, strict=True):
                rows[name].append(part)
    return rows


def only(data, **options):
    (found,) = kappa(data, rng=rng(), **options).agreements
    return found


def test_eight_sources_have_an_interval_and_seven_a_reason():
    found = only(talks(8))
    assert found.interval.low < found.value < found.interval.high
    seven = only(talks(7))
    assert seven.value is not None
    assert seven.interval.low is None
    assert seven.interval.why_not == "it needs at least 8 sources that both coded, here 7"


def test_alpha_needs_eight_items():
    data = {"item": [1, 1, 2, 2], "coder": ["A", "B"] * 2, "value": [1, 1, 2, 1]}
    found = alpha(data, rng=rng()).agreement
    assert "at least 8 items with two values, here 2" in found.interval.why_not


def test_draws_without_a_coefficient_are_counted():
    # used in 4 of 8 talks: (4/8)^8 = 0.4 % of the draws miss all of them
    found = only(talks(8, {0, 1, 2, 3}), replications=20_000)
    assert found.interval.undefined / 20_000 == pytest.approx(0.5**8, abs=0.002)
    assert found.interval.low is not None


def test_too_many_draws_without_a_coefficient_leave_no_interval():
    # used in 1 of 8 talks: (7/8)^8 = 34 % of the draws miss it
    found = only(talks(8, {0}))
    assert found.value is not None
    assert found.interval.low is None
    assert "undefined" in found.interval.why_not
    assert found.interval.undefined / found.interval.replications == pytest.approx(0.344, abs=0.03)


def test_perfect_agreement_shows_no_spread_and_says_so():
    found = only(talks(9, agree=True))
    assert found.value == 1
    assert found.interval.low is None
    assert "same value" in found.interval.why_not


def test_the_same_seed_gives_the_same_interval():
    assert only(talks(9)).interval == only(talks(9)).interval


def test_few_replications_are_refused():
    with pytest.raises(InputError, match="at least 1,000"):
        only(talks(8), replications=100)


def test_progress_is_told_to_the_end():
    heard = []
    kappa(
        talks(8), rng=rng(), replications=1500, progress=lambda done, of: heard.append((done, of))
    )
    assert heard[-1] == (1500, 1500)


@pytest.mark.parametrize("times", [[30, 50, 20], [1] * 100, [2] * 50])
def test_every_unit_has_the_same_chance(times):
    times = np.array(times)
    (drawn,) = draws(times, rng(), 4000)
    assert (drawn.sum(axis=1) == 100).all()
    assert drawn.mean(axis=0) == pytest.approx(times, abs=0.3)
    # as drawn one by one with replacement: the variance of a binomial
    assert drawn[:, 0].var() == pytest.approx(times[0] * (1 - times[0] / 100), rel=0.12)


def test_few_units_reach_further_than_plain_percentiles():
    replicated = np.arange(100_000) / 100_000
    few, many = interval(replicated, 8, "sources"), interval(replicated, 100_000, "sources")
    assert many.low == pytest.approx(0.025, abs=2e-5)
    # Φ(-√(8/7) · t(7; .975)), Hesterberg (2015)
    assert few.low == pytest.approx(0.00573752, abs=2e-5)
    assert few.high == pytest.approx(1 - 0.00573752, abs=2e-5)


@pytest.mark.slow
def test_intervals_of_eight_sources_hold_the_truth_about_as_often_as_they_say():
    drawn = rng(20261125)
    true_value = _kappa(_counts(drawn, 400_000).sum(axis=0))
    held = 0
    for _ in range(800):
        counts = _counts(drawn, 8)
        (times,) = draws(np.ones(8, dtype=np.int64), drawn, 1000)
        found = interval(_kappa(times @ counts), 8, "sources")
        held += found.low <= true_value <= found.high
    # plain percentiles hold 88 %; three standard errors around 93.5 %
    assert 0.91 <= held / 800 <= 0.965


def _counts(drawn, sources):
    """Segments per source: all, coded by one, by the other, by both; few sources hold most."""
    every = drawn.integers(10, 60, sources)
    really = drawn.binomial(every, drawn.beta(2, 8, sources))
    one = drawn.binomial(really, 0.85)
    both = drawn.binomial(one, 0.8)
    other = both + drawn.binomial(every - one, 0.04)
    return np.stack([every, one, other, both], axis=1).astype(float)


def _kappa(counts):
    every, one, other, both = np.moveaxis(counts, -1, 0)
    with np.errstate(invalid="ignore"):
        return 2 * (every * both - one * other) / (every * (one + other) - 2 * one * other)
