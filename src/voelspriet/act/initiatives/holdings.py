# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: initiatives of their areas that wait for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from voelspriet.act.initiatives.models import NEVER_DUE, Initiative
from voelspriet.ground.people.holdings import Held, Ownerless, held_source, ownerless_source
from voelspriet.ground.people.queries import areas_owned


@held_source
def initiatives_held(_user_id: int, area_ids: frozenset[int]) -> Iterator[Held]:
    """Return the initiatives of areas that wait; they pass on with the area."""
    waiting = Initiative.objects.filter(
        due_on__lt=NEVER_DUE, responsible_area_id__in=sorted(area_ids)
    )
    rows = waiting.order_by().values("responsible_area_id").annotate(every=Count("pk"))
    for row in rows:
        label = _("Initiatieven die op antwoord wachten")
        yield Held("initiatives", label, row["every"], row["responsible_area_id"])


@ownerless_source
def initiatives_without_duo(municipality_id: int, on: date) -> Iterator[Ownerless]:
    """Return the initiatives that wait in an area without a duo."""
    owned = sorted(areas_owned(municipality_id=municipality_id, on=on))
    waiting = Initiative.objects.filter(municipality_id=municipality_id, due_on__lt=NEVER_DUE)
    lost = waiting.exclude(responsible_area_id__in=owned)
    for reference in lost.values_list("reference", flat=True):
        yield Ownerless("initiative", reference)
