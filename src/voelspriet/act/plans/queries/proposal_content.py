# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Gathering a proposal from its rows, as it is now."""

from __future__ import annotations

from voelspriet.act.plans.models import Proposal, ProposalCost
from voelspriet.act.plans.rules.proposal_content import Alternative, CostLine, ProposalContent
from voelspriet.act.plans.rules.proposal_money import Hire


def content_of(one: Proposal) -> ProposalContent:
    """Return everything that stands in a proposal. Three queries, and one for its plan."""
    return ProposalContent(
        subject=one.subject,
        meets_on=one.meets_on,
        plan_title=one.plan.title if one.plan is not None else "",
        texts=dict(one.texts.order_by("pk").values_list("section", "text")),
        costs=tuple(_line(row) for row in one.costs.order_by("number")),
        alternatives=tuple(
            Alternative(row.number, row.title, row.text, row.yearly_cents)
            for row in one.alternatives.order_by("number")
        ),
    )


def _line(row: ProposalCost) -> CostLine:
    hire = None
    # a constraint holds that a hire has all four
    if row.weeks and row.hours_low and row.hours_high and row.rate_cents:
        hire = Hire(
            weeks=row.weeks,
            hours_low=row.hours_low,
            hours_high=row.hours_high,
            rate_cents=row.rate_cents,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
        )
    return CostLine(row.number, row.label, row.coverage, hire, row.amount_cents or 0)
