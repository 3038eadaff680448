# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving agreements another follower, and ending calendar keys, when a colleague leaves."""

from __future__ import annotations

from datetime import datetime

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement, CalendarKey
from voelspriet.ground.people.holdings import Passing
from voelspriet.ground.privacy.actors import Actor


def pass_agreements(passing: Passing, _by: Actor, at: datetime) -> None:
    """Have running agreements followed by who has their area now; end the keys of who leaves.

    Within the action that passes the work on. What is of no area that passed falls to the duo
    of its area together.
    """
    mine = Agreement.objects.filter(
        municipality_id=passing.municipality_id,
        follower_id=passing.user_id,
        state=AgreementState.OPEN,
    )
    for place in passing.places:
        mine.filter(area_id__in=sorted(place.area_ids)).update(follower_id=place.successor_id)
    if passing.leaves:
        mine.update(follower_id=None)
        CalendarKey.objects.filter(
            user_id=passing.user_id,
            municipality_id=passing.municipality_id,
            withdrawn_at__isnull=True,
        ).update(withdrawn_at=at)
