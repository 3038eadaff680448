# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files to take along, the printed sheet, words beside shapes, and what is destroyed when."""

from __future__ import annotations

import json
from datetime import timedelta

import pyogrio
import pytest
import shapely
from pyogrio.raw import read

from tests.conftest import arranging
from tests.factories.drawings import close, make_photo, make_round, make_sheet, shape_at
from tests.factories.signals import NOON, adviser_of, staff_actor
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.drawings.actions import (
    export_map_round,
    forget_old_sheets,
    open_map_round,
    open_sheet_photo,
    read_drawn_shapes,
)
from voelspriet.listen.drawings.actions.photos import sweep_lost_photos
from voelspriet.listen.drawings.models import DrawnShape, MapRound, MapSheet, SheetPhoto
from voelspriet.listen.drawings.queries import drawn_notes, map_round, sheet_photos, sheet_plan
from voelspriet.listen.drawings.queries.shapes import EXPORT_COLUMNS
from voelspriet.listen.drawings.rules.photos import photo_folder, photo_path

pytestmark = pytest.mark.django_db
SECRET = "alleen voor de adviseur"


@pytest.fixture
def drawn(area, one):
    line = shape_at(area, "dark_route", note=SECRET)
    line.geometry = '{"type":"MultiLineString","coordinates":[[[5.32,52.04],[5.321,52.04]]]}'
    ring = "[[[5.32,52.04],[5.321,52.04],[5.321,52.041],[5.32,52.04]]]"
    crime = shape_at(area, "trouble_area")
    crime.geometry = f'{{"type":"Polygon","coordinates":{ring}}}'
    make_sheet(one, shape_at(area), line, crime)
    return one


def test_a_geopackage_opens_in_gdal_with_a_layer_for_each_form(drawn, adviser, tmp_path):
    made = export_map_round(reference=drawn.reference, form="gpkg", by=adviser, at=NOON)
    file = tmp_path / made.name
    file.write_bytes(made.content)
    assert [name for name, _kind in pyogrio.list_layers(file)] == ["points", "lines", "areas"]
    for name, kind in (("points", "Point"), ("lines", "MultiLineString"), ("areas", "Polygon")):
        info = pyogrio.read_info(file, layer=name)
        assert (info["features"], info["crs"]) == (1, "EPSG:4326")
        meta, _rows, shapes, values = read(file, layer=name)
        assert [shapely.from_wkb(one).geom_type for one in shapes] == [kind]
        assert list(meta["fields"]) == [column for column, _type in EXPORT_COLUMNS]
        assert len(values) == len(EXPORT_COLUMNS)
    assert SECRET.encode() not in made.content
    assert AuditLine.objects.get(action="map_round.export").detail == {"form": "gpkg", "shapes": 3}


def test_geojson_says_the_same_without_words(drawn, adviser):
    made = export_map_round(reference=drawn.reference, form="geojson", by=adviser, at=NOON)
    features = json.loads(made.content)["features"]
    assert [one["geometry"]["type"] for one in features] == ["Point", "MultiLineString", "Polygon"]
    assert features[0]["properties"]["kind"] == "safe_place"
    assert SECRET.encode() not in made.content
    shapes = json.loads(read_drawn_shapes(reference=drawn.reference, by=adviser, at=NOON))
    assert len(shapes["features"]) == 3
    assert set(shapes["features"][0]["properties"]) == {"kind", "sheet", "drawn"}
    assert AuditLine.objects.filter(action="map_round.read_shapes").count() == 1


def test_nobody_else_takes_anything_along(town, drawn):
    stranger = adviser_of(town.neighbourhoods[1])
    for reading in (
        lambda: export_map_round(reference=drawn.reference, form="gpkg", by=stranger, at=NOON),
        lambda: read_drawn_shapes(reference=drawn.reference, by=stranger, at=NOON),
        lambda: drawn_notes(reference=drawn.reference, by=stranger),
        lambda: sheet_plan(reference=drawn.reference, by=stranger),
        lambda: export_map_round(
            reference=drawn.reference, form="shp", by=adviser_of(drawn.area), at=NOON
        ),
    ):
        with pytest.raises(OutOfScope):
            reading()


def test_words_are_found_by_kind_and_page_by_page(area, one, adviser):
    for number in range(32):
        make_sheet(one, shape_at(area, "dark_route", note=f"Lamp {number}"), shape_at(area))
    make_sheet(one, shape_at(area, "avoided_route", why="Donker", instead="Bus", time="evening"))
    first = drawn_notes(reference=one.reference, by=adviser)
    second = drawn_notes(reference=one.reference, by=adviser, cursor=first.next_cursor)
    assert (len(first.items), len(second.items)) == (30, 3)
    (avoided,) = drawn_notes(reference=one.reference, by=adviser, kind="avoided_route").items
    assert (avoided.why, avoided.instead, avoided.time_label) == ("Donker", "Bus", "'s Avonds")
    assert len(drawn_notes(reference=one.reference, by=adviser, cursor="onzin").items) == 30


def test_a_printed_sheet_has_its_map_its_code_and_its_corners(one, adviser):
    plan = sheet_plan(reference=one.reference, by=adviser)
    assert plan.link.endswith(f"/kaart/{one.code}/")
    assert plan.svg.startswith("<svg ")
    assert "Straat 0101 1" in plan.svg
    assert plan.width_metres == pytest.approx(580, abs=2)
    assert plan.height_metres == pytest.approx(580, abs=2)
    top_left, top_right, bottom_right, bottom_left = plan.corners
    assert top_left[1] > bottom_left[1]
    assert top_right[0] > top_left[0]
    assert bottom_right[0] > bottom_left[0]
    by_system = sheet_plan(reference=one.reference, by=system("papers", one.municipality_id))
    assert by_system.svg == plan.svg


def test_a_street_name_is_no_markup_on_a_printed_sheet(area, one, adviser):
    with arranging():
        area.streets.update(name="<script>alert(1)</script>")
    assert "<script>" not in sheet_plan(reference=one.reference, by=adviser).svg


def test_photos_are_listed_with_where_their_corners_lie(town, one, adviser, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    plan = sheet_plan(reference=one.reference, by=adviser)
    assert map_round(reference=one.reference, by=adviser, at=NOON).photos == 0
    for corners in ([], [list(corner) for corner in plan.corners]):
        photo = make_photo(make_sheet(one, shape_at(one.area), shape_at(one.area), channel="paper"))
        with arranging():
            SheetPhoto.objects.filter(pk=photo.pk).update(corners=corners)
    last, first = sheet_photos(reference=one.reference, by=adviser).items
    assert (json.loads(last.corners), first.corners) == (
        [list(corner) for corner in plan.corners],
        "",
    )
    assert last.file_name == photo.file_name
    assert map_round(reference=one.reference, by=adviser, at=NOON).photos == 2
    with pytest.raises(OutOfScope):
        sheet_photos(reference=one.reference, by=adviser_of(town.neighbourhoods[1]))


def test_a_photo_is_for_who_sees_the_round_and_each_look_is_written(
    town, one, adviser, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    photo = make_photo(make_sheet(one, channel="paper"))
    content, media_type = open_sheet_photo(file_name=photo.file_name, by=adviser, at=NOON)
    assert content.startswith(b"\xff\xd8")
    assert media_type == "image/jpeg"
    assert AuditLine.objects.filter(action="map_sheet.read_photo").count() == 1
    for name, by in (
        (photo.file_name, adviser_of(town.neighbourhoods[1])),
        (photo.file_name, staff_actor(town.municipality, Role.HANDLER)),
        ("onbekend-onbekend", adviser),
    ):
        with pytest.raises(OutOfScope):
            open_sheet_photo(file_name=name, by=by, at=NOON)
    photo_path(photo.file_name).unlink()
    with pytest.raises(OutOfScope):
        open_sheet_photo(file_name=photo.file_name, by=adviser, at=NOON)


@pytest.fixture
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.usefixtures("own_files")
def test_photos_go_after_their_day_and_sheets_two_years_after_the_round(
    area, one, adviser, django_capture_on_commit_callbacks
):
    photo = make_photo(make_sheet(one, channel="paper"), kept_until=NOON.date())
    old = make_round(area, opens_at=NOON - timedelta(days=800))
    close(old, NOON - timedelta(days=730))
    old_photo = make_photo(make_sheet(old, channel="paper"))
    by = system("drawings.forget")

    with django_capture_on_commit_callbacks(execute=True):
        assert forget_old_sheets(by=by, at=NOON) == 2
    assert not photo_path(old_photo.file_name).exists()
    assert photo_path(photo.file_name).exists()
    old.refresh_from_db()
    assert old.emptied_at == NOON
    assert MapSheet.objects.count() == DrawnShape.objects.count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_old_sheets(by=by, at=NOON + timedelta(days=1)) == 1
    assert not SheetPhoto.objects.exists()
    assert not photo_path(photo.file_name).exists()
    assert MapRound.objects.count() == 2
    with pytest.raises(Refused, match="gewist"):
        open_map_round(reference=old.reference, by=adviser, at=NOON)
    assert not map_round(reference=old.reference, by=adviser, at=NOON).takes_sheets


def test_a_photo_a_crash_left_without_a_row_is_removed(one, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert sweep_lost_photos(before=NOON) == 0
    kept = make_photo(make_sheet(one, channel="paper"))
    lost = photo_folder() / "verloren-verloren-verloren"
    lost.write_bytes(b"x")
    from datetime import UTC, datetime  # noqa: PLC0415  the clock of files is the real one

    assert sweep_lost_photos(before=datetime.now(tz=UTC) + timedelta(minutes=1)) == 1
    assert photo_path(kept.file_name).exists()
    assert not lost.exists()
