# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ground under a drawing: how far an area reaches, its streets, and what lies in the town."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from voelspriet.ground.areas.models import Area, Municipality, Street
from voelspriet.ground.areas.projection import RD, WGS84, transformer
from voelspriet.ground.areas.queries import areas_within, municipality_area, neighbourhoods
from voelspriet.ground.areas.rules import search_form

Points = Sequence[tuple[float, float]]
Metres = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Extent:
    """The box around an area: WGS84 degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class StreetLine:
    """A street or place with its line; `pieces` are points of WGS84 degrees, one list a piece."""

    id: int
    name: str
    area_id: int
    pieces: tuple[tuple[tuple[float, float], ...], ...]


def metres_of(points: Points) -> Metres:
    """Return points of WGS84 degrees in RD metres, one row each; inf where RD has no answer."""
    if not points:
        return np.empty((0, 2))
    degrees = np.asarray(points, dtype=np.float64)
    x, y = transformer(WGS84, RD).transform(degrees[:, 0], degrees[:, 1])
    return np.column_stack([x, y])


def inside_each(shapes: Sequence[Points], *, municipality_id: int) -> list[bool]:
    """Tell of each shape whether all its points (WGS84 degrees) lie in the municipality.

    Its border counts as inside. False for a shape without points. Three queries, for however
    many shapes.
    """
    boundary = _boundary(municipality_id)
    if boundary is None:
        return [False for _shape in shapes]
    shapely.prepare(boundary)
    return [_all_inside(boundary, metres_of(points)) for points in shapes]


def _all_inside(boundary: Any, metres: Metres) -> bool:
    if not len(metres) or not np.isfinite(metres).all():
        return False
    return bool(shapely.intersects_xy(boundary, metres[:, 0], metres[:, 1]).all())


def _boundary(municipality_id: int) -> Any:
    """Return the boundary of a municipality; of its parts where only those were imported."""
    whole = municipality_area(municipality_id=municipality_id)
    rows = [whole] if whole else neighbourhoods(municipality_id=municipality_id)
    stored = Area.objects.filter(pk__in=[row.id for row in rows], boundary__isnull=False)
    parts = [bytes(one) for one in stored.values_list("boundary", flat=True) if one]
    return shapely.union_all(shapely.from_wkb(parts)) if parts else None


def extent_of(*, area_id: int) -> Extent | None:
    """Return the box around an area; None when its boundary is not known."""
    row = Area.objects.filter(pk=area_id, outline__isnull=False).first()
    positions = list(_positions((row.outline or {}).get("coordinates"))) if row else []
    if not positions:
        return None
    lons, lats = zip(*positions, strict=True)
    return Extent(min(lons), min(lats), max(lons), max(lats))


def outline_of(*, area_id: int) -> Any:
    """Return the outline of an area as a GeoJSON geometry; None when it is not known."""
    return Area.objects.filter(pk=area_id).values_list("outline", flat=True).first()


def edges_of(*, area_id: int) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the outer rings of an area in WGS84 degrees; none when its outline is not known."""
    outline = outline_of(area_id=area_id)
    if outline is None:
        return ()
    polygons = [outline["coordinates"]] if outline["type"] == "Polygon" else outline["coordinates"]
    return tuple(tuple((x, y) for x, y, *_more in polygon[0]) for polygon in polygons)


def streets_in(*, area_id: int) -> tuple[StreetLine, ...]:
    """Return the streets and places of an area and all within it, by name."""
    ids = [row.id for row in areas_within(area_id=area_id)]
    found = Street.objects.filter(area_id__in=ids).order_by("name", "id")
    return tuple(_line(street) for street in found)


def streets_named(
    names: Sequence[str], *, municipality_id: int, area_id: int
) -> dict[str, tuple[StreetLine, ...]]:
    """Return for each name the streets that bear it: those of the area, else of the town."""
    wanted = {name: search_form(name) for name in names}
    town = Municipality.objects.filter(pk=municipality_id).first()
    if town is None:
        return {}
    inside = {row.id for row in areas_within(area_id=area_id)}
    found = Street.objects.filter(
        search_name__in=sorted(set(wanted.values()) - {""}),
        area__municipality_code=town.area_code,
        area__year=town.area_year,
    ).order_by("area__code", "id")
    by_form: dict[str, list[Street]] = {}
    for street in found:
        by_form.setdefault(street.search_name, []).append(street)
    return {name: _preferred(by_form.get(form, []), inside) for name, form in wanted.items()}


def _preferred(streets: list[Street], inside: set[int]) -> tuple[StreetLine, ...]:
    near = [street for street in streets if street.area_id in inside]
    return tuple(_line(street) for street in near or streets)


def _line(street: Street) -> StreetLine:
    line: list[Any] = street.line
    if line and isinstance(line[0][0], list):
        pieces = [[(float(x), float(y)) for x, y, *_ in piece] for piece in line]
    elif len(line) > 1:
        pieces = [[(float(x), float(y)) for x, y, *_ in line]]
    else:
        pieces = [[(street.lon, street.lat)]]
    return StreetLine(street.pk, street.name, street.area_id, tuple(tuple(one) for one in pieces))


def _positions(coordinates: Any) -> Any:
    if not isinstance(coordinates, list | tuple) or not coordinates:
        return
    if isinstance(coordinates[0], int | float):
        yield float(coordinates[0]), float(coordinates[1])
        return
    for part in coordinates:
        yield from _positions(part)
