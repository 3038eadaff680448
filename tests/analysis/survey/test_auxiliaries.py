# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The matrix that is never written out gives what it would give written out."""

from __future__ import annotations

import numpy as np
import pytest

from voelspriet.analysis.survey.calibration.auxiliaries import auxiliaries
from voelspriet.analysis.survey.calibration.regression import margin_regression, solver


def written_out(columns, sizes, numeric):
    blocks = [column[:, None] == np.arange(size) for column, size in zip(columns, sizes)]  # noqa: B905
    return np.hstack([*(block.astype(float) for block in blocks), numeric])


# few combinations, more than are ever counted in a table, and numbers without categories
@pytest.mark.parametrize("sizes", [(2, 5, 3), (170, 170, 170), ()])
@pytest.mark.parametrize("numbers", [0, 2])
def test_every_product_is_that_of_the_whole_matrix(sizes, numbers):
    rng = np.random.default_rng(4)
    columns = [rng.integers(0, size, 120) for size in sizes]
    numeric = rng.normal(size=(120, numbers))
    matrix, whole = auxiliaries(columns, sizes, numeric), written_out(columns, sizes, numeric)
    weights = rng.uniform(0.5, 3, 120)
    assert matrix.columns == whole.shape[1]
    assert matrix.totals(weights) == pytest.approx(whole.T @ weights)
    assert np.allclose(matrix.gram(weights), whole.T @ (whole * weights[:, None]))
    coefficients = rng.normal(size=matrix.columns)
    assert matrix.linear(coefficients) == pytest.approx(whole @ coefficients)
    if numbers == 0:
        folded = matrix.folded()
        assert folded.totals(matrix.cell_sums(weights)) == pytest.approx(whole.T @ weights)


@pytest.mark.parametrize(("sizes", "numbers"), [((2, 5, 3), 0), ((2, 5, 3), 2), ((), 2)])
def test_residuals_are_those_of_weighted_regression(sizes, numbers):
    rng = np.random.default_rng(5)
    columns = [rng.integers(0, size, 120) for size in sizes]
    numeric = rng.normal(size=(120, numbers))
    matrix, whole = auxiliaries(columns, sizes, numeric), written_out(columns, sizes, numeric)
    weights = rng.uniform(0.5, 3, 120)
    scores = rng.normal(size=120)
    roots = np.sqrt(weights)
    fitted = whole @ np.linalg.lstsq(whole * roots[:, None], scores * roots, rcond=None)[0]
    residuals = margin_regression(matrix, weights).residuals(scores)
    assert residuals == pytest.approx(scores - fitted, abs=1e-8)


def test_columns_that_follow_from_others_get_nothing():
    north, place = np.array([0, 0, 1, 1, 1]), np.array([0, 1, 2, 3, 3])
    matrix = auxiliaries([north, place], (2, 4), np.zeros((5, 0)))
    system = solver(matrix.gram(np.ones(5)), matrix.wide, matrix.others)
    assert len(system.free) == 0
    found = system.solve(matrix.totals(np.array([1.0, 2, 3, 4, 6])))
    assert found == pytest.approx([0, 0, 1, 2, 3, 5])
