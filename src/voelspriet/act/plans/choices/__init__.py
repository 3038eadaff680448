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
from voelspriet.act.plans.choices.contents import (
    AmbitionKind,
    AmbitionLack,
    CourseState,
    DecisionBody,
    IndicatorKind,
    MomentPurpose,
    PlanBody,
    PlanLineKind,
    ReminderStage,
    SafetyField,
    TargetDirection,
)
from voelspriet.act.plans.choices.plans import PlanState, PlanVisibility

__all__ = [
    "AmbitionKind",
    "AmbitionLack",
    "AmountCertainty",
    "ControlScope",
    "ControlUnit",
    "CourseState",
    "DecisionBody",
    "IndicatorKind",
    "MomentPurpose",
    "MoneyKind",
    "PlanBody",
    "PlanLineKind",
    "PlanState",
    "PlanVisibility",
    "ReminderStage",
    "SafetyField",
    "SumVerdict",
    "TargetDirection",
]
