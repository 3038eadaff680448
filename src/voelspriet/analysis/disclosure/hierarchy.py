# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Areas within areas, read from a table: an area is the sum of the areas within it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Frame, FrameLike

AREA, PARENT = "area", "parent"


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Areas of several levels.

    `smallest` are the areas without areas within them, in order; `within` says of every area which
    of these it is made of (their places in `smallest`).
    """

    smallest: tuple[str, ...]
    within: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, data: FrameLike) -> Hierarchy:
        """Read the columns `area` and `parent`; a parent is empty for an area of the top.

        Raises ColumnError, with the row, for an area that is missing or there twice, a parent that
        is no area itself, and areas that lie within each other in a circle.
        """
        frame = Frame.of(data)
        areas = [(text or "").strip() for text in frame.texts(AREA)]
        parents = [(text or "").strip() for text in frame.texts(PARENT)]
        above: dict[str, str] = {}
        for row, (area, parent) in enumerate(zip(areas, parents, strict=True), start=1):
            if not area:
                raise ColumnError(AREA, "is missing", row=row)
            if area in above:
                raise ColumnError(AREA, f"{area!r} is there twice", row=row)
            above[area] = parent
        for row, (area, parent) in enumerate(zip(areas, parents, strict=True), start=1):
            if parent and parent not in above:
                raise ColumnError(PARENT, f"{parent!r} is no area of its own row", row=row)
            if area in _ancestors(area, above):
                raise ColumnError(PARENT, f"{area!r} would lie within itself", row=row)
        has_parts = set(above.values())
        smallest = tuple(area for area in areas if area not in has_parts)
        within: dict[str, set[int]] = {area: set() for area in areas}
        for place, area in enumerate(smallest):
            for above_it in (area, *_ancestors(area, above)):
                within[above_it].add(place)
        return cls(smallest, {area: frozenset(places) for area, places in within.items()})


def _ancestors(area: str, above: Mapping[str, str]) -> list[str]:
    """Return what lies above an area, nearest first; it stops where a circle closes."""
    found: list[str] = []
    while (area := above.get(area, "")) and area not in found:
        found.append(area)
    return found
