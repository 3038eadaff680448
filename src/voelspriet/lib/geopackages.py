# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""GeoPackage files (OGC 12-128r18, version 1.3): layers of shapes in WGS84, for any GIS.

A GeoPackage is an SQLite file, so Python's own module writes it; nothing heavy is needed.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

import shapely
from pyproj import CRS

APPLICATION_ID = 0x47504B47  # "GPKG"
USER_VERSION = 10300
WGS84 = 4326
NOTHING_KNOWN = ((-1, "Undefined cartesian SRS"), (0, "Undefined geographic SRS"))
TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE,
  max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents (table_name),
  column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id),
  z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
"""


class Feature(Protocol):
    """One shape: GeoJSON text in WGS84 degrees, and a value for each column."""

    @property
    def geometry(self) -> str:
        """Return the shape."""

    @property
    def values(self) -> Sequence[Any]:
        """Return the values."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A table of shapes. `name` and the names of `columns` (with TEXT or INTEGER) are ours."""

    name: str
    geometry_type: str
    columns: Sequence[tuple[str, str]]
    features: Sequence[Feature]


def geopackage(layers: Sequence[Layer], *, at: datetime, description: str = "") -> bytes:
    """Return a GeoPackage with these layers as bytes."""
    file = sqlite3.connect(":memory:")
    try:
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        file.execute(f"PRAGMA user_version = {USER_VERSION}")
        file.executescript(TABLES)
        _systems(file)
        for layer in layers:
            _write(file, layer, at, description)
        file.commit()
        return bytes(file.serialize())
    finally:
        file.close()


def _systems(file: sqlite3.Connection) -> None:
    rows: list[tuple[Any, ...]] = [
        (name, number, "NONE", number, "undefined", None) for number, name in NOTHING_KNOWN
    ]
    words = CRS.from_epsg(WGS84).to_wkt("WKT1_GDAL")
    rows.append(("WGS 84", WGS84, "EPSG", WGS84, words, "longitude/latitude"))
    file.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", rows)


def _write(file: sqlite3.Connection, layer: Layer, at: datetime, description: str) -> None:
    columns = ", ".join(f'"{name}" {kind}' for name, kind in layer.columns)
    file.execute(
        f'CREATE TABLE "{layer.name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,'
        f" geom BLOB, {columns})"
    )
    shapes = [shapely.geometry.shape(json.loads(one.geometry)) for one in layer.features]
    bounds = shapely.total_bounds(shapes).tolist() if shapes else [None] * 4
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    file.execute(
        "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
        (layer.name, layer.name, description, moment, *bounds, WGS84),
    )
    file.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        (layer.name, layer.geometry_type, WGS84),
    )
    names = ", ".join(f'"{name}"' for name, _kind in layer.columns)
    marks = ", ".join("?" for _column in range(len(layer.columns) + 1))
    file.executemany(
        f'INSERT INTO "{layer.name}" (geom, {names}) VALUES ({marks})',  # noqa: S608  ours
        [(_blob(shape), *one.values) for shape, one in zip(shapes, layer.features, strict=True)],
    )


def _blob(shape: shapely.geometry.base.BaseGeometry) -> bytes:
    """Return a shape as GeoPackage stores it: a header with its box, then WKB."""
    west, south, east, north = shape.bounds
    little_endian_with_box = 0b0000_0011
    header = struct.pack(
        "<2sBBi4d", b"GP", 0, little_endian_with_box, WGS84, west, east, south, north
    )
    return header + shapely.to_wkb(shape, byte_order=1)
