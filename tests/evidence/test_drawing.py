# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many samples in one call are estimated as if each were alone."""

from __future__ import annotations

import numpy as np
import pytest
from evidence.drawing import Samples, gamma_weights

from voelspriet.analysis.survey.estimation.design import survey_design
from voelspriet.analysis.survey.estimation.estimates import estimate

COUNT, ROWS = 6, 60
FIELDS = ("n", "estimate", "standard_error", "ci_low", "ci_high", "degrees_of_freedom", "deff")
DESIGNS = {
    "simple": {},
    "weights": {"weights": "w"},
    "strata": {"weights": "w", "strata": "h"},
    "clusters": {"weights": "w", "cluster": "c"},
    "clusters, strata and fpc": {"weights": "w", "strata": "h", "cluster": "c", "fpc": "N"},
}


@pytest.fixture
def columns():
    rng = np.random.default_rng(1)
    return {
        "y": (rng.random((COUNT, ROWS)) < 0.3).astype(float),
        "x": rng.standard_normal((COUNT, ROWS)) + 5,
        "w": gamma_weights(rng, (COUNT, ROWS), 0.7),
        "h": np.arange(ROWS) % 3,
        "c": np.arange(ROWS) // 6 * 3 + np.arange(ROWS) % 3,
        "N": np.full(ROWS, 40.0),
        "d": rng.integers(0, 2, (COUNT, ROWS)),
    }


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
@pytest.mark.parametrize(
    ("kind", "variable"),
    [("mean", "x"), ("proportion", "y"), ("total", "x"), ("ratio", "y/x"), ("quantile", "x")],
)
def test_every_sample_is_estimated_as_if_it_were_alone(columns, design, kind, variable):
    together = Samples(COUNT, columns, **design).estimates([variable], kind=kind)
    assert len(together) == COUNT
    for place in range(COUNT):
        rows = {name: np.broadcast_to(v, (COUNT, ROWS))[place] for name, v in columns.items()}
        alone = estimate(rows, [variable], design=survey_design(rows, **design), kind=kind)
        for field in FIELDS:
            one, other = getattr(together, field)[place], getattr(alone, field)[0]
            assert one == pytest.approx(other, rel=1e-9, nan_ok=True), field


def test_domains_of_every_sample_come_in_the_order_of_the_samples(columns):
    samples = Samples(COUNT, columns, weights="w", strata="h")
    found = samples.estimates(["x"], by="d")
    labels = [f"{sample} × {domain}" for sample in range(COUNT) for domain in (0, 1)]
    assert list(found.domain) == labels


def test_weights_have_the_asked_mean_and_variation():
    weights = gamma_weights(np.random.default_rng(2), (1_000_000,), 0.7)
    assert weights.mean() == pytest.approx(1.0, abs=0.005)
    assert weights.std() / weights.mean() == pytest.approx(0.7, abs=0.005)
    assert weights.min() > 0
