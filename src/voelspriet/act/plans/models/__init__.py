# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety plans."""

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

__all__ = [
    "Plan",
    "Proposal",
    "ProposalAlternative",
    "ProposalComment",
    "ProposalCost",
    "ProposalDecision",
    "ProposalText",
    "ProposalVersion",
]
