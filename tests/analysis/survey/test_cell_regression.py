# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The regression on margins by cells is the one by rows, for many scores at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.survey.calibration.auxiliaries import auxiliaries
from voelspriet.analysis.survey.calibration.regression import margin_regression


def made(sizes, numbers, seed, rows=60):
    rng = np.random.default_rng(seed)
    columns = [np.concatenate([np.arange(s), rng.integers(0, s, rows - s)]) for s in sizes]
    matrix = auxiliaries(columns, sizes, rng.standard_normal((rows, numbers)))
    return margin_regression(matrix, rng.uniform(0.5, 2.0, rows)), rng


@given(st.lists(st.integers(1, 5), min_size=1, max_size=3), st.integers(0, 100))
def test_what_is_fitted_per_cell_leaves_the_residuals_of_rows(sizes, seed):
    regression, rng = made(sizes, 0, seed)
    cells = regression.in_cells()
    scores = rng.standard_normal((60, 4))
    weighted = cells.base_weights[:, None] * scores
    sums = np.zeros((cells.count, 4))
    np.add.at(sums, cells.cells, weighted)
    fitted = cells.fitted(sums)[cells.cells]
    for place in range(4):
        residuals = regression.residuals(scores[:, place])
        assert scores[:, place] - fitted[:, place] == pytest.approx(residuals, abs=1e-10)


def test_margins_with_numbers_have_no_cells():
    regression, _ = made([3, 2], 1, 1)
    assert regression.in_cells() is None
