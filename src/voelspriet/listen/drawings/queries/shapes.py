# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where people drew, exactly: for the map of colleagues and for a file to take along."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from voelspriet.listen.drawings.choices import ShapeOrigin
from voelspriet.listen.drawings.models import DrawnShape
from voelspriet.listen.drawings.rules.legend import legend

CHUNK = 1000
EXPORT_COLUMNS = (
    ("kind", "TEXT"),
    ("label", "TEXT"),
    ("traffic", "INTEGER"),
    ("time", "TEXT"),
    ("origin", "TEXT"),
    ("channel", "TEXT"),
    ("sheet", "TEXT"),
)
LAYER_OF = {
    "Point": "points", "MultiPoint": "points", "LineString": "lines",
    "MultiLineString": "lines", "Polygon": "areas",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExportedShape:
    """A shape in a file: its layer, GeoJSON, and a value for each of `EXPORT_COLUMNS`."""

    layer: str
    geometry: str
    values: tuple[Any, ...]


def shapes_geojson(*, round_id: int) -> bytes:
    """Return every shape of a round as GeoJSON with its kind, its sheet and whether it was drawn.

    The stored geometry is GeoJSON already and is written through as it is. For actions and
    doors that checked who asks.
    """
    found = DrawnShape.objects.filter(sheet__round_id=round_id).order_by("id")
    features = (
        f'{{"type":"Feature","properties":{{"kind":"{kind}","sheet":{sheet},'
        f'"drawn":{"true" if origin == ShapeOrigin.DRAWN else "false"}}},"geometry":{geometry}}}'
        for kind, sheet, origin, geometry in found.values_list(
            "kind", "sheet_id", "origin", "geometry"
        ).iterator(CHUNK)
    )
    return f'{{"type":"FeatureCollection","features":[{",".join(features)}]}}'.encode()


def exported_rows(*, round_id: int) -> list[ExportedShape]:
    """Return every shape of a round as it stands in a file. Nobody's words are in it."""
    found = DrawnShape.objects.filter(sheet__round_id=round_id).order_by("id")
    rows = []
    for kind, geometry, time, origin, channel, sheet in found.values_list(
        "kind", "geometry", "time", "origin", "sheet__channel", "sheet__reference"
    ).iterator(CHUNK):
        entry = legend()[kind]
        layer = LAYER_OF[json.loads(geometry)["type"]]
        values = (kind, entry.label, int(entry.is_traffic), time, origin, channel, sheet)
        rows.append(ExportedShape(layer, geometry, values))
    return rows
