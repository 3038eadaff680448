# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What holds for estimates of any sample: row order, units, weights, and words for what is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voelspriet.analysis.survey.estimation.design import Lonely, survey_design
from voelspriet.analysis.survey.estimation.estimates import Kind, estimate
from voelspriet.analysis.survey.estimation.results import Estimates

RULES = [rule for rule in Lonely if rule is not Lonely.FAIL]
# of these the interval moves along with the unit of the answers
SCALED = [Kind.MEAN, Kind.TOTAL, Kind.QUANTILE]


@dataclass
class Sample:
    columns: dict[str, np.ndarray]
    design: dict[str, Any]

    def estimates(self, kind: str, variable: str = "grade", **options: Any) -> Estimates:
        if kind == Kind.RATIO:
            variable = f"{variable}/size"
        if kind == Kind.PROPORTION and variable == "grade":
            variable = "yes"
        design = survey_design(self.columns, **self.design)
        return estimate(
            self.columns, variable, design=design, kind=kind, by="area",
            quantiles=(0.3, 0.5), **options,
        )  # fmt: skip

    def changed(self, **columns: np.ndarray) -> Sample:
        return Sample(self.columns | columns, self.design)


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    """Draw a sample: uneven weights, strata, clusters (or not), missing answers, few rows too."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    rows = draw(st.integers(1, 60))
    grades = rng.integers(1, draw(st.sampled_from([2, 4, 11])), rows).astype(float)
    grades[rng.random(rows) < draw(st.sampled_from([0, 0.2, 1]))] = np.nan
    columns = {
        "grade": grades,
        "yes": np.where(np.isnan(grades), np.nan, grades > 2),
        "size": rng.integers(0, 4, rows).astype(float),
        "weight": rng.gamma(2, 10, rows) * (rng.random(rows) > draw(st.sampled_from([0, 0.3]))),
        "stratum": rng.integers(0, draw(st.integers(1, 5)), rows),
        "cluster": rng.integers(0, draw(st.integers(1, 9)), rows),
        "area": rng.integers(0, 3, rows),
        "drawn": np.full(rows, draw(st.sampled_from([0.1, 1]))),
    }
    names = {"weights": "weight", "strata": "stratum", "cluster": "cluster", "fpc": "drawn"}
    used = draw(st.sets(st.sampled_from(sorted(names))))
    design = {name: names[name] for name in sorted(used)}
    return Sample(columns, design | {"lonely": draw(st.sampled_from(RULES))})


def close(one: np.ndarray, other: np.ndarray) -> bool:
    return bool(np.allclose(one, other, rtol=1e-7, atol=1e-9, equal_nan=True))


def same(one: Estimates, other: Estimates, *, factor: float = 1, added: float = 0) -> bool:
    moved = [one.estimate, one.ci_low, one.ci_high]
    return (
        one.interval == other.interval
        and one.domain == other.domain
        and (one.n == other.n).all()
        and close(one.standard_error * factor, other.standard_error)
        and close(np.array(moved) * factor + added, [other.estimate, other.ci_low, other.ci_high])
    )


@pytest.mark.parametrize("kind", list(Kind))
@given(sample=samples(), seed=st.integers(0, 1000))
@settings(max_examples=40)
def test_the_order_of_the_rows_means_nothing(kind, sample, seed):
    order = np.random.default_rng(seed).permutation(len(sample.columns["grade"]))
    shuffled = sample.changed(**{name: values[order] for name, values in sample.columns.items()})
    assert same(sample.estimates(kind), shuffled.estimates(kind))


@pytest.mark.parametrize("kind", SCALED)
@given(sample=samples(), factor=st.sampled_from([0.01, 1000]), added=st.sampled_from([0, 5e5]))
@settings(max_examples=40)
def test_another_unit_changes_estimates_and_intervals_alike(kind, sample, factor, added):
    if kind is Kind.TOTAL:
        added = 0
    other = sample.changed(grade=sample.columns["grade"] * factor + added)
    assert same(sample.estimates(kind), other.estimates(kind), factor=factor, added=added)


@pytest.mark.parametrize("kind", list(Kind))
@given(sample=samples(), factor=st.sampled_from([0.001, 7, 1e6]))
@settings(max_examples=40)
def test_the_scale_of_the_weights_matters_to_totals_alone(kind, sample, factor):
    sample.design["weights"] = "weight"
    other = sample.changed(weight=sample.columns["weight"] * factor)
    scale = factor if kind is Kind.TOTAL else 1
    assert same(sample.estimates(kind), other.estimates(kind), factor=scale)


@pytest.mark.parametrize("kind", list(Kind))
@given(sample=samples())
@settings(max_examples=40)
def test_nothing_is_missing_without_a_word(kind, sample):
    for row in sample.estimates(kind):
        numbers = [row.estimate, row.standard_error, row.ci_low, row.ci_high]
        assert 0 <= row.n <= row.base
        if row.interval.startswith("none: "):
            assert np.isnan([row.ci_low, row.ci_high]).all()
        else:
            assert np.isfinite(numbers).all(), row
            assert row.ci_low <= row.estimate <= row.ci_high


@given(sample=samples())
@settings(max_examples=40)
def test_totals_of_domains_add_up_and_shares_of_categories_to_one(sample):
    known = sample.changed(grade=np.nan_to_num(sample.columns["grade"], nan=1))
    design = survey_design(known.columns, **known.design)
    (whole,) = estimate(known.columns, "grade", design=design, kind="total")
    parts = estimate(known.columns, "grade", design=design, kind="total", by="area").estimate
    if np.isfinite(parts).all():
        assert np.isclose(parts.sum(), whole.estimate)
    shares = estimate(known.columns, "stratum", design=design, kind="proportion", dont_know=["77"])
    if np.isfinite(shares.estimate[0]):
        categories = [row for row in shares if "=" in row.variable]
        assert not categories or np.isclose(sum(row.estimate for row in categories), 1)


@given(sample=samples(), kind=st.sampled_from(list(Kind)))
@settings(max_examples=40)
def test_rows_of_another_domain_change_no_estimate_of_this_one(sample, kind):
    sample.design.pop("weights", None)
    here = sample.columns["area"] == sample.columns["area"][0]
    rng = np.random.default_rng(1)
    grade = np.where(here, sample.columns["grade"], rng.integers(1, 11, len(here)))
    other = sample.changed(grade=grade, yes=np.where(here, sample.columns["yes"], 1))
    label = str(sample.columns["area"][0])
    mine, theirs = (
        [row for row in each.estimates(kind) if row.domain == label] for each in (sample, other)
    )
    assert [row.interval for row in mine] == [row.interval for row in theirs]
    for row, again in zip(mine, theirs, strict=True):
        assert close([row.estimate, row.standard_error], [again.estimate, again.standard_error])
