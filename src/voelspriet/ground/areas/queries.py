# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading areas: which municipality, which neighbourhoods, where a point lies, which streets.

Boundaries of areas are public, so these reads need no actor; they are scoped by municipality.
"Neighbourhood" here means the finest level a municipality has: where only districts were
imported, those.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Any

import shapely
from django.db.models import QuerySet

from voelspriet.ground.areas.choices import (
    MARGIN_CATEGORIES,
    AgeGroup,
    AreaLevel,
    MarginAspect,
    PlaceKind,
    StayLength,
)
from voelspriet.ground.areas.models import Area, AreaMargin, Municipality, Street
from voelspriet.ground.areas.projection import in_rd_range, to_rd
from voelspriet.ground.areas.rows import (
    AREA_COLUMNS,
    AreaRow,
    MarginRow,
    MunicipalityRow,
    PlaceRow,
    area_row_of,
    municipality_row_of,
    place_row_of,
)
from voelspriet.ground.areas.rules import FINEST_FIRST, search_form

__all__ = [
    "AreaRow",
    "MunicipalityRow",
    "PlaceRow",
    "area_by_slug",
    "area_row",
    "area_rows",
    "areas",
    "areas_within",
    "districts",
    "find_places",
    "locate",
    "municipalities",
    "municipality",
    "municipality_area",
    "municipality_by_id",
    "municipality_for_host",
    "neighbourhoods",
    "outlines",
    "place_row",
]


def municipality_for_host(host: str) -> MunicipalityRow | None:
    """Return the municipality of this host name; else the only one; else None."""
    rows = list(Municipality.objects.order_by("id"))
    for row in rows:
        if row.host and row.host.lower() == host.lower():
            return municipality_row_of(row)
    return municipality_row_of(rows[0]) if len(rows) == 1 else None


def municipality(*, slug: str) -> MunicipalityRow | None:
    """Return the municipality whose pages stand under `slug`."""
    row = Municipality.objects.filter(slug=slug).first()
    return municipality_row_of(row) if row else None


def municipality_by_id(*, municipality_id: int) -> MunicipalityRow | None:
    """Return the municipality with this id."""
    row = Municipality.objects.filter(pk=municipality_id).first()
    return municipality_row_of(row) if row else None


def municipalities() -> list[MunicipalityRow]:
    """Return every municipality of this installation, by name."""
    return [municipality_row_of(row) for row in Municipality.objects.order_by("name", "id")]


def _current(municipality_id: int) -> QuerySet[Area]:
    """Return the areas of a municipality in the year it works with; none when it is unknown."""
    row = Municipality.objects.filter(pk=municipality_id).first()
    if row is None:
        return Area.objects.none()
    return Area.objects.filter(municipality_code=row.area_code, year=row.area_year)


def _finest(areas: QuerySet[Area]) -> QuerySet[Area]:
    levels = set(areas.order_by().values_list("level", flat=True).distinct())
    finest = next((level for level in FINEST_FIRST if level in levels), AreaLevel.NEIGHBOURHOOD)
    return areas.filter(level=finest)


def _rows(areas: QuerySet[Area]) -> list[AreaRow]:
    return [AreaRow(*values) for values in areas.values_list(*AREA_COLUMNS)]


def neighbourhoods(*, municipality_id: int) -> list[AreaRow]:
    """Return the neighbourhoods of a municipality, by name."""
    return _rows(_finest(_current(municipality_id)).order_by("name", "code"))


def areas(*, municipality_id: int) -> list[AreaRow]:
    """Return every area of a municipality: itself, its districts, its neighbourhoods, by name."""
    rows = _rows(_current(municipality_id).order_by("name", "code"))
    return sorted(rows, key=lambda row: -FINEST_FIRST.index(AreaLevel(row.level)))


def districts(*, municipality_id: int) -> list[AreaRow]:
    """Return the districts of a municipality, by name; empty when it has none."""
    return _rows(
        _current(municipality_id).filter(level=AreaLevel.DISTRICT).order_by("name", "code")
    )


def municipality_area(*, municipality_id: int) -> AreaRow | None:
    """Return the area that is the whole municipality."""
    return next(iter(_rows(_current(municipality_id).filter(level=AreaLevel.MUNICIPALITY))), None)


def area_row(*, id: int) -> AreaRow | None:  # noqa: A002  the name the rooms above agreed on
    """Return one area."""
    return next(iter(_rows(Area.objects.filter(pk=id))), None)


def area_rows(*, ids: Collection[int]) -> list[AreaRow]:
    """Return these areas, by name."""
    return _rows(Area.objects.filter(pk__in=sorted(ids)).order_by("name", "code"))


def area_by_slug(*, municipality_id: int, slug: str) -> AreaRow | None:
    """Return the neighbourhood with this slug; else the district; else the municipality."""
    found = {row.level: row for row in _rows(_current(municipality_id).filter(slug=slug))}
    return next((found[level] for level in FINEST_FIRST if level in found), None)


def areas_within(*, area_id: int) -> list[AreaRow]:
    """Return an area and every area within it."""
    rows = _rows(Area.objects.filter(pk=area_id))
    frontier = [row.id for row in rows]
    while frontier:
        below = _rows(Area.objects.filter(parent_id__in=frontier).order_by("name", "code"))
        rows += below
        frontier = [row.id for row in below]
    return rows


def margins(*, area_id: int, aspect: MarginAspect) -> list[MarginRow]:
    """Return how many people of an area are in each group of an aspect, in the groups' order.

    Where the area itself has no counts they are the sum of the neighbourhoods within it, when
    each of those has them. Empty when nothing is known.
    """
    found = _margins({area_id}, aspect)
    if not found:
        within = {row.id for row in areas_within(area_id=area_id)} - {area_id}
        finest = set(_finest(Area.objects.filter(pk__in=within)).values_list("pk", flat=True))
        found = _margins(finest, aspect)
        if {row.area_id for row in found} != finest:
            return []
    groups: list[AgeGroup | StayLength] = [*MARGIN_CATEGORIES[aspect]] if found else []
    return [
        MarginRow(
            category=category.value,
            label=str(category.label),
            people=sum(row.people for row in found if row.category == category.value),
            source=next((row.source for row in found), ""),
        )
        for category in groups
    ]


def _margins(area_ids: Collection[int], aspect: MarginAspect) -> list[AreaMargin]:
    chosen = AreaMargin.objects.filter(area_id__in=sorted(area_ids), aspect=aspect)
    return list(chosen.order_by("area_id", "category"))


def locate(*, lon: float, lat: float, municipality_id: int) -> AreaRow | None:
    """Return the neighbourhood in which a WGS84 point lies; None outside the municipality.

    Exact: the point is brought to RD and tested against the full boundary. On a shared border
    the area with the lowest code has it, the same rule as for `voelspriet areas locate`.
    """
    if not (math.isfinite(lon) and math.isfinite(lat)):
        return None
    x, y = to_rd(lon, lat)
    if not in_rd_range(x, y):
        return None
    near = _finest(_current(municipality_id)).filter(
        west__lte=x, east__gte=x, south__lte=y, north__gte=y, boundary__isnull=False
    )
    point = shapely.Point(x, y)
    for area in near.order_by("code"):
        if shapely.intersects(shapely.from_wkb(bytes(area.boundary or b"")), point):
            return area_row_of(area)
    return None


def find_places(*, municipality_id: int, text: str, limit: int = 8) -> list[PlaceRow]:
    """Return streets and places whose name holds `text`; those that begin with it first.

    Accents and capitals do not matter. Empty for fewer than two letters.
    """
    wanted = search_form(text)
    if len(wanted) < 2:  # noqa: PLR2004  one letter would name half the town
        return []
    streets = Street.objects.filter(area__in=_current(municipality_id)).select_related("area")
    ordered = streets.order_by("search_name", "area__name", "id")
    found = list(ordered.filter(search_name__startswith=wanted)[:limit])
    if len(found) < limit:
        rest = ordered.filter(search_name__contains=wanted).exclude(search_name__startswith=wanted)
        found += rest[: limit - len(found)]
    return [place_row_of(street) for street in found]


def place_row(*, id: int, municipality_id: int) -> PlaceRow | None:  # noqa: A002  as area_row
    """Return one street or place of a municipality."""
    streets = Street.objects.filter(area__in=_current(municipality_id)).select_related("area")
    street = streets.filter(pk=id).first()
    return place_row_of(street) if street else None


def outlines(*, municipality_id: int) -> dict[str, Any]:
    """Return the base map as GeoJSON in WGS84: outlines of neighbourhoods and lines of streets.

    Features carry `kind` (an area's level, "street" or "place"), `id` and `name`; areas have
    `slug` and `code` as well.
    """
    areas = _finest(_current(municipality_id)).filter(outline__isnull=False)
    features = [
        _feature(outline, kind=level, id=key, name=name, slug=slug, code=code)
        for key, level, name, slug, code, outline in areas.order_by("code").values_list(
            "id", "level", "name", "slug", "code", "outline"
        )
    ]
    streets = Street.objects.filter(area__in=_current(municipality_id)).order_by("name", "id")
    for key, name, kind, line, lon, lat in streets.values_list(
        "id", "name", "kind", "line", "lon", "lat"
    ):
        word = "street" if kind == PlaceKind.STREET else "place"
        features.append(_feature(_drawn(line, lon, lat), kind=word, id=key, name=name))
    return {"type": "FeatureCollection", "features": features}


def _drawn(line: list[Any], lon: float, lat: float) -> dict[str, Any]:
    if line and isinstance(line[0][0], list):  # a street in several pieces
        return {"type": "MultiLineString", "coordinates": line}
    if len(line) > 1:
        return {"type": "LineString", "coordinates": line}
    return {"type": "Point", "coordinates": [lon, lat]}


def _feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}
