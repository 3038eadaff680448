# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well those who answered stand for those who did not, and where to knock next."""

from voelspriet.analysis.survey.representativeness.population import population_margins
from voelspriet.analysis.survey.representativeness.population_based import margin_response
from voelspriet.analysis.survey.representativeness.results import (
    Case,
    Group,
    Indicator,
    Representativeness,
    VariablePart,
    Verdict,
)
from voelspriet.analysis.survey.representativeness.sample_based import sample_response
from voelspriet.analysis.survey.representativeness.shares import open_response

__all__ = [
    "Case",
    "Group",
    "Indicator",
    "Representativeness",
    "VariablePart",
    "Verdict",
    "margin_response",
    "open_response",
    "population_margins",
    "sample_response",
]
