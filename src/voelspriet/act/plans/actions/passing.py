# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking a leaver off their plans."""

from __future__ import annotations

from datetime import datetime

from voelspriet.act.plans.models import Plan
from voelspriet.ground.people.holdings import Passing
from voelspriet.ground.privacy.actors import Actor


def leave_plans(passing: Passing, _by: Actor, _at: datetime) -> None:
    """Take a leaver off their plans, within the action that passes the work on.

    A plan is of no area, so it falls to all policy advisers together until one takes it.
    """
    if passing.leaves:
        Plan.objects.filter(
            municipality_id=passing.municipality_id, owner_id=passing.user_id
        ).update(owner_id=None)
