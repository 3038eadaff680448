# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Design effects: how much the variance differs from that of a simple random sample."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.estimation.respondents import Respondents


class Against(StrEnum):
    """The simple random sample of equal size to compare with: drawn without or with replacement."""

    WITHOUT_REPLACEMENT = "without-replacement"
    REPLACEMENT = "replacement"


def design_effects(
    variance: Vector, squares: Vector, respondents: Respondents, against: Against
) -> Vector:
    """Return per domain the variance ÷ that of a simple random sample of the same n.

    `squares` are the weighted sums of squares Σwd² of the linearised values about their mean in
    each domain, on the scale of the variance. The variance of the simple sample is
    W Σwd² / (n − 1), W the summed weight of the domain, and (1 − n/W) of that when drawn without
    replacement. Weights that sum to no more than n cannot count a population: such a domain is
    compared with replacement. NaN where n < 2 or answers do not vary.

    Source: Kish (1965), Survey Sampling, 8.2; as R `survey` `deff=TRUE` and `deff="replace"`.
    """
    simple = respondents.weight * squares / np.maximum(respondents.n - 1, 1)
    if against is Against.WITHOUT_REPLACEMENT:
        counts = respondents.weight > respondents.n
        left = 1 - respondents.n / np.where(counts, respondents.weight, 1)
        simple = np.where(counts, simple * left, simple)
    defined = (respondents.n > 1) & (simple > 0)
    return np.where(defined, variance / np.where(defined, simple, 1), np.nan)
