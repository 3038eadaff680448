# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words with a fixed set of values: those residents read, and those for colleagues."""

from voelspriet.act.initiatives.choices.initiatives import (
    InitiativeNeed,
    InitiativeOutcome,
    InitiativeStatus,
    StatementOrigin,
)
from voelspriet.act.initiatives.choices.staff import (
    BudgetKind,
    BudgetLineState,
    InitiativeOrigin,
    MomentKind,
    MomentStatus,
    MomentUnit,
    RemarkKind,
)

__all__ = [
    "BudgetKind",
    "BudgetLineState",
    "InitiativeNeed",
    "InitiativeOrigin",
    "InitiativeOutcome",
    "InitiativeStatus",
    "MomentKind",
    "MomentStatus",
    "MomentUnit",
    "RemarkKind",
    "StatementOrigin",
]
