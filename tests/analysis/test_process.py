# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How soon and how often people are answered, against published numbers."""

from __future__ import annotations

import random
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.process import (
    Ending,
    FatigueCase,
    KeptCase,
    Waiting,
    aalen_johansen,
    fatigue,
    kaplan_meier,
    kept_rate,
    quantile,
    rate,
    wilson,
)

REFERENCE = tomllib.loads(
    (Path(__file__).parent / "reference" / "survival.toml").read_text(encoding="utf-8")
)
MARKS = {"+": Ending.OPEN, "c": Ending.OPEN, "r": Ending.COMPETING}


def waits(text: str) -> list[Waiting]:
    return [
        Waiting(int(word.rstrip("+cr")), MARKS.get(word[-1], Ending.EVENT)) for word in text.split()
    ]


@pytest.mark.parametrize("name", ["freireich_6mp", "aml_maintained"])
def test_kaplan_meier_gives_the_published_curve(name):
    told = REFERENCE[name]
    steps = kaplan_meier(waits(told["times"])).steps
    assert len(steps) == len(told["steps"])
    for step, (days, at_risk, value, error, *interval) in zip(steps, told["steps"], strict=True):
        assert (step.days, step.at_risk) == (days, at_risk)
        assert step.value == pytest.approx(value, abs=5e-4)
        assert step.error == pytest.approx(error, abs=1e-4)
        if interval:
            assert [step.low, step.high] == pytest.approx(interval, abs=1e-4)


@pytest.mark.parametrize("name", ["freireich_6mp", "aml_maintained"])
def test_without_competing_endings_the_share_answered_is_one_minus_kaplan_meier(name):
    told = waits(REFERENCE[name]["times"])
    for waiting, answered in zip(kaplan_meier(told).steps, aalen_johansen(told).steps, strict=True):
        assert answered.value == pytest.approx(1 - waiting.value)
        assert answered.error == pytest.approx(waiting.error)
    assert quantile(aalen_johansen(told)).days == REFERENCE[name]["median"]


def test_aalen_johansen_gives_the_published_cumulative_incidence():
    told = REFERENCE["satagopan"]
    seen = waits(told["times"])
    later = [Waiting(40, Ending.OPEN)] * (told["n"] - len(seen))
    steps = aalen_johansen(seen + later).steps
    before = 0.0
    for step, (days, at_risk, percent) in zip(steps, told["increments_percent"], strict=True):
        assert (step.days, step.at_risk) == (days, at_risk)
        assert 100 * (step.value - before) == pytest.approx(percent, abs=0.05)
        before = step.value


@pytest.mark.parametrize(("successes", "n", "low", "high"), REFERENCE["wilson"]["rows"])
def test_wilson_gives_the_published_interval(successes, n, low, high):
    assert wilson(int(successes), int(n)) == pytest.approx((low, high), abs=1e-4)


endings = st.sampled_from(list(Ending))
several_waits = st.lists(st.builds(Waiting, st.integers(0, 30), endings), min_size=1, max_size=60)


@given(several_waits)
def test_shares_stay_between_0_and_1_and_never_turn_back(told):
    shares = [step.value for step in aalen_johansen(told).steps]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 + 1e-12 for share in shares)


@given(several_waits)
def test_endings_together_are_all_who_no_longer_wait(told):
    swap = {
        Ending.EVENT: Ending.COMPETING,
        Ending.COMPETING: Ending.EVENT,
        Ending.OPEN: Ending.OPEN,
    }
    other = [Waiting(wait.days, swap[wait.ending]) for wait in told]
    either = [
        Waiting(w.days, Ending.OPEN if w.ending is Ending.OPEN else Ending.EVENT) for w in told
    ]
    ends = [(aalen_johansen(x).steps or [None])[-1] for x in (told, other)]
    left = (kaplan_meier(either).steps or [None])[-1]
    total = sum(end.value for end in ends if end)
    assert total == pytest.approx(1 - left.value if left else 0.0)


@given(st.lists(st.builds(Waiting, st.integers(0, 30), st.sampled_from(list(Ending)[1:]))))
def test_when_nobody_waits_any_more_shares_are_simple_shares(told):
    curve = aalen_johansen(told)
    for step in curve.steps:
        by_then = [w for w in told if w.ending is Ending.EVENT and w.days <= step.days]
        assert step.value == pytest.approx(len(by_then) / len(told))


def test_the_variance_with_competing_endings_is_binomial_when_all_waits_ended():
    told = [Waiting(n % 9, Ending.COMPETING if n % 4 == 0 else Ending.EVENT) for n in range(60)]
    last = aalen_johansen(told).steps[-1]
    assert last.error**2 == pytest.approx(last.value * (1 - last.value) / 60)


def test_a_negative_wait_is_a_mistake():
    with pytest.raises(ValueError, match="0 days"):
        kaplan_meier([Waiting(-1, Ending.OPEN)])


def test_one_late_answer_among_many_gives_a_wide_interval_and_no_overflow():
    told = [Waiting(1, Ending.COMPETING)] * 400 + [Waiting(2, Ending.OPEN)] * 8
    last = aalen_johansen([*told, Waiting(3, Ending.EVENT)]).steps[-1]
    assert 0 <= last.low <= last.value <= last.high <= 1


@pytest.mark.slow
def test_the_interval_of_the_share_answered_covers_the_truth():
    """Geometric waits, 70 % answered, seen for 6 to 30 days; 95 % ± 4 standard errors."""
    rng, runs, covered = random.Random(7), 1_500, 0
    hazard, answered, day = 0.12, 0.7, 10
    truth = answered * (1 - (1 - hazard) ** day)
    for _ in range(runs):
        told = []
        for _ in range(120):
            days = 1
            while rng.random() > hazard:
                days += 1
            seen = rng.randint(6, 30)
            ending = Ending.EVENT if rng.random() < answered else Ending.COMPETING
            told.append(Waiting(days, ending) if days <= seen else Waiting(seen, Ending.OPEN))
        step = [s for s in aalen_johansen(told).steps if s.days <= day][-1]
        covered += step.low <= truth <= step.high
    error = (0.95 * 0.05 / runs) ** 0.5
    assert covered / runs == pytest.approx(0.95, abs=4 * error)


DAY = date(2026, 3, 2)


def case(*, due: date, ended: date | None = None, done: bool = True, entered: date = DAY):
    return KeptCase(entered, due, ended, done and ended is not None, 5)


def test_kept_is_against_the_day_agreed_first():
    on = date(2026, 4, 1)
    cases = [
        case(due=date(2026, 3, 9), ended=date(2026, 3, 9)),
        case(due=date(2026, 3, 9), ended=date(2026, 3, 10)),  # moved and done: not kept
        case(due=date(2026, 3, 9), ended=date(2026, 3, 6), done=False),  # cancelled: not kept
        case(due=date(2026, 3, 9)),  # still open
        case(due=date(2026, 4, 1)),  # not yet due
    ]
    found = kept_rate(cases, reported_on=on)
    assert (found.kept.numerator, found.kept.base) == (1, 4)
    assert found.median_term == 5


def test_agreements_entered_after_completion_do_not_count():
    cases = [
        case(due=date(2026, 3, 9), ended=DAY),
        case(due=date(2026, 2, 20), ended=date(2026, 2, 20)),
    ]
    found = kept_rate(cases, reported_on=date(2026, 4, 1))
    assert found.kept is None
    assert found.entered_late == 2


def test_rates_are_shown_from_twenty_due():
    assert rate(0, 0) is None
    assert not rate(10, 19).may_be_shown
    assert rate(10, 20).may_be_shown


def fatigue_cases(stratum, *, unanswered, answered):
    made = []
    for was_answered, (back, total) in ((False, unanswered), (True, answered)):
        made += [
            FatigueCase((stratum, was_answered, n), stratum, was_answered, n < back)
            for n in range(total)
        ]
    return made


def test_fatigue_compares_within_strata():
    # within each stratum the difference is -0.2; the raw shares would say something else
    cases = fatigue_cases("a", unanswered=(2, 10), answered=(16, 40))
    cases += fatigue_cases("b", unanswered=(24, 40), answered=(8, 10))
    found = fatigue(cases)
    assert found.difference == pytest.approx(-0.2)
    assert found.low < -0.2 < found.high
    assert (found.unanswered, found.answered, found.not_linkable) == (50, 50, 0.0)
    assert found.may_be_shown


def test_fatigue_has_the_variance_of_greenland_and_robins():
    """One stratum: the variance is that of a difference of two shares."""
    found = fatigue(fatigue_cases("a", unanswered=(6, 20), answered=(15, 30)))
    half = 1.959964 * (0.3 * 0.7 / 20 + 0.5 * 0.5 / 30) ** 0.5
    assert found.high - found.difference == pytest.approx(half, abs=1e-6)


def test_fatigue_says_how_many_cannot_be_linked_and_counts_a_person_once():
    linked = FatigueCase("p", "a", was_answered=True, came_back=True)
    cases = [linked, linked, FatigueCase(None, "a", was_answered=False, came_back=False)]
    found = fatigue(cases)
    assert found.answered == 1
    assert found.not_linkable == pytest.approx(1 / 3)
    assert found.difference is None
    assert not found.may_be_shown


@pytest.mark.parametrize("back", [0, 20])
def test_fatigue_has_no_interval_when_all_or_none_came_back(back):
    found = fatigue(fatigue_cases("a", unanswered=(back, 20), answered=(back, 20)))
    assert (found.difference, found.low, found.high) == (0.0, None, None)
    assert not found.may_be_shown


def test_fatigue_is_shown_for_what_is_compared():
    cases = fatigue_cases("a", unanswered=(2, 5), answered=(3, 6))
    cases += fatigue_cases("b", unanswered=(0, 0), answered=(20, 40))
    found = fatigue(cases)
    assert (found.answered, found.unanswered, found.compared) == (46, 5, 11)
    assert not found.may_be_shown
