# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: areas that are tense now, which go with the area."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.holdings import Held, held_source, user_columns
from voelspriet.understand.tension.models import TensionReading
from voelspriet.understand.tension.rules import RISEN

user_columns(
    facts={"tension.TensionReading.made_by_id", "tension.TensionHelp.changed_by_id"},
)


@held_source
def tension_held(_user_id: int, area_ids: frozenset[int]) -> Iterator[Held]:
    """Return, by area, what is in tension or an incident now and asks to be looked at again."""
    risen = TensionReading.objects.filter(
        area_id__in=sorted(area_ids), replaced_at__isnull=True, phase__in=RISEN
    )
    for row in risen.order_by().values("area_id").annotate(every=Count("pk")):
        yield Held("tension", _("Spanning om te volgen"), row["every"], row["area_id"])
