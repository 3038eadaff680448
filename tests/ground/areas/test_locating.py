# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where points lie: exactly, by one rule, with every row kept."""

import csv
import random
from datetime import UTC, datetime

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import arranging
from tests.factories.areas import SIDE, SOUTH, WEST, make_town, point_in, square
from voelspriet.ground.areas.actions import import_areas
from voelspriet.ground.areas.locating import NOWHERE, Locator, lowest_of
from voelspriet.ground.areas.models import Area
from voelspriet.ground.areas.projection import RD, WGS84, in_rd_range, transformer
from voelspriet.ground.areas.queries import locate
from voelspriet.ground.areas.reading import point_file
from voelspriet.ground.areas.reading.area_file import read_areas
from voelspriet.ground.areas.reading.point_file import locate_csv
from voelspriet.ground.areas.told import FileRejected
from voelspriet.ground.privacy.actors import system

GRID = np.array([square(column, row) for column in range(4) for row in range(4)])
steps = st.integers(-2, 10).map(lambda half: half * SIDE / 2)  # borders and corners on purpose
somewhere = st.floats(-SIDE, 5 * SIDE)


def by_hand(shapes, x, y):
    for index, shape in enumerate(shapes):
        if shape.intersects(shapely.Point(x, y)):
            return index
    return NOWHERE


@given(st.lists(st.tuples(st.one_of(steps, somewhere), st.one_of(steps, somewhere)), max_size=30))
def test_the_lowest_code_that_holds_the_point_has_it(offsets):
    x = np.array([WEST + dx for dx, _dy in offsets])
    y = np.array([SOUTH + dy for _dx, dy in offsets])
    expected = [by_hand(GRID, px, py) for px, py in zip(x, y, strict=True)]
    assert lowest_of(GRID, x, y).tolist() == expected


@given(st.permutations(range(16)), st.lists(st.tuples(steps, steps), min_size=1, max_size=10))
def test_the_rule_depends_on_codes_and_not_on_the_order_of_points(order, offsets):
    shapes = GRID[list(order)]
    x = np.array([WEST + dx for dx, _dy in offsets])
    y = np.array([SOUTH + dy for _dx, dy in offsets])
    assert lowest_of(shapes, x, y).tolist() == lowest_of(shapes, x[::-1], y[::-1])[::-1].tolist()


def write(path, rows, header="naam,lon,lat"):
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def read(path, delimiter=","):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.mark.django_db
class TestCsv:
    def run(self, path, tmp_path, **more):
        options = {"lon": "lon", "lat": "lat", "year": 2026} | more
        return locate_csv(path, tmp_path / "out.csv", **options)

    def test_every_row_and_column_is_kept_and_junk_is_counted(self, tmp_path):
        town = make_town(neighbourhoods=2)
        lon, lat = point_in(town.neighbourhoods[1])
        rows = [
            f'"Jan, ""de"" man",{lon},{lat}',
            "leeg,,",
            "woord,abc,52.1",
            "ver,-77,39",
            "nul,0,0",
            "zee,4.0,52.0",
            "oneindig,inf,52",
            "kort",
        ]
        done = self.run(write(tmp_path / "in.csv", rows), tmp_path)
        assert (done.rows, done.located) == (8, 1)
        assert done.left_empty == {
            "empty": 2,
            "no_number": 2,
            "outside_range": 2,
            "in_no_area": 1,
        }
        out = read(tmp_path / "out.csv")
        assert [row["naam"] for row in out] == [
            'Jan, "de" man', "leeg", "woord", "ver", "nul", "zee", "oneindig", "kort",
        ]  # fmt: skip
        assert out[0] == {
            "naam": 'Jan, "de" man',
            "lon": str(lon),
            "lat": str(lat),
            "municipality_code": "GM9999",
            "municipality_name": "Waterrijk",
            "district_code": "WK999901",
            "district_name": "Waterrijk wijk 1",
            "neighbourhood_code": "BU99990102",
            "neighbourhood_name": "Waterrijk buurt 2",
        }
        assert out[3]["neighbourhood_code"] == ""

    def test_rd_and_a_semicolon_file_with_decimal_commas(self, tmp_path):
        town = make_town(neighbourhoods=2)
        area = town.neighbourhoods[0]
        rows = [f"a;{area.west + 1:.1f};{area.south + 1:.1f}".replace(".", ",")]
        path = write(tmp_path / "in.csv", rows, header="naam;x;y")
        done = self.run(path, tmp_path, lon="x", lat="y", crs="28992")
        assert done.located == 1
        assert read(tmp_path / "out.csv", ";")[0]["neighbourhood_code"] == area.code

    def test_a_shared_border_belongs_to_the_lowest_code_on_the_page_too(self, tmp_path):
        town = make_town(neighbourhoods=2)
        left, right = town.neighbourhoods
        path = write(tmp_path / "in.csv", [f"a,{left.east},{left.south + 10}"], "naam,x,y")
        self.run(path, tmp_path, lon="x", lat="y", crs=RD)
        assert read(tmp_path / "out.csv")[0]["neighbourhood_code"] == left.code
        assert right.west == left.east

    def test_a_point_in_no_neighbourhood_still_has_its_district(self, tmp_path):
        town = make_town(neighbourhoods=2)
        with_gap = town.neighbourhoods[1]
        with arranging():
            Area.objects.filter(pk=with_gap.pk).update(boundary=None)
        lon, lat = point_in(with_gap)
        self.run(write(tmp_path / "in.csv", [f"a,{lon},{lat}"]), tmp_path)
        row = read(tmp_path / "out.csv")[0]
        assert (row["district_code"], row["neighbourhood_code"]) == ("WK999901", "")

    def test_batches_give_what_one_batch_gives(self, tmp_path, monkeypatch):
        town = make_town(districts=2, neighbourhoods=2)
        rng = random.Random(1)
        rows = [
            "p{},{},{}".format(n, *point_in(town.area, east=rng.random(), north=rng.random()))
            for n in range(50)
        ]
        path = write(tmp_path / "in.csv", [*rows[:20], "", *rows[20:]])
        heard = []
        self.run(path, tmp_path, progress=heard.append)
        whole = (tmp_path / "out.csv").read_text()
        monkeypatch.setattr(point_file, "BATCH", 7)
        done = self.run(path, tmp_path, progress=heard.append)
        assert (done.rows, done.located) == (50, 50)
        assert (tmp_path / "out.csv").read_text() == whole
        assert sum(heard) == 2 * path.stat().st_size

    @pytest.mark.parametrize(
        ("header", "rows", "more", "reason"),
        [
            (
                "naam,lon,lat",
                ["a,5,52"],
                {"lat": "y"},
                "there is no column 'y'; the file has: naam",
            ),
            ("naam,lon,lat", ["a,5,52", "b,5,52,9"], {}, "row 2: 4 fields where the header has 3"),
            ("lon,lat,district_code", ["5,52,x"], {}, "already has the columns district_code"),
            ("naam,lon,lat", ["a,5,52"], {"year": 1999}, "no areas of 1999 were imported"),
            ("naam,lon,lat", ["a,5,52"], {"crs": "99999"}, "coordinate system '99999' is unknown"),
        ],
    )
    def test_a_file_that_cannot_be_used_leaves_nothing(self, tmp_path, header, rows, more, reason):
        make_town()
        path = write(tmp_path / "in.csv", rows, header)
        with pytest.raises(FileRejected) as refused:
            self.run(path, tmp_path, **more)
        assert reason in refused.value.reason
        assert sorted(file.name for file in tmp_path.iterdir()) == ["in.csv"]

    def test_the_input_is_never_overwritten(self, tmp_path):
        make_town()
        path = write(tmp_path / "in.csv", ["a,5,52"])
        with pytest.raises(FileRejected, match="overwrite the input"):
            locate_csv(path, path, lon="lon", lat="lat", year=2026)
        (tmp_path / "latin.csv").write_bytes("naam,lon,lat\ncafé,5,52\n".encode("latin-1"))
        with pytest.raises(FileRejected, match="cannot be read as CSV in UTF-8"):
            self.run(tmp_path / "latin.csv", tmp_path)


@pytest.mark.markup
@pytest.mark.django_db
@pytest.mark.real_data
@pytest.mark.slow
def test_200_000_points_over_the_netherlands_equal_brute_force(shared, tmp_path):
    areas = shared / "data" / "areas"
    at, by = datetime(2026, 3, 1, tzinfo=UTC), system("test")
    for name in ("nl_gemeenten_2022_tmap.gpkg", "nl_wijken_2022_tmap.gpkg"):
        import_areas(file=read_areas(areas / name), by=by, at=at)
    rng = np.random.default_rng(20260301)
    lon, lat = rng.uniform(3.3, 7.3, 200_000), rng.uniform(50.7, 53.6, 200_000)
    path = tmp_path / "points.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["lon", "lat"])
        writer.writerows(zip(lon.tolist(), lat.tolist(), strict=True))
    done = locate_csv(path, tmp_path / "out.csv", lon="lon", lat="lat", year=2022)
    out = read(tmp_path / "out.csv")
    assert len(out) == done.rows == 200_000

    sample = rng.choice(200_000, 20_000, replace=False)
    x, y = transformer(WGS84, RD).transform(lon[sample], lat[sample])
    districts, wholes = (
        list(Area.objects.filter(level=level).order_by("code").values_list("code", "boundary"))
        for level in ("district", "municipality")
    )
    expected_district = brute_force(districts, x, y)
    expected_whole = brute_force(wholes, x, y)
    for place, district, whole in zip(sample, expected_district, expected_whole, strict=True):
        row = out[place]
        assert row["district_code"] == district
        # what lies above a district follows from the hierarchy; elsewhere from the geometry
        assert row["municipality_code"] == (f"GM{district[2:6]}" if district else whole)
    assert 60_000 < done.located < 140_000


def brute_force(areas, x, y):
    """Test every point against every boundary, without a tree; the lowest code wins."""
    points = shapely.points(x, y)
    usable = np.asarray(in_rd_range(x, y))
    found = np.full(len(x), "", dtype=object)
    for code, boundary in reversed(areas):
        shape = shapely.from_wkb(bytes(boundary))
        shapely.prepare(shape)
        found[usable & shapely.intersects(shape, points)] = code
    return found.tolist()


@pytest.mark.django_db
def test_a_page_and_the_command_agree():
    town = make_town(districts=2, neighbourhoods=3)
    locator = Locator(year=2026)
    rng = random.Random(7)
    for _ in range(200):
        lon, lat = point_in(town.area, east=rng.uniform(-0.1, 1.1), north=rng.uniform(-0.1, 1.1))
        page = locate(lon=lon, lat=lat, municipality_id=town.municipality.pk)
        x, y = (np.array([value]) for value in transformer(WGS84, RD).transform(lon, lat))
        index = int(locator.find(x, y)[0])
        code = "" if index == NOWHERE else locator.names[index].neighbourhood[0]
        assert code == (page.code if page else "")
