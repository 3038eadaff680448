# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates of R `survey` on samples of schools and on uneven data: every number the same."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache

import pytest

from tests.analysis.reference import DATA, frozen
from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.survey.estimation.design import Design, survey_design
from voelspriet.analysis.survey.estimation.estimates import estimate
from voelspriet.analysis.survey.estimation.results import Estimate
from voelspriet.doors.commands.analysing.files import read_frame

QUARTILES = (0.25, 0.5, 0.75)
FROZEN = frozen("estimates")
# R puts its answer in these columns
R_COLUMNS = {
    "quantile": "estimate",
    "ci.2.5": "ci_low",
    "ci.97.5": "ci_high",
    "se": "standard_error",
}


@cache
def data(name: str) -> Frame:
    return read_frame(DATA / f"{name}.csv")


@cache
def sample(name: str) -> tuple[Frame, Design]:
    """Return the data and design of one name of the script."""
    schools = {
        "strat": ("apistrat", {"strata": "stype", "weights": "pw", "fpc": "fpc"}),
        "strat_without_fpc": ("apistrat", {"strata": "stype", "weights": "pw"}),
        "clus1": ("apiclus1", {"cluster": "dnum", "weights": "pw", "fpc": "fpc"}),
        "srs": ("apisrs", {"fpc": "fpc"}),
    }
    if name in schools:
        file, columns = schools[name]
        return data(file), survey_design(data(file), **columns)
    unit, rule = name.split("_")
    columns = {"cluster": "cluster", "fpc": "clusters_in_population"}
    if unit == "rows":
        columns = {"fpc": "people_in_population"}
    frame = data("uneven")
    design = survey_design(frame, weights="weight", strata="stratum", lonely=rule, **columns)
    return frame, design


def expected() -> dict[tuple[str, ...], dict[str, float]]:
    """Return R's numbers by design, kind, variable, by and domain."""
    found: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for name, value in FROZEN.items():
        *key, what = name.split("|")
        found[tuple(key)][R_COLUMNS.get(what, what)] = value
    return found


EXPECTED = expected()


@cache
def ours(
    design: str, kind: str, column: str, by: str, against: str
) -> dict[tuple[str, str], Estimate]:
    frame, drawn = sample(design)
    found = estimate(
        frame, column, design=drawn, by=tuple(by.split("+")) if by else (), kind=kind,
        quantiles=QUARTILES, against=against,
    )  # fmt: skip
    return {(row.variable, row.domain): row for row in found}


def row_of(key: tuple[str, ...], against: str = "without-replacement") -> Estimate:
    design, kind, variable, by, domain = key
    column = variable.split(" q")[0].split("=")[0]
    return ours(design, kind, column, by, against)[variable, domain.replace("+", " × ")]


def same(found: float, expected: float) -> bool:
    if math.isnan(expected):
        return math.isnan(found)
    return math.isclose(found, expected, rel_tol=1e-8, abs_tol=1e-12)


@pytest.mark.parametrize("kind", ["mean", "total", "ratio", "proportion", "quantile"])
@pytest.mark.parametrize("design", sorted({key[0] for key in EXPECTED} - {"clusters_fail"}))
def test_estimates_errors_intervals_and_design_effects_are_those_of_r(design, kind):
    compared = 0
    for key, numbers in EXPECTED.items():
        if key[:2] != (design, kind):
            continue
        row = row_of(key)
        for what, value in numbers.items():
            if what == "deff_replacement":
                found = row_of(key, "replacement").deff
            elif what.startswith(("xlogit", "beta")):
                if what.split("_")[0] != {"logit": "xlogit", "korn-graubard": "beta"}.get(
                    row.interval
                ):
                    continue
                found = row.ci_low if what.endswith("low") else row.ci_high
            else:
                found = getattr(row, what)
            assert same(found, value), (key, what, found, value, row)
            compared += 1
    assert compared > 5


def test_a_stratum_with_one_unit_fails_where_the_rule_is_fail():
    assert FROZEN["clusters_fail|mean|visits|||refused"] == 1
    with pytest.raises(ColumnError, match=r"'stratum': one unit in 2 strata: 'e', 'f'"):
        sample("clusters_fail")
