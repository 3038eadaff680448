# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a round stands, and who sees and leads it."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.drawings.choices import RoundState
from voelspriet.listen.drawings.models import MapRound

LEADS_ALL = (Role.POLICY_ADVISER,)
READS_ALL = (Role.POLICY_ADVISER, Role.DIRECTOR)
CODE_LETTERS = 6


def state_of(one: MapRound, at: datetime, *, is_published: bool) -> RoundState:
    """Return where a round stands at a moment."""
    if is_published:
        return RoundState.PUBLISHED
    if one.closes_at is not None and one.closes_at <= at:
        return RoundState.CLOSED
    return RoundState.TO_COME if at < one.opens_at else RoundState.OPEN


def visible_rounds(by: Actor) -> QuerySet[MapRound]:
    """Return the rounds a colleague may see with all that was drawn.

    Advisers those of their areas; policy adviser and director those of the municipality.
    """
    if not by.is_staff or by.municipality_id is None:
        return MapRound.objects.none()
    here = MapRound.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    return here.filter(area_id__in=sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else [])


def leads_area(by: Actor, area_id: int, municipality_id: int | None) -> bool:
    """Tell whether `by` may hold a round in an area: its advisers and the policy adviser."""
    if not by.is_staff or by.municipality_id is None or by.municipality_id != municipality_id:
        return False
    return by.has(*LEADS_ALL) or by.advises(area_id)
