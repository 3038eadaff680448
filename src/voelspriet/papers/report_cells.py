# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small map of the squares in a table of the report: the area, its streets, never a point."""

from __future__ import annotations

from collections.abc import Iterable

from voelspriet.ground.areas.ground_plan import metres_of
from voelspriet.listen.drawings.queries.open_rounds import PublicKind
from voelspriet.listen.drawings.queries.told_rounds import Ground

WIDE = 400  # of the drawing; its height follows
MARGIN = 10.0
LEAST_SIDE_WITH_A_NUMBER = 13.0
PAPER, EDGE, STREET, INK = "#fbfaf6", "#0b5a61", "#c9c2b2", "#1b2530"


def cells_svg(kind: PublicKind, ground: Ground) -> str:
    """Return the squares of a kind on their area, each with the number of its row in the table.

    Empty where the edges of the area are not known.
    """
    corners = [point for ring in ground.edges for point in ring]
    if not corners:
        return ""
    corners += [(lon, lat) for cell in kind.cells for lon, lat in cell.ring]
    x, y = metres_of(corners).T
    west, north = float(x.min()), float(y.max())
    per_metre = (WIDE - 2 * MARGIN) / max(float(x.max()) - west, 1.0)
    high = (north - float(y.min())) * per_metre + 2 * MARGIN

    def placed(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        return [
            (MARGIN + (east - west) * per_metre, MARGIN + (north - up) * per_metre)
            for east, up in metres_of(list(points)).tolist()
        ]

    colour = kind.entry.colour
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high:.0f}">',
        *(f'<path d="{path_of(placed(ring))}Z" fill="{PAPER}"/>' for ring in ground.edges),
        _streets(placed(piece) for piece in ground.streets),
    ]
    for number, cell in enumerate(kind.cells, 1):
        parts.append(_square(number, placed((lon, lat) for lon, lat in cell.ring), colour))
    edges = "".join(f"{path_of(placed(ring))}Z" for ring in ground.edges)
    parts.append(f'<path d="{edges}" fill="none" stroke="{EDGE}" stroke-width="2"/></svg>')
    return "".join(parts)


def path_of(points: list[tuple[float, float]]) -> str:
    """Return a line through points of the drawing, as the `d` of a path."""
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points)


def _streets(lines: Iterable[list[tuple[float, float]]]) -> str:
    drawn = "".join(path_of(line) for line in lines)
    return f'<path d="{drawn}" fill="none" stroke="{STREET}" stroke-width="1.5"/>' if drawn else ""


def _square(number: int, ring: list[tuple[float, float]], colour: str) -> str:
    square = (
        f'<path d="{path_of(ring)}Z" fill="{colour}" fill-opacity="0.3"'
        f' stroke="{colour}" stroke-width="2"/>'
    )
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    side = max(xs) - min(xs)
    if side < LEAST_SIDE_WITH_A_NUMBER:
        return square
    size = min(side * 0.55, 20.0)
    middle = ((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2 + size * 0.36)
    return (
        f'{square}<text x="{middle[0]:.0f}" y="{middle[1]:.0f}" font-size="{size:.0f}"'
        f' text-anchor="middle" font-weight="700" font-family="Noto Sans, sans-serif"'
        f' fill="{INK}">{number}</text>'
    )
