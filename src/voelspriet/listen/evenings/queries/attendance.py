# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many took part in an evening, for the meeting it belongs to."""

from __future__ import annotations

from django.db.models import Sum

from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import HandCount, Voice
from voelspriet.listen.evenings.queries.listing import visible_evenings


def took_part(*, meeting_reference: str, by: Actor) -> int:
    """Return how many took part in the closed evening of a meeting; 0 when there is none.

    Phones and slips, and the most hands that went up at one part: hands are counted of people
    without phone or slip only, and nobody raises two hands.
    """
    if not meeting_reference:
        return 0
    evening = (
        visible_evenings(by)
        .filter(meeting_reference=meeting_reference, state=EveningState.CLOSED)
        .order_by("-closed_at")
        .first()
    )
    if evening is None:
        return 0
    voices = Voice.objects.filter(evening=evening).count()
    hands = (
        HandCount.objects.filter(item__evening=evening)
        .order_by()
        .values("item")
        .annotate(every=Sum("count"))
        .values_list("every", flat=True)
    )
    return voices + max(hands, default=0)
