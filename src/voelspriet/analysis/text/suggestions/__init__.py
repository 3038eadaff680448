# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suggest factors for fragments, learned from what people coded. A person decides, always.

Importing this takes a second: it belongs in the worker, not in a web process.
"""

from voelspriet.analysis.text.suggestions.coded import CodedColumns
from voelspriet.analysis.text.suggestions.evaluation import evaluate
from voelspriet.analysis.text.suggestions.model import Suggester, suggest, train, weights_of
from voelspriet.analysis.text.suggestions.results import (
    Evaluation,
    FactorEvaluation,
    HeldOutShare,
    LeftOut,
    Minimum,
    Off,
    Suggestion,
    Suggestions,
)

__all__ = [
    "CodedColumns",
    "Evaluation",
    "FactorEvaluation",
    "HeldOutShare",
    "LeftOut",
    "Minimum",
    "Off",
    "Suggester",
    "Suggestion",
    "Suggestions",
    "evaluate",
    "suggest",
    "train",
    "weights_of",
]
