# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Variances of all domains at once after calibration are those of the domains one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voelspriet.analysis.frames import Frame
from voelspriet.analysis.survey.calibration import calibrate
from voelspriet.analysis.survey.estimation.calibrated_variance import calibrated_variance
from voelspriet.analysis.survey.estimation.design import Lonely, survey_design
from voelspriet.analysis.survey.estimation.domains import domains
from voelspriet.analysis.survey.estimation.estimates import estimate
from voelspriet.analysis.survey.estimation.variance import variance_in_order

ROWS = 90
DESIGNS = {
    "simple": {},
    "strata": {"strata": "h"},
    "strata and fpc": {"strata": "h", "fpc": "N"},
    "clusters": {"cluster": "c"},
    "clusters in strata": {"strata": "h", "cluster": "c"},
    "clusters in strata, fpc": {"strata": "h", "cluster": "c", "fpc": "M"},
    "lonely strata": {"strata": "lonely"},
}


def sample(seed, missing=0.0):
    rng = np.random.default_rng(seed)
    stratum = np.arange(ROWS) % 3
    columns = {
        "h": stratum,
        "c": np.arange(ROWS) // 9 * 3 + stratum,
        "lonely": np.where(np.arange(ROWS) == 0, 9, stratum),
        "N": np.full(ROWS, 50.0),
        "M": np.full(ROWS, 20.0),
        "w": rng.uniform(0.5, 3.0, ROWS),
        "sex": np.arange(ROWS) % 2,
        "age": rng.permutation(np.arange(ROWS) % 4),
        "d": rng.integers(0, 5, ROWS),
    }
    answers = rng.standard_normal(ROWS) + columns["sex"] + 3
    answers[rng.random(ROWS) < missing] = np.nan
    return Frame.of({**columns, "y": answers})


def calibrated(frame, design):
    margins = {
        "variable": ["sex", "sex", "age", "age", "age", "age"],
        "category": ["0", "1", "0", "1", "2", "3"],
        "total": [90.0, 110.0, 40.0, 60.0, 45.0, 55.0],
    }
    return calibrate(frame, margins, design=design).design


@pytest.mark.parametrize("lonely", list(Lonely)[1:])
@pytest.mark.parametrize("kwargs", DESIGNS.values(), ids=DESIGNS)
@pytest.mark.parametrize("most", [1, 60, 1 << 22])
def test_all_at_once_is_one_by_one(kwargs, lonely, most):
    frame = sample(1)
    design = calibrated(frame, survey_design(frame, weights="w", lonely=lonely, **kwargs))
    groups = frame.codes("d")
    within = domains(design, groups)
    rng = np.random.default_rng(2)
    scores = within.in_order(rng.standard_normal(ROWS))
    weighted = scores * within.weights
    weighted[rng.random(ROWS) < 0.1] = 0.0
    found = calibrated_variance(design, within, most=most).variances(scores, weighted)
    assert found == pytest.approx(variance_in_order(design, scores, weighted, within), rel=1e-9)


@given(st.integers(0, 1_000))
@settings(max_examples=25)
def test_rows_outside_every_domain_still_count_for_the_margins(seed):
    frame = sample(seed)
    design = calibrated(frame, survey_design(frame, weights="w", strata="h"))
    labels = [None if d == 0 else str(d) for d in frame.numbers("d").astype(int)]
    groups = Frame.of({"d": labels}).codes("d")
    within = domains(design, groups)
    scores = within.in_order(frame.numbers("y"))
    weighted = scores * within.weights
    found = calibrated_variance(design, within).variances(scores, weighted)
    assert found == pytest.approx(variance_in_order(design, scores, weighted, within), rel=1e-9)


def test_what_the_margins_fix_does_not_vary_at_all():
    frame = sample(3)
    design = calibrated(frame, survey_design(frame, weights="w", strata="h"))
    found = estimate(frame, ["sex"], design=design, kind="proportion")
    assert found.estimate[0] == pytest.approx(0.55)
    assert found.standard_error[0] == 0.0


def test_a_sum_far_from_zero_keeps_its_figures():
    frame = sample(4)
    design = calibrated(frame, survey_design(frame, weights="w", strata="h"))
    within = domains(design, frame.codes("d"))
    scores = within.in_order(frame.numbers("y")) + 1e9
    weighted = scores * within.weights
    found = calibrated_variance(design, within).variances(scores, weighted)
    assert found == pytest.approx(variance_in_order(design, scores, weighted, within), rel=1e-6)


def test_a_design_that_is_not_calibrated_has_none():
    frame = sample(5)
    design = survey_design(frame, weights="w")
    assert calibrated_variance(design, domains(design, frame.codes("d"))) is None


def test_margins_with_a_number_are_done_one_by_one():
    frame = sample(6)
    margins = {
        "variable": ["sex", "sex", "y"],
        "category": ["0", "1", ""],
        "total": [90.0, 110, 700],
    }
    design = survey_design(frame, weights="w")
    design = calibrate(frame, margins, design=design, method="greg").design
    assert calibrated_variance(design, domains(design, frame.codes("d"))) is None
    assert np.isfinite(estimate(frame, ["age"], design=design, by="d").standard_error).all()
