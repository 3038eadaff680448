# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Handing in a sheet: what is taken, what is refused and why, and once only."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_street, make_town, point_in
from tests.factories.drawings import close, jpeg, make_photo, make_round, make_sheet, told_point
from tests.factories.signals import NOON, adviser_of
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.drawings.actions import remove_map_sheet, submit_map_sheet
from voelspriet.listen.drawings.choices import SheetChannel
from voelspriet.listen.drawings.models import DrawnShape, MapSheet, SheetPhoto
from voelspriet.listen.drawings.rules.photos import photo_path
from voelspriet.listen.drawings.told import MOST_SHAPES, PhotoTold, ShapeTold

pytestmark = pytest.mark.django_db
OUTSIDE = {"type": "Point", "coordinates": [4.9, 52.37]}
TOKEN = "geheim"


def hand_in(one, *shapes, token=TOKEN, channel=SheetChannel.PHONE, by=None, at=NOON, **more):
    return submit_map_sheet(
        round_reference=one.reference,
        shapes=shapes,
        channel=channel,
        token=token,
        by=by or resident(one.municipality_id),
        at=at,
        **more,
    )


def test_a_sheet_is_kept_without_anybody_behind_it(area, one):
    line = {"type": "LineString", "coordinates": [list(point_in(area)),
                                                  list(point_in(area, east=0.9))]}  # fmt: skip
    receipt = hand_in(
        one,
        told_point(area, note="Hier is altijd iemand"),
        ShapeTold(kind="avoided_route", geometry=line, why="Te donker", instead="Met de bus",
                  time="evening"),
        language="tr",
    )  # fmt: skip
    assert (receipt.shapes, receipt.is_repeat) == (2, False)
    sheet = MapSheet.objects.get(reference=receipt.reference)
    assert (sheet.channel, sheet.language, sheet.entered_by_id) == ("phone", "tr", None)
    assert sheet.handed_in_on == NOON.date()
    assert "geheim" not in sheet.submission
    safe, avoided = sheet.shapes.order_by("id")
    assert safe.note == "Hier is altijd iemand"
    assert len(safe.cells) == 1
    assert (avoided.why, avoided.instead, avoided.time) == ("Te donker", "Met de bus", "evening")
    assert len(avoided.cells) >= 2
    audit = AuditLine.objects.get(action="map_sheet.submit")
    assert audit.actor_id is None
    assert audit.detail == {"round": one.reference, "channel": "phone", "shapes": 2}
    with_table = DrawnShape.objects.raw("SELECT id, geometry AS stored FROM drawings_drawnshape")
    assert all("coordinates" not in row.stored for row in with_table)


def test_the_same_form_twice_is_one_sheet(area, one):
    first = hand_in(one, told_point(area))
    again = hand_in(one, told_point(area), told_point(area))
    assert (again.reference, again.shapes, again.is_repeat) == (first.reference, 1, True)
    close(one)
    assert hand_in(one, told_point(area)).reference == first.reference
    assert MapSheet.objects.count() == 1


def test_streets_may_be_chosen_instead_of_drawn(area, one):
    street = make_street(area, name="Beukenlaan")
    hand_in(one, ShapeTold(kind="dark_route", streets=("beukenlaan",), note="Donker"))
    shape = DrawnShape.objects.get()
    assert (shape.origin, shape.street) == ("chosen", street)
    assert '"LineString"' in shape.geometry
    make_street(area, name="Eikenlaan")
    hand_in(one, ShapeTold(kind="trouble_area", streets=("Beukenlaan", "Eikenlaan")), token="b")
    both = DrawnShape.objects.latest("id")
    assert both.street is None
    assert '"MultiLineString"' in both.geometry


@pytest.mark.parametrize(
    ("told", "field", "words"),
    [
        ({"kind": "haunted"}, "kind-0", "Kies wat"),
        ({"geometry": OUTSIDE}, "shape-0", "buiten de gemeente"),
        ({"geometry": None}, "shape-0", "niet lezen"),
        ({"geometry": {"type": "Point", "coordinates": ["a", 2]}}, "shape-0", "niet lezen"),
        ({"geometry": {"type": "LineString", "coordinates": [[5.3, 52], [5.3, 52.1]]}},
         "shape-0", "niet lezen"),
        ({"streets": ("Nergensstraat",)}, "street-0", "niet in onze lijst"),
        ({"note": "Mevrouw Jansen woont hier"}, "note-0", "naam"),
        ({"note": "Bel 06 12345678"}, "note-0", "telefoonnummer"),
        ({"why": "De auto met kenteken 12-ABC-3"}, "why-0", "kenteken"),
        ({"instead": "x" * 201}, "instead-0", "te lang"),
        ({"time": "never"}, "time-0", "wanneer"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_with_its_place(area, one, told, field, words):
    wrong = ShapeTold(**{"kind": "safe_place", "geometry": told_point(area).geometry} | told)
    with pytest.raises(Refused, match=words) as refused:
        hand_in(one, wrong)
    assert refused.value.field == field
    assert not MapSheet.objects.exists()


def test_the_number_of_the_shape_is_told(area, one):
    with pytest.raises(Refused) as refused:
        hand_in(one, told_point(area), told_point(area, note="Meneer Bakker"))
    assert refused.value.field == "note-1"


def test_nothing_and_too_much_are_refused(area, one):
    with pytest.raises(Refused, match="nog niets"):
        hand_in(one)
    with pytest.raises(Refused, match="ten hoogste 40"):
        hand_in(one, *[told_point(area)] * (MOST_SHAPES + 1))


def test_a_kind_that_is_not_on_offer_is_refused(area):
    one = make_round(area, kinds=["crossing"])
    with pytest.raises(Refused) as refused:
        hand_in(one, told_point(area))
    assert refused.value.field == "kind-0"


def test_a_round_that_is_not_open_takes_no_sheet_of_a_phone(area, adviser):
    closed = close(make_round(area))
    with pytest.raises(Refused, match="dicht"):
        hand_in(closed, told_point(area), at=NOON + timedelta(hours=1))
    later = make_round(area, opens_at=NOON + timedelta(days=1))
    with pytest.raises(Refused, match="nog niet"):
        hand_in(later, told_point(area))
    # paper may still come in
    receipt = hand_in(
        closed, told_point(area), channel=SheetChannel.PAPER, by=adviser, token="p",
        at=NOON + timedelta(hours=1),
    )  # fmt: skip
    assert MapSheet.objects.get(reference=receipt.reference).entered_by_id == adviser.user_id


def test_paper_is_entered_by_who_leads_the_round(town, area, one):
    with pytest.raises(OutOfScope):
        hand_in(one, told_point(area), channel=SheetChannel.PAPER,
                by=adviser_of(town.neighbourhoods[1]))  # fmt: skip
    other = make_town(name="Elders", area_code="GM9998", row=4)
    with pytest.raises(OutOfScope):
        hand_in(one, told_point(area), by=resident(other.municipality.pk))


def test_the_photo_of_a_paper_sheet_is_kept_encrypted_for_two_months(
    area, one, adviser, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    corners = ((5.1, 52.1), (5.2, 52.1), (5.2, 52.0), (5.1, 52.0))
    hand_in(
        one, told_point(area), channel=SheetChannel.PAPER, by=adviser,
        photo=PhotoTold(jpeg(), corners),
    )  # fmt: skip
    photo = SheetPhoto.objects.get()
    assert photo.kept_until == NOON.date() + timedelta(days=60)
    assert photo.corners == [list(corner) for corner in corners]
    stored = photo_path(photo.file_name).read_bytes()
    assert b"JFIF" not in stored
    assert settings.KEYRING.decrypt(stored) == jpeg()
    with pytest.raises(ValueError, match="metadata"):
        hand_in(one, told_point(area), channel=SheetChannel.PAPER, by=adviser, token="b",
                photo=PhotoTold(b"no photo"))  # fmt: skip


@pytest.fixture
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.usefixtures("own_files")
def test_a_sheet_is_taken_away_with_all_that_was_on_it(
    town, area, one, adviser, django_capture_on_commit_callbacks
):
    sheet = make_sheet(one, channel="paper")
    photo = make_photo(sheet)
    elsewhere = make_sheet(make_round(area))
    for reference in ("B-0000-NONE", elsewhere.reference):
        with pytest.raises(Refused):
            remove_map_sheet(
                round_reference=one.reference, reference=reference, by=adviser, at=NOON
            )
    with pytest.raises(OutOfScope):
        remove_map_sheet(
            round_reference=one.reference, reference=sheet.reference,
            by=adviser_of(town.neighbourhoods[1]), at=NOON,
        )  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        remove_map_sheet(
            round_reference=one.reference, reference=sheet.reference, by=adviser, at=NOON
        )
    assert list(MapSheet.objects.all()) == [elsewhere]
    assert not photo_path(photo.file_name).exists()


def test_a_street_of_another_neighbourhood_is_found_in_the_town(town, one):
    with arranging():
        far = make_street(town.neighbourhoods[1], name="Verweg")
    hand_in(one, ShapeTold(kind="dark_route", streets=("Verweg",)))
    assert DrawnShape.objects.get().street == far
