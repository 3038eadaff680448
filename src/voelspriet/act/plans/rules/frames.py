# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each kind of line of a plan's frame says, and that roles name functions, not people."""

from __future__ import annotations

from voelspriet.act.plans.choices import PlanLineKind
from voelspriet.act.plans.told import ConsultationTold, RoleTold
from voelspriet.listen.evenings.rules.guarding import guard

# what a kind of line is made of; the first of them must be there
LINE_PARTS: dict[PlanLineKind, tuple[str, ...]] = {
    PlanLineKind.TREND: ("label", "text"),
    PlanLineKind.MISSION: ("text",),
    PlanLineKind.TOPIC: ("label",),
    PlanLineKind.COMMUNICATION_LINE: ("label", "question", "text"),
    PlanLineKind.COMMUNICATION_PRINCIPLE: ("label", "text"),
    PlanLineKind.LISTENING_SOURCE: ("label",),
    PlanLineKind.DOUBT: ("text", "label"),
}


def refuse_people_in_role(told: RoleTold) -> None:
    """Refuse a role that seems to name somebody: a plan outlives who holds an office."""
    guard(told.name, field="name")
    guard(told.task, field="task")


def refuse_people_in_consultation(told: ConsultationTold) -> None:
    """Refuse a body whose members seem to be people instead of functions."""
    guard(told.name, field="name")
    for member in told.members:
        guard(member, field="members")
    guard(told.held_when, field="held_when")
