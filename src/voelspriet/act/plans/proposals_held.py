# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: nothing that moves; who wrote or said something is a fact."""

from __future__ import annotations

from voelspriet.ground.people.holdings import user_columns

user_columns(
    facts={
        "plans.Proposal.made_by_id",
        "plans.ProposalComment.said_by_id",
        "plans.ProposalDecision.noted_by_id",
        "plans.ProposalVersion.made_by_id",
    }
)
