# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a file of shapes in any coordinate system, and mending its rings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pyogrio.errors
import pyogrio.raw
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from voelspriet.ground.areas.projection import RD, in_rd_range, reproject
from voelspriet.ground.areas.told import rejected

FAR_LON, FAR_LAT = 180.0, 90.0


@dataclass(frozen=True, slots=True)
class Shapes:
    """What a file holds: geometries in RD metres (None where a row has none) and columns."""

    layer: str
    shapes: Any
    columns: dict[str, Any]


def read_shapes(path: Path, *, layer: str | None, crs: str | None) -> Shapes:
    """Read one layer and bring its geometries to RD.

    `crs` overrides what the file says of its coordinate system. Raises FileRejected when the
    file cannot be read, has several layers and none was chosen, or no usable system.
    """
    name = _layer(path, layer)
    try:
        meta, _ids, wkb, fields = pyogrio.raw.read(path, layer=name)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        raise rejected(f"{path.name} cannot be read: {_first_line(error)}") from error
    if wkb is None:
        raise rejected(f"layer {name!r} of {path.name} has no geometry")
    shapes = shapely.force_2d(shapely.from_wkb(wkb, on_invalid="ignore"))
    columns = dict(zip(meta["fields"], fields, strict=True))
    return Shapes(name, _in_rd(shapes, crs or meta["crs"]), columns)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _layer(path: Path, layer: str | None) -> str:
    if not path.is_file():
        raise rejected(f"there is no file {path}")
    try:
        layers = [(str(name), kind) for name, kind in pyogrio.list_layers(path)]
    except pyogrio.errors.DataSourceError as error:
        raise rejected(f"{path.name} is no file of shapes: {_first_line(error)}") from error
    names = [name for name, kind in layers if kind] or [name for name, _kind in layers]
    if layer is not None and layer not in names:
        raise rejected(f"there is no layer {layer!r}; {path.name} has: {', '.join(names)}")
    if layer is None and len(names) != 1:
        raise rejected(f"{path.name} has {len(names)} layers, choose one: {', '.join(names)}")
    return layer or names[0]


def _in_rd(shapes: Any, crs: str | None) -> Any:
    if not crs:
        raise rejected("the file does not say its coordinate system; give it, such as 28992")
    try:
        system = CRS.from_user_input(int(crs) if crs.isdigit() else crs)
    except CRSError as error:
        raise rejected(f"the coordinate system {crs!r} is unknown") from error
    if system.is_geographic:
        _refuse_metres_as_degrees(shapes)
    if system.to_epsg() == RD:
        return shapes
    return reproject(shapes, system.to_wkt(), RD)


def _refuse_metres_as_degrees(shapes: Any) -> None:
    west, south, east, north = (float(value) for value in shapely.total_bounds(shapes))
    if west < -FAR_LON or east > FAR_LON or south < -FAR_LAT or north > FAR_LAT:
        hint = " They look like RD metres: give 28992." if in_rd_range(west, south) else ""
        raise rejected(f"the file says degrees but its coordinates are no degrees.{hint}")


def mended(shape: Any) -> tuple[shapely.MultiPolygon | None, str]:
    """Return an area's boundary as a valid multipolygon, and what had to be mended (or "").

    None with a reason when the shape is missing, no area, or cannot be mended.
    """
    reason = _unusable(shape)
    if reason:
        return None, reason
    if shape.is_valid:
        return _many(shape), ""
    reason = shapely.is_valid_reason(shape)
    valid = _many(shapely.make_valid(shape, method="structure", keep_collapsed=False))
    if valid.is_empty or not valid.area:
        return None, f"the boundary cannot be mended ({reason})"
    return valid, reason


def _unusable(shape: Any) -> str:
    if shape is None or shape.is_empty:
        return "no geometry"
    if shape.geom_type not in {"Polygon", "MultiPolygon"}:
        return f"the geometry is a {shape.geom_type}, not an area"
    coordinates = shapely.get_coordinates(shape)
    if not np.isfinite(coordinates).all():
        return "the geometry has coordinates that are no numbers"
    if not in_rd_range(coordinates[:, 0], coordinates[:, 1]).all():
        return "the geometry lies outside the range of RD (the Netherlands)"
    return ""


def _many(shape: Any) -> shapely.MultiPolygon:
    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.MultiPolygon([part for part in parts if part.geom_type == "Polygon"])
