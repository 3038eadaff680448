# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving areas that were there first their place when the level above arrives."""

from __future__ import annotations

from collections.abc import Collection

import shapely

from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.hierarchy import Hierarchy
from voelspriet.ground.areas.models import Area
from voelspriet.ground.areas.rules import FINEST_FIRST, LEVEL_ABOVE


def relink_below(*, year: int, level: AreaLevel, municipality_codes: Collection[str]) -> int:
    """Give areas below `level` the nearest area above, now that `level` was imported.

    Returns how many changed. Areas keep their municipality.
    """
    changed = 0
    for lower in (low for low, high in LEVEL_ABOVE.items() if _below(low, level)):
        hierarchy = Hierarchy(year=year, level=lower)
        moved: dict[int, list[int]] = {}
        below = Area.objects.filter(
            year=year, level=lower, municipality_code__in=municipality_codes
        )
        for area in below.defer("outline"):
            shape = shapely.from_wkb(bytes(area.boundary or b"")) if area.boundary else None
            above = hierarchy.above(area.code, (), shape) if shape is not None else None
            if above is not None and above.id != area.parent_id:
                moved.setdefault(above.id, []).append(area.pk)
        for parent_id, children in moved.items():
            changed += Area.objects.filter(pk__in=children).update(parent_id=parent_id)
    return changed


def _below(lower: AreaLevel, level: AreaLevel) -> bool:
    return FINEST_FIRST.index(lower) < FINEST_FIRST.index(level)
