# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: plans they are told about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from voelspriet.act.plans.actions.passing import leave_plans
from voelspriet.act.plans.choices import PlanState
from voelspriet.act.plans.models import Plan
from voelspriet.ground.people.holdings import (
    Held,
    Ownerless,
    held_source,
    ownerless_source,
    passing_source,
    user_columns,
)

user_columns(
    duties={"plans.Plan.owner"},
    facts={
        "plans.Measurement.by_id",
        "plans.Proposal.made_by_id",
        "plans.ProposalComment.said_by_id",
        "plans.ProposalDecision.noted_by_id",
        "plans.ProposalVersion.made_by_id",
    },
)
passing_source(leave_plans)


@held_source
def plans_held(user_id: int, _area_ids: frozenset[int]) -> Iterator[Held]:
    """Return the running plans this colleague is told about."""
    running = Plan.objects.filter(owner_id=user_id).exclude(state=PlanState.CLOSED)
    yield Held("plans", _("Veiligheidsplannen om te volgen"), running.count())


@ownerless_source
def plans_without_owner(municipality_id: int, _on: date) -> Iterator[Ownerless]:
    """Return running plans whose owner no longer works here."""
    lost = Plan.objects.filter(municipality_id=municipality_id, owner__is_active=False)
    for reference in lost.exclude(state=PlanState.CLOSED).values_list("reference", flat=True):
        yield Ownerless("plan", reference)
