# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The judge itself is judged: a wrong interval is refused, a right one is not."""

from __future__ import annotations

import math

import numpy as np
import pytest
from evidence.__main__ import verdict
from evidence.drawing import Samples, coverage
from evidence.judging import Sums, finding
from evidence.running import chunks_of, draw
from evidence.scenario import Claim, Scenario, covered

COVERAGE = Claim("coverage", 0.935, 0.965)


def of_normal_means(point: float, claim: Claim = COVERAGE) -> Scenario:
    """Intervals of a mean with any point: 1.98 is right for n = 100, a smaller one is too bold."""

    def replicate(rng, count):
        y = rng.standard_normal((count, 100))
        half = point * y.std(axis=1, ddof=1) / 10
        return {claim.quantity: covered(y.mean(axis=1) - half, y.mean(axis=1) + half, 0.0)}

    return Scenario("normal-means", "n = 100", "nothing", (claim,), replicate)


def judged(scenario, replications):
    chunks = chunks_of(scenario, replications)
    total = sum((draw(scenario, c, 1).sums["coverage"] for c in chunks), start=Sums(0, 0.0, 0.0))
    return finding(scenario, scenario.claims[0], total)


def test_a_right_interval_is_met():
    found = judged(of_normal_means(1.984), 10_000)
    assert found.is_met
    assert found.mean == pytest.approx(0.95, abs=4 * found.monte_carlo_error)


@pytest.mark.parametrize("point", [1.645, 2.4])
def test_an_interval_too_narrow_or_too_wide_is_refused(point):
    found = judged(of_normal_means(point), 10_000)
    assert not found.is_met
    assert found.is_failure


def test_a_short_run_also_refuses_what_is_clearly_wrong():
    assert judged(of_normal_means(1.282), 200).is_failure


def test_a_short_run_gets_a_band_wider_by_three_monte_carlo_errors():
    scenario = of_normal_means(1.984)
    short, whole = Sums(200, 182.0, 182.0), Sums(10_000, 9_100.0, 9_100.0)
    assert finding(scenario, COVERAGE, short).is_met
    assert not finding(scenario, COVERAGE, whole).is_met
    least = 0.935 - 3 * math.sqrt(0.91 * 0.09 / 199)
    assert finding(scenario, COVERAGE, Sums(200, 200 * least, 200 * least)).mean >= least - 1e-12


def test_a_short_run_without_a_single_miss_is_not_refused_for_certainty():
    assert finding(of_normal_means(1.984), COVERAGE, Sums(100, 100.0, 100.0)).is_met


def test_what_is_printed_never_fails():
    claim = Claim("coverage", 0.935, 0.965, is_judged=False)
    found = judged(of_normal_means(1.282, claim), 2_000)
    assert not found.is_met
    assert not found.is_failure


def test_a_wrong_standard_error_of_the_real_function_is_refused():
    """Clusters estimated as if there were none: the mistake that the evidence is there to find."""

    def replicate(rng, count):
        cluster = np.repeat(np.arange(20), 10)
        between = rng.standard_normal((count, 20))[:, cluster]
        y = math.sqrt(0.2) * between + math.sqrt(0.8) * rng.standard_normal((count, 200))
        return {"coverage": coverage(Samples(count, {"y": y}).estimates(["y"]), 0.0)}

    scenario = Scenario("clusters-forgotten", "", "estimate", (COVERAGE,), replicate)
    assert judged(scenario, 1_000).is_failure


def test_the_exit_code_is_one_when_a_judged_claim_misses(capsys):
    right, wrong = (judged(of_normal_means(p), 2_000) for p in (1.984, 1.282))
    assert verdict([right]) == 0
    assert verdict([right, wrong]) == 1
    assert "MISSED  normal-means: coverage" in capsys.readouterr().out


def test_mean_and_monte_carlo_error_are_those_of_the_outcomes():
    values = np.random.default_rng(1).standard_normal(1_000)
    total = Sums.of(values[:300]) + Sums.of(values[300:])
    assert total.mean == pytest.approx(values.mean())
    assert total.monte_carlo_error == pytest.approx(values.std(ddof=1) / math.sqrt(1_000))


def test_an_outcome_that_is_no_number_is_refused_and_not_left_out():
    with pytest.raises(ValueError, match="1 outcomes are no number"):
        Sums.of(np.array([1.0, np.nan]))


def test_no_interval_does_not_hold_the_truth():
    assert covered(np.array([np.nan, -1.0]), np.array([np.nan, 1.0]), 0.0).tolist() == [0.0, 1.0]
