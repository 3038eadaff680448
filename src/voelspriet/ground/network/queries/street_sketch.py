# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A drawing of streets as paths in a box, made on the server: no map program, no third party."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from voelspriet.ground.areas.projection import to_rd

WIDTH = 640
MARGIN = 12
TALLEST = 900

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One street: its name, its path, and whether it is covered."""

    name: str
    path: str
    is_covered: bool


@dataclass(frozen=True, slots=True)
class Sketch:
    """Outlines and streets as SVG paths in a box of `width` × `height`."""

    width: int
    height: int
    outlines: tuple[str, ...]
    strokes: tuple[Stroke, ...]


def sketch(
    outlines: Iterable[Any], streets: Iterable[tuple[str, list[Any], bool]]
) -> Sketch | None:
    """Return the drawing of GeoJSON outlines and lines of streets (WGS84); None without any."""
    rings = [[_metres(ring) for ring in _rings(outline)] for outline in outlines]
    lines = [
        (name, [_metres(one) for one in _pieces(line)], is_on) for name, line, is_on in streets
    ]
    lines = [one for one in lines if one[1]]
    points = [point for shape in rings for ring in shape for point in ring]
    points += [point for _name, pieces, _on in lines for piece in pieces for point in piece]
    if not points or not lines:
        return None
    box = _Box.around(points)
    return Sketch(
        width=WIDTH,
        height=box.height,
        outlines=tuple(" ".join(box.path(ring) + "Z" for ring in shape) for shape in rings),
        strokes=tuple(
            Stroke(name, " ".join(box.path(piece) for piece in pieces), is_on)
            for name, pieces, is_on in lines
        ),
    )


@dataclass(frozen=True, slots=True)
class _Box:
    """From metres to a box: north up, one scale for both directions."""

    west: float
    north: float
    scale: float
    height: int

    @classmethod
    def around(cls, points: list[Point]) -> _Box:
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
        scale = min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / high)
        return cls(min(xs), max(ys), scale, math.ceil(high * scale) + 2 * MARGIN)

    def path(self, points: list[Point]) -> str:
        """Return an SVG path through these points."""
        steps = [
            f"{MARGIN + (x - self.west) * self.scale:.1f} "
            f"{MARGIN + (self.north - y) * self.scale:.1f}"
            for x, y in points
        ]
        return "M" + "L".join(steps)


def _metres(points: Iterable[Any]) -> list[Point]:
    return [to_rd(point[0], point[1]) for point in points]


def _rings(outline: dict[str, Any]) -> list[Any]:
    shapes = outline["coordinates"]
    if outline["type"] == "Polygon":
        shapes = [shapes]
    return [ring for shape in shapes for ring in shape]


def _pieces(line: list[Any]) -> list[Any]:
    if not line:
        return []
    return line if isinstance(line[0][0], list) else [line]
