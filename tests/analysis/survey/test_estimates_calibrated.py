# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates after calibration, by domain: those of R `calibrate` (`reference/calibration.R`)."""

from __future__ import annotations

import pytest

from tests.analysis.reference import frozen
from tests.analysis.survey.test_calibration_reference import DESIGNS, MAIN, margins, schools
from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.calibration import calibrate
from voelspriet.analysis.survey.estimation.design import survey_design
from voelspriet.analysis.survey.estimation.estimates import estimate

R = frozen("calibration")
METHODS = {"raking": "raking", "greg": "linear"}
ASKED = [("mean", "api00", "mean api00"), ("total", "enroll", "total enroll"),
         ("ratio", "api.stu/enroll", "ratio")]  # fmt: skip


def calibrated(name, method):
    file, columns = DESIGNS[name]
    frame = schools(file)
    design = survey_design(frame, weights="uneven", **columns)
    found = calibrate(frame, margins(MAIN), design=design, method=method, tolerance=1e-12)
    return frame, found.design


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ["strat", "stratfpc", "clus", "clusfpc"])
def test_domains_of_a_calibrated_sample_are_those_of_r(name, method):
    frame, design = calibrated(name, method)
    for kind, variable, label in ASKED:
        told = list(estimate(frame, variable, design=design, kind=kind))
        if kind != "ratio":
            told += list(estimate(frame, variable, design=design, kind=kind, by="comp.imp"))
        for row in told:
            key = f"{name}|{METHODS[method]}|{label} {row.domain}".strip()
            assert row.estimate == pytest.approx(R[f"{key}|estimate"], rel=1e-8), key
            assert row.standard_error == pytest.approx(R[f"{key}|se"], rel=1e-8), key


def test_what_the_margins_fix_is_called_a_margin_and_missing_answers_stay_out():
    frame, design = calibrated("strat", "raking")
    for row in estimate(frame, "stype", design=design, kind="proportion"):
        assert (row.interval, row.standard_error) == ("margin", 0)
        assert row.ci_low == row.estimate == row.ci_high
    some = [value if place % 9 else None for place, value in enumerate(frame.texts("api00"))]
    (row,) = estimate({"api00": some}, "api00", design=design)
    assert (row.n, row.missing) == (177, 23)
    assert row.standard_error > 0


def test_quantiles_of_negative_weights_are_refused():
    data = {"y": [1, 2, 3, 4], "x": [0, 1, 2, 9], "a": ["a"] * 4}
    known = {"variable": ["a", "x"], "category": ["a", None], "total": [4, -20]}
    found = calibrate(data, known, design=survey_design(data), method="greg")
    assert found.negative_weights
    with pytest.raises(InputError, match="quantiles need weights of 0 or more"):
        estimate(data, "y", design=found.design, kind="quantile")
