# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Residents' initiatives, what is said about them, budgets of areas, and returning moments."""

from voelspriet.act.initiatives.models.budgets import AreaBudget, BudgetLine
from voelspriet.act.initiatives.models.escalations import InitiativeEscalation
from voelspriet.act.initiatives.models.initiatives import (
    NEVER_DUE,
    Initiative,
    InitiativeContact,
    InitiativeDecision,
    InitiativeMessage,
    InitiativeText,
)
from voelspriet.act.initiatives.models.sources import ContactMoment, Remark
from voelspriet.act.initiatives.models.statements import Settlement, StatusStatement

__all__ = [
    "NEVER_DUE",
    "AreaBudget",
    "BudgetLine",
    "ContactMoment",
    "Initiative",
    "InitiativeContact",
    "InitiativeDecision",
    "InitiativeEscalation",
    "InitiativeMessage",
    "InitiativeText",
    "Remark",
    "Settlement",
    "StatusStatement",
]
