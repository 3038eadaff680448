# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waits that were counted first give the same curves, and R's own."""

from __future__ import annotations

import csv
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.reference import DATA, frozen
from voelspriet.analysis.process import (
    Ending,
    Moment,
    Tally,
    Waiting,
    aalen_johansen,
    kaplan_meier,
    quantile,
    share_answered,
    tally,
)

WORDS = {"open": Ending.OPEN, "answered": Ending.EVENT, "closed": Ending.COMPETING}
waits_of_some = st.lists(
    st.builds(Waiting, st.integers(0, 40), st.sampled_from(Ending)), max_size=80
)


def reference_waits(area: str) -> list[Waiting]:
    with (DATA / "waits.csv").open(encoding="utf-8", newline="") as opened:
        rows = [row for row in csv.DictReader(opened) if row["area"] == area]
    return [Waiting(int(row["days"]), WORDS[row["ending"]]) for row in rows]


def published_variance(waits: list[Waiting], until: float) -> float:
    """The sum as Marubini & Valsecchi print it, over all endings up to a time."""
    times = sorted({wait.days for wait in waits if wait.ending is not Ending.OPEN})
    still, share, rows = 1.0, 0.0, []
    for days in [one for one in times if one <= until]:
        n = sum(wait.days >= days for wait in waits)
        events = sum(wait.days == days and wait.ending is Ending.EVENT for wait in waits)
        ended = sum(wait.days == days and wait.ending is not Ending.OPEN for wait in waits)
        share += still * events / n
        rows.append((share, still, n, events, ended))
        still *= 1 - ended / n
    total = 0.0
    for then, before, n, events, ended in rows:
        ahead = share - then
        total += ahead**2 * ended / (n * (n - ended)) if n > ended else 0.0
        total += before**2 * events * (n - events) / n**3
        total -= 2 * ahead * before * events / n**2
    return max(0.0, total)


def waits_that_ended(waits: list[Waiting]) -> list[float]:
    return sorted(wait.days for wait in waits if wait.ending is not Ending.OPEN)


@pytest.mark.parametrize("area", ["North", "South", "Small"])
def test_aalen_johansen_is_r_s_multi_state_survfit(area):
    """R's errors are infinitesimal jackknife ones: the same as the delta method's."""
    told = frozen("competing")
    steps = aalen_johansen(reference_waits(area)).steps
    assert len(steps) == sum(name.startswith(f"aj {area}") for name in told) / 5
    for step in steps:
        key = f"aj {area} {step.days:.0f}"
        assert step.at_risk == told[f"{key} at_risk"]
        assert step.value == pytest.approx(told[f"{key} share"], abs=1e-9)
        if not step.has_interval:  # R prints one, as if the last one left were many
            assert (area, step.days, step.at_risk) in {("South", 29, 1), ("North", 20, 1)}
            continue
        assert step.error == pytest.approx(told[f"{key} error"], abs=1e-9)
        assert step.low == pytest.approx(told[f"{key} low"], abs=1e-9)
        assert step.high == pytest.approx(told[f"{key} high"], abs=1e-9)


@pytest.mark.parametrize("area", ["North", "South", "Small"])
def test_without_competing_endings_the_share_answered_is_r_s_survfit(area):
    told = frozen("competing")
    waits = [wait for wait in reference_waits(area) if wait.ending is not Ending.COMPETING]
    curve = share_answered(waits)
    for step in curve.steps:
        key = f"km {area} {step.days:.0f}"
        if not step.has_interval:
            assert f"{key} share" not in told, "R has an interval here"
            continue
        assert step.value == pytest.approx(told[f"{key} share"], abs=1e-9)
        assert step.error == pytest.approx(told[f"{key} error"], abs=1e-9)
        assert (step.low, step.high) == pytest.approx(
            (told[f"{key} low"], told[f"{key} high"]), abs=1e-9
        )
    middle = quantile(curve)
    limits = [told[f"km {area} median low"], told[f"km {area} median high"]]
    assert [middle.low, middle.high] == [None if math.isnan(one) else one for one in limits]
    if area != "Small":  # there exactly half is reached, and R takes the middle of the flat part
        assert middle.days == told[f"km {area} median"]


@given(waits_of_some, st.randoms(use_true_random=False))
def test_counted_or_one_by_one_in_any_order_the_curve_is_the_same(waits, shuffling):
    mixed = list(waits)
    shuffling.shuffle(mixed)
    counted = tally(mixed)
    for curve in (kaplan_meier, aalen_johansen, share_answered):
        assert curve(waits) == curve(counted)
    assert counted.n == len(waits)
    assert counted.events + counted.competing + counted.open == len(waits)


@given(waits_of_some)
def test_the_variance_kept_up_to_date_is_the_published_sum(waits):
    for step in aalen_johansen(waits).steps:
        if not step.error:
            assert step.days == waits_that_ended(waits)[-1], "only the last step has no error"
            continue
        assert step.error**2 == pytest.approx(published_variance(waits, step.days), abs=1e-12)


@given(st.lists(st.builds(Waiting, st.integers(0, 20), st.sampled_from(Ending)), min_size=1))
def test_a_hundred_times_the_waits_leave_the_shares_and_make_errors_ten_times_smaller(waits):
    many = Tally(
        tuple(
            Moment(one.days, 100 * one.events, 100 * one.competing, 100 * one.open)
            for one in tally(waits).moments
        )
    )
    once, often = aalen_johansen(waits).steps, aalen_johansen(many).steps
    for one, other in zip(once, often, strict=True):
        assert other.value == pytest.approx(one.value)
        assert other.error == pytest.approx(one.error / 10, abs=1e-9)


@given(waits_of_some)
def test_who_was_closed_first_was_not_answered_so_ignoring_that_gives_too_high_a_share(waits):
    answered = {step.days: step.value for step in aalen_johansen(waits).steps}
    for step in kaplan_meier(waits).steps:
        assert answered[step.days] <= 1 - step.value + 1e-12


def test_where_everybody_was_answered_there_is_no_interval_and_no_upper_end_of_the_median():
    curve = share_answered([Waiting(days, Ending.EVENT) for days in (1, 2, 2, 3, 5, 8)])
    assert not curve.steps[-1].has_interval
    assert curve.steps[-1].value == 1
    middle = quantile(curve)
    assert (middle.days, middle.low, middle.high) == (2, 1, None)


def test_the_last_one_left_does_not_make_a_median_certain():
    """Half are reached only by the jump of one case: R prints an upper end, and there is none."""
    south = quantile(aalen_johansen(reference_waits("South")))
    assert (south.days, south.low, south.high) == (29, 19, None)


@pytest.mark.parametrize(
    ("moments", "why"),
    [
        ([Moment(-1, 1, 0, 0)], "0 days"),
        ([Moment(math.nan, 1, 0, 0)], "0 days"),
        ([Moment(1, -1, 2, 0)], "count"),
        ([Moment(2, 1, 0, 0), Moment(1, 1, 0, 0)], "ascend"),
        ([Moment(2, 1, 0, 0), Moment(2, 1, 0, 0)], "ascend"),
    ],
)
def test_a_tally_that_cannot_be_is_refused(moments, why):
    with pytest.raises(ValueError, match=why):
        Tally(tuple(moments))


def test_no_waits_are_a_curve_without_steps():
    assert share_answered([]).steps == ()
    assert quantile(share_answered([])).days is None


def test_the_interval_of_the_share_answered_covers_the_truth_without_competing_endings():
    """Kaplan-Meier's interval; geometric waits seen for 6 to 30 days; 95 % ± 4 standard errors."""
    rng, runs, covered, hazard, day = random.Random(11), 1_500, 0, 0.12, 8
    truth = 1 - (1 - hazard) ** day
    for _ in range(runs):
        waits = []
        for _ in range(120):
            days = 1
            while rng.random() > hazard:
                days += 1
            seen = rng.randint(6, 30)
            ended = days <= seen
            waits.append(Waiting(min(days, seen), Ending.EVENT if ended else Ending.OPEN))
        step = [one for one in share_answered(waits).steps if one.days <= day][-1]
        covered += step.low <= truth <= step.high
    assert covered / runs == pytest.approx(0.95, abs=4 * (0.95 * 0.05 / runs) ** 0.5)
