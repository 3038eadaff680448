# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: the rounds of maps that are open in their areas."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.holdings import (
    Held,
    held_source,
    user_columns,
)
from voelspriet.listen.drawings.models import MapRound

user_columns(facts={"drawings.MapRound.made_by_id", "drawings.MapSheet.entered_by_id"})


@held_source
def rounds_held(_user_id: int, area_ids: frozenset[int]) -> Iterator[Held]:
    """Return the rounds of areas that somebody still has to close."""
    open_rounds = MapRound.objects.filter(area_id__in=sorted(area_ids), closes_at__isnull=True)
    for row in open_rounds.order_by().values("area_id").annotate(every=Count("pk")):
        yield Held("map_rounds", _("Open kaartrondes"), row["every"], row["area_id"])
