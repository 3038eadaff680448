# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: memberships of organisations, which end with the account."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from voelspriet.ground.network.actions import end_memberships
from voelspriet.ground.network.models import Membership
from voelspriet.ground.people.holdings import (
    Held,
    Passing,
    held_source,
    passing_source,
    user_columns,
)
from voelspriet.ground.privacy.actors import Actor

user_columns(duties={"network.Membership.user"})


@held_source
def memberships_held(user_id: int, _areas: frozenset[int]) -> Iterator[Held]:
    """Return the organisations somebody handles matters for."""
    found = Membership.objects.filter(user_id=user_id)
    yield Held("memberships", _("Organisaties waarvoor deze collega werkt"), found.count())
    alone = found.exclude(organisation__memberships__in=Membership.objects.exclude(user_id=user_id))
    yield Held("alone", _("Daarvan heeft daarna niemand een account"), alone.count())


@passing_source
def pass_memberships(passing: Passing, _by: Actor, _at: datetime) -> None:
    """End the memberships of who leaves: nobody works for an organisation by name only."""
    if passing.leaves:
        end_memberships(user_id=passing.user_id, municipality_id=passing.municipality_id)
