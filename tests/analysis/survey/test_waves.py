# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A change between two waves: against R's t tests, and never over a break."""

from __future__ import annotations

import math
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.analysis.reference import frozen
from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.waves.waves import Change, Wave, WaveChange, change_between

R = frozen("waves")
waves = st.builds(Wave, st.floats(-50, 50), st.floats(0.1, 10), st.floats(2, 1e5))


def numbers(change):
    return (change.difference, change.low, change.high, change.df, change.p_value)


def test_independent_waves_equal_the_test_of_welch():
    found = change_between(
        Wave(R["first"], R["first_error"], R["first_n"] - 1),
        Wave(R["second"], R["second_error"], R["second_n"] - 1),
    )
    expected = [R[f"welch_{name}"] for name in ("difference", "low", "high", "df", "p")]
    assert numbers(found) == pytest.approx(expected, rel=1e-8)
    assert found.statement is Change.MORE


def test_a_panel_equals_the_paired_test():
    df = R["panel_n"] - 1
    found = change_between(
        Wave(R["panel_first"], R["panel_first_error"], df),
        Wave(R["panel_second"], R["panel_second_error"], df),
        covariance=R["panel_covariance"],
    )
    expected = [R[f"panel_{name}"] for name in ("difference", "low", "high", "df", "p")]
    assert numbers(found) == pytest.approx(expected, rel=1e-8)
    assert found.statement is Change.NOT_SHOWN


def test_a_break_gives_a_reason_and_no_number():
    reason = "online instead of on paper"
    found = change_between(Wave(0.83, 0.01), Wave(0.95, 0.01), break_reason=reason)
    assert astuple(found) == astuple(WaveChange(Change.NOT_COMPARABLE, reason))
    assert found.difference is None
    assert found.detectable is None


def test_two_points_in_two_waves_of_1100_are_not_shown():
    error = math.sqrt(0.83 * 0.17 / 1100)
    found = change_between(Wave(0.83, error, 1099), Wave(0.85, error, 1099))
    assert found.statement is Change.NOT_SHOWN
    assert found.detectable == pytest.approx(0.045, abs=0.0005)


def test_waves_that_do_not_vary_cannot_be_compared_by_chance():
    found = change_between(Wave(1, 0, 10), Wave(1, 0, 10))
    assert found.statement is Change.CANNOT_BE_SAID
    assert "no standard error" in found.reason
    certain = change_between(Wave(1, 0, 10), Wave(2, 0.1, 20))
    assert (certain.statement, certain.df) == (Change.MORE, 20)


def test_known_standard_errors_use_the_normal_distribution():
    found = change_between(Wave(10, 3), Wave(5, 4))
    assert (found.low, found.high) == pytest.approx((-5 - 5 * 1.959964, -5 + 5 * 1.959964))
    assert found.p_value == pytest.approx(2 * 0.158655, rel=1e-5)
    assert found.df == math.inf


@pytest.mark.parametrize(
    ("wave", "why"),
    [(Wave(math.nan, 1), "estimate"), (Wave(1, -1), "standard error"),
     (Wave(1, math.inf), "standard error"), (Wave(1, 1, 0), "degrees of freedom")],
)  # fmt: skip
def test_a_wave_that_cannot_be_is_refused(wave, why):
    with pytest.raises(InputError, match=why):
        change_between(Wave(1, 1), wave)


def test_a_covariance_or_level_that_cannot_be_is_refused():
    with pytest.raises(InputError, match="allow 6"):
        change_between(Wave(1, 2), Wave(1, 3), covariance=6.1)
    with pytest.raises(InputError, match="level"):
        change_between(Wave(1, 2), Wave(1, 3), level=95)


@given(waves, waves)
def test_turning_the_waves_round_turns_the_change_round(before, after):
    one, other = change_between(before, after), change_between(after, before)
    assert one.difference == pytest.approx(-other.difference)
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low))
    assert one.p_value == pytest.approx(other.p_value)


@given(waves, waves)
def test_interval_p_and_statement_agree(before, after):
    found = change_between(before, after)
    assume(abs(found.p_value - 0.05) > 1e-6)
    assert (found.p_value < 0.05) == (found.statement in (Change.MORE, Change.LESS))
    assert (found.statement is Change.MORE) == (found.low > 0)


@given(waves, waves, st.floats(0.01, 100))
def test_another_unit_changes_only_the_numbers(before, after, factor):
    def scaled(wave):
        return Wave(wave.estimate * factor, wave.standard_error * factor, wave.df)

    one, other = change_between(before, after), change_between(scaled(before), scaled(after))
    assert other.difference == pytest.approx(one.difference * factor)
    assert (other.df, other.p_value) == pytest.approx((one.df, one.p_value))


def test_without_a_change_the_interval_misses_it_in_5_percent():
    rng = np.random.default_rng(4)
    missed, times = 0, 4000
    for first, second in zip(
        rng.normal(7, 1, (times, 15)), rng.normal(7, 3, (times, 10)), strict=True
    ):
        found = change_between(
            Wave(first.mean(), first.std(ddof=1) / math.sqrt(15), 14),
            Wave(second.mean(), second.std(ddof=1) / math.sqrt(10), 9),
        )
        missed += found.statement is not Change.NOT_SHOWN
    assert missed / times == pytest.approx(0.05, abs=0.012)
