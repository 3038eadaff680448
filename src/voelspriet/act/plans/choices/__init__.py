# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words with a fixed set of values in safety plans."""

from voelspriet.act.plans.choices.budgets import (
    AmountCertainty,
    ControlScope,
    ControlUnit,
    MoneyKind,
    SumVerdict,
)
from voelspriet.act.plans.choices.plans import PlanState, PlanVisibility

__all__ = [
    "AmountCertainty",
    "ControlScope",
    "ControlUnit",
    "MoneyKind",
    "PlanState",
    "PlanVisibility",
    "SumVerdict",
]
