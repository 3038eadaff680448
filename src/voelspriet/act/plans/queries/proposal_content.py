# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Gathering a proposal from its rows, as it is now."""

from __future__ import annotations

from voelspriet.act.plans.choices.proposals import ProposalKind
from voelspriet.act.plans.models import Proposal, ProposalCost
from voelspriet.act.plans.rules.proposal_content import (
    Alternative,
    CostLine,
    Followed,
    ProposalContent,
    thawed,
)
from voelspriet.act.plans.rules.proposal_money import Hire


def content_of(one: Proposal) -> ProposalContent:
    """Return everything that stands in a proposal or letter, and what a letter follows from."""
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
        kind=ProposalKind(one.kind),
        portfolio=one.portfolio,
        follows=_followed(one.follows) if one.follows is not None else None,
    )


def _followed(one: Proposal) -> Followed:
    """Return a proposal as the college decided on it last; as it is now while it did not."""
    latest = one.decisions.order_by("-version").first()
    if latest is None:
        return Followed(one.subject, costs=content_of(one).costs)
    content = thawed(one.frozen.get(number=latest.version).content)
    return Followed(
        subject=content.subject,
        version=latest.version,
        outcome=latest.outcome,
        decided_on=latest.decided_on,
        words=latest.words,
        costs=content.costs,
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
