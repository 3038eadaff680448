# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague leaves: every place gets a name, nothing is ownerless, and the account ends."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import (
    actor_of,
    make_duo,
    make_duty,
    make_member,
    make_organisation,
    make_user,
)
from voelspriet.ground.network.models import Membership
from voelspriet.ground.people.actions import (
    cancel_leaving,
    carry_out_leaving,
    carry_out_leavings,
    close_account,
    plan_leaving,
)
from voelspriet.ground.people.actions.faces import sweep_faces
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.models import AreaDuty, Leaving, Succession, User
from voelspriet.ground.people.queries import (
    actor_for,
    duo_of,
    leaving_page,
    ownerless,
    successions_of_area,
    taken_over,
    taken_over_page,
)
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def admin(town):
    return actor_of(make_user(town.municipality, Role.ADMINISTRATOR))


@pytest.fixture
def duo(town, area):
    return make_duo(town.municipality, area)


@pytest.fixture
def successor(town):
    return make_user(town.municipality, first_name="Sam")


def _duty(user):
    return AreaDuty.objects.get(user=user, ends_on=None)


def _leave(user, admin, chosen=None, on=TODAY, at=AT):
    return plan_leaving(user_id=user.pk, leaves_on=on, successors=chosen or {}, by=admin, at=at)


def test_leaving_today_gives_the_place_to_the_successor_and_ends_the_account(
    town, area, admin, duo, successor
):
    leaver = duo[0]
    session = leaver.get_session_auth_hash()

    _leave(leaver, admin, {_duty(leaver).pk: successor.pk})

    assert [face.user_id for face in duo_of(area_id=area.pk, on=TODAY)] == [
        successor.pk,
        duo[1].pk,
    ]
    assert actor_for(user_id=leaver.pk, on=TODAY) is None
    leaver.refresh_from_db()
    assert not leaver.is_active
    assert leaver.get_session_auth_hash() != session  # whatever session was open has ended
    assert ownerless(municipality_id=town.municipality.pk, on=TODAY) == ()
    (row,) = successions_of_area(area_id=area.pk)
    assert (row.old_name, row.new_name, row.is_gap) == ("Noor", "Sam", False)
    assert [one.area_name for one in taken_over(by=actor_of(successor, TODAY))] == [area.name]


def test_the_second_becomes_first_when_nobody_new_comes(area, admin, duo):
    _leave(duo[0], admin)

    (face,) = duo_of(area_id=area.pk, on=TODAY)
    assert (face.user_id, face.kind) == (duo[1].pk, DutyKind.FIRST)
    assert successions_of_area(area_id=area.pk)[0].is_gap


def test_the_first_stays_when_the_second_leaves_and_the_gap_is_said(area, admin, duo):
    _leave(duo[1], admin)

    assert [face.user_id for face in duo_of(area_id=area.pk, on=TODAY)] == [duo[0].pk]
    (row,) = successions_of_area(area_id=area.pk)
    assert (row.new_name, row.is_gap) == ("Noor", True)


def test_the_duo_above_has_it_when_nobody_is_left(town, area, admin):
    above = make_user(town.municipality, first_name="Wil", area=town.area)
    alone = make_user(town.municipality, area=area)

    _leave(alone, admin)

    assert duo_of(area_id=area.pk, on=TODAY)[0].user_id == above.pk
    assert successions_of_area(area_id=area.pk)[0].new_name == "Wil"


def test_leaving_is_refused_when_an_area_would_have_nobody(town, area, admin):
    alone = make_user(town.municipality, area=area)

    with pytest.raises(Refused) as refused:
        _leave(alone, admin)

    assert "eerste adviseur" in refused.value.reason
    assert User.objects.get(pk=alone.pk).is_active
    assert not Leaving.objects.exists()


def test_somebody_with_a_place_in_many_areas_gives_each_its_own_successor(town, admin, successor):
    leaver = make_user(town.municipality, area=town.area)
    make_duty(leaver, town.neighbourhoods[0])
    other = make_user(town.municipality, first_name="Kim")
    duties = {duty.area_id: duty.pk for duty in AreaDuty.objects.filter(user=leaver)}

    _leave(
        leaver,
        admin,
        {duties[town.area.pk]: successor.pk, duties[town.neighbourhoods[0].pk]: other.pk},
    )

    assert duo_of(area_id=town.neighbourhoods[1].pk, on=TODAY)[0].user_id == successor.pk
    assert duo_of(area_id=town.neighbourhoods[0].pk, on=TODAY)[0].user_id == other.pk
    assert successions_of_area(area_id=town.neighbourhoods[0].pk)[0].new_name == "Kim"


def test_a_planned_leaving_passes_on_at_its_day_and_only_once(area, admin, duo, successor):
    later = TODAY + timedelta(days=10)
    _leave(duo[0], admin, {_duty(duo[0]).pk: successor.pk}, on=later)
    assert leaving_page(user_id=duo[0].pk, by=admin, on=TODAY).leaves_on == later
    assert carry_out_leavings(at=AT) == 0
    assert duo_of(area_id=area.pk, on=TODAY)[0].user_id == duo[0].pk

    at_day = AT + timedelta(days=10)
    assert carry_out_leavings(at=at_day) == 1
    lines = AuditLine.objects.count()
    assert carry_out_leavings(at=at_day + timedelta(hours=1)) == 0

    leaving = Leaving.objects.get()
    assert not carry_out_leaving(leaving_id=leaving.pk, by=admin, at=at_day)
    assert AuditLine.objects.count() == lines
    assert duo_of(area_id=area.pk, on=later)[0].user_id == successor.pk
    assert Succession.objects.count() == 1


def test_a_plan_that_fails_at_its_day_stands_among_what_is_ownerless(town, admin, duo, successor):
    later = TODAY + timedelta(days=3)
    _leave(duo[0], admin, {_duty(duo[0]).pk: successor.pk}, on=later)
    with arranging():
        successor.assignments.all().delete()

    assert carry_out_leavings(at=AT + timedelta(days=4)) == 0

    found = ownerless(municipality_id=town.municipality.pk, on=later + timedelta(days=1))
    assert [one.kind for one in found] == ["succession"]


def test_a_plan_can_be_changed_and_withdrawn(admin, duo, successor):
    later = TODAY + timedelta(days=10)
    _leave(duo[0], admin, on=later)
    _leave(duo[0], admin, {_duty(duo[0]).pk: successor.pk}, on=later)
    assert Leaving.objects.count() == 1

    cancel_leaving(user_id=duo[0].pk, by=admin, at=AT)

    assert not Leaving.objects.exists()
    with pytest.raises(Refused):
        cancel_leaving(user_id=duo[0].pk, by=admin, at=AT)


def test_plan_leaving_refuses_what_cannot_be(town, admin, duo):
    handler = make_user(town.municipality, Role.HANDLER)
    with pytest.raises(Refused) as refused:
        _leave(duo[0], admin, {_duty(duo[0]).pk: handler.pk})
    assert refused.value.field == f"duty_{_duty(duo[0]).pk}"
    with pytest.raises(Refused):
        _leave(duo[0], admin, on=TODAY - timedelta(days=1))
    with pytest.raises(Refused):
        plan_leaving(user_id=admin.user_id, leaves_on=TODAY, successors={}, by=admin, at=AT)
    with pytest.raises(Refused):
        _leave(duo[0], actor_of(duo[1]))
    stranger = make_user(make_town(name="Elders", area_code="GM9998", row=4).municipality)
    with pytest.raises(OutOfScope):
        _leave(stranger, admin)


def test_memberships_end_with_the_account_also_when_it_is_just_closed(town, admin):
    organisation = make_organisation(town.municipality)
    leaver, closed = (
        make_user(town.municipality, Role.HANDLER, organisation=organisation) for _ in range(2)
    )
    _leave(leaver, admin)
    close_account(user_id=closed.pk, by=admin, at=AT)

    assert not Membership.objects.exists()


def test_the_page_counts_all_that_hangs_on_somebody(town, admin, duo):
    make_member(duo[0], make_organisation(town.municipality))

    page = leaving_page(user_id=duo[0].pk, by=admin, on=TODAY)

    assert [place.others for place in page.places] == [(f"{duo[1].name} (Tweede adviseur)",)]
    assert {row.kind: row.number for row in page.own} == {"roles": 1, "memberships": 1, "alone": 1}


def test_what_was_taken_over_is_shown_to_who_took_it(admin, area, duo, successor):
    _leave(duo[0], admin, {_duty(duo[0]).pk: successor.pk})

    (one,) = taken_over_page(by=actor_of(successor, TODAY))
    assert one.succession.area_name == area.name
    assert taken_over_page(by=actor_of(duo[1], TODAY)) == ()


def test_the_database_keeps_a_name_on_every_place(town, area, duo):
    with arranging():
        leaving = Leaving.objects.create(
            user=duo[0], municipality=town.municipality, leaves_on=TODAY, planned_at=AT
        )
        values = {"area": area, "kind": "first", "old_name": "Noor", "starts_on": TODAY}
        for name, make in {
            "succession_passed_has_a_name": lambda: Succession.objects.create(
                leaving=leaving, passed_at=AT, **values
            ),
            "leaving_one_at_a_time": lambda: Leaving.objects.create(
                user=duo[0], municipality=town.municipality, leaves_on=TODAY, planned_at=AT
            ),
        }.items():
            with pytest.raises(IntegrityError), transaction.atomic():
                make()
            assert name
        Succession.objects.create(leaving=leaving, **values)
        with pytest.raises(IntegrityError), transaction.atomic():
            Succession.objects.create(leaving=leaving, **values)  # succession_once_per_place


def test_the_photo_of_who_leaves_is_destroyed_once_that_is_certain(
    duo, admin, tmp_path, settings, django_capture_on_commit_callbacks
):
    settings.MEDIA_ROOT = tmp_path
    photo, lost, fresh = (tmp_path / "faces" / name for name in ("a.jpg", "b.jpg", "c.jpg"))
    photo.parent.mkdir()
    for file in (photo, lost, fresh):
        file.write_bytes(b"x")
    with arranging():
        User.objects.filter(pk=duo[0].pk).update(photo=photo.name, is_public_face=True)

    with django_capture_on_commit_callbacks() as certain:
        _leave(duo[0], admin)
    assert User.objects.get(pk=duo[0].pk).photo == ""
    assert photo.exists()  # were it rolled back, the photo would still be there
    for done in certain:
        done()
    assert not photo.exists()

    # a crash between certain and destroyed leaves a file no account names
    yesterday = (AT - timedelta(days=1)).timestamp()
    os.utime(lost, (yesterday, yesterday))
    assert sweep_faces(before=AT - timedelta(hours=1)) == 1
    assert not lost.exists()
    assert fresh.exists()
