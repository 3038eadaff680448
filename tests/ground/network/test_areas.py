# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network of an area: faces per subject and gaps, covered streets, welcome moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_street, make_town
from tests.factories.network import (
    make_cover,
    make_face_subject,
    make_key_figure,
    make_place,
    make_welcome,
)
from tests.factories.people import actor_of, make_face, make_organisation, make_user
from voelspriet.ground.areas.choices import PlaceKind
from voelspriet.ground.network.actions import (
    check_face,
    check_welcome,
    cover_streets,
    remove_welcome,
    write_welcome,
)
from voelspriet.ground.network.choices import Service
from voelspriet.ground.network.models import StreetCover, Welcome
from voelspriet.ground.network.queries.coverage import coverage, covered_by
from voelspriet.ground.network.queries.overview import area_network, stale, stale_count
from voelspriet.ground.network.queries.welcome import welcome_for, welcome_texts
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
TODAY = date(2026, 9, 1)


@pytest.fixture
def town():
    return make_town(streets=3)


@pytest.fixture
def here(town):
    return town.neighbourhoods[0]


@pytest.fixture
def adviser(town, here):
    return actor_of(make_user(town.municipality, area=here))


def test_a_subject_without_a_face_is_a_gap(town, here, adviser):
    make_face_subject(make_face(here), "street")
    make_face_subject(make_face(town.area, first_name="Wim"), "quarrel")
    make_face_subject(make_face(town.neighbourhoods[1], first_name="Daar"), "sport")

    network = area_network(area_id=here.pk, by=adviser, on=TODAY)
    assert [(one.face.first_name, one.is_own) for one in network.faces] == [
        ("Joke", True),
        ("Wim", False),
    ]
    assert network.faces[0].face.subjects == ("Straat en groen",)
    assert "Straat en groen" not in network.gaps
    assert "Ruzie of overlast" not in network.gaps
    assert "Sport en bewegen" in network.gaps


def test_the_network_shows_what_is_here_and_no_name_of_a_key_figure(town, here, adviser):
    make_key_figure(here)
    make_key_figure(town.neighbourhoods[1], role="Daar")
    make_place(town.municipality, areas=[here])
    make_place(town.municipality, name="Daar", areas=[town.neighbourhoods[1]])

    network = area_network(area_id=here.pk, by=adviser, on=TODAY)
    assert [row.role for row in network.key_figures] == ["Coördinator buurtpreventie"]
    assert [row.name for row in network.places] == ["Buurthuis De Boeg"]
    assert "Corrie" not in str(network)
    with pytest.raises(OutOfScope):
        area_network(area_id=town.neighbourhoods[1].pk, by=adviser, on=TODAY)


def test_a_face_is_checked_by_its_advisers_and_an_administrator(town, here, adviser):
    face = make_face(here, agreed_on=date(2025, 1, 1))
    admin = actor_of(make_user(town.municipality, Role.ADMINISTRATOR))
    other = actor_of(make_user(town.municipality, area=town.neighbourhoods[1]))
    assert area_network(area_id=here.pk, by=adviser, on=TODAY).faces[0].is_old

    for by in (adviser, admin):
        check_face(face_id=face.pk, subjects=["youth", "youth"], by=by, at=AT)
    (shown,) = area_network(area_id=here.pk, by=adviser, on=TODAY).faces
    assert (shown.is_old, shown.face.subjects) == (False, ("Kinderen en jongeren",))
    with pytest.raises(OutOfScope):
        check_face(face_id=face.pk, subjects=[], by=other, at=AT)
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)
    with pytest.raises(OutOfScope):
        check_face(face_id=make_face(elsewhere.area).pk, subjects=[], by=admin, at=AT)


def test_streets_are_covered_and_no_longer(town, here, adviser):
    coaches = make_organisation(town.municipality)
    streets = [street for street in town.streets if street.area_id == here.pk]
    make_street(here, name="De Kiosk", kind=PlaceKind.SPOT)
    given = {"area_id": here.pk, "organisation_id": coaches.pk}
    given |= {"service": Service.STREET_COACH, "by": adviser, "at": AT}
    assert cover_streets(**given, street_ids=[streets[0].pk, streets[1].pk]) == 2

    found = coverage(area_id=here.pk, service="street_coach", by=adviser)
    assert (found.covered, found.bare) == (2, 1)
    assert [bool(row.covers) for row in found.streets] == [True, True, False]
    assert found.streets[0].covers == ("Straatcoach, Beheer openbare ruimte",)
    assert [stroke.is_covered for stroke in found.drawing.strokes] == [True, True, False]
    assert coverage(area_id=here.pk, service="caretaker", by=adviser).covered == 0
    assert coverage(area_id=here.pk, service="", by=adviser).covered == 2

    assert cover_streets(**given, street_ids=[streets[1].pk]) == 1
    ids = covered_by(
        area_id=here.pk, organisation_id=coaches.pk, service="street_coach", by=adviser
    )
    assert ids == {streets[1].pk}


def test_a_district_counts_its_neighbourhoods_by_name(town):
    adviser = actor_of(make_user(town.municipality, area=town.districts[0]))
    make_cover(town.streets[0], make_organisation(town.municipality))

    found = coverage(area_id=town.districts[0].pk, service="", by=adviser)
    assert [(row.area_name, row.covered, row.bare) for row in found.counts] == [
        ("Waterrijk buurt 1", 1, 2),
        ("Waterrijk buurt 2", 0, 3),
    ]
    assert found.streets == ()


def test_a_closed_organisation_covers_nothing(town, here, adviser):
    make_cover(town.streets[0], make_organisation(town.municipality, is_active=False))
    assert coverage(area_id=here.pk, service="", by=adviser).covered == 0


def test_only_streets_of_the_own_area_are_covered(town, here, adviser):
    coaches = make_organisation(town.municipality)
    there = next(one for one in town.streets if one.area_id != here.pk)
    given = {"service": Service.STREET_COACH, "by": adviser, "at": AT}
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)
    theirs = make_organisation(elsewhere.municipality)

    for area_id, organisation_id, street_ids in (
        (here.pk, coaches.pk, [there.pk]),
        (there.area_id, coaches.pk, [there.pk]),
        (here.pk, theirs.pk, []),
    ):
        with pytest.raises(OutOfScope):
            cover_streets(
                area_id=area_id, organisation_id=organisation_id, street_ids=street_ids, **given
            )
    assert not StreetCover.objects.exists()


def welcome(here, adviser, **more):
    values = {"language": "nl", "moment": "Elke eerste woensdag", "place": "De Boeg"}
    write_welcome(
        area_id=here.pk, **values | {"what": "Koffie met buren"} | more, by=adviser, at=AT
    )


def nearest(town, here, language):
    return welcome_for(chain=(here.pk, town.districts[0].pk, town.area.pk), language=language)


def test_a_welcome_is_written_per_language_and_the_nearest_one_is_shown(town, here, adviser):
    make_welcome(town.area, moment="Elk kwartaal")
    assert nearest(town, here, "en").moment == "Elk kwartaal"
    with pytest.raises(Refused):
        welcome(here, adviser, language="en")

    welcome(here, adviser)
    welcome(here, adviser, language="en", moment="Every first Wednesday")
    assert nearest(town, here, "en").moment == "Every first Wednesday"
    shown = nearest(town, here, "tr")
    assert (shown.moment, shown.language) == ("Elke eerste woensdag", "nl")
    assert set(welcome_texts(area_id=here.pk, by=adviser, on=TODAY).texts) == {"nl", "en"}

    remove_welcome(area_id=here.pk, language="nl", by=adviser, at=AT)
    assert nearest(town, here, "en").moment == "Elk kwartaal"
    with pytest.raises(Refused):
        remove_welcome(area_id=here.pk, language="nl", by=adviser, at=AT)


@pytest.mark.parametrize("field", ["moment", "place", "what"])
def test_a_welcome_says_when_where_and_what(here, adviser, field):
    with pytest.raises(Refused) as refused:
        welcome(here, adviser, **{field: " "})
    assert refused.value.field == field


def test_a_welcome_elsewhere_is_not_ones_own(town, adviser):
    with pytest.raises(OutOfScope):
        welcome(town.neighbourhoods[1], adviser)


def test_the_database_holds_welcomes_and_coverage(town, here):
    make_welcome(here)
    cover = make_cover(town.streets[0], make_organisation(town.municipality))
    broken = [
        ("welcome_once_per_language", lambda: make_welcome(here)),
        ("welcome_says_when_where_what", lambda: Welcome.objects.update(place="")),
        ("street_cover_once", lambda: make_cover(town.streets[0], cover.organisation)),
    ]
    for name, write in broken:
        with (
            arranging(),
            pytest.raises(IntegrityError, match=rf"{name}|UNIQUE"),
            transaction.atomic(),
        ):
            write()


def test_a_welcome_nobody_looked_at_for_a_year_is_among_what_must_be_checked(town, here, adviser):
    make_welcome(town.neighbourhoods[1], checked_on=TODAY - timedelta(days=500))
    make_welcome(here, checked_on=TODAY - timedelta(days=400))
    make_welcome(here, "en", checked_on=TODAY - timedelta(days=400))
    before = stale_count(by=adviser, on=TODAY)
    (row,) = stale(by=adviser, on=TODAY).welcomes
    assert (row.area_id, row.language) == (here.pk, "nl")
    check_welcome(area_id=here.pk, by=adviser, at=AT)
    assert stale(by=adviser, on=TODAY).welcomes == ()
    assert stale_count(by=adviser, on=TODAY) == before - 1
    with pytest.raises(OutOfScope):
        check_welcome(area_id=town.neighbourhoods[1].pk, by=adviser, at=AT)
