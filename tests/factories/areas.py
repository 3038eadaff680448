# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Towns that do not exist, drawn as squares on a grid in RD metres."""

from __future__ import annotations

from dataclasses import dataclass, field

import shapely

from tests.conftest import arranging
from voelspriet.ground.areas.choices import AreaLevel, PlaceKind
from voelspriet.ground.areas.models import Area, Municipality, Street
from voelspriet.ground.areas.projection import RD, WGS84, reproject, to_wgs84
from voelspriet.ground.areas.rules import search_form

SIDE = 500.0  # metres
WEST, SOUTH = 150_000.0, 450_000.0
YEAR = 2026


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality with its areas; `neighbourhoods` in order of code."""

    municipality: Municipality
    area: Area
    districts: list[Area] = field(default_factory=list)
    neighbourhoods: list[Area] = field(default_factory=list)
    streets: list[Street] = field(default_factory=list)


def square(column: int = 0, row: int = 0, width: int = 1, height: int = 1) -> shapely.MultiPolygon:
    """Return a rectangle of grid cells in RD metres."""
    west, south = WEST + column * SIDE, SOUTH + row * SIDE
    return shapely.MultiPolygon(
        [shapely.box(west, south, west + width * SIDE, south + height * SIDE)]
    )


def make_area(
    *,
    code: str = "BU99990101",
    year: int = YEAR,
    level: str = AreaLevel.NEIGHBOURHOOD,
    name: str = "Zonnehof",
    slug: str = "",
    parent: Area | None = None,
    municipality_code: str = "GM9999",
    population: int | None = 2_400,
    shape: shapely.MultiPolygon | None = None,
) -> Area:
    """Make one area; a grid square at the origin unless `shape` (RD metres) is given."""
    shape = square() if shape is None else shape
    west, south, east, north = shape.bounds
    outline = shapely.geometry.mapping(reproject(shape, RD, WGS84))
    with arranging():
        return Area.objects.create(
            code=code,
            year=year,
            level=level,
            name=name,
            slug=slug or search_form(name).replace(" ", "-"),
            parent=parent,
            municipality_code=municipality_code,
            population=population,
            boundary=shapely.to_wkb(shape),
            outline=outline,
            west=west,
            south=south,
            east=east,
            north=north,
        )


def make_street(area: Area, *, name: str = "Lindelaan", kind: str = PlaceKind.STREET) -> Street:
    """Make a street through the middle of an area."""
    lon, lat = point_in(area)
    with arranging():
        return Street.objects.create(
            area=area,
            name=name,
            search_name=search_form(name),
            kind=kind,
            line=[[lon - 0.001, lat], [lon + 0.001, lat]] if kind == PlaceKind.STREET else [],
            lon=lon,
            lat=lat,
        )


def make_municipality(
    *,
    name: str = "Waterrijk",
    slug: str = "",
    area_code: str = "GM9999",
    area_year: int = YEAR,
    **more: object,
) -> Municipality:
    """Make a municipality without areas."""
    with arranging():
        return Municipality.objects.create(
            name=name, slug=slug or name.lower(), area_code=area_code, area_year=area_year, **more
        )


def make_town(
    *,
    name: str = "Waterrijk",
    area_code: str = "GM9999",
    districts: int = 1,
    neighbourhoods: int = 2,
    streets: int = 1,
    row: int = 0,
    **more: object,
) -> Town:
    """Make a municipality: `districts`, each with `neighbourhoods` of one grid cell in a row.

    Two towns in one test need their own `name`, `area_code` and `row`.
    """
    municipality = make_municipality(name=name, area_code=area_code, **more)
    number = area_code.removeprefix("GM")
    whole = make_area(
        code=area_code,
        level=AreaLevel.MUNICIPALITY,
        name=name,
        municipality_code=area_code,
        shape=square(0, row, neighbourhoods, districts),
    )
    town = Town(municipality, whole)
    for d in range(districts):
        district = make_area(
            code=f"WK{number}{d + 1:02}",
            level=AreaLevel.DISTRICT,
            name=f"{name} wijk {d + 1}",
            parent=whole,
            municipality_code=area_code,
            shape=square(0, row + d, neighbourhoods, 1),
        )
        town.districts.append(district)
        for n in range(neighbourhoods):
            area = make_area(
                code=f"BU{number}{d + 1:02}{n + 1:02}",
                name=f"{name} buurt {d * neighbourhoods + n + 1}",
                parent=district,
                municipality_code=area_code,
                shape=square(n, row + d),
            )
            town.neighbourhoods.append(area)
            town.streets.extend(
                make_street(area, name=f"Straat {area.code[-4:]} {s + 1}") for s in range(streets)
            )
    return town


def point_in(area: Area, *, east: float = 0.5, north: float = 0.5) -> tuple[float, float]:
    """Return (lon, lat) of a point in an area's box, as shares of its width and height."""
    x = area.west + (area.east - area.west) * east
    y = area.south + (area.north - area.south) * north
    return to_wgs84(x, y)
