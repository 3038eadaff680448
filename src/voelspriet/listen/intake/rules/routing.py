# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which routing rule wins: the most specific one, then the lowest position."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Route:
    """A rule as it is compared: an empty category means every category, no area everywhere."""

    id: int
    category: str
    area_id: int | None
    position: int


def best_route(routes: Iterable[Route], *, category: str, upwards: tuple[int, ...]) -> Route | None:
    """Return the rule that wins for a category at a place; None when none fits.

    `upwards` is the area and those above it, nearest first. A nearer area wins over a farther
    one and over everywhere; at the same nearness a rule for the category wins over one for every
    category; then the lower position, then the older rule.
    """
    fitting = [
        route
        for route in routes
        if route.category in {"", category} and (route.area_id is None or route.area_id in upwards)
    ]
    return min(fitting, key=lambda route: _rank(route, upwards), default=None)


def _rank(route: Route, upwards: tuple[int, ...]) -> tuple[int, bool, int, int]:
    nearness = len(upwards) if route.area_id is None else upwards.index(route.area_id)
    return nearness, route.category == "", route.position, route.id
