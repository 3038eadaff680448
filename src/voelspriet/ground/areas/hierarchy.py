# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which area lies in which: by the codes, or else by where its middle lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.models import Area
from voelspriet.ground.areas.rules import FINEST_FIRST, cbs_parent_codes


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
