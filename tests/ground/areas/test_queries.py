# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading areas: hosts, slugs, points and places."""

import math

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_area, make_municipality, make_street, make_town, point_in
from voelspriet.ground.areas import queries
from voelspriet.ground.areas.choices import AreaLevel, PlaceKind

pytestmark = pytest.mark.django_db


def test_municipality_for_host_is_the_only_one_there_is():
    town = make_town()
    assert queries.municipality_for_host("anything.example").id == town.municipality.pk


def test_municipality_for_host_goes_by_host_once_there_are_two():
    make_municipality(name="Waterrijk", area_code="GM9999", host="waterrijk.example")
    other = make_municipality(name="Heuvelen", area_code="GM9998", host="Heuvelen.example")
    assert queries.municipality_for_host("heuvelen.EXAMPLE").id == other.pk
    assert queries.municipality_for_host("elders.example") is None


def test_neighbourhoods_are_the_finest_level_there_is():
    town = make_town(districts=2, neighbourhoods=2)
    rows = queries.neighbourhoods(municipality_id=town.municipality.pk)
    assert [row.code for row in rows] == ["BU99990101", "BU99990102", "BU99990201", "BU99990202"]
    assert {row.level for row in rows} == {AreaLevel.NEIGHBOURHOOD}
    assert len(queries.districts(municipality_id=town.municipality.pk)) == 2


def test_neighbourhoods_are_districts_where_nothing_finer_was_imported():
    town = make_town(neighbourhoods=0, districts=1)
    rows = queries.neighbourhoods(municipality_id=town.municipality.pk)
    assert [row.level for row in rows] == [AreaLevel.DISTRICT]


def test_another_year_and_another_municipality_stay_out_of_sight():
    town = make_town()
    make_area(code="BU99990101", year=2019, name="Vroeger")
    make_town(name="Heuvelen", area_code="GM9998", row=5)
    rows = queries.neighbourhoods(municipality_id=town.municipality.pk)
    assert {row.year for row in rows} == {2026}
    assert all(row.code.startswith("BU9999") for row in rows)
    assert queries.neighbourhoods(municipality_id=0) == []


def test_locate_finds_the_neighbourhood_and_nothing_outside():
    town = make_town(districts=2, neighbourhoods=2)
    key = town.municipality.pk
    for area in town.neighbourhoods:
        lon, lat = point_in(area)
        assert queries.locate(lon=lon, lat=lat, municipality_id=key).id == area.pk
    lon, lat = point_in(town.area, east=1.2)
    assert queries.locate(lon=lon, lat=lat, municipality_id=key) is None
    for junk in ((math.nan, 52.0), (math.inf, 52.0), (0.0, 0.0), (500.0, 500.0)):
        assert queries.locate(lon=junk[0], lat=junk[1], municipality_id=key) is None


def test_locate_takes_one_query_for_the_areas(django_assert_num_queries):
    town = make_town()
    lon, lat = point_in(town.neighbourhoods[0])
    with django_assert_num_queries(3):
        queries.locate(lon=lon, lat=lat, municipality_id=town.municipality.pk)


def test_area_by_slug_prefers_the_neighbourhood_over_the_district_of_that_name():
    town = make_town()
    make_area(code="WK999902", level=AreaLevel.DISTRICT, name="Centrum", parent=town.area)
    centre = make_area(code="BU99990201", name="Centrum")
    found = queries.area_by_slug(municipality_id=town.municipality.pk, slug="centrum")
    assert found.id == centre.pk
    assert queries.area_by_slug(municipality_id=town.municipality.pk, slug="nergens") is None


def test_areas_within_holds_the_area_and_all_below():
    town = make_town(districts=2, neighbourhoods=3)
    assert len(queries.areas_within(area_id=town.area.pk)) == 1 + 2 + 6
    assert len(queries.areas_within(area_id=town.districts[0].pk)) == 1 + 3
    assert queries.area_row(id=town.area.pk).name == "Waterrijk"
    assert queries.municipality_area(municipality_id=town.municipality.pk).id == town.area.pk


def test_find_places_ignores_accents_and_puts_beginnings_first():
    town = make_town(streets=0)
    area = town.neighbourhoods[0]
    make_street(area, name="Grote Café-straat")
    make_street(area, name="Caféhof", kind=PlaceKind.SPOT)
    key = town.municipality.pk
    found = queries.find_places(municipality_id=key, text="CAFE")
    assert [row.name for row in found] == ["Caféhof", "Grote Café-straat"]
    assert found[0].area_name == area.name
    assert queries.place_row(id=found[0].id, municipality_id=key) == found[0]
    assert queries.find_places(municipality_id=key, text="c") == []
    assert queries.find_places(municipality_id=key, text="cafe", limit=1) == found[:1]


def test_find_places_keeps_to_the_municipality():
    town = make_town(streets=0)
    other = make_town(name="Heuvelen", area_code="GM9998", row=5, streets=0)
    street = make_street(other.neighbourhoods[0], name="Lindelaan")
    assert queries.find_places(municipality_id=town.municipality.pk, text="linde") == []
    assert queries.place_row(id=street.pk, municipality_id=town.municipality.pk) is None


def test_outlines_draw_areas_and_streets():
    town = make_town(streets=1)
    with arranging():
        make_street(town.neighbourhoods[0], name="Het plein", kind=PlaceKind.SPOT)
    drawn = queries.outlines(municipality_id=town.municipality.pk)
    kinds = [feature["properties"]["kind"] for feature in drawn["features"]]
    assert sorted(kinds) == ["neighbourhood", "neighbourhood", "place", "street", "street"]
    areas = [f for f in drawn["features"] if f["properties"]["kind"] == "neighbourhood"]
    assert areas[0]["geometry"]["type"] == "MultiPolygon"
    assert areas[0]["properties"]["slug"] == "waterrijk-buurt-1"
