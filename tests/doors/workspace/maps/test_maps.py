# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rounds of maps in the staff site: begun in three presses, read, closed and published."""

from __future__ import annotations

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.doors.public.report.walking import photo
from tests.factories.areas import make_street, make_town, point_in
from tests.factories.drawings import close, make_round, make_sheet, shape_at
from tests.factories.people import make_duo, make_user
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.drawings.models import MapResult, MapRound, MapSheet, SheetPhoto

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return make_town(name="Waterrijk", host="testserver").neighbourhoods[0]


@pytest.fixture
def client(area):
    client = Client()
    client.force_login(make_duo(make_round(area).municipality, area)[0])
    return client


@pytest.fixture
def one(area, client):  # noqa: ARG001  the duo comes first
    return MapRound.objects.get()


@pytest.fixture
def linden(area):
    return make_street(area, name="Lindelaan")


def url(one, tail=""):
    return f"/werk/kaarten/{one.reference}/{tail}"


def test_three_presses_begin_a_round(area, client):
    page = client.get("/werk/kaarten/").content.decode()
    assert "/werk/kaarten/nieuw/" in page
    form = client.get("/werk/kaarten/nieuw/").content.decode()
    ticked = re.findall(r'name="kinds" value="(\w+)"[^>]*checked', form)
    (question,) = re.findall(r'<input[^>]* name="question"[^>]* value="([^"]+)"', form) or [""]
    answer = client.post(
        "/werk/kaarten/nieuw/", {"area": area.pk, "question": question, "kinds": ticked}
    )
    made = MapRound.objects.latest("id")
    assert answer.headers["Location"] == url(made)
    assert (made.question, made.kinds) == (question, ticked)
    shown = client.get(url(made)).content.decode()
    assert f"/kaart/{made.code}/" in shown
    assert "data:image/svg+xml" in shown


def test_a_round_without_a_question_says_so(area, client):
    answer = client.post("/werk/kaarten/nieuw/", {"area": area.pk, "question": "", "kinds": []})
    assert answer.status_code == 422


def test_the_page_of_a_round_says_in_words_what_the_map_shows(area, client, one):
    for _number in range(3):
        make_sheet(one, shape_at(area, "crossing"))
    page = client.get(url(one)).content.decode()
    assert "3 kaarten" in page
    assert "Straat 0101 1" in page
    only = client.get(url(one), {"soort": "safe_place"}).content.decode()
    assert "Nog niets van deze soort" in only
    assert client.get(url(one), {"soort": "onzin"}).status_code == 200


def test_words_are_read_by_kind(area, client, one):
    make_sheet(one, shape_at(area, "avoided_route", why="Te donker", instead="Met de bus"))
    make_sheet(one, shape_at(area, note="Altijd iemand"))
    page = client.get(url(one, "woorden/")).content.decode()
    assert "Te donker" in page
    assert "Altijd iemand" in page
    assert (
        "Te donker"
        not in client.get(url(one, "woorden/"), {"soort": "safe_place"}).content.decode()
    )


def test_a_round_closes_is_published_and_its_sheets_can_go(client, one):
    sheets = [make_sheet(one) for _number in range(6)]
    assert "te weinig" not in client.get(url(one)).content.decode()
    client.post(url(one, "doen/publiceren/"))
    assert not MapResult.objects.exists()
    for deed in ("sluiten", "openen", "sluiten"):
        assert client.post(url(one, f"doen/{deed}/")).headers["Location"] == url(one)
    client.post(url(one, "doen/wissen/"), {"reference": f" {sheets[0].reference.lower()} "})
    assert MapSheet.objects.count() == 5
    assert (
        "is er niet"
        in client.post(
            url(one, "doen/wissen/"), {"reference": "B-0000"}, follow=True
        ).content.decode()
    )
    client.post(url(one, "doen/publiceren/"))
    assert MapResult.objects.get().sheets == 5
    assert f"/kaart/{one.code}/uitkomst/" in client.get(url(one)).content.decode()
    assert client.get(url(one, "papier/")).status_code == 404
    assert client.post(url(one, "doen/onzin/")).status_code == 404


def test_files_are_taken_along_and_the_map_is_sent_small(area, client, one):
    for number in range(40):
        make_sheet(one, shape_at(area, east=number / 41))
    answer = client.get(url(one, "vormen.json"), HTTP_ACCEPT_ENCODING="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "no-store" in answer.headers["Cache-Control"]
    gpkg = client.get(url(one, "bestand/gpkg/"))
    assert gpkg.headers["Content-Disposition"] == f'attachment; filename="{one.reference}.gpkg"'
    assert gpkg.content.startswith(b"SQLite format 3")
    assert client.get(url(one, "bestand/shp/")).status_code == 404


def _paper(**told):
    return {"submission": "papier", "rows": "2", "go": "next", "channel": "paper",
            "drawn": "", "corners": ""} | told  # fmt: skip


def test_a_paper_sheet_with_its_photo_becomes_one_sheet(area, client, one, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    lon, lat = point_in(area)
    drawn = [{"kind": "safe_place", "geometry": {"type": "Point", "coordinates": [lon, lat]}}]
    corners = [[lon, lat], [lon + 1, lat], [lon + 1, lat - 1], [lon, lat - 1]]
    told = _paper(drawn=json.dumps(drawn), corners=json.dumps(corners))
    for _time in range(2):
        upload = SimpleUploadedFile("blad.jpg", photo(exif=True), "image/jpeg")
        answer = client.post(url(one, "papier/"), told | {"photo": upload})
        assert answer.status_code == 302
    sheet = MapSheet.objects.get()
    assert (sheet.channel, sheet.entered_by_id is None) == ("paper", False)
    kept = SheetPhoto.objects.get()
    assert kept.corners == corners
    seen = client.get(f"/werk/kaarten/foto/{kept.file_name}/")
    assert seen.headers["Content-Type"] == "image/jpeg"
    assert b"Exif" not in seen.content
    assert "sandbox" in seen.headers["Content-Security-Policy"]
    assert len(list((tmp_path / "map_photos").iterdir())) == 1


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"photo": SimpleUploadedFile("x.jpg", b"geen foto", "image/jpeg")}, "geen foto"),
        ({"0-kind": "dark_route", "0-street": "Onbekendstraat"}, "niet in onze lijst"),
        ({"0-kind": "dark_route", "0-street": "Lindelaan", "0-note": "Mevrouw Bakker"}, "een naam"),
        ({}, "nog niets op uw kaart"),
    ],
)
@pytest.mark.usefixtures("linden")
def test_what_is_wrong_with_a_paper_sheet_is_said_and_nothing_is_lost(client, one, told, words):
    fine = {"1-kind": "crossing", "1-street": "Lindelaan", "1-note": "Druk"} if told else {}
    answer = client.post(url(one, "papier/"), _paper() | fine | told)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert not fine or "Druk" in page
    assert not MapSheet.objects.exists()


def test_more_rows_keep_what_was_typed(client, one):
    page = client.post(
        url(one, "papier/"), _paper(go="add", **{"0-note": "Bewaar mij"})
    ).content.decode()
    assert "Bewaar mij" in page
    assert "4-street" in page


@pytest.mark.parametrize("corners", ["onzin", "[1]", "[[1,2],[3]]", "[[1,2],[3,4],[5,6],[7,NaN]]"])
@pytest.mark.usefixtures("linden")
def test_corners_that_are_none_are_left_out(client, one, corners, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload = SimpleUploadedFile("blad.jpg", photo(), "image/jpeg")
    told = {"0-kind": "crossing", "0-street": "Lindelaan", "photo": upload, "corners": corners}
    assert client.post(url(one, "papier/"), _paper() | told).status_code == 302
    assert SheetPhoto.objects.get().corners == []


def test_a_director_reads_and_leads_nothing(area, one):
    make_sheet(one, shape_at(area, note="Lamp stuk"))
    director = Client()
    director.force_login(make_user(one.municipality, Role.DIRECTOR))
    page = director.get(url(one)).content.decode()
    assert "1 kaart" in page
    assert "doen/sluiten" not in page
    assert director.get(url(one, "papier/")).status_code == 403
    close(one)
