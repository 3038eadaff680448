# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Importing areas and streets from small files made here."""

import json
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import shapely

from tests.factories.areas import make_town, square
from voelspriet.ground.areas.actions import import_areas, import_streets, set_up_municipality
from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.models import Area, Municipality, Street
from voelspriet.ground.areas.projection import RD, WGS84, reproject
from voelspriet.ground.areas.queries import find_places, neighbourhoods
from voelspriet.ground.areas.reading.area_file import AreaOptions, read_areas
from voelspriet.ground.areas.reading.street_file import read_streets
from voelspriet.ground.areas.told import FileRejected
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
BY = system("test")


def geojson(path: Path, rows, *, crs: int | None = RD) -> Path:
    """Write rows of (properties, geometry in RD metres) as GeoJSON in `crs`."""
    features = []
    for properties, shape in rows:
        moved = shape if shape is None or crs in {RD, None} else reproject([shape], RD, crs)[0]
        geometry = None if moved is None else shapely.geometry.mapping(moved)
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    content = {"type": "FeatureCollection", "features": features}
    if crs == RD:
        content["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def row(number=1, **more):
    told = {"statcode": f"BU999901{number:02}", "statnaam": f"Buurt {number}", **more}
    return told, square(number)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("statcode", "statnaam"),
        ("code", "name"),
        ("BU_CODE", "BU_NAAM"),
        ("buurtcode", "buurtnaam"),
        ("BuurtCode", "BUURT_NAAM"),
        ("gwb_code", "regio_naam"),
        ("bucode", "naam"),
    ],
)
def test_columns_of_every_edition_are_known(tmp_path, code, name):
    path = geojson(
        tmp_path / "buurten_2026.geojson",
        [({code: "bu99990101", name: "Zonnehof", "GM_CODE": "GM9999"}, square())],
    )
    read = read_areas(path)
    assert (read.level, read.year) == (AreaLevel.NEIGHBOURHOOD, 2026)
    assert (read.areas[0].code, read.areas[0].name) == ("BU99990101", "Zonnehof")


def test_columns_of_a_name_of_their_own_are_named(tmp_path):
    rows = [({"sleutel": "BU99990101", "titel": "Zonnehof", "mensen": 12}, square())]
    path = geojson(tmp_path / "x.geojson", rows)
    options = AreaOptions(
        year=2026, code_column="Sleutel", name_column="titel", population_column="mensen"
    )
    read = read_areas(path, options)
    assert read.areas[0].population == 12
    with pytest.raises(FileRejected, match="no column with codes is known"):
        read_areas(path, AreaOptions(year=2026))
    with pytest.raises(FileRejected, match="there is no column 'weg'; the file has: mensen"):
        read_areas(path, AreaOptions(year=2026, code_column="weg"))


@pytest.mark.parametrize("crs", [RD, WGS84, 25831, 3857])
def test_any_coordinate_system_comes_out_in_rd(tmp_path, crs):
    path = tmp_path / "buurten_2026.gpkg"
    shape = reproject([square()], RD, crs) if crs != RD else [square()]
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(shape),
        field_data=[np.array([text], dtype=object) for text in ("BU99990101", "Zonnehof")],
        fields=["statcode", "statnaam"],
        geometry_type="MultiPolygon",
        crs=f"EPSG:{crs}",
    )
    read = read_areas(path)
    assert shapely.hausdorff_distance(read.areas[0].shape, square()) < 0.01  # metres


def test_population_that_is_kept_secret_is_unknown(tmp_path):
    told = (1200, -99997, -99999999, None, -5, "1.250,5", 0)
    rows = [row(n, AANT_INW=people) for n, people in enumerate(told, 1)]
    read = read_areas(geojson(tmp_path / "b_2026.geojson", rows))
    assert [area.population for area in read.areas] == [1200, None, None, None, None, None, 0]


def test_water_is_left_out(tmp_path):
    rows = [row(1, WATER="NEE"), row(2, WATER="JA"), row(3, WATER="B")]
    read = read_areas(geojson(tmp_path / "b_2026.geojson", rows))
    assert [area.name for area in read.areas] == ["Buurt 1"]
    assert read.water_left_out == 2


def test_a_crossed_ring_is_mended_and_told(tmp_path):
    west, south, east, north = square().bounds
    bow = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
    read = read_areas(geojson(tmp_path / "b_2026.geojson", [(row()[0], bow), row(2)]))
    assert read.areas[0].shape.is_valid
    assert read.areas[0].shape.area == pytest.approx(square().area / 2)
    assert read.repaired == (read.repaired[0],)
    assert read.repaired[0].startswith("BU99990101: Self-intersection")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (({"statcode": "", "statnaam": "X"}, square()), "row 2: there is no code"),
        (({"statcode": "BU9", "statnaam": "X"}, square()), "row 2: 'BU9' is no code of a neigh"),
        (({"statcode": "WK999901", "statnaam": "X"}, square()), "row 2: 'WK999901' is no code"),
        (({"statcode": "BU99990102", "statnaam": " "}, square()), "row 2: there is no name"),
        (({"statcode": "BU99990102", "statnaam": None}, square()), "row 2: there is no name"),
        (({"statcode": "BU99990101", "statnaam": "X"}, square()), "BU99990101 stands in row 1 too"),
        (({"statcode": "BU99990102", "statnaam": "X"}, None), "row 2: BU99990102: no geometry"),
        (({"statcode": "BU99990102", "statnaam": "X"}, shapely.Point(1.5e5, 4.5e5)), "is a Point"),
        (({"statcode": "BU99990102", "statnaam": "X"}, shapely.box(1e6, 1e6, 2e6, 2e6)), "range"),
        (({"statcode": "BU99990102", "statnaam": "X" * 121}, square()), "longer than 120"),
    ],
)
@pytest.mark.django_db
def test_a_bad_row_rejects_the_whole_file(tmp_path, bad, reason):
    path = geojson(tmp_path / "b_2026.geojson", [row(), bad])
    with pytest.raises(FileRejected) as refused:
        read_areas(path, AreaOptions(level=AreaLevel.NEIGHBOURHOOD))
    assert reason in refused.value.reason


def test_a_file_that_says_too_little_is_rejected(tmp_path):
    path = geojson(tmp_path / "b.geojson", [row()])
    with pytest.raises(FileRejected, match="does not say one year"):
        read_areas(path)
    path = geojson(tmp_path / "c_2026.geojson", [({"code": "A1", "name": "Zon"}, square())])
    with pytest.raises(FileRejected, match="do not tell one level"):
        read_areas(path)
    with pytest.raises(FileRejected, match="there is no layer 'x'"):
        read_areas(path, AreaOptions(layer="x"))
    with pytest.raises(FileRejected, match="there is no file"):
        read_areas(tmp_path / "nowhere.gpkg")
    (tmp_path / "text.gpkg").write_text("this is no map")
    with pytest.raises(FileRejected, match=r"text\.gpkg is no file of shapes"):
        read_areas(tmp_path / "text.gpkg")


def test_metres_that_say_they_are_degrees_are_rejected_with_the_way_out(tmp_path):
    path = geojson(tmp_path / "b_2026.geojson", [row()], crs=None)
    with pytest.raises(FileRejected, match="They look like RD metres: give 28992"):
        read_areas(path)
    assert read_areas(path, AreaOptions(crs="28992")).areas[0].shape.equals(square(1))
    with pytest.raises(FileRejected, match="coordinate system 'moon' is unknown"):
        read_areas(path, AreaOptions(crs="moon"))


@pytest.mark.django_db
class TestStoring:
    def bring_in(self, path, **options):
        return import_areas(file=read_areas(path, AreaOptions(**options)), by=BY, at=AT)

    def test_importing_again_changes_nothing_and_a_change_is_seen(self, tmp_path):
        path = geojson(tmp_path / "b_2026.geojson", [row(1, inwoners=5), row(2)])
        assert self.bring_in(path).added == 2
        before = list(Area.objects.order_by("id").values())
        assert self.bring_in(path).unchanged == 2
        assert list(Area.objects.order_by("id").values()) == before
        geojson(path, [row(1, inwoners=9), row(2)])
        again = self.bring_in(path)
        assert (again.changed, again.unchanged) == (1, 1)
        assert Area.objects.get(code="BU99990101").population == 9
        assert [area.pk for area in Area.objects.order_by("id")] == [area["id"] for area in before]

    def test_two_neighbourhoods_of_one_name_get_two_addresses(self, tmp_path):
        rows = [row(1, statnaam="Verspreide huizen"), row(2, statnaam="Verspreide huizen")]
        path = geojson(tmp_path / "b_2026.geojson", [(told, shape) for told, shape in rows])
        self.bring_in(path)
        slugs = list(Area.objects.order_by("code").values_list("slug", flat=True))
        assert slugs == ["verspreide-huizen", "verspreide-huizen-2"]

    def test_a_new_name_gets_a_new_address_and_others_keep_theirs(self, tmp_path):
        path = geojson(tmp_path / "b_2026.geojson", [row(1), row(2)])
        self.bring_in(path)
        self.bring_in(geojson(path, [row(1, statnaam="Zonnehof"), row(2)]))
        slugs = list(Area.objects.order_by("code").values_list("slug", flat=True))
        assert slugs == ["zonnehof", "buurt-2"]

    def test_codes_of_its_own_follow_the_geometry(self, tmp_path):
        make_town(neighbourhoods=2)
        rows = [
            (
                {"code": "oost-1", "name": "Oost een"},
                shapely.box(150_500, 450_000, 150_700, 450_500),
            )
        ]
        path = geojson(tmp_path / "b_2026.geojson", rows)
        summary = self.bring_in(path, level=AreaLevel.NEIGHBOURHOOD)
        area = Area.objects.get(code="oost-1")
        assert summary.without_parent == 0
        assert area.parent.code == "WK999901"
        assert area.municipality_code == "GM9999"

    def test_an_area_in_no_municipality_is_refused(self, tmp_path):
        path = geojson(tmp_path / "b_2026.geojson", [({"code": "x", "name": "X"}, square())])
        with pytest.raises(FileRejected, match="row 1: x lies in no municipality of 2026"):
            self.bring_in(path, level=AreaLevel.NEIGHBOURHOOD)
        assert not Area.objects.exists()

    def test_a_code_known_at_another_level_is_refused(self, tmp_path):
        rows = [({"code": "Z1", "name": "Zon"}, square())]
        path = geojson(tmp_path / "b_2026.geojson", rows)
        self.bring_in(path, level=AreaLevel.MUNICIPALITY)
        with pytest.raises(FileRejected, match="Z1 is known as a municipality in 2026"):
            self.bring_in(path, level=AreaLevel.DISTRICT)

    def test_outlines_of_neighbours_keep_their_shared_border(self, tmp_path):
        self.bring_in(geojson(tmp_path / "b_2026.geojson", [row(1), row(2)]))
        left, right = (
            shapely.geometry.shape(outline)
            for outline in Area.objects.order_by("code").values_list("outline", flat=True)
        )
        assert left.intersection(right).length > 0.004  # degrees, about 500 m
        assert left.intersection(right).area == 0

    def test_a_municipality_is_set_up_once_and_only_with_areas(self, tmp_path):
        told = {"area_code": "GM9999", "area_year": 2026, "by": BY, "at": AT}
        with pytest.raises(Refused, match="nog geen gebieden"):
            set_up_municipality(name="Waterrijk", slug="waterrijk", **told)
        self.bring_in(geojson(tmp_path / "b_2026.geojson", [row(1), row(2)]))
        set_up_municipality(name="Waterrijk", slug="waterrijk", **told)
        whole = Area.objects.get(level=AreaLevel.MUNICIPALITY)
        assert shapely.from_wkb(bytes(whole.boundary)).area == pytest.approx(2 * 500 * 500)
        assert Area.objects.filter(parent=whole).count() == 2
        with pytest.raises(Refused, match="al ingericht"):
            set_up_municipality(name="Waterrijk", slug="ander", **told)
        with pytest.raises(Refused, match="dit webadres"):
            set_up_municipality(name="Waterrijk", slug="waterrijk", **told | {"area_code": "GM1"})
        assert Municipality.objects.count() == 1


@pytest.mark.django_db
class TestStreets:
    def line(self, *columns):
        return shapely.LineString([(150_000 + 500 * c, 450_250) for c in columns])

    def bring_in(self, town, path, **more):
        return import_streets(
            municipality_id=town.municipality.pk, file=read_streets(path, **more), by=BY, at=AT
        )

    def test_a_street_through_two_neighbourhoods_is_found_in_both(self, tmp_path):
        town = make_town(neighbourhoods=2, streets=0)
        rows = [
            ({"naam": "Dorpsstraat"}, self.line(0.2, 1.8)),
            ({"naam": "Dorpsstraat"}, self.line(1.8, 1.9)),
            ({"naam": "Het Plein"}, shapely.Point(150_100, 450_100)),
            ({"naam": "Verweg"}, self.line(30, 31)),
            ({"naam": None}, self.line(0, 1)),
        ]
        path = geojson(tmp_path / "straten.geojson", rows)
        done = self.bring_in(town, path)
        assert (done.added, done.outside, done.unnamed) == (3, 1, 1)
        found = find_places(municipality_id=town.municipality.pk, text="dorps")
        assert [place.area_name for place in found] == ["Waterrijk buurt 1", "Waterrijk buurt 2"]
        assert all(place.kind == "street" for place in found)
        assert len(Street.objects.get(name="Dorpsstraat", area=town.neighbourhoods[1]).line) == 3
        again = self.bring_in(town, path)
        assert (again.added, again.changed, again.unchanged) == (0, 0, 3)

    def test_a_csv_with_points_makes_places(self, tmp_path):
        town = make_town(neighbourhoods=2, streets=0)
        path = tmp_path / "plekken.csv"
        path.write_text("naam,x,y\nSpeeltuin,150100,450100\nBos,150600,450100\n", encoding="utf-8")
        assert self.bring_in(town, path, crs="28992").added == 2
        assert set(Street.objects.values_list("kind", flat=True)) == {"spot"}
        assert find_places(municipality_id=town.municipality.pk, text="bos")[0].area_id == (
            town.neighbourhoods[1].pk
        )

    def test_bad_streets_are_refused_whole(self, tmp_path):
        town = make_town(streets=0)
        with pytest.raises(FileRejected, match="row 1: Park: the geometry is a"):
            self.bring_in(town, geojson(tmp_path / "a.geojson", [({"naam": "Park"}, square())]))
        path = tmp_path / "b.csv"
        path.write_text("naam,lon,lat\nA,5.3,52.1\nB,x,52\n", encoding="utf-8")
        with pytest.raises(FileRejected, match="row 2: B"):
            self.bring_in(town, path)
        path.write_text("titel,lon,lat\nA,5.3,52.1\n", encoding="utf-8")
        with pytest.raises(FileRejected, match="no column with names"):
            self.bring_in(town, path)
        assert not Street.objects.exists()

    def test_an_unknown_municipality_has_no_streets(self, tmp_path):
        make_town(streets=0)
        path = geojson(tmp_path / "a.geojson", [({"naam": "A"}, self.line(0, 1))])
        with pytest.raises(OutOfScope):
            import_streets(municipality_id=0, file=read_streets(path), by=BY, at=AT)
        assert neighbourhoods(municipality_id=0) == []
