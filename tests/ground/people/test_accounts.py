# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts, roles and passwords."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_municipality, make_town
from tests.factories.people import PASSWORD, actor_of, make_user
from voelspriet.ground.people.actions import (
    assign_role,
    change_details,
    change_password,
    close_account,
    create_user,
    end_role,
    reopen_account,
    reset_password,
)
from voelspriet.ground.people.models import RoleAssignment, User
from voelspriet.ground.people.queries import actor_for, people, person
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def admin(town):
    return actor_of(make_user(town.municipality, Role.ADMINISTRATOR))


def details(**more):
    values = {"email": "sam@gemeente.example", "name": "Sam de Boer", "first_name": "Sam"}
    return values | {"role": Role.AREA_ADVISER, "at": AT} | more


def test_create_user_gives_a_password_for_one_time_and_the_role(admin):
    made = create_user(**details(by=admin, rng=random.Random(1)))

    user = User.objects.get(pk=made.user_id)
    assert user.check_password(made.password)
    assert user.password_is_one_time
    assert made.password not in repr(made)
    assert person(user_id=user.pk, by=admin, on=TODAY).roles[0].role == Role.AREA_ADVISER
    lines = AuditLine.objects.order_by("id").values_list("action", flat=True)
    assert list(lines) == ["account.create", "role.assign"]


def test_create_user_lets_only_the_system_choose_a_password(admin, town):
    with pytest.raises(Refused):
        create_user(**details(by=admin, password=PASSWORD))

    by = system("setup", town.municipality.pk)
    made = create_user(**details(by=by, password=PASSWORD))
    assert made.password == PASSWORD
    assert not User.objects.get(pk=made.user_id).password_is_one_time


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"first_name": ""}, "first_name"),
        ({"email": "geen adres"}, "email"),
        ({"email": "BEZET@gemeente.example"}, "email"),
    ],
)
def test_create_user_refuses_what_is_missing_or_taken(admin, town, wrong, field):
    make_user(town.municipality, email="bezet@gemeente.example")

    with pytest.raises(Refused) as refused:
        create_user(**details(by=admin, **wrong))
    assert refused.value.field == field


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_manages_accounts(town, role):
    by = actor_of(make_user(town.municipality, role))

    with pytest.raises(Refused):
        create_user(**details(by=by))
    with pytest.raises(Refused):
        people(by=by, on=TODAY)


def test_an_administrator_elsewhere_finds_nobody(admin):
    elsewhere = make_municipality(name="Duinoord", area_code="GM9998")
    stranger = make_user(elsewhere)

    for deed in (reset_password, reopen_account, close_account):
        with pytest.raises(OutOfScope):
            deed(user_id=stranger.pk, by=admin, at=AT)
    with pytest.raises(OutOfScope):
        person(user_id=stranger.pk, by=admin, on=TODAY)
    with pytest.raises(OutOfScope):
        create_user(**details(by=admin, municipality_id=elsewhere.pk))
    assert stranger.name not in [row.name for row in people(by=admin, on=TODAY).items]


def test_assign_role_refuses_what_somebody_holds(admin, town):
    user = make_user(town.municipality)

    with pytest.raises(Refused) as refused:
        assign_role(user_id=user.pk, role=Role.AREA_ADVISER, by=admin, at=AT)
    assert refused.value.field == "role"


def test_assign_role_refuses_ones_own_account(admin):
    with pytest.raises(Refused):
        assign_role(user_id=admin.user_id, role=Role.AREA_ADVISER, by=admin, at=AT)


def test_role_once_holds_in_the_database(town):
    user = make_user(town.municipality)

    with (
        arranging(),
        pytest.raises(IntegrityError, match=r"role_once|UNIQUE"),
        transaction.atomic(),
    ):
        RoleAssignment.objects.create(
            user=user, municipality=town.municipality, role=Role.AREA_ADVISER, starts_on=TODAY
        )


def test_a_role_counts_from_its_first_day(admin, town):
    user = make_user(town.municipality)
    assign_role(
        user_id=user.pk, role=Role.DIRECTOR, by=admin, at=AT, starts_on=TODAY + timedelta(days=1)
    )

    assert Role.DIRECTOR not in actor_for(user_id=user.pk, on=TODAY).roles
    assert Role.DIRECTOR in actor_for(user_id=user.pk, on=TODAY + timedelta(days=1)).roles


def test_end_role_ends_at_once_and_keeps_history(admin, town):
    user = make_user(town.municipality, Role.HANDLER)

    end_role(user_id=user.pk, role=Role.HANDLER, by=admin, at=AT)
    assert actor_for(user_id=user.pk, on=TODAY) is None
    assert RoleAssignment.objects.get(user=user).ends_on == TODAY - timedelta(days=1)


def test_end_role_takes_back_what_began_today(admin, town):
    user = make_user(town.municipality)
    assign_role(user_id=user.pk, role=Role.DIRECTOR, by=admin, at=AT)

    end_role(user_id=user.pk, role=Role.DIRECTOR, by=admin, at=AT)
    assert actor_for(user_id=user.pk, on=TODAY).roles == {Role.AREA_ADVISER}


def test_end_role_refuses_an_adviser_with_an_area(admin, town):
    user = make_user(town.municipality, area=town.area)

    with pytest.raises(Refused):
        end_role(user_id=user.pk, role=Role.AREA_ADVISER, by=admin, at=AT)
    with pytest.raises(Refused):
        close_account(user_id=user.pk, by=admin, at=AT)


def test_end_role_of_somebody_without_it_is_out_of_scope(admin, town):
    user = make_user(town.municipality)

    with pytest.raises(OutOfScope):
        end_role(user_id=user.pk, role=Role.DIRECTOR, by=admin, at=AT)


def test_the_last_administrator_stays(admin, town):
    by = system("setup", town.municipality.pk)

    with pytest.raises(Refused):
        end_role(user_id=admin.user_id, role=Role.ADMINISTRATOR, by=by, at=AT)
    with pytest.raises(Refused):
        close_account(user_id=admin.user_id, by=by, at=AT)

    make_user(town.municipality, Role.ADMINISTRATOR)
    end_role(user_id=admin.user_id, role=Role.ADMINISTRATOR, by=by, at=AT)
    assert actor_for(user_id=admin.user_id, on=TODAY) is None


def test_close_account_shuts_out_and_reopen_gives_a_new_password(admin, town):
    user = make_user(town.municipality, Role.HANDLER)

    close_account(user_id=user.pk, by=admin, at=AT)
    assert actor_for(user_id=user.pk, on=TODAY) is None
    with pytest.raises(Refused):
        reset_password(user_id=user.pk, by=admin, at=AT)
    with pytest.raises(Refused):
        assign_role(user_id=user.pk, role=Role.DIRECTOR, by=admin, at=AT)

    password = reopen_account(user_id=user.pk, by=admin, at=AT)
    user.refresh_from_db()
    assert user.check_password(password)
    assert user.password_is_one_time
    with pytest.raises(Refused):
        reopen_account(user_id=user.pk, by=admin, at=AT)


def test_close_account_refuses_ones_own(admin, town):
    make_user(town.municipality, Role.ADMINISTRATOR)

    with pytest.raises(Refused):
        close_account(user_id=admin.user_id, by=admin, at=AT)


def test_change_details_stores_them(admin, town):
    user = make_user(town.municipality)

    change_details(
        user_id=user.pk,
        name="Sam de Boer",
        first_name="Sam",
        function="Wijkregisseur",
        phone="0123-456789",
        by=admin,
        at=AT,
    )
    row = person(user_id=user.pk, by=admin, on=TODAY)
    assert (row.name, row.function, row.phone) == ("Sam de Boer", "Wijkregisseur", "0123-456789")


def test_change_password_takes_a_good_new_one(town):
    user = make_user(town.municipality, password_is_one_time=True)
    by = actor_of(user)

    change_password(old=PASSWORD, new="vier losse woorden samen", by=by, at=AT)
    user.refresh_from_db()
    assert user.check_password("vier losse woorden samen")
    assert not user.password_is_one_time


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("fout", "vier losse woorden samen", "old"),
        (PASSWORD, PASSWORD, "new"),
        (PASSWORD, "kort", "new"),
        (PASSWORD, "password1234", "new"),
    ],
)
def test_change_password_refuses(town, old, new, field):
    by = actor_of(make_user(town.municipality))

    with pytest.raises(Refused) as refused:
        change_password(old=old, new=new, by=by, at=AT)
    assert refused.value.field == field


def test_people_pages_by_name_and_finds_by_part_of_it(admin, town, monkeypatch):
    monkeypatch.setattr("voelspriet.ground.people.queries.accounts.PAGE_SIZE", 2)
    for first_name in ("Anna", "Bo", "Cas"):
        make_user(town.municipality, name=first_name)

    page = people(by=admin, on=TODAY)
    assert [row.name for row in page.items] == ["Anna", "Bo"]
    page = people(by=admin, on=TODAY, cursor=page.next_cursor)
    assert page.items[0].name == "Cas"
    assert page.next_cursor == ""
    assert [row.name for row in people(by=admin, on=TODAY, name="nn").items] == ["Anna"]


@pytest.mark.parametrize("number", [1, 3])
def test_people_asks_the_database_three_times(admin, town, number, django_assert_num_queries):
    for _ in range(number):
        make_user(town.municipality, area=None)

    with django_assert_num_queries(3):
        people(by=admin, on=TODAY)


def test_actor_for_keeps_municipalities_apart(town):
    user = make_user(town.municipality)
    elsewhere = make_municipality(name="Duinoord", area_code="GM9998")
    assign_role(user_id=user.pk, role=Role.DIRECTOR, by=system("setup", elsewhere.pk), at=AT)

    here = actor_for(user_id=user.pk, on=TODAY, municipality_id=town.municipality.pk)
    there = actor_for(user_id=user.pk, on=TODAY, municipality_id=elsewhere.pk)
    assert here.roles == {Role.AREA_ADVISER}
    assert there.roles == {Role.DIRECTOR}
