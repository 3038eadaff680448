# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety plans."""

from voelspriet.act.plans.models.budgets import (
    AmountCandidate,
    BudgetAmount,
    BudgetCover,
    BudgetHire,
    BudgetProduct,
    BudgetProject,
    BudgetRemark,
    ControlSum,
    PlanBudget,
)
from voelspriet.act.plans.models.plans import Plan

__all__ = [
    "AmountCandidate",
    "BudgetAmount",
    "BudgetCover",
    "BudgetHire",
    "BudgetProduct",
    "BudgetProject",
    "BudgetRemark",
    "ControlSum",
    "Plan",
    "PlanBudget",
]
