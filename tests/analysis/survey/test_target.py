# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""On course or not: against dense Gaussian conditioning, in R and here, and by simulation."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.reference import frozen
from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.measured_wave import MeasuredWave
from voelspriet.analysis.survey.targets.target import Course, Direction, target_outlook

R = frozen("target")
DAY_ONE = date(2014, 1, 1)


def series(*rows):
    return [MeasuredWave(date.fromisoformat(day), y, error) for day, y, error in rows]


TWO = series(("2019-07-01", 81, 1.13), ("2021-07-01", 83, 1.13))
CASES = {
    "two": (TWO, "2022-12-31", 85),
    "uneven": (
        series(("2014-03-15", 78, 1.5), ("2015-03-15", 79.5, 0.8), ("2019-10-01", 82.1, 1.2),
               ("2021-02-28", 84, 2.5)), "2026-12-31", 85),
    "falling": (
        series(("2017-01-01", 30, 1), ("2019-01-01", 26, 1), ("2021-01-01", 21, 1)),
        "2022-01-01", 18),
    "now": (series(("2020-07-01", 84, 1), ("2022-07-01", 88, 1)), "2022-07-01", 85),
}  # fmt: skip


def outlook(waves, deadline, target, direction=Direction.AT_LEAST):
    day = deadline if isinstance(deadline, date) else date.fromisoformat(deadline)
    return target_outlook(waves, target_points=target, deadline=day, direction=direction)


@pytest.mark.parametrize("name", CASES)
def test_the_outlook_equals_dense_conditioning_in_r(name):
    found = outlook(*CASES[name])
    last = found.band[-1]
    got = (found.probability, found.drift_points_per_year, found.drift_error_points_per_year)
    asked = [R[f"{name}_{key}"] for key in ("probability", "drift", "drift_error")]
    assert got == pytest.approx(asked, rel=1e-9)
    assert last.middle == pytest.approx(R[f"{name}_expected"], rel=1e-9)
    assert (last.high_95 - last.low_95) / 2 == pytest.approx(
        1.959963984540054 * R[f"{name}_error"], rel=1e-9
    )
    assert (last.high_80 - last.low_80) / 2 == pytest.approx(
        1.2815515655446004 * R[f"{name}_error"], rel=1e-9
    )


def densely(waves, deadline):
    """Solve all levels and the drift at once, from the precisions of steps, drift and errors."""
    days = [*(wave.on for wave in waves), deadline]
    size = len(days) + 1
    precision, pull = np.zeros((size, size)), np.zeros(size)
    precision[-1, -1] = 1.0
    for place, (start, end) in enumerate(pairwise(days)):
        years = (end - start).days / 365.25
        step = np.zeros(size)
        step[place], step[place + 1], step[-1] = -1, 1, -years
        precision += np.outer(step, step) / years
    for place, wave in enumerate(waves):
        precision[place, place] += wave.standard_error**-2
        pull[place] += wave.estimate / wave.standard_error**2
    covariance = np.linalg.inv(precision)
    means = covariance @ pull
    return means[-2], math.sqrt(covariance[-2, -2]), means[-1], math.sqrt(covariance[-1, -1])


@st.composite
def many_waves(draw, least=2):
    gaps = draw(st.lists(st.integers(20, 1500), min_size=least, max_size=6))
    ys = draw(st.lists(st.floats(20, 70), min_size=len(gaps), max_size=len(gaps)))
    errors = draw(st.lists(st.floats(0.2, 6), min_size=len(gaps), max_size=len(gaps)))
    days = [DAY_ONE + timedelta(days=sum(gaps[: i + 1])) for i in range(len(gaps))]
    return [MeasuredWave(*row) for row in zip(days, ys, errors, strict=True)]


@given(many_waves(), st.integers(1, 3000), st.floats(10, 90))
def test_the_filter_equals_solving_everything_at_once(waves, ahead, target):
    deadline = waves[-1].on + timedelta(days=ahead)
    found = outlook(waves, deadline, target)
    mean, error, drift, drift_error = densely(waves, deadline)
    assert found.probability == pytest.approx(
        1 - NormalDist(mean, error).cdf(target), rel=1e-6, abs=1e-9
    )
    assert found.drift_points_per_year == pytest.approx(drift, abs=1e-7)
    assert found.drift_error_points_per_year == pytest.approx(drift_error, rel=1e-7)
    assert found.band[-1].middle == pytest.approx(mean, abs=1e-7)


@given(many_waves(), st.integers(1, 3000), st.floats(10, 90), st.floats(0, 9))
def test_a_higher_target_is_never_likelier(waves, ahead, target, more):
    deadline = waves[-1].on + timedelta(days=ahead)
    lower, higher = outlook(waves, deadline, target), outlook(waves, deadline, target + more)
    assert higher.probability <= lower.probability
    ceiling = outlook(waves, deadline, target, Direction.AT_MOST)
    assert ceiling.probability == pytest.approx(1 - lower.probability, abs=1e-12)


@given(
    many_waves(), st.integers(0, 3000), st.floats(30, 60),
    st.tuples(st.floats(-19, 29), st.integers(-3000, 3000)), st.randoms(),
)  # fmt: skip
def test_only_differences_count_not_level_calendar_or_order(waves, ahead, target, moves, random):
    shift, later = moves[0], timedelta(days=moves[1])
    deadline = waves[-1].on + timedelta(days=ahead)
    moved = [replace(w, estimate=w.estimate + shift, on=w.on + later) for w in waves]
    random.shuffle(moved)
    one = outlook(waves, deadline, target)
    other = outlook(moved, deadline + later, target + shift)
    assert other.probability == pytest.approx(one.probability, abs=1e-9)
    assert other.drift_points_per_year == pytest.approx(one.drift_points_per_year, abs=1e-9)


@pytest.mark.parametrize(
    ("target", "direction", "statement"),
    [(80, "at-least", "on course"), (86, "at-least", "off course"), (84, "at-least",
     "cannot be said"), (80, "at-most", "off course"), (86, "at-most", "on course")],
)  # fmt: skip
def test_the_statement_follows_the_chance(target, direction, statement):
    found = outlook(TWO, "2022-12-31", target, Direction(direction))
    assert found.statement == statement
    assert (found.reason == "the chance is between 20 and 80 %") == (statement == "cannot be said")


@pytest.mark.parametrize(
    ("chance", "statement"),
    [(0.8, "on course"), (0.7999, "cannot be said"), (0.2, "off course"),
     (0.2001, "cannot be said")],
)  # fmt: skip
def test_the_borders_belong_to_on_and_off(chance, statement):
    expected = NormalDist(R["two_expected"], R["two_error"])
    found = outlook(TWO, "2022-12-31", expected.inv_cdf(1 - chance))
    assert found.statement == statement


def test_one_wave_is_too_little_to_say():
    found = outlook(TWO[:1], "2022-12-31", 85)
    assert found.statement is Course.CANNOT_BE_SAID
    assert found.reason == "there is one wave and it takes two that can be compared"
    assert (found.probability, found.band, found.drift_points_per_year) == (None, (), None)


def test_a_break_starts_the_series_anew():
    broken = [*TWO, replace(TWO[0], on=date(2022, 3, 1), break_before="online")]
    found = outlook(broken, "2022-12-31", 85)
    assert found.statement is Course.CANNOT_BE_SAID
    assert found.reason == (
        "there is one wave since a break and it takes two that can be compared; before it: online"
    )
    assert (len(found.waves_used), found.waves_before_break) == (1, 2)
    again = [*broken, replace(TWO[1], on=date(2022, 6, 1))]
    alone = outlook([replace(w, break_before="") for w in again[2:]], "2022-12-31", 85)
    assert outlook(again, "2022-12-31", 85).probability == alone.probability


def test_a_break_before_the_first_wave_is_told():
    found = outlook([replace(TWO[0], break_before="another question")], "2022-12-31", 85)
    assert found.reason == (
        "there is one wave and it takes two that can be compared; before it: another question"
    )


def test_waves_after_the_deadline_are_counted_and_not_used():
    late = replace(TWO[1], on=date(2023, 1, 1), break_before="online")
    found = outlook([*TWO, late], "2022-12-31", 85)
    assert found.probability == outlook(TWO, "2022-12-31", 85).probability
    assert (found.waves_after_deadline, found.waves_before_break) == (1, 0)
    none = outlook([late], "2022-12-31", 85)
    assert none.reason.startswith("there is no wave on or before the deadline")
    assert outlook([], "2022-12-31", 85).reason.startswith("there is no wave and")


def test_the_band_has_a_row_a_year_and_the_deadline():
    days = [point.on.isoformat() for point in outlook(TWO, "2023-12-31", 85).band]
    assert days == ["2021-07-01", "2022-07-01", "2023-07-01", "2023-12-31"]
    leap = series(("2018-02-28", 80, 1), ("2020-02-29", 81, 1))
    days = [point.on.isoformat() for point in outlook(leap, "2021-02-28", 85).band]
    assert days == ["2020-02-29", "2021-02-28"]
    at_once = outlook(TWO, "2021-07-01", 85).band
    assert [point.on.isoformat() for point in at_once] == ["2021-07-01"]


@pytest.mark.parametrize(
    ("waves", "target", "why"),
    [
        (TWO, 101, "0 to 100"), ([replace(TWO[0], estimate=-1)], 85, "0 to 100"),
        ([replace(TWO[0], standard_error=0)], 85, "above 0"), ([TWO[0], TWO[0]], 85, "one day"),
        ([replace(TWO[0], standard_error=math.nan)], 85, "above 0"),
    ],
)  # fmt: skip
def test_what_the_model_cannot_take_is_refused(waves, target, why):
    with pytest.raises(InputError, match=why):
        outlook(waves, "2022-12-31", target)


def test_the_chances_are_those_of_drawn_histories():
    """Of targets called 80 % or more, as many are met as promised; the bands cover as they say."""
    rng = np.random.default_rng(851)
    times, errors = 4000, (1.2, 0.9, 1.5)
    at = np.array([0.0, 1.5, 3.5, 6.0])
    days = [DAY_ONE + timedelta(days=round(365.25 * years)) for years in at]
    chances, met, in_95, in_80 = [], [], [], []
    for _ in range(times):
        drift = rng.normal()
        steps = drift * np.diff(at) + rng.normal(size=3) * np.sqrt(np.diff(at))
        true = 50 + np.concatenate([[0], np.cumsum(steps)])
        seen = true[:3] + rng.normal(size=3) * errors
        waves = [MeasuredWave(*row) for row in zip(days, seen, errors, strict=False)]
        target = 50 + rng.normal() * 4
        found = outlook(waves, days[-1], target)
        chances.append(found.probability)
        met.append(true[-1] >= target)
        last = found.band[-1]
        in_95.append(last.low_95 <= true[-1] <= last.high_95)
        in_80.append(last.low_80 <= true[-1] <= last.high_80)
    assert np.mean(in_95) == pytest.approx(0.95, abs=0.01)
    assert np.mean(in_80) == pytest.approx(0.80, abs=0.018)
    chances, met = np.array(chances), np.array(met)
    for low, high in ((0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1.01)):
        here = (chances >= low) & (chances < high)
        luck = 3 * np.sqrt(np.mean(chances[here] * (1 - chances[here])) / np.count_nonzero(here))
        assert np.mean(met[here]) == pytest.approx(np.mean(chances[here]), abs=luck)
