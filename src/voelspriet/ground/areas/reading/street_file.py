# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading streets and places: lines or points from a map file, or points from a CSV."""

from __future__ import annotations

import csv
import math
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from voelspriet.ground.areas.choices import PlaceKind
from voelspriet.ground.areas.projection import RD, WGS84, in_rd_range, reproject
from voelspriet.ground.areas.reading.columns import STREET_NAMES, Columns
from voelspriet.ground.areas.reading.shapes import read_shapes
from voelspriet.ground.areas.told import FileRejected, Problem, StreetFile, StreetTold, rejected

LONGEST_NAME = 120
LONGITUDE, LATITUDE = ("lon", "lng", "longitude", "x"), ("lat", "latitude", "y")
LINES, POINTS = {"LineString", "MultiLineString"}, {"Point", "MultiPoint"}


def read_streets(
    path: Path, *, layer: str | None = None, name_column: str | None = None, crs: str | None = None
) -> StreetFile:
    """Read named lines (streets) and points (places).

    A CSV has a column with names and `lon`/`lat` (or `x`/`y` with `crs`, such as 28992). Rows
    without a name are counted and left out: nobody can look for them. Raises FileRejected with
    row and reason for a shape that is neither line nor point, or lies outside RD.
    """
    if path.suffix.lower() == ".csv":
        shapes, columns, source = *_read_csv(path, crs=crs), path.name
    else:
        content = read_shapes(path, layer=layer, crs=crs)
        shapes, columns = content.shapes, Columns(content.columns)
        source = f"{path.name} ({content.layer})"
    names = columns.named(name_column) if name_column else columns.first(STREET_NAMES)
    if names is None:
        raise rejected("no column with names is known; name it with --name-column")
    return _sorted_out(shapes, names, source)


def _sorted_out(shapes: Any, names: Any, source: str) -> StreetFile:
    streets, problems, unnamed = [], [], 0
    for index, shape in enumerate(shapes):
        name = " ".join(str(names[index] or "").split())
        if not name:
            unnamed += 1
            continue
        reason = _reason(name, shape)
        if reason:
            problems.append(Problem(index + 1, reason))
            continue
        kind = PlaceKind.STREET if shape.geom_type in LINES else PlaceKind.SPOT
        streets.append(StreetTold(name=name, shape=shape, kind=kind, row=index + 1))
    if problems:
        raise FileRejected(problems)
    if not streets:
        raise rejected("the file holds no named streets or places")
    return StreetFile(tuple(streets), source[:200], unnamed)


def _reason(name: str, shape: Any) -> str:
    if len(name) > LONGEST_NAME:
        return f"the name is longer than {LONGEST_NAME} letters"
    if shape is None or shape.is_empty:
        return f"{name}: no geometry"
    if shape.geom_type not in LINES | POINTS:
        return f"{name}: the geometry is a {shape.geom_type}, not a line or a point"
    points = shapely.get_coordinates(shape)
    if not np.isfinite(points).all() or not in_rd_range(points[:, 0], points[:, 1]).all():
        return f"{name}: the geometry lies outside the range of RD (the Netherlands)"
    return ""


def _read_csv(path: Path, *, crs: str | None) -> tuple[Any, Columns]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
            header = reader.fieldnames or []
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise rejected(f"{path.name} cannot be read as CSV in UTF-8") from error
    columns = Columns({name: [row[name] for row in rows] for name in header})
    xs, ys = columns.first(LONGITUDE), columns.first(LATITUDE)
    if xs is None or ys is None:
        raise rejected("the CSV has no columns lon and lat")
    points = shapely.points([(_number(x), _number(y)) for x, y in zip(xs, ys, strict=True)])
    source = int(crs) if crs and crs.isdigit() else crs or WGS84
    return points if source == RD else reproject(points, source, RD), columns


def _number(text: Any) -> float:
    try:
        return float(str(text).replace(",", "."))
    except ValueError:
        return math.nan
