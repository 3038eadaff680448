# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calibrated weights and their standard errors are those of R survey."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import csv

from tests.analysis.reference import DATA, frozen
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.frames.codes import one_group
from voelspriet.analysis.survey.calibration import calibrate
from voelspriet.analysis.survey.estimation.design import survey_design
from voelspriet.analysis.survey.estimation.estimates import estimate
from voelspriet.analysis.survey.estimation.variance import domains, linearised_variance

R = frozen("calibration")
DESIGNS = {
    "strat": ("apistrat", {"strata": "stype"}),
    "stratfpc": ("apistrat", {"strata": "stype", "fpc": "fpc"}),
    "clus": ("apiclus1", {"cluster": "dnum"}),
    "clusfpc": ("apiclus1", {"cluster": "dnum", "fpc": "fpc"}),
    "plain": ("apistrat", {}),
}
MAIN = ("stype", "sch.wide", "comp.imp")
NUMBERS = ("stype", "sch.wide", "api99", "meals")
CASES = [
    (name, method, numeric)
    for name in DESIGNS
    for method in ("raking", "greg")
    for numeric in (False, True)
    if not (name == "plain" and numeric)
]


def schools(name):
    table = csv.read_csv(DATA / f"{name}.csv")
    uneven = table["pw"].to_numpy() * (1 + (table["api99"].to_numpy() % 7) / 5)
    return Frame(table.append_column("uneven", pa.array(uneven)))


def margins(variables):
    names = [name for name in R if name.startswith("margin|") and name.split("|")[1] in variables]
    return {
        "variable": [name.split("|")[1] for name in names],
        "category": [name.split("|")[2] for name in names],
        "total": [R[name] for name in names],
    }


def by_hand(design, y, x, inside):
    """Return ratio of totals Σwy/Σwx within `inside` with its standard error; a total if x is 0."""
    w = design.weights * inside
    if x is None:
        value, scores = float(w @ y), y * inside
    else:
        value = float(w @ y) / float(w @ x)
        scores = (y - value * x) * inside / float(w @ x)
    everyone = domains(design, one_group(len(design)))
    return value, float(np.sqrt(linearised_variance(design, scores, everyone)[0]))


def told(frame, design):
    """Yield the estimates of calibration.R by name."""
    api00, enroll, stu, meals, api99 = (
        frame.numbers(name) for name in ("api00", "enroll", "api.stu", "meals", "api99")
    )
    comp, ones = np.array(frame.texts("comp.imp")), np.ones(len(frame))
    yield "mean api00", by_hand(design, api00, ones, ones)
    yield "total enroll", by_hand(design, enroll, None, ones)
    yield "ratio", by_hand(design, stu, enroll, ones)
    for level in ("No", "Yes"):
        yield f"mean api00 {level}", by_hand(design, api00, ones, comp == level)
        yield f"total enroll {level}", by_hand(design, enroll, None, comp == level)
    yield "mean meals of 6", by_hand(design, meals, ones, api99 % 7 == 6)


def same_as_r(prefix, frame, design, rel=1e-9):
    weights = design.weights
    for place in (1, 50, 100, 150, 183):
        assert weights[place - 1] == pytest.approx(R[f"{prefix}|weight|{place}"], rel=rel)
    assert weights @ weights == pytest.approx(R[f"{prefix}|weight|squares"], rel=rel)
    for name, (value, error) in told(frame, design):
        assert value == pytest.approx(R[f"{prefix}|{name}|estimate"], rel=rel), name
        assert error == pytest.approx(R[f"{prefix}|{name}|se"], rel=rel * 10), name


@pytest.mark.parametrize(("name", "method", "numeric"), CASES)
def test_weights_and_errors_are_those_of_r_calibrate(name, method, numeric):
    file, design = DESIGNS[name]
    frame = schools(file)
    variables = NUMBERS if numeric else MAIN
    found = calibrate(
        frame,
        margins(variables),
        design=survey_design(frame, weights="uneven", **design),
        method=method,
        tolerance=1e-12,
    )
    calfun = {"raking": "raking", "greg": "linear"}[method]
    prefix = f"{name}|{calfun}|numeric" if numeric else f"{name}|{calfun}"
    same_as_r(prefix, frame, found.design)


@pytest.mark.parametrize("method", ["raking", "greg"])
def test_one_variable_is_post_stratification(method):
    frame = schools("apiclus1")
    found = calibrate(
        frame,
        margins(["stype"]),
        design=survey_design(frame, weights="uneven", cluster="dnum"),
        method=method,
    )
    assert found.statement.startswith("weights post-stratified by stype")
    same_as_r("clus|post", frame, found.design)


def test_r_rake_has_our_weights_and_not_our_standard_errors():
    frame = schools("apistrat")
    design = survey_design(frame, weights="uneven", strata="stype")
    found = calibrate(frame, margins(MAIN), design=design, tolerance=1e-12).design
    assert found.weights[0] == pytest.approx(R["strat|rake|weight|1"], rel=1e-8)
    ours = dict(told(frame, found))["mean api00"][1]
    rakes = R["strat|rake|mean api00|se"]
    assert ours != pytest.approx(rakes, rel=1e-3)
    assert ours == pytest.approx(rakes, rel=1e-2)


@pytest.mark.parametrize("name", ["stratfpc", "clus"])
def test_estimates_by_domain_with_a_calibrated_design_are_those_of_r(name):
    file, design = DESIGNS[name]
    frame = schools(file)
    design = survey_design(frame, weights="uneven", **design)
    found = calibrate(frame, margins(MAIN), design=design, tolerance=1e-12).design
    for kind, variable in (("mean", "api00"), ("total", "enroll")):
        for one in estimate(frame, variable, design=found, by="comp.imp", kind=kind):
            prefix = f"{name}|raking|{kind} {variable} {one.domain}"
            assert one.estimate == pytest.approx(R[f"{prefix}|estimate"], rel=1e-9)
            assert one.standard_error == pytest.approx(R[f"{prefix}|se"], rel=1e-8)
