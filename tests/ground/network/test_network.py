# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations, their members and the faces people can turn to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.areas import make_municipality, make_town
from tests.factories.people import actor_of, make_face, make_member, make_organisation, make_user
from voelspriet.ground.network.actions import (
    add_face,
    add_member,
    change_organisation,
    close_organisation,
    create_organisation,
    remove_face,
    remove_member,
    reopen_organisation,
)
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.network.queries import faces, organisation, organisations
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def admin(town):
    return actor_of(make_user(town.municipality, Role.ADMINISTRATOR))


def face(area, **more):
    values = {"first_name": "Joke", "function": "Buurtverbinder", "agreed_on": TODAY}
    return {"area_id": area.pk, "at": AT} | values | more


def test_organisations_are_made_changed_closed_and_opened(admin):
    kind = OrganisationKind.HOUSING
    made = create_organisation(name="Woonstad", kind=kind, by=admin, at=AT)
    change_organisation(
        organisation_id=made,
        name="Woonstede",
        kind=kind,
        email="balie@woonstede.example",
        phone="0123-456789",
        by=admin,
        at=AT,
    )
    assert [row.name for row in organisations(by=admin)] == ["Woonstede"]

    close_organisation(organisation_id=made, by=admin, at=AT)
    assert organisations(by=admin) == ()
    assert [row.id for row in organisations(by=admin, closed=True)] == [made]
    with pytest.raises(Refused):
        close_organisation(organisation_id=made, by=admin, at=AT)

    reopen_organisation(organisation_id=made, by=admin, at=AT)
    with pytest.raises(Refused):
        reopen_organisation(organisation_id=made, by=admin, at=AT)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": " "}, "name"), ({"name": "woonstad"}, "name"), ({"email": "geen"}, "email")],
)
def test_create_organisation_refuses(admin, town, wrong, field):
    make_organisation(town.municipality, name="Woonstad")
    values = {"name": "Politie", "kind": OrganisationKind.POLICE} | wrong

    with pytest.raises(Refused) as refused:
        create_organisation(**values, by=admin, at=AT)
    assert refused.value.field == field


def test_organisation_once_holds_in_the_database(town):
    make_organisation(town.municipality)

    with pytest.raises(IntegrityError, match=r"organisation_once|UNIQUE"), transaction.atomic():
        make_organisation(town.municipality)


def test_membership_once_holds_in_the_database(town):
    user = make_user(town.municipality, Role.HANDLER)
    there = make_organisation(town.municipality)
    make_member(user, there)

    with pytest.raises(IntegrityError, match=r"membership_once|UNIQUE"), transaction.atomic():
        make_member(user, there)


def test_a_member_handles_matters_while_member_and_while_open(admin, town):
    user = make_user(town.municipality, Role.HANDLER)
    there = make_organisation(town.municipality)
    add_member(organisation_id=there.pk, user_id=user.pk, by=admin, at=AT)
    assert actor_of(user).organisation_ids == {there.pk}
    assert organisation(organisation_id=there.pk, by=admin).members[0].user_id == user.pk

    close_organisation(organisation_id=there.pk, by=admin, at=AT)
    assert actor_of(user).organisation_ids == frozenset()
    reopen_organisation(organisation_id=there.pk, by=admin, at=AT)

    remove_member(organisation_id=there.pk, user_id=user.pk, by=admin, at=AT)
    assert actor_of(user).organisation_ids == frozenset()
    with pytest.raises(OutOfScope):
        remove_member(organisation_id=there.pk, user_id=user.pk, by=admin, at=AT)


def test_add_member_refuses_without_the_role_and_twice(admin, town):
    there = make_organisation(town.municipality)
    adviser = make_user(town.municipality)
    handler = make_user(town.municipality, Role.HANDLER, organisation=there)

    for user in (adviser, handler):
        with pytest.raises(Refused) as refused:
            add_member(organisation_id=there.pk, user_id=user.pk, by=admin, at=AT)
        assert refused.value.field == "user"


def test_nobody_is_shown_who_did_not_agree(admin, town):
    for agreed_on in (None, TODAY + timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            add_face(**face(town.area, agreed_on=agreed_on), by=admin)
        assert refused.value.field == "agreed_on"


@pytest.mark.parametrize("field", ["first_name", "function"])
def test_add_face_refuses_what_is_missing(admin, town, field):
    with pytest.raises(Refused):
        add_face(**face(town.area, **{field: " "}), by=admin)


def test_faces_are_the_nearest_first_and_go_at_once(admin, town):
    near = add_face(**face(town.neighbourhoods[0]), by=admin)
    make_face(town.area, first_name="Wim")
    closed = make_organisation(town.municipality, is_active=False)
    make_face(town.area, first_name="Weg", organisation=closed)

    here = faces(area_id=town.neighbourhoods[0].pk, on=TODAY)
    assert [one.first_name for one in here] == ["Joke", "Wim"]
    assert [one.first_name for one in faces(area_id=town.neighbourhoods[1].pk, on=TODAY)] == ["Wim"]

    remove_face(face_id=near, by=admin, at=AT)
    here = faces(area_id=town.neighbourhoods[0].pk, on=TODAY)
    assert [one.first_name for one in here] == ["Wim"]


def test_the_network_of_another_municipality_is_out_of_scope(admin):
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)
    theirs = make_organisation(elsewhere.municipality)
    shown = make_face(elsewhere.area)

    with pytest.raises(OutOfScope):
        organisation(organisation_id=theirs.pk, by=admin)
    with pytest.raises(OutOfScope):
        close_organisation(organisation_id=theirs.pk, by=admin, at=AT)
    with pytest.raises(OutOfScope):
        add_face(**face(elsewhere.area), by=admin)
    with pytest.raises(OutOfScope):
        remove_face(face_id=shown.pk, by=admin, at=AT)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_manages_the_network(town, role):
    by = actor_of(make_user(town.municipality, role))
    there = make_organisation(town.municipality)

    with pytest.raises(Refused):
        create_organisation(name="Politie", kind=OrganisationKind.POLICE, by=by, at=AT)
    with pytest.raises(Refused):
        organisation(organisation_id=there.pk, by=by)
    with pytest.raises(Refused):
        add_face(**face(town.area), by=by)


@pytest.mark.parametrize("number", [1, 3])
def test_organisations_asks_the_database_once(admin, town, number, django_assert_num_queries):
    for count in range(number):
        make_organisation(town.municipality, name=f"Afdeling {count}")

    with django_assert_num_queries(1):
        organisations(by=admin)


def test_organisations_shows_those_of_ones_own_municipality(admin):
    make_organisation(make_municipality(name="Duinoord", area_code="GM9998"))

    assert organisations(by=admin) == ()
