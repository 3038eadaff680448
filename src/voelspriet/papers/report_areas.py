# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small map of areas, each with the number of its row in the table beside it."""

from __future__ import annotations

from collections.abc import Sequence

import shapely

from voelspriet.ground.areas.ground_plan import metres_of
from voelspriet.papers.report_cells import EDGE, INK, MARGIN, PAPER, WIDE, path_of

MARKED = "#cfe3e0"  # where something was named
SIZE = 18
Line = tuple[tuple[float, float], ...]


def areas_svg(areas: Sequence[tuple[int, tuple[Line, ...], bool]]) -> str:
    """Draw areas: the number of each, its edges in WGS84 degrees, and whether it has a colour.

    Empty where the edges of one are not known.
    """
    if not areas or not all(edges for _number, edges, _is_marked in areas):
        return ""
    x, y = metres_of([point for _n, edges, _m in areas for ring in edges for point in ring]).T
    west, north = float(x.min()), float(y.max())
    per_metre = (WIDE - 2 * MARGIN) / max(float(x.max()) - west, 1.0)
    high = (north - float(y.min())) * per_metre + 2 * MARGIN

    def placed(ring: Line) -> list[tuple[float, float]]:
        return [
            (MARGIN + (east - west) * per_metre, MARGIN + (north - up) * per_metre)
            for east, up in metres_of(ring).tolist()
        ]

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high:.0f}">']
    numbers = []
    for number, edges, is_marked in areas:
        rings = [placed(ring) for ring in edges]
        shape = "".join(f"{path_of(ring)}Z" for ring in rings)
        fill = MARKED if is_marked else PAPER
        parts.append(f'<path d="{shape}" fill="{fill}" stroke="{EDGE}" stroke-width="2"/>')
        numbers.append(_number(number, rings))
    return "".join([*parts, *numbers, "</svg>"])


def _number(number: int, rings: Sequence[list[tuple[float, float]]]) -> str:
    """Write a number inside the largest part of an area."""
    whole = max((shapely.Polygon(ring) for ring in rings), key=lambda one: float(one.area))
    middle = whole.representative_point()
    return (
        f'<text x="{middle.x:.0f}" y="{middle.y + SIZE * 0.36:.0f}" font-size="{SIZE}"'
        f' text-anchor="middle" font-weight="700" font-family="Noto Sans, sans-serif"'
        f' fill="{INK}">{number}</text>'
    )
