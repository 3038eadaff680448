# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The monitor that nobody filled in: its truth is true, and its shape is a monitor's."""

from __future__ import annotations

import numpy as np
import pytest

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.synthetic import (
    AGES,
    INDICATORS,
    SEXES,
    draw_respondents,
    monitor_population,
    synthetic_monitor,
    true_values,
)

NAMES = [indicator.name for indicator in INDICATORS]


def truth(frame, by):
    kinds = zip(*(frame.texts(name) for name in ("variable", "by", "domain")), strict=True)
    values = dict(zip(kinds, frame.numbers("value"), strict=True))
    return {(name, domain): value for (name, kind, domain), value in values.items() if kind == by}


def test_a_monitor_has_the_asked_rows_indicators_and_strata():
    made = synthetic_monitor(np.random.default_rng(1)).respondents
    assert len(made) == 170_000
    assert made.names[-20:] == tuple(NAMES)
    assert len(made.codes("municipality").labels) == 342
    assert made.codes("neighbourhood").missing() == 0


def test_the_same_seed_gives_the_same_answers_and_another_seed_others():
    one, again, other = (
        synthetic_monitor(np.random.default_rng(seed), rows=3_000).respondents.arrow()
        for seed in (5, 5, 6)
    )
    assert one.equals(again)
    assert not one.equals(other)


def test_every_neighbourhood_lies_in_one_municipality_and_each_has_two_or_more():
    made = synthetic_monitor(np.random.default_rng(2), rows=2_000, municipalities=20).respondents
    pairs = set(zip(made.texts("municipality"), made.texts("neighbourhood"), strict=True))
    assert len(pairs) == len({neighbourhood for _, neighbourhood in pairs})
    per_municipality = np.unique([municipality for municipality, _ in pairs], return_counts=True)[1]
    assert per_municipality.min() >= 2
    held = dict(zip(made.texts("municipality"), made.numbers("neighbourhoods"), strict=True))
    assert per_municipality.sum() <= sum(held.values())


@pytest.mark.parametrize("by", ["", "region", "sex", "age"])
def test_the_weighted_mean_lies_within_chance_of_the_truth(by):
    """Four standard errors of a cluster design, over 20 indicators and all domains."""
    made = synthetic_monitor(np.random.default_rng(3), rows=60_000)
    frame, weight = made.respondents, made.respondents.numbers("weight")
    domains = np.array(frame.texts(by)) if by else np.full(len(frame), "")
    for (name, domain), value in truth(made.truth, by).items():
        inside = domains == domain
        answers, weights = frame.numbers(name)[inside], weight[inside]
        mean = np.average(answers, weights=weights)
        residual = weights * (answers - mean)
        clusters = frame.codes("neighbourhood").values[inside]
        error = np.sqrt((np.bincount(clusters, residual) ** 2).sum()) / weights.sum()
        assert abs(mean - value) < 4 * error, (name, domain)


def test_without_weights_the_mean_is_off_since_the_old_answer_more_often():
    made = synthetic_monitor(np.random.default_rng(3))
    ages = np.array(made.respondents.texts("age"))
    raw = np.mean(ages == "65+")
    assert raw > 0.30
    weighted = np.average(ages == "65+", weights=made.respondents.numbers("weight"))
    assert weighted == pytest.approx(0.25, abs=0.01)


def test_weights_add_up_to_the_people_of_the_margins():
    made = synthetic_monitor(np.random.default_rng(4))
    margins = made.margins
    kinds, totals = np.array(margins.texts("variable")), margins.numbers("total")
    by_kind = {kind: totals[kinds == kind].sum() for kind in np.unique(kinds)}
    assert set(by_kind) == {"sex", "age", "region", "municipality"}
    assert len(set(by_kind.values())) == 1
    assert made.respondents.numbers("weight").sum() == pytest.approx(by_kind["sex"], rel=0.005)


def test_domains_add_up_to_the_whole_in_the_truth():
    people = monitor_population(np.random.default_rng(5), municipalities=9)
    values = true_values(people)
    by_both, all_of = truth(values, "sex,age"), truth(values, "")
    base = people.people.sum(axis=0)
    for name in NAMES:
        cells = [[by_both[name, f"{sex} × {age}"] for age in AGES] for sex in SEXES]
        assert np.average(cells, weights=base) == pytest.approx(all_of[name, ""], rel=1e-12)


def test_answers_are_left_out_in_the_asked_share_and_only_there():
    people = monitor_population(np.random.default_rng(6), municipalities=10)
    made = draw_respondents(people, np.random.default_rng(6), rows=20_000, missing_share=0.1)
    absent = [np.isnan(made.numbers(name)).mean() for name in NAMES]
    assert max(absent) < 0.11
    assert min(absent) > 0.09
    assert not np.isnan(made.numbers("weight")).any()


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"rows": 1_367}, "do not fit in 1367 rows"),
        ({"missing_share": 1.0}, "between 0 and 1"),
        ({"municipalities": 0}, "at least one municipality"),
    ],
)
def test_what_cannot_be_made_is_refused(asked, why):
    with pytest.raises(InputError, match=why):
        synthetic_monitor(np.random.default_rng(1), **asked)
