# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which area lies in which: by the codes, or else by where its middle lies."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.models import Area
from voelspriet.ground.areas.rules import FINEST_FIRST, LEVEL_ABOVE, cbs_parent_codes


@dataclass(frozen=True, slots=True)
class Above:
    """The area above another: its id and the municipality both belong to."""

    id: int
    code: str
    municipality_code: str


class Hierarchy:
    """Every stored area of one year that can lie above areas of `level`."""

    def __init__(self, *, year: int, level: AreaLevel) -> None:
        self._levels = FINEST_FIRST[FINEST_FIRST.index(level) + 1 :]
        stored = Area.objects.filter(year=year, level__in=self._levels)
        self._by_code = {
            code: Above(key, code, whole)
            for key, code, whole in stored.values_list("id", "code", "municipality_code")
        }
        self._year = year
        self._trees: dict[AreaLevel, tuple[shapely.STRtree, list[str]]] = {}

    def above(self, code: str, told: Iterable[str], shape: BaseGeometry) -> Above | None:
        """Return the nearest stored area above: as told, by CBS code, else around the middle."""
        codes = (*told, *cbs_parent_codes(code))
        for above in codes:
            if above in self._by_code:
                return self._by_code[above]
        if cbs_parent_codes(code):
            return None
        return self._around(shape)

    def _around(self, shape: BaseGeometry) -> Above | None:
        middle = shape.representative_point()
        for level in self._levels:
            tree, codes = self._tree(level)
            found = np.sort(tree.query(middle, predicate="intersects"))
            if len(found):
                return self._by_code[codes[int(found[0])]]
        return None

    def _tree(self, level: AreaLevel) -> tuple[shapely.STRtree, list[str]]:
        if level not in self._trees:
            stored = list(
                Area.objects.filter(year=self._year, level=level, boundary__isnull=False)
                .order_by("code")
                .values_list("code", "boundary")
            )
            shapes = shapely.from_wkb([bytes(boundary or b"") for _code, boundary in stored])
            self._trees[level] = (shapely.STRtree(shapes), [code for code, _ in stored])
        return self._trees[level]


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
