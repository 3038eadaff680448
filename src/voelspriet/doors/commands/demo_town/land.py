# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Storing the land of the demo, and how its places are found again."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime

import shapely

from voelspriet.doors.commands.demo_town import names
from voelspriet.doors.commands.demo_town.geography import Town, TownStreet
from voelspriet.doors.commands.demo_town.telling import PlaceNames, Tale
from voelspriet.ground.areas.actions import import_areas, import_streets, set_up_municipality
from voelspriet.ground.areas.choices import AreaLevel, PlaceKind
from voelspriet.ground.areas.projection import RD, WGS84, reproject
from voelspriet.ground.areas.queries import (
    districts,
    find_places,
    municipality_area,
    neighbourhoods,
)
from voelspriet.ground.areas.told import AreaFile, AreaTold, StreetFile, StreetTold
from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.intake.choices import PlaceTier
from voelspriet.listen.intake.told import PlaceTold

SOURCE = "invented for the demo"
SCATTER = 25.0  # metres between what somebody means and where they tap


@dataclass(frozen=True, slots=True)
class Land:
    """The stored land: ids by neighbourhood number, in the order of `Town.neighbourhoods`."""

    municipality_id: int
    whole_id: int
    district_ids: tuple[int, ...]
    neighbourhood_ids: tuple[int, ...]
    district_of: tuple[int, ...]
    town: Town
    street_ids: dict[tuple[str, int], int] = field(default_factory=dict, repr=False)

    def names(self, number: int) -> PlaceNames:
        """Return the names of the places of a neighbourhood."""
        neighbourhood = self.town.neighbourhoods[number]
        return PlaceNames(
            kind=neighbourhood.plan.kind,
            streets=tuple(each.name for each in neighbourhood.streets if not each.is_spot),
            spots=tuple(each.name for each in neighbourhood.streets if each.is_spot),
        )

    def place(self, tale: Tale, rng: random.Random) -> PlaceTold:
        """Return where a tale is about, as exactly as its teller said."""
        if tale.tier is PlaceTier.NONE:
            return PlaceTold()
        area_id = self.neighbourhood_ids[tale.neighbourhood]
        street = self.town.neighbourhoods[tale.neighbourhood].streets[tale.street]
        if tale.tier is PlaceTier.AREA:
            return PlaceTold(tier=PlaceTier.AREA, area_id=area_id)
        if tale.tier is PlaceTier.STREET:
            found = self._street_id(street.name, area_id)
            return PlaceTold(tier=PlaceTier.STREET, area_id=area_id, street_id=found)
        lon, lat = self._point(street, rng)
        return PlaceTold(tier=PlaceTier.POINT, lon=lon, lat=lat, area_id=area_id)

    def _street_id(self, name: str, area_id: int) -> int | None:
        key = (name, area_id)
        if key not in self.street_ids:
            for row in find_places(municipality_id=self.municipality_id, text=name, limit=30):
                self.street_ids[row.name, row.area_id] = row.id
        return self.street_ids.get(key)

    def _point(self, street: TownStreet, rng: random.Random) -> tuple[float, float]:
        point = street.line.interpolate(rng.random(), normalized=True)
        moved = shapely.Point(
            point.x + rng.uniform(-SCATTER, SCATTER), point.y + rng.uniform(-SCATTER, SCATTER)
        )
        there = reproject([moved], RD, WGS84)[0]
        return float(there.x), float(there.y)


def settle(*, town: Town, by: Actor, at: datetime) -> Land:
    """Store the areas, the municipality and its streets; return where everything is."""
    year = at.year
    for level, areas in _levels(town).items():
        import_areas(file=AreaFile(level, year, areas, source=SOURCE), by=by, at=at)
    row = set_up_municipality(
        name=names.MUNICIPALITY,
        slug=names.MUNICIPALITY_SLUG,
        area_code=names.MUNICIPALITY_CODE,
        area_year=year,
        sender=names.SENDER,
        phone=names.PHONE,
        by=by,
        at=at,
    )
    streets = tuple(
        StreetTold(
            name=street.name,
            shape=shapely.Point(street.line.coords[0]) if street.is_spot else street.line,
            kind=PlaceKind.SPOT if street.is_spot else PlaceKind.STREET,
        )
        for neighbourhood in town.neighbourhoods
        for street in neighbourhood.streets
    )
    import_streets(municipality_id=row.id, file=StreetFile(streets, SOURCE), by=by, at=at)
    by_code = {each.code: each.id for each in neighbourhoods(municipality_id=row.id)}
    district_rows = {each.code: each.id for each in districts(municipality_id=row.id)}
    whole = municipality_area(municipality_id=row.id)
    district_ids = tuple(district_rows[each.code] for each in town.districts)
    codes = [each.code for each in town.districts]
    return Land(
        municipality_id=row.id,
        whole_id=whole.id if whole else 0,
        district_ids=district_ids,
        neighbourhood_ids=tuple(by_code[each.code] for each in town.neighbourhoods),
        district_of=tuple(codes.index(each.district_code) for each in town.neighbourhoods),
        town=town,
    )


def _levels(town: Town) -> dict[AreaLevel, tuple[AreaTold, ...]]:
    people = sum(each.population for each in town.districts)
    whole = AreaTold(names.MUNICIPALITY_CODE, names.MUNICIPALITY, town.boundary, people)
    return {
        AreaLevel.MUNICIPALITY: (whole,),
        AreaLevel.DISTRICT: tuple(
            AreaTold(
                each.code,
                each.plan.name,
                each.boundary,
                each.population,
                parent_codes=(names.MUNICIPALITY_CODE,),
            )
            for each in town.districts
        ),
        AreaLevel.NEIGHBOURHOOD: tuple(
            AreaTold(
                each.code,
                each.plan.name,
                each.boundary,
                each.population,
                aliases=each.plan.aliases,
                parent_codes=(each.district_code, names.MUNICIPALITY_CODE),
            )
            for each in town.neighbourhoods
        ),
    }
