# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of many tests: how many of the findings would be chance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames.frame import Vector

Q_FROM_TESTS = 10  # a table with more tests than this carries q beside p


def carries_q(tests: int) -> bool:
    """Tell whether a table with this many tests shows a q: with more than ten (method §4a)."""
    return tests > Q_FROM_TESTS


def benjamini_hochberg(p_values: Sequence[float] | Vector) -> Vector:
    """Return the q of every test: the false discovery share at which it is just a finding.

    `p_values` has one p per test, NaN where no test was done; those count for nothing and stay
    NaN. Calling a finding what has q ≤ 0.10 keeps the expected share of chance among the findings
    at 10 % or less when the tests are independent or positively dependent. Raises InputError for
    a p outside 0 to 1 and for a table of more than one dimension.

    Source: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57:289-300;
    as adjusted p-values: Yekutieli & Benjamini (1999), J. Statistical Planning and Inference 82.
    """
    p = np.asarray(p_values, dtype=float)
    if p.ndim != 1:
        raise InputError("p-values are one row of numbers")
    done = ~np.isnan(p)
    if np.any((p[done] < 0) | (p[done] > 1)):
        raise InputError("a p-value lies between 0 and 1")
    q = np.full(p.shape, np.nan)
    tests = int(np.count_nonzero(done))
    order = np.argsort(p[done], kind="stable")[::-1]
    raised = p[done][order] * tests / np.arange(tests, 0, -1)
    lowest = np.empty(tests)
    lowest[order] = np.minimum(np.minimum.accumulate(raised), 1.0)
    q[done] = lowest
    return q
