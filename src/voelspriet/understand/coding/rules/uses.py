# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who else builds on a code, so that it cannot go: rooms above say so by registering."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

# why a code may not go, in sentences; none where nothing is in the way
Hindrance = Callable[[UUID, int], tuple[str, ...]]

_registered: dict[str, Hindrance] = {}


def code_use(room: str, hindrance: Hindrance) -> None:
    """Have a room say of the code with a key in a municipality why it may not go."""
    _registered[room] = hindrance


def hindrances(key: UUID, municipality_id: int) -> tuple[str, ...]:
    """Return why a code may not go, in sentences for whoever wants it to."""
    rooms = sorted(_registered)
    return tuple(told for room in rooms for told in _registered[room](key, municipality_id))
