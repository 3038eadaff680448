# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room itself holds for somebody: roles, and columns that point at a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.holdings import (
    Held,
    Ownerless,
    held_source,
    ownerless_source,
    user_columns,
)
from voelspriet.ground.people.models import AreaDuty, RoleAssignment, Succession
from voelspriet.ground.people.rules import current

user_columns(
    duties={"people.RoleAssignment.user", "people.AreaDuty.user"},
    facts={
        "people.Leaving.user",
        "people.Succession.successor",
        "privacy.AuditLine.actor_id",
    },
)


@held_source
def roles_held(user_id: int, _areas: frozenset[int]) -> Iterator[Held]:
    """Return the roles of somebody; they end when the account does."""
    found = RoleAssignment.objects.filter(user_id=user_id, ends_on__isnull=True)
    yield Held("roles", _("Rollen: die eindigen"), found.count())


@ownerless_source
def places_without_account(municipality_id: int, on: date) -> Iterator[Ownerless]:
    """Return places in a duo of accounts that are closed, and hand-overs whose day went by."""
    duties = AreaDuty.objects.filter(
        current(on),
        user__is_active=False,
        user__assignments__municipality_id=municipality_id,
    ).exclude(kind=DutyKind.STAND_IN)
    for pk in duties.distinct().values_list("pk", flat=True):
        yield Ownerless("duty", str(pk))
    late = Succession.objects.filter(
        leaving__municipality_id=municipality_id, passed_at__isnull=True, starts_on__lt=on
    )
    for pk in late.values_list("pk", flat=True):
        yield Ownerless("succession", str(pk))
