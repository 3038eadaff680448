# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Storing the streets and places people can choose by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import numpy as np
import shapely
from django.utils.translation import gettext as _

from voelspriet.ground.areas.choices import PlaceKind
from voelspriet.ground.areas.models import Area, Street
from voelspriet.ground.areas.projection import OUTLINE_DECIMALS, RD, WGS84, reproject, to_wgs84
from voelspriet.ground.areas.queries import municipality_by_id, neighbourhoods
from voelspriet.ground.areas.rules import search_form
from voelspriet.ground.areas.told import StreetFile, StreetSummary, StreetTold
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action

BATCH = 500
SHORTEST_PIECE = 1.0  # metres: a line that only touches a neighbourhood does not run in it
STORED = ("search_name", "kind", "line", "lon", "lat")


def _nothing(_count: int) -> None:
    return


@action
def import_streets(
    *,
    municipality_id: int,
    file: StreetFile,
    by: Actor,
    at: datetime,
    progress: Callable[[int], None] = _nothing,
) -> StreetSummary:
    """Store streets and places of a municipality, one row per neighbourhood a street runs in.

    A name known in a neighbourhood is brought up to date; names the file does not hold stay.
    What lies outside the municipality is left out and counted. Refused when the municipality
    has no neighbourhoods yet.
    """
    municipality = municipality_by_id(municipality_id=municipality_id)
    if municipality is None:
        raise OutOfScope(_("Deze gemeente is hier niet bekend."))
    pieces, outside = _pieces(municipality_id, file)
    ids = {area_id for area_id, _name in pieces}
    known = {(row.area_id, row.name): row for row in Street.objects.filter(area_id__in=ids)}
    added, changed, unchanged = [], [], 0
    for (area_id, name), (kind, shape) in pieces.items():
        values = _values(name, kind, shape)
        stored = known.get((area_id, name))
        if stored is None:
            added.append(Street(area_id=area_id, name=name, **values))
        elif any(getattr(stored, key) != value for key, value in values.items()):
            for key, value in values.items():
                setattr(stored, key, value)
            changed.append(stored)
        else:
            unchanged += 1
    Street.objects.bulk_create(added, batch_size=BATCH)
    Street.objects.bulk_update(changed, STORED, batch_size=BATCH // 5)
    progress(len(file.streets))
    record(
        "streets.imported",
        by=by,
        at=at,
        subject="streets",
        reference=municipality.area_code,
        municipality_id=municipality_id,
        added=len(added),
        changed=len(changed),
        unchanged=unchanged,
        outside=outside,
    )
    return StreetSummary(len(added), len(changed), unchanged, outside, file.unnamed)


def _pieces(
    municipality_id: int, file: StreetFile
) -> tuple[dict[tuple[int, str], tuple[PlaceKind, Any]], int]:
    """Return each street's part in each neighbourhood, and how many lie in none."""
    ids = [row.id for row in neighbourhoods(municipality_id=municipality_id)]
    areas = list(
        Area.objects.filter(pk__in=ids, boundary__isnull=False).order_by("code").only("boundary")
    )
    if not areas:
        raise Refused(_("Er zijn nog geen buurten van deze gemeente ingelezen."))
    shapes = shapely.from_wkb([bytes(area.boundary or b"") for area in areas])
    tree = shapely.STRtree(shapes)
    found: dict[tuple[int, str], tuple[PlaceKind, Any]] = {}
    outside = 0
    for street in file.streets:
        near = np.sort(tree.query(street.shape, predicate="intersects"))
        parts = _parts(street, [(areas[int(n)].pk, shapes[int(n)]) for n in near])
        outside += not parts
        for area_id, part in parts:
            key = (area_id, street.name)
            before = found.get(key)
            whole = part if before is None else shapely.union(before[1], part)
            found[key] = (street.kind if before is None else before[0], whole)
    return found, outside


def _parts(street: StreetTold, near: list[tuple[int, Any]]) -> list[tuple[int, Any]]:
    if street.kind is PlaceKind.SPOT:
        return [(near[0][0], street.shape)] if near else []  # lowest code, as everywhere
    parts = [(key, shapely.intersection(street.shape, shape)) for key, shape in near]
    long = [(key, part) for key, part in parts if part.length >= SHORTEST_PIECE]
    return long or parts[:1]


def _values(name: str, kind: PlaceKind, shape: Any) -> dict[str, Any]:
    lines = _lines(shape) if kind is PlaceKind.STREET else []
    if lines:
        longest = max(lines, key=lambda line: float(line.length))
        middle = longest.interpolate(0.5, normalized=True)
    else:
        middle = shape.centroid
    lon, lat = to_wgs84(middle.x, middle.y)
    drawn = [
        np.round(shapely.get_coordinates(line), OUTLINE_DECIMALS).tolist()
        for line in reproject(lines, RD, WGS84)
    ]
    return {
        "search_name": search_form(name),
        "kind": kind.value,
        "line": drawn[0] if len(drawn) == 1 else drawn,
        "lon": round(lon, OUTLINE_DECIMALS),
        "lat": round(lat, OUTLINE_DECIMALS),
    }


def _lines(shape: Any) -> list[Any]:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "LineString"]
    if not parts:
        return []
    return list(shapely.get_parts(shapely.line_merge(shapely.MultiLineString(parts))))
