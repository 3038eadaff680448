# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where an evening stands, kept for half a second: hundreds of screens ask every two seconds."""

from __future__ import annotations

from django.core.cache import cache

from voelspriet.listen.evenings.queries.room import RoomState, room_state

KEPT_SECONDS = 0.5
NOTHING = "nothing"


def evening_state(reference: str) -> RoomState | None:
    """Return where an evening stands, at most half a second ago; one query when it is asked."""
    key = f"evening-state:{reference}"
    found = cache.get(key)
    if found is None:
        found = room_state(reference=reference) or NOTHING
        cache.set(key, found, KEPT_SECONDS)
    return found if isinstance(found, RoomState) else None
