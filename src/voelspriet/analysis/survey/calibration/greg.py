# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The generalised regression estimator (GREG) as weights: linear calibration."""

from __future__ import annotations

import numpy as np

from voelspriet.analysis.survey.calibration.coded import Coded
from voelspriet.analysis.survey.calibration.regression import MarginRegression
from voelspriet.analysis.survey.calibration.solution import Solution, margin_errors, not_reached


def regressed(
    asked: Coded, regression: MarginRegression, *, tolerance: float, rounds: int
) -> Solution:
    """Return factors g = 1 + x'λ with Σ d g x = the wanted totals.

    One solution of a linear system, repeated only to take rounding away. Factors can be negative.
    Raises ColumnError with the worst margin when `tolerance` is not reached within `rounds`.

    Source: Deville & Särndal (1992), JASA 87:376-382; Särndal, Swensson & Wretman (1992), ch. 6.
    """
    auxiliaries, base = asked.auxiliaries, regression.base_weights
    coefficients = np.zeros(auxiliaries.columns)
    factors = np.ones(len(base))
    for turn in range(1, rounds + 1):
        reached = auxiliaries.totals(base * factors)
        error = float(margin_errors(asked.wanted, reached).max())
        if error <= tolerance:
            return Solution(factors, turn, error)
        coefficients += regression.solver.solve(asked.wanted - reached)
        factors = 1 + auxiliaries.linear(coefficients)
    raise not_reached(asked, reached, rounds)
