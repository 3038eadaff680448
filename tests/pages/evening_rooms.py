# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room of an evening in a scene: an evening under way, and what is said and left there."""

from __future__ import annotations

from typing import Any

from tests.factories.evening_rooms import make_evening, make_link_row
from voelspriet.ground.areas.models import Area


def gather(area: Area) -> dict[str, Any]:
    """Make an evening that is under way, and a link for a note-taker."""
    evening = make_evening(area)
    link, key = make_link_row(evening, label="tablet bij tafel 2")
    return {"evening": evening, "evening_link": link, "evening_key": key}
