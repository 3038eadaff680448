# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Importing the real maps of the Netherlands."""

from datetime import UTC, datetime

import pytest
import shapely

from voelspriet.ground.areas.actions import import_areas, set_up_municipality
from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.models import Area
from voelspriet.ground.areas.projection import RD, WGS84, transformer
from voelspriet.ground.areas.queries import locate, neighbourhoods
from voelspriet.ground.areas.reading.area_file import AreaOptions, read_areas
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.models import AuditLine

pytestmark = [pytest.mark.django_db, pytest.mark.real_data]
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
BY = system("areas import")


def bring_in(path, **options):
    return import_areas(file=read_areas(path, AreaOptions(**options)), by=BY, at=AT)


@pytest.fixture
def areas(shared):
    return shared / "data" / "areas"


def test_all_municipalities_and_districts_of_2022(areas):
    municipalities = bring_in(areas / "nl_gemeenten_2022_tmap.gpkg")
    districts = bring_in(areas / "nl_wijken_2022_tmap.gpkg")
    assert (municipalities.level, municipalities.year, municipalities.added) == (
        "municipality",
        2022,
        345,
    )
    assert (districts.level, districts.added, districts.without_parent) == ("district", 3340, 0)
    for code, count in (("GM0406", 13), ("GM0034", 71), ("GM0484", 16)):
        assert Area.objects.filter(parent__code=code, level=AreaLevel.DISTRICT).count() == count
    huizen = Area.objects.get(code="GM0406")
    assert huizen.name == "Huizen"
    assert huizen.population > 40_000
    assert AuditLine.objects.filter(action="areas.imported").count() == 2

    again = bring_in(areas / "nl_wijken_2022_tmap.gpkg")
    assert (again.added, again.changed, again.unchanged) == (0, 0, 3340)


def test_districts_first_get_their_municipalities_later(areas):
    first = bring_in(areas / "nl_wijken_2022_tmap.gpkg")
    assert first.without_parent == 3340
    second = bring_in(areas / "nl_gemeenten_2022_tmap.gpkg")
    assert second.relinked == 3340
    assert not Area.objects.filter(level=AreaLevel.DISTRICT, parent=None).exists()


def test_groningen_in_degrees_lies_where_the_national_map_has_it(areas):
    read = read_areas(areas / "groningen_buurten_2017.gpkg")
    assert (read.level, read.year, len(read.areas)) == (AreaLevel.NEIGHBOURHOOD, 2017, 108)
    whole = next(
        area.shape
        for area in read_areas(areas / "nl_gemeenten_2022_tmap.gpkg").areas
        if area.name == "Groningen"
    )
    city = shapely.union_all([area.shape for area in read.areas])
    # the municipality grew in 2019, so all of 2017 lies in it, but for generalised borders
    assert city.intersection(whole).area / city.area > 0.99
    assert sum(area.population or 0 for area in read.areas) > 150_000
    assert all(area.population is None or area.population >= 0 for area in read.areas)


def test_a_municipality_of_neighbourhoods_alone_gets_its_whole(areas):
    bring_in(areas / "groningen_buurten_2017.gpkg")
    groningen = set_up_municipality(
        name="Groningen", slug="groningen", area_code="GM0014", area_year=2017, by=BY, at=AT
    )
    assert len(neighbourhoods(municipality_id=groningen.id)) == 108
    whole = Area.objects.get(code="GM0014", year=2017)
    assert whole.children.count() == 108
    # the Martini tower stands in the Binnenstad
    found = locate(lon=6.56844, lat=53.21935, municipality_id=groningen.id)
    assert found.name == "Binnenstad-Noord"
    assert locate(lon=5.1214, lat=52.0907, municipality_id=groningen.id) is None


def test_the_same_municipalities_in_degrees_and_in_metres_agree(areas):
    metres = {area.code: area for area in read_areas(areas / "nl_gemeenten_2022_tmap.gpkg").areas}
    degrees = read_areas(areas / "nl_gemeenten_2022_pdok_nlstat.geojson")
    assert (degrees.year, len(degrees.areas)) == (2022, 345)
    agree = [
        area.shape.intersection(metres[area.code].shape).area / area.shape.area
        for area in degrees.areas
    ]
    assert min(agree) > 0.8  # both are generalised, each in its own way
    assert sum(agree) / len(agree) > 0.98


def test_a_known_point_keeps_its_rd_coordinates():
    # the Onze Lieve Vrouwetoren in Amersfoort, by definition (155000, 463000)
    x, y = transformer(WGS84, RD).transform(5.38720621, 52.15517440)
    assert (x, y) == (pytest.approx(155_000, abs=0.5), pytest.approx(463_000, abs=0.5))
