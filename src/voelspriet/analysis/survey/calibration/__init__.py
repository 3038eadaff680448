# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Weights that add up to the population, and standard errors that know it."""

from voelspriet.analysis.survey.calibration.calibrated import Calibrated, Method, calibrate
from voelspriet.analysis.survey.calibration.margins import (
    Margin,
    Margins,
    NumericMargin,
    read_margins,
)

__all__ = [
    "Calibrated", "Margin", "Margins", "Method", "NumericMargin", "calibrate", "read_margins",
]  # fmt: skip
