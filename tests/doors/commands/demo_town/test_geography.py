# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The land of the demo: no gaps, no real names, in open water, the same from the same seed."""

from __future__ import annotations

import random

import pyogrio
import pytest
import shapely

from voelspriet.doors.commands.demo_town import names
from voelspriet.doors.commands.demo_town.geography import INHABITANTS, Town, build_town


@pytest.fixture(scope="module", params=[1, 2, 7])
def town(request) -> Town:
    """Return the town of some seed."""
    return build_town(random.Random(request.param))


def test_the_land_is_as_large_as_planned(town):
    assert len(town.districts) == 5
    assert len(town.neighbourhoods) == 18
    people = sum(each.population for each in town.neighbourhoods)
    assert abs(people - INHABITANTS) < 100
    streets = [each for here in town.neighbourhoods for each in here.streets if not each.is_spot]
    assert 320 <= len(streets) <= 450


def test_neighbourhoods_meet_without_gap_or_overlap(town):
    shapes = [each.boundary for each in town.neighbourhoods]
    whole = shapely.union_all(shapes)
    assert sum(shape.area for shape in shapes) == pytest.approx(whole.area, rel=1e-9)
    assert whole.area == pytest.approx(town.boundary.area, rel=1e-9)
    assert shapely.get_num_interior_rings(shapely.get_parts(whole)).sum() == 0
    assert all(shape.is_valid for shape in shapes)


def test_every_street_and_place_lies_within_its_neighbourhood(town):
    for here in town.neighbourhoods:
        assert all(here.boundary.contains(each.line) or each.is_spot for each in here.streets)
        spots = [shapely.Point(each.line.coords[0]) for each in here.streets if each.is_spot]
        assert len(spots) == len(names.SPOT_KINDS)
        assert all(here.boundary.contains(spot) for spot in spots)
        known = [each.name for each in here.streets]
        assert len(known) == len(set(known))


def test_the_same_seed_gives_the_same_land_and_another_another():
    first, again, other = (build_town(random.Random(seed)) for seed in (1, 1, 2))
    assert first == again
    assert first.boundary != other.boundary


@pytest.mark.real_data
def test_no_name_is_of_a_real_area_and_the_land_is_water(shared, town):
    areas = shared / "data" / "areas"
    real = set()
    for file, column in (
        ("nl_buurten_2014_voronoi_approx.gpkg", "statnaam"),
        ("nl_wijken_2022_tmap.gpkg", "name"),
        ("nl_gemeenten_2022_tmap.gpkg", "name"),
        ("groningen_buurten_2017.gpkg", "BU_NAAM"),
    ):
        _, _, _, (found,) = pyogrio.raw.read(areas / file, columns=[column], read_geometry=False)
        real |= {str(name).lower() for name in found}
    invented = {names.MUNICIPALITY.lower()}
    for district in names.DISTRICTS:
        invented.add(district.name.lower())
        invented |= {each.name.lower() for each in district.neighbourhoods}
    assert not invented & real
    info, _, shapes, _ = pyogrio.raw.read(areas / "nl_wijken_2022_tmap.gpkg", columns=[])
    assert "28992" in str(info["crs"]) or "Amersfoort" in str(info["crs"])
    districts = shapely.from_wkb(shapes)
    near = districts[shapely.STRtree(districts).query(town.boundary)]
    covered = sum(shapely.intersection(shape, town.boundary).area for shape in near)
    assert covered == 0
