# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Building the actor a colleague is: roles of today, in one municipality, with their scope."""

from __future__ import annotations

from datetime import date

from voelspriet.ground.areas.models import Area
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.models import AreaDuty, RoleAssignment, User
from voelspriet.ground.people.rules import current
from voelspriet.ground.people.scopes import organisation_ids
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import ActorKind, Role


def actor_for(*, user_id: int, on: date, municipality_id: int | None = None) -> Actor | None:
    """Return the actor of an account on a day; None when it is closed or holds no role.

    Roles count in one municipality at a time: `municipality_id`, else that of the oldest role.
    """
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return None
    assignments = list(RoleAssignment.objects.filter(current(on), user_id=user_id).order_by("id"))
    if municipality_id is None and assignments:
        municipality_id = assignments[0].municipality_id
    roles = frozenset(
        Role(one.role) for one in assignments if one.municipality_id == municipality_id
    )
    if not roles:
        return None
    return Actor(
        kind=ActorKind.STAFF,
        user_id=user.pk,
        name=user.name,
        municipality_id=municipality_id,
        roles=roles,
        area_ids=areas_served(user_id=user_id, on=on)
        if Role.AREA_ADVISER in roles
        else frozenset(),
        organisation_ids=organisation_ids(user_id) if Role.HANDLER in roles else frozenset(),
    )


def areas_served(*, user_id: int, on: date) -> frozenset[int]:
    """Return the areas an account has a duty in, and those below that have no duo of their own.

    A neighbourhood with its own first adviser belongs to its own duo and to nobody above it.
    """
    mine = AreaDuty.objects.filter(current(on), user_id=user_id).values_list("area_id", flat=True)
    return areas_with(area_ids=frozenset(mine), on=on)


def areas_with(*, area_ids: frozenset[int], on: date) -> frozenset[int]:
    """Return these areas and those below them that have no first adviser of their own."""
    if not area_ids:
        return frozenset()
    others = set(
        AreaDuty.objects.filter(current(on), kind=DutyKind.FIRST).values_list("area_id", flat=True)
    )
    found, frontier = set(area_ids), set(area_ids)
    while frontier:
        below = set(Area.objects.filter(parent_id__in=frontier).values_list("id", flat=True))
        frontier = below - found - others
        found |= frontier
    return frozenset(found)


def actor_by_email(*, email: str, on: date) -> Actor | None:
    """Return the actor of the account with an e-mail address on a day, for who works at a command.

    None when there is no such account, it is closed or it holds no role.
    """
    user = User.objects.filter(email__iexact=email.strip()).first()
    return actor_for(user_id=user.pk, on=on) if user is not None else None
