# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which areas many points lie: exact geometry, vectorised.

The rule, the same everywhere: a point belongs to the finest area whose closed boundary in RD
holds it; on a shared border the lowest code has it. What lies above follows from the hierarchy,
so that the three levels never contradict each other; a point in no neighbourhood is looked for
among the districts, then among the municipalities.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.models import Area
from voelspriet.ground.areas.projection import RD, in_rd_range, transformer
from voelspriet.ground.areas.rules import FINEST_FIRST
from voelspriet.ground.areas.told import rejected

NOWHERE = -1
Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Names:
    """Code and name of one area at each level; empty where there is none."""

    municipality: tuple[str, str] = ("", "")
    district: tuple[str, str] = ("", "")
    neighbourhood: tuple[str, str] = ("", "")

    def columns(self) -> list[str]:
        """Return codes and names from the whole to the part."""
        return [*self.municipality, *self.district, *self.neighbourhood]


def lowest_of(shapes: Any, x: Numbers, y: Numbers) -> Indices:
    """Return for each point the index of the first shape that holds it; NOWHERE when none does.

    `shapes` are in order of code, so the first is the one a shared border belongs to.
    """
    found = np.full(len(x), NOWHERE, dtype=np.int64)
    if not len(x) or not len(shapes):
        return found
    points = shapely.STRtree(np.asarray(shapely.points(x, y)))
    shape_numbers, point_numbers = points.query(shapes, predicate="intersects")
    order = np.argsort(-shape_numbers, kind="stable")  # the lowest is written last
    found[point_numbers[order]] = shape_numbers[order]
    return found


class Locator:
    """The areas of one year, ready to be asked for many points."""

    def __init__(self, *, year: int) -> None:
        stored = list(
            Area.objects.filter(year=year).order_by("code").defer("outline", "source", "aliases")
        )
        if not stored:
            raise rejected(f"no areas of {year} were imported; run `voelspriet areas import` first")
        by_id = {area.pk: area for area in stored}
        self._levels: list[tuple[Any, int]] = []
        self.names: list[Names] = []
        for level in FINEST_FIRST:
            areas = [area for area in stored if area.level == level and area.boundary]
            shapes = shapely.from_wkb([bytes(area.boundary or b"") for area in areas])
            shapely.prepare(shapes)
            self._levels.append((shapes, len(self.names)))
            self.names.extend(_names(area, by_id) for area in areas)

    def find(self, x: Numbers, y: Numbers) -> Indices:
        """Return for each point in RD metres its index in `names`; NOWHERE outside every area."""
        found = np.full(len(x), NOWHERE, dtype=np.int64)
        for shapes, offset in self._levels:
            open_ = np.flatnonzero(found == NOWHERE)
            hit = lowest_of(shapes, x[open_], y[open_])
            found[open_] = np.where(hit == NOWHERE, NOWHERE, hit + offset)
        return found


def _names(area: Area, by_id: dict[int, Area]) -> Names:
    found: dict[str, tuple[str, str]] = {}
    current: Area | None = area
    while current is not None:
        found[current.level] = (current.code, current.name)
        current = by_id.get(current.parent_id or 0)
    found.setdefault(AreaLevel.MUNICIPALITY, (area.municipality_code, ""))
    return Names(**{str(level): pair for level, pair in found.items()})


def usable_points(first: Numbers, second: Numbers, *, crs: int | str) -> tuple[Numbers, Numbers]:
    """Return points in RD metres; NaN for what lies outside the Netherlands' range."""
    if str(crs).removeprefix("EPSG:") == str(RD):
        x, y = first.copy(), second.copy()
    else:
        x, y = (np.asarray(part) for part in transformer(crs, RD).transform(first, second))
    outside = ~in_rd_range(x, y)  # comparisons with NaN are false, so NaN is outside too
    x[outside] = np.nan
    y[outside] = np.nan
    return x, y
