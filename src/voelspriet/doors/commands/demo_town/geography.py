# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Land where there is only water: polygons without gaps, streets and places, all from a seed.

The municipality lies in the open Markermeer, so that no real street or house is meant.
Everything is in RD metres (EPSG:28992).
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import shapely
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.affinity import rotate

from voelspriet.doors.commands.demo_town.names import (
    DISTRICTS,
    SPOT_KINDS,
    STREET_ENDINGS,
    STREET_STEMS,
    DistrictPlan,
    Kind,
    NeighbourhoodPlan,
)

# the middle of the open water, kilometres from any shore
CENTRE_X, CENTRE_Y = 143_500.0, 504_500.0
RADIUS_X, RADIUS_Y = 2_900.0, 2_300.0
INHABITANTS = 40_000
CELLS = 1_600
SHORTEST_STREET = 60.0
# how often a street takes the ending most common in its neighbourhood
MOSTLY = 0.55
STREETS_A_NEIGHBOURHOOD = {
    Kind.OLD: 28, Kind.FLATS: 22, Kind.ROWS: 26, Kind.GREEN: 18, Kind.HARBOUR: 26,
}  # fmt: skip
SPACING = {
    Kind.OLD: 85.0,
    Kind.FLATS: 100.0,
    Kind.ROWS: 95.0,
    Kind.GREEN: 115.0,
    Kind.HARBOUR: 90.0,
}


@dataclass(frozen=True, slots=True)
class TownStreet:
    """A street (`line`) or place (`line` of no length) in one neighbourhood."""

    name: str
    line: LineString
    is_spot: bool


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A neighbourhood with its land, people, streets and places."""

    code: str
    district_code: str
    plan: NeighbourhoodPlan
    boundary: MultiPolygon
    population: int
    streets: tuple[TownStreet, ...]


@dataclass(frozen=True, slots=True)
class District:
    """A district and the land of its neighbourhoods together."""

    code: str
    plan: DistrictPlan
    boundary: MultiPolygon
    neighbourhoods: tuple[Neighbourhood, ...]

    @property
    def population(self) -> int:
        """Return the inhabitants of all its neighbourhoods."""
        return sum(each.population for each in self.neighbourhoods)


@dataclass(frozen=True, slots=True)
class Town:
    """The whole municipality."""

    boundary: MultiPolygon
    districts: tuple[District, ...]

    @property
    def neighbourhoods(self) -> tuple[Neighbourhood, ...]:
        """Return every neighbourhood, by district."""
        return tuple(each for district in self.districts for each in district.neighbourhoods)


def build_town(rng: random.Random) -> Town:
    """Return the municipality that belongs to this random state."""
    coast = _coast(rng)
    cells = _relaxed_cells(rng, coast)
    seeds = _neighbourhood_seeds(rng)
    lands = _grow(cells, [seed for group in seeds for seed in group])
    people = _populations(lands)
    districts, start = [], 0
    for number, plan in enumerate(DISTRICTS, 1):
        end = start + len(plan.neighbourhoods)
        district = _district(rng, number, plan, lands[start:end], people[start:end])
        districts.append(district)
        start = end
    whole = _multi(shapely.union_all([district.boundary for district in districts]))
    return Town(whole, tuple(districts))


def _coast(rng: random.Random) -> Polygon:
    waves = [(k, rng.uniform(0.2, 1.0) * 0.16 / k, rng.uniform(0, math.tau)) for k in range(2, 9)]
    points = []
    for step in range(360):
        angle = math.tau * step / 360
        stretch = 1 + sum(height * math.sin(k * angle + turn) for k, height, turn in waves)
        points.append(
            (
                CENTRE_X + RADIUS_X * stretch * math.cos(angle),
                CENTRE_Y + RADIUS_Y * stretch * math.sin(angle),
            )
        )
    return Polygon(points).buffer(0)


def _relaxed_cells(rng: random.Random, coast: Polygon) -> list[Polygon]:
    west, south, east, north = coast.bounds
    points: list[Point] = []
    while len(points) < CELLS:
        point = Point(rng.uniform(west, east), rng.uniform(south, north))
        if coast.contains(point):
            points.append(point)
    cells: list[Polygon] = []
    for _ in range(2):
        diagram = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=coast.buffer(500))
        cells = [cell for cell in diagram.geoms if cell.intersects(coast)]
        points = [cell.intersection(coast).centroid for cell in cells]
    pieces = shapely.get_parts([cell.intersection(coast) for cell in cells])
    return [piece for piece in pieces if isinstance(piece, Polygon)]


def _neighbourhood_seeds(rng: random.Random) -> list[list[tuple[float, float]]]:
    """Return the seeds per district: the centre in the middle, the others around it."""
    centre = _ring(
        rng, count=len(DISTRICTS[0].neighbourhoods), share=0.27, start=0.4, span=math.tau
    )
    groups = [centre]
    around = DISTRICTS[1:]
    total = sum(len(plan.neighbourhoods) for plan in around)
    angle = math.pi * 0.79  # the middle of the first lies in the north
    for plan in around:
        count = len(plan.neighbourhoods)
        span = math.tau * count / total
        groups.append(_ring(rng, count=count, share=0.74, start=angle, span=span))
        angle -= span
    return groups


def _ring(
    rng: random.Random, *, count: int, share: float, start: float, span: float
) -> list[tuple[float, float]]:
    seeds = []
    for index in range(count):
        angle = start - span * (index + 0.5) / count + rng.uniform(-0.06, 0.06)
        reach = share * rng.uniform(0.9, 1.1)
        seeds.append(
            (
                CENTRE_X + RADIUS_X * reach * math.cos(angle),
                CENTRE_Y + RADIUS_Y * reach * math.sin(angle),
            )
        )
    return seeds


def _grow(cells: list[Polygon], seeds: list[tuple[float, float]]) -> list[MultiPolygon]:
    """Give each cell to the nearest seed: neighbours share every vertex, so there is no gap."""
    owned: list[list[Polygon]] = [[] for _ in seeds]
    for cell in cells:
        middle = cell.centroid
        distances = [math.hypot(middle.x - x, (middle.y - y) * 1.15) for x, y in seeds]
        owned[distances.index(min(distances))].append(cell)
    return [_multi(shapely.union_all(mine)) for mine in owned]


def _multi(geometry: shapely.Geometry) -> MultiPolygon:
    if isinstance(geometry, MultiPolygon):
        return geometry
    if not isinstance(geometry, Polygon):
        message = f"Land is a polygon, not a {type(geometry).__name__}."
        raise TypeError(message)
    return MultiPolygon([geometry])


def _populations(lands: list[MultiPolygon]) -> list[int]:
    plans = [plan for district in DISTRICTS for plan in district.neighbourhoods]
    weights = [land.area**0.5 * plan.density for land, plan in zip(lands, plans, strict=True)]
    total = sum(weights)
    return [round(INHABITANTS * weight / total / 5) * 5 for weight in weights]


def _district(
    rng: random.Random,
    number: int,
    plan: DistrictPlan,
    lands: list[MultiPolygon],
    people: list[int],
) -> District:
    code = f"WK9999{number:02}"
    neighbourhoods = tuple(
        Neighbourhood(
            code=f"BU9999{number:02}{index:02}",
            district_code=code,
            plan=each,
            boundary=land,
            population=population,
            streets=(*_streets(rng, each, land), *_spots(rng, land)),
        )
        for index, (each, land, population) in enumerate(
            zip(plan.neighbourhoods, lands, people, strict=True), 1
        )
    )
    return District(code, plan, _multi(shapely.union_all(lands)), neighbourhoods)


def _streets(rng: random.Random, plan: NeighbourhoodPlan, land: MultiPolygon) -> list[TownStreet]:
    inside = land.buffer(-35)
    lines = _grid(rng, plan.kind, land)
    pieces = []
    for line in lines:
        piece = _longest(line.intersection(inside))
        if piece is not None and piece.length >= SHORTEST_STREET:
            pieces.append(piece)
    rng.shuffle(pieces)
    names = _street_names(rng, plan.kind)
    wanted = STREETS_A_NEIGHBOURHOOD[plan.kind]
    return [
        TownStreet(name, piece, is_spot=False)
        for name, piece in zip(names, pieces[:wanted], strict=False)
    ]


def _grid(rng: random.Random, kind: Kind, land: MultiPolygon) -> list[LineString]:
    """Return two families of lines, bent a little, over the whole of `land`."""
    middle = land.centroid
    west, south, east, north = land.bounds
    reach = math.hypot(east - west, north - south) / 2
    bend = {Kind.OLD: 55.0, Kind.FLATS: 0.0, Kind.ROWS: 25.0, Kind.GREEN: 90.0, Kind.HARBOUR: 40.0}[
        kind
    ]
    wave = rng.uniform(350, 700)
    turn = rng.uniform(0, 90)
    lines = []
    for across in (0, 90):
        spacing = SPACING[kind] * (1.0 if across == 0 else 1.9)
        offset = -reach
        while offset < reach:
            phase = rng.uniform(-0.3, 0.3)
            points = [
                (
                    middle.x + along,
                    middle.y + offset + bend * math.sin(along / wave * math.tau / 2 + phase),
                )
                for along in (reach * (step / 12 - 1) for step in range(25))
            ]
            lines.append(rotate(LineString(points), turn + across, origin=middle))
            offset += spacing * rng.uniform(0.85, 1.15)
    return lines


def _longest(geometry: shapely.Geometry) -> LineString | None:
    pieces = [part for part in shapely.get_parts(geometry) if isinstance(part, LineString)]
    return max(pieces, key=lambda piece: piece.length, default=None)


def _street_names(rng: random.Random, kind: Kind) -> list[str]:
    stems = list(STREET_STEMS[kind])
    rng.shuffle(stems)
    endings = STREET_ENDINGS[kind]
    names = [
        stem + endings[0 if rng.random() < MOSTLY else rng.randrange(len(endings))]
        for stem in stems
    ]
    more = [f"{stem}{endings[1]}" for stem in stems if f"{stem}{endings[1]}" not in names]
    return names + more


def _spots(rng: random.Random, land: MultiPolygon) -> list[TownStreet]:
    spots = []
    for what, names in SPOT_KINDS:
        point = _point_within(rng, land)
        name = f"{what} {rng.choice(names)}"
        spots.append(TownStreet(name, LineString([point, point]), is_spot=True))
    return spots


def _point_within(rng: random.Random, land: MultiPolygon) -> Point:
    inside = land.buffer(-60)
    west, south, east, north = inside.bounds
    while True:
        point = Point(rng.uniform(west, east), rng.uniform(south, north))
        if inside.contains(point):
            return point
