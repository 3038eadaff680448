# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""GeoPackage files as the standard asks, read by GDAL and by SQLite."""

from __future__ import annotations

import sqlite3
import struct
from dataclasses import dataclass
from datetime import UTC, datetime

import pyogrio
import shapely
from pyogrio.raw import read

from voelspriet.lib.geopackages import Layer, geopackage

AT = datetime(2026, 9, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Thing:
    geometry: str
    values: tuple[object, ...]


def made(*things: Thing) -> bytes:
    columns = (("name", "TEXT"), ("number", "INTEGER"))
    return geopackage([Layer("things", "GEOMETRY", columns, things)], at=AT, description="Proef")


def test_the_file_says_what_it_is(tmp_path):
    content = made()
    assert content.startswith(b"SQLite format 3\0")
    assert content[68:72] == b"GPKG"
    assert struct.unpack(">i", content[60:64])[0] == 10300
    file = tmp_path / "leeg.gpkg"
    file.write_bytes(content)
    with sqlite3.connect(file) as reader:
        assert reader.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert reader.execute("PRAGMA foreign_key_check").fetchall() == []
        codes = {row[0] for row in reader.execute("SELECT srs_id FROM gpkg_spatial_ref_sys")}
        assert codes == {-1, 0, 4326}
    assert pyogrio.read_info(file)["features"] == 0


def test_shapes_and_values_come_back_from_gdal(tmp_path):
    file = tmp_path / "dingen.gpkg"
    file.write_bytes(
        made(
            Thing('{"type":"Point","coordinates":[5.1,52.2]}', ("één; 'twee'", 7)),
            Thing('{"type":"LineString","coordinates":[[5,52],[5.5,52.5]]}', ("", None)),
        )
    )
    meta, _rows, shapes, (names, _numbers) = read(file)
    assert list(names) == ["één; 'twee'", ""]
    assert shapely.from_wkb(shapes[0]).wkt == "POINT (5.1 52.2)"
    assert pyogrio.read_info(file, force_total_bounds=True)["total_bounds"] == (5, 52, 5.5, 52.5)
    assert meta["crs"] == "EPSG:4326"


def test_the_same_things_give_the_same_bytes():
    thing = Thing('{"type":"Point","coordinates":[5.1,52.2]}', ("a", 1))
    assert made(thing) == made(thing)
