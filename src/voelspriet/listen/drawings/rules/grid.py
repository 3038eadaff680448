# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Squares of 100 metres, in which shapes are counted; two by two they make the public ones.

A square is named "column_row": RD metres divided by its side, rounded down.
"""

from __future__ import annotations

import itertools
import json
import math
from typing import Any

import numpy as np
import shapely

from voelspriet.ground.areas.ground_plan import metres_of
from voelspriet.ground.areas.projection import to_wgs84

SIDE = 100  # metres
PUBLIC_TIMES = 2  # a public square is 200 metres wide
STEP = SIDE / 4  # along a line, so that no square it crosses by more than a corner is passed over
MOST_CELLS = 1200  # an area of 12 km²; more says nothing about a place

Cell = tuple[int, int]


def cells_of(geometry: str) -> list[str]:
    """Return the squares a stored geometry touches, in order; at most 1,200 of them."""
    told = json.loads(geometry)
    kind, coordinates = told["type"], told["coordinates"]
    if kind == "Polygon":
        found = _of_area(coordinates[0])
    elif kind == "MultiLineString":
        found = {cell for line in coordinates for cell in _of_line(line)}
    elif kind == "LineString":
        found = _of_line(coordinates)
    else:
        found = _of_points([coordinates] if kind == "Point" else coordinates)
    return [f"{column}_{row}" for column, row in sorted(found)[:MOST_CELLS]]


def public_cell(cell: str) -> str:
    """Return the public square of 200 metres that a square of 100 metres lies in."""
    column, row = read_cell(cell)
    return f"{column // PUBLIC_TIMES}_{row // PUBLIC_TIMES}"


def read_cell(cell: str) -> Cell:
    """Return column and row of a square."""
    column, row = cell.split("_")
    return int(column), int(row)


def square_of(cell: str, *, times: int = 1) -> list[list[float]]:
    """Return the ring around a square in WGS84 degrees; `times` 2 for a public one."""
    column, row = read_cell(cell)
    side = SIDE * times
    west, south = column * side, row * side
    corners = ((0, 0), (side, 0), (side, side), (0, side), (0, 0))
    return [[round(one, 6) for one in to_wgs84(west + x, south + y)] for x, y in corners]


def _of_points(points: list[Any]) -> set[Cell]:
    metres = metres_of([(x, y) for x, y in points])
    return {(int(x // SIDE), int(y // SIDE)) for x, y in metres}


def _of_line(line: list[Any]) -> set[Cell]:
    metres = metres_of([(x, y) for x, y in line])
    found = {(int(x // SIDE), int(y // SIDE)) for x, y in metres}
    for start, end in itertools.pairwise(metres):
        steps = min(math.ceil(float(np.hypot(*(end - start))) / STEP), 4 * MOST_CELLS)
        for share in np.linspace(0, 1, steps + 1)[1:-1]:
            x, y = start + (end - start) * share
            found.add((int(x // SIDE), int(y // SIDE)))
    return found


def _of_area(ring: list[Any]) -> set[Cell]:
    metres = metres_of([(x, y) for x, y in ring])
    area = shapely.Polygon(metres)
    west, south, east, north = (int(edge // SIDE) for edge in area.bounds)
    if (east - west + 1) * (north - south + 1) > 4 * MOST_CELLS:
        return _of_line(ring)
    columns, rows = np.meshgrid(np.arange(west, east + 1), np.arange(south, north + 1))
    boxes = shapely.box(columns * SIDE, rows * SIDE, (columns + 1) * SIDE, (rows + 1) * SIDE)
    shapely.prepare(area)
    touched = shapely.intersects(area, boxes)
    return {
        (int(c), int(r)) for c, r in zip(columns[touched], rows[touched], strict=True)
    } or _of_line(ring)
