# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety plans: their frame, themes, ambitions and cycle."""

from voelspriet.act.plans.models.budgets import (
    AmountCandidate,
    BudgetAmount,
    BudgetCover,
    BudgetHire,
    BudgetProduct,
    BudgetProject,
    BudgetRemark,
    ControlSum,
    MeasuringPayment,
    PlanBudget,
)
from voelspriet.act.plans.models.cycles import (
    ActionProgramme,
    EvaluationMoment,
    MomentReminder,
    PlanDecision,
    ResidentCriterion,
)
from voelspriet.act.plans.models.frames import Consultation, PlanLine, PlanRole
from voelspriet.act.plans.models.indicators import EveningIndicator
from voelspriet.act.plans.models.plans import Plan
from voelspriet.act.plans.models.proposals import (
    Proposal,
    ProposalAlternative,
    ProposalComment,
    ProposalCost,
    ProposalDecision,
    ProposalText,
    ProposalVersion,
)
from voelspriet.act.plans.models.themes import Ambition, ApproachMeasure, Measurement, Theme

__all__ = [
    "ActionProgramme",
    "Ambition",
    "AmountCandidate",
    "ApproachMeasure",
    "BudgetAmount",
    "BudgetCover",
    "BudgetHire",
    "BudgetProduct",
    "BudgetProject",
    "BudgetRemark",
    "Consultation",
    "ControlSum",
    "EvaluationMoment",
    "EveningIndicator",
    "Measurement",
    "MeasuringPayment",
    "MomentReminder",
    "Plan",
    "PlanBudget",
    "PlanDecision",
    "PlanLine",
    "PlanRole",
    "Proposal",
    "ProposalAlternative",
    "ProposalComment",
    "ProposalCost",
    "ProposalDecision",
    "ProposalText",
    "ProposalVersion",
    "ResidentCriterion",
    "Theme",
]
