# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading accounts, and building the actor a colleague is."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from voelspriet.ground.areas.models import Area
from voelspriet.ground.people.models import AreaDuty, RoleAssignment, User
from voelspriet.ground.people.scopes import organisation_ids
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import ActorKind, Role


def actor_for(*, user_id: int, on: date) -> Actor | None:
    """Return the actor of an account on a day; None when it is closed or holds no role."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return None
    current = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))
    assignments = list(RoleAssignment.objects.filter(current, user_id=user_id))
    if not assignments:
        return None
    roles = frozenset(Role(assignment.role) for assignment in assignments)
    duties = AreaDuty.objects.filter(current, user_id=user_id).values_list("area_id", flat=True)
    return Actor(
        kind=ActorKind.STAFF,
        user_id=user.pk,
        name=user.name,
        municipality_id=assignments[0].municipality_id,
        roles=roles,
        area_ids=with_areas_below(frozenset(duties)) if Role.AREA_ADVISER in roles else frozenset(),
        organisation_ids=organisation_ids(user_id) if Role.HANDLER in roles else frozenset(),
    )


def with_areas_below(area_ids: frozenset[int]) -> frozenset[int]:
    """Return these areas and every area within them."""
    found = set(area_ids)
    frontier = found
    while frontier:
        below = set(Area.objects.filter(parent_id__in=frontier).values_list("id", flat=True))
        frontier = below - found
        found |= below
    return frozenset(found)
