# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Process figures (method §10), defined once: answered, how soon, kept, worn out."""

from voelspriet.analysis.process.fatigue import Fatigue, FatigueCase, fatigue
from voelspriet.analysis.process.kept import (
    KeptCase,
    KeptGroup,
    KeptRate,
    kept_rate,
    kept_rate_of,
)
from voelspriet.analysis.process.rates import SHOWN_FROM_DUE, Rate, rate
from voelspriet.analysis.process.survival import (
    Curve,
    CurveStep,
    Quantile,
    aalen_johansen,
    kaplan_meier,
    quantile,
    share_answered,
)
from voelspriet.analysis.process.waiting import Ending, Moment, Tally, Waiting, tally
from voelspriet.analysis.proportions import wilson

__all__ = [
    "SHOWN_FROM_DUE",
    "Curve",
    "CurveStep",
    "Ending",
    "Fatigue",
    "FatigueCase",
    "KeptCase",
    "KeptGroup",
    "KeptRate",
    "Moment",
    "Quantile",
    "Rate",
    "Tally",
    "Waiting",
    "aalen_johansen",
    "fatigue",
    "kaplan_meier",
    "kept_rate",
    "kept_rate_of",
    "quantile",
    "rate",
    "share_answered",
    "tally",
    "wilson",
]
