# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many answers two waves need, against R; planning and power undo each other."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.analysis.reference import frozen
from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.planner import (
    Demand,
    Known,
    Question,
    Way,
    detectable_difference,
    detectable_share,
    margin,
    needed_per_wave,
    needed_per_wave_for_means,
    needed_second_wave,
    needed_second_wave_for_means,
    plan_answers,
    power_for_means,
    power_for_shares,
)

R = frozen("planner")
shares = st.floats(0.02, 0.98)
demands = st.builds(
    Demand, power=st.floats(0.3, 0.99), alpha=st.floats(0.005, 0.2),
    design_effect=st.floats(0.5, 4),
)  # fmt: skip


def test_the_numbers_of_the_method():
    assert needed_per_wave(0.83, 0.85).n == 5271
    seen = detectable_share(0.83, Way.RISE, n_first=1100, n_second=1100)
    assert round(100 * (seen - 0.83), 1) == 4.2
    assert round(power_for_shares(0.83, 0.85, n_first=1100, n_second=1100), 2) == 0.25
    after = needed_second_wave(0.83, 0.85, n_first=1100)
    assert (after.n, after.exact) == (None, None)
    assert "no second wave is large enough" in after.reason


def test_shares_equal_r_by_formula():
    assert needed_per_wave(0.83, 0.85).exact == pytest.approx(R["n_83_85"], rel=1e-9)
    clustered = needed_per_wave(0.83, 0.85, demand=Demand(design_effect=1.4))
    assert clustered.exact == pytest.approx(R["n_83_85_deff"], rel=1e-9)
    for way in Way:
        seen = detectable_share(0.83, way, n_first=1100, n_second=1100)
        assert seen == pytest.approx(R[f"{way}_1100"], rel=1e-9)
    unequal = detectable_share(0.83, Way.RISE, n_first=1100, n_second=400)
    assert unequal == pytest.approx(R["rise_1100_400"], rel=1e-9)
    power = power_for_shares(0.83, 0.85, n_first=1100, n_second=1100)
    assert power == pytest.approx(R["power_1100"], rel=1e-9)
    most = power_for_shares(0.83, 0.85, n_first=1100, n_second=math.inf)
    assert most == pytest.approx(R["power_1100_most"], rel=1e-9)
    second = needed_second_wave(0.83, 0.85, n_first=3000).exact
    assert second == pytest.approx(R["second_after_3000"], rel=1e-7)


def test_pooling_the_variance_as_power_prop_test_does_changes_little():
    assert needed_per_wave(0.83, 0.85).exact == pytest.approx(R["n_83_85_pooled"], rel=1e-3)
    rise = detectable_share(0.83, Way.RISE, n_first=1100, n_second=1100)
    assert rise == pytest.approx(R["rise_1100_pooled"], abs=1e-4)
    power = power_for_shares(0.83, 0.85, n_first=1100, n_second=1100)
    assert power == pytest.approx(R["power_1100_pooled"], abs=5e-4)


def test_means_equal_r():
    assert needed_per_wave_for_means(0.2, 1.5).exact == pytest.approx(R["mean_n"], rel=1e-7)
    assert needed_per_wave_for_means(-3, 1).exact == pytest.approx(R["mean_n_small"], rel=1e-7)
    power = power_for_means(0.2, 1.5, n_first=300, n_second=300)
    assert power == pytest.approx(R["mean_power_300"], rel=1e-8)
    seen = detectable_difference(1.5, n_first=300, n_second=300)
    assert seen == pytest.approx(R["mean_delta_300"], rel=1e-7)
    power = power_for_means(0.2, 1.5, n_first=600, n_second=900)
    assert power == pytest.approx(R["mean_power_600_900"], rel=1e-8)
    second = needed_second_wave_for_means(0.2, 1.5, n_first=600).exact
    assert second == pytest.approx(R["mean_second_after_600"], rel=1e-6)


def test_no_second_wave_saves_too_small_a_first_for_a_mean():
    found = needed_second_wave_for_means(0.2, 1.5, n_first=300)
    assert found.n is None
    assert "no second wave is large enough" in found.reason


def test_a_rise_that_does_not_fit_under_100_percent_is_none():
    assert detectable_share(0.99, Way.RISE, n_first=50, n_second=50) is None
    assert detectable_share(0.01, Way.FALL, n_first=50, n_second=50) is None
    assert detectable_share(0.99, Way.FALL, n_first=50, n_second=50) is not None


def test_the_population_narrows_a_margin_and_never_the_test():
    alone = margin(0.5, 1000)
    assert alone == pytest.approx(1.959964 * 0.5 / math.sqrt(1000), rel=1e-6)
    assert margin(0.5, 1000, population=4000) == pytest.approx(alone * math.sqrt(0.75))
    assert margin(0.5, 4000, population=4000) == 0
    assert margin(0.5, 1000, demand=Demand(design_effect=4)) == pytest.approx(2 * alone)


@given(shares, shares, demands)
def test_what_is_needed_has_the_power_asked(before, after, demand):
    assume(abs(before - after) > 1e-3)
    found = needed_per_wave(before, after, demand=demand)
    assume(found.exact >= 1)
    n = found.exact
    power = power_for_shares(before, after, n_first=n, n_second=n, demand=demand)
    assert power == pytest.approx(demand.power, abs=1e-9)
    n = found.n
    rounded = power_for_shares(before, after, n_first=n, n_second=n, demand=demand)
    assert rounded >= demand.power - 1e-6


@given(shares, st.sampled_from(Way), demands, st.floats(30, 1e5), st.floats(30, 1e5))
def test_what_can_be_seen_has_the_power_asked(before, way, demand, n_first, n_second):
    seen = detectable_share(before, way, n_first=n_first, n_second=n_second, demand=demand)
    assume(seen is not None and 1e-6 < seen < 1 - 1e-6 and abs(seen - before) > 1e-6)
    assert (seen > before) == (way is Way.RISE)
    power = power_for_shares(before, seen, n_first=n_first, n_second=n_second, demand=demand)
    assert power == pytest.approx(demand.power, abs=1e-6)


@given(shares, shares, demands, st.floats(30, 1e6))
def test_the_second_wave_has_the_power_asked_or_none_has(before, after, demand, n_first):
    assume(abs(before - after) > 1e-3)
    found = needed_second_wave(before, after, n_first=n_first, demand=demand)
    if found.exact is None:
        most = power_for_shares(before, after, n_first=n_first, n_second=math.inf, demand=demand)
        assert most <= demand.power + 1e-9
    else:
        assume(found.exact >= 1)
        power = power_for_shares(
            before, after, n_first=n_first, n_second=found.exact, demand=demand
        )
        assert power == pytest.approx(demand.power, abs=1e-6)


@given(st.floats(0.05, 2), st.floats(0.5, 3), demands)
def test_means_undo_each_other_and_know_no_unit(difference, sd, demand):
    found = needed_per_wave_for_means(difference, sd, demand=demand)
    n = found.exact
    assume(n > 3 * demand.design_effect)
    power = power_for_means(difference, sd, n_first=n, n_second=n, demand=demand)
    assert power == pytest.approx(demand.power, abs=1e-6)
    seen = detectable_difference(sd, n_first=n, n_second=n, demand=demand)
    assert seen == pytest.approx(difference, rel=1e-5)
    other = needed_per_wave_for_means(-7 * difference, 7 * sd, demand=demand)
    assert other.exact == pytest.approx(n, rel=1e-5)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [(0.8, 0.8, "no change"), (0, 0.1, "between 0 and 1"), (0.8, 1, "between 0 and 1"),
     (83, 85, "not at 83"), (math.nan, 0.5, "between 0 and 1")],
)  # fmt: skip
def test_shares_that_cannot_be_planned_are_refused(before, after, why):
    with pytest.raises(InputError, match=why):
        needed_per_wave(before, after)
    with pytest.raises(InputError, match=why):
        power_for_shares(before, after, n_first=100, n_second=100)


@pytest.mark.parametrize(
    ("change", "why"),
    [({"power": 80}, "power lies"), ({"power": 0.02}, "power lies"), ({"alpha": 5}, "alpha lies"),
     ({"design_effect": 0}, "design effect"), ({"design_effect": math.inf}, "design effect")],
)  # fmt: skip
def test_a_demand_that_cannot_be_is_refused(change, why):
    with pytest.raises(InputError, match=why):
        Demand(**change)


def test_sizes_and_spreads_that_cannot_be_are_refused():
    with pytest.raises(InputError, match="first wave is a number of answers"):
        power_for_shares(0.1, 0.2, n_first=0, n_second=100)
    with pytest.raises(InputError, match="second wave is a number of answers"):
        power_for_means(1, 1, n_first=10, n_second=math.nan)
    with pytest.raises(InputError, match="together more than 2"):
        power_for_means(1, 1, n_first=1, n_second=1)
    with pytest.raises(InputError, match="the difference is 0"):
        needed_per_wave_for_means(0, 1)
    with pytest.raises(InputError, match="above 0"):
        detectable_difference(0, n_first=10, n_second=10)
    with pytest.raises(InputError, match="of a population of 10"):
        margin(0.5, 11, population=10)
    with pytest.raises(InputError, match="not negative"):
        margin(-0.5, 11)


def test_power_is_how_often_two_drawn_waves_show_the_change():
    rng = np.random.default_rng(20221231)
    times, n = 20_000, 1100
    first = rng.binomial(n, 0.83, times) / n
    second = rng.binomial(n, 0.87, times) / n
    error = np.sqrt((first * (1 - first) + second * (1 - second)) / n)
    shown = np.mean((second - first) / error > 1.959964)
    expected = power_for_shares(0.83, 0.87, n_first=n, n_second=n)
    assert shown == pytest.approx(expected, abs=0.015)


def test_a_mean_and_a_share_are_asked_the_same_questions():
    known = Known(0.83, 0.85, n=1100, n_first=1100)
    questions = [answer.question for answer in plan_answers(known)]
    assert questions == list(Question)
    mean = plan_answers(Known(6.4, 6.6, n=900, n_first=300, sd=1.5))
    assert [answer.question for answer in mean] == list(Question)
    second, power = mean[1], mean[2]
    assert (second.n_second, second.power) == (None, None)
    assert power.power < second.most_power < 0.8
    with pytest.raises(InputError, match="say where the figure goes"):
        plan_answers(Known(0.83, n_first=1100))


def test_an_answer_that_does_not_exist_says_why():
    rise, fall = plan_answers(Known(0.995, n=50))
    assert (rise.after, rise.reason) == (None, "no rise is large enough to be shown")
    assert fall.after is not None
