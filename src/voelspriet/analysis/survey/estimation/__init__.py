# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Means, shares, totals, ratios and quantiles by domain, with what the design does to them."""

from voelspriet.analysis.survey.estimation.design import Calibration, Design, Lonely, survey_design
from voelspriet.analysis.survey.estimation.effects import Against
from voelspriet.analysis.survey.estimation.estimates import Kind, estimate
from voelspriet.analysis.survey.estimation.intervals import korn_graubard
from voelspriet.analysis.survey.estimation.results import Estimate, Estimates

__all__ = [
    "Against",
    "Calibration",
    "Design",
    "Estimate",
    "Estimates",
    "Kind",
    "Lonely",
    "estimate",
    "korn_graubard",
    "survey_design",
]
