# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""R-indicators are those of the published formulas, as an independent script in R has them."""

from __future__ import annotations

import numpy as np
import pytest
from pyarrow import csv

from tests.analysis.reference import DATA, frozen
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.survey.representativeness import margin_response, sample_response

R = frozen("representativeness")
SAMPLE = {
    "sample|equal": {},
    "sample|equal 30000": {"population": 30_000},
    "sample|unequal": {"weights": "weight"},
}


def invited():
    return Frame(csv.read_csv(DATA / "response.csv"))


def partials_are_those_of(found, name):
    for group in found.groups:
        where = f"{group.variable}|{group.category}"
        assert group.partial.unadjusted == pytest.approx(R[f"{name}|partial|{where}"], rel=1e-8)
        assert group.partial.standard_error == pytest.approx(
            R[f"{name}|partial se|{where}"], rel=1e-8
        )


@pytest.mark.parametrize("name", SAMPLE)
def test_sample_based_indicators_are_those_of_the_formulas(name):
    found = sample_response(invited(), ["age", "part"], responded="responded", **SAMPLE[name])
    assert found.response_rate == pytest.approx(R[f"{name}|response"], rel=1e-9)
    assert found.indicator.value == pytest.approx(R[f"{name}|R"], rel=1e-8)
    assert found.indicator.unadjusted == pytest.approx(R[f"{name}|R unadjusted"], rel=1e-8)
    assert found.indicator.standard_error == pytest.approx(R[f"{name}|R se"], rel=1e-7)
    partials_are_those_of(found, name)
    for part in found.variables:
        alone = f"{name}|{part.variable}"
        assert 1 - 2 * part.partial.value == pytest.approx(R[f"{alone}|R"], rel=1e-8)
        assert 1 - 2 * part.partial.unadjusted == pytest.approx(R[f"{alone}|R unadjusted"])
        own = sample_response(invited(), [part.variable], responded="responded", **SAMPLE[name])
        assert own.indicator.value == pytest.approx(R[f"{alone}|R"], rel=1e-8)
        error = own.indicator.standard_error
        assert error == (pytest.approx(R[f"{alone}|R se"]) if f"{alone}|R se" in R else None)


@pytest.mark.parametrize("name", ["margins|equal", "margins|unequal"])
def test_population_based_indicators_are_those_of_the_formulas(name):
    table = invited().arrow()
    answered = Frame(table.filter(table["responded"].to_numpy() == 1))
    margins = Frame(csv.read_csv(DATA / "response_margins.csv"))
    found = margin_response(
        answered,
        margins,
        invited=900,
        weights="weight" if name.endswith("unequal") else None,
        rng=np.random.default_rng(1),
        replicates=20,
    )
    assert found.indicator.value == pytest.approx(R[f"{name}|R"], rel=1e-7)
    assert found.indicator.unadjusted == pytest.approx(1 - 2 * R[f"{name}|S2"] ** 0.5, rel=1e-7)
    partials_are_those_of(found, name)
    for part in found.variables:
        assert 1 - 2 * part.partial.value == pytest.approx(R[f"{name}|{part.variable}|R"], rel=1e-8)
