# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Process figures (method §10), defined once: answered, how soon, kept, worn out."""

from voelspriet.analysis.process.fatigue import Fatigue, FatigueCase, fatigue
from voelspriet.analysis.process.kept import KeptCase, KeptRate, kept_rate
from voelspriet.analysis.process.rates import SHOWN_FROM_DUE, Rate, rate
from voelspriet.analysis.process.survival import (
    Curve,
    CurveStep,
    Ending,
    Quantile,
    Waiting,
    aalen_johansen,
    kaplan_meier,
    quantile,
)
from voelspriet.analysis.proportions import wilson

__all__ = [
    "SHOWN_FROM_DUE",
    "Curve",
    "CurveStep",
    "Ending",
    "Fatigue",
    "FatigueCase",
    "KeptCase",
    "KeptRate",
    "Quantile",
    "Rate",
    "Waiting",
    "aalen_johansen",
    "fatigue",
    "kaplan_meier",
    "kept_rate",
    "quantile",
    "rate",
    "wilson",
]
