# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Duos: always exactly one for an area, handed over warmly."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_duty, make_user
from voelspriet.ground.people.actions import end_duty, set_duty
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.models import AreaDuty
from voelspriet.ground.people.queries import actor_for, areas_without_duo, duo_area, duo_of
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = date(2026, 3, 2)
LATER = AT + timedelta(days=30)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def admin(town):
    return actor_of(make_user(town.municipality, Role.ADMINISTRATOR))


@pytest.fixture
def adviser(town):
    return make_user(town.municipality, first_name="Sam")


def test_duo_of_is_the_nearest_upwards(town):
    first, second = make_duo(town.municipality, town.area)
    own, _ = make_duo(town.municipality, town.neighbourhoods[0])

    assert duo_of(area_id=town.neighbourhoods[0].pk, on=TODAY)[0].user_id == own.pk
    names = [face.user_id for face in duo_of(area_id=town.neighbourhoods[1].pk, on=TODAY)]
    assert names == [first.pk, second.pk]
    assert duo_area(area_id=town.neighbourhoods[1].pk, on=TODAY) == town.area.pk


def test_a_neighbourhood_with_its_own_duo_belongs_to_no_other(town):
    wide = make_user(town.municipality, area=town.area)
    own = make_user(town.municipality, area=town.neighbourhoods[0])

    wide_areas = actor_of(wide).area_ids
    assert town.neighbourhoods[0].pk not in wide_areas
    assert {town.area.pk, town.districts[0].pk, town.neighbourhoods[1].pk} == wide_areas
    assert actor_of(own).area_ids == {town.neighbourhoods[0].pk}


def test_areas_without_duo_names_them(town):
    assert len(areas_without_duo(municipality_id=town.municipality.pk, on=TODAY)) == 4

    make_user(town.municipality, area=town.neighbourhoods[0])
    bare = areas_without_duo(municipality_id=town.municipality.pk, on=TODAY)
    assert town.neighbourhoods[0].name not in bare
    assert town.neighbourhoods[1].name in bare

    make_user(town.municipality, area=town.area)
    assert areas_without_duo(municipality_id=town.municipality.pk, on=TODAY) == ()


def test_set_duty_gives_scope_from_its_first_day(admin, adviser, town):
    set_duty(
        user_id=adviser.pk,
        area_id=town.area.pk,
        kind=DutyKind.FIRST,
        by=admin,
        at=AT,
        starts_on=TODAY + timedelta(days=7),
    )

    assert actor_of(adviser).area_ids == frozenset()
    assert town.area.pk in actor_for(user_id=adviser.pk, on=TODAY + timedelta(days=7)).area_ids


def test_set_duty_refuses_a_taken_place(admin, adviser, town):
    make_user(town.municipality, area=town.area)

    with pytest.raises(Refused) as refused:
        set_duty(user_id=adviser.pk, area_id=town.area.pk, kind=DutyKind.FIRST, by=admin, at=AT)
    assert refused.value.field == "kind"


def test_set_duty_refuses_two_places_in_one_duo(admin, adviser, town):
    make_duty(adviser, town.area)

    with pytest.raises(Refused) as refused:
        set_duty(user_id=adviser.pk, area_id=town.area.pk, kind=DutyKind.SECOND, by=admin, at=AT)
    assert refused.value.field == "user"


@pytest.mark.parametrize("kind", [DutyKind.SECOND, DutyKind.STAND_IN])
def test_set_duty_refuses_anyone_before_a_first_adviser(admin, adviser, town, kind):
    with pytest.raises(Refused) as refused:
        set_duty(user_id=adviser.pk, area_id=town.area.pk, kind=kind, by=admin, at=AT)
    assert refused.value.field == "kind"


def test_set_duty_refuses_somebody_without_the_role(admin, town):
    handler = make_user(town.municipality, Role.HANDLER)

    with pytest.raises(Refused) as refused:
        set_duty(user_id=handler.pk, area_id=town.area.pk, kind=DutyKind.FIRST, by=admin, at=AT)
    assert refused.value.field == "user"


def test_set_duty_refuses_a_day_gone_by(admin, adviser, town):
    with pytest.raises(Refused) as refused:
        set_duty(
            user_id=adviser.pk,
            area_id=town.area.pk,
            kind=DutyKind.FIRST,
            by=admin,
            at=AT,
            starts_on=TODAY - timedelta(days=1),
        )
    assert refused.value.field == "starts_on"


def test_set_duty_refuses_oneself_and_others_than_an_administrator(adviser, town):
    both = make_user(town.municipality, [Role.ADMINISTRATOR, Role.AREA_ADVISER])

    for by in (actor_of(both), actor_of(adviser)):
        with pytest.raises(Refused):
            set_duty(user_id=both.pk, area_id=town.area.pk, kind=DutyKind.FIRST, by=by, at=AT)


def test_set_duty_in_another_municipality_is_out_of_scope(admin, adviser):
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)

    with pytest.raises(OutOfScope):
        set_duty(
            user_id=adviser.pk, area_id=elsewhere.area.pk, kind=DutyKind.FIRST, by=admin, at=AT
        )
    theirs = make_duty(make_user(elsewhere.municipality), elsewhere.area)
    with pytest.raises(OutOfScope):
        end_duty(duty_id=theirs.pk, by=admin, at=AT)


def test_end_duty_refuses_to_leave_an_area_alone(admin, town):
    user = make_user(town.municipality)
    duty = make_duty(user, town.area)

    with pytest.raises(Refused) as refused:
        end_duty(duty_id=duty.pk, by=admin, at=AT)
    assert refused.value.field == "successor"
    assert duo_of(area_id=town.area.pk, on=TODAY)[0].user_id == user.pk


def test_end_duty_lets_the_duo_above_take_over(admin, town):
    make_duo(town.municipality, town.area)
    duty = make_duty(make_user(town.municipality), town.neighbourhoods[0])

    end_duty(duty_id=duty.pk, by=admin, at=AT)
    assert duo_area(area_id=town.neighbourhoods[0].pk, on=TODAY) == town.area.pk


def test_end_duty_refuses_a_first_adviser_while_others_of_the_duo_stay(admin, town):
    make_duo(town.municipality, town.area)
    first, _second = make_duo(town.municipality, town.neighbourhoods[0])
    duty = AreaDuty.objects.get(user=first)

    with pytest.raises(Refused) as refused:
        end_duty(duty_id=duty.pk, by=admin, at=AT)
    assert refused.value.field == "successor"


def test_end_duty_hands_over_warmly(admin, adviser, town):
    first, second = make_duo(town.municipality, town.area)
    duty = AreaDuty.objects.get(user=first)

    end_duty(duty_id=duty.pk, successor_id=adviser.pk, by=admin, at=AT)
    duo = duo_of(area_id=town.area.pk, on=TODAY)
    assert [(face.user_id, face.is_stand_in) for face in duo] == [
        (adviser.pk, False),
        (second.pk, False),
        (first.pk, True),
    ]
    after = duo_of(area_id=town.area.pk, on=TODAY + timedelta(days=15))
    assert [face.user_id for face in after] == [adviser.pk, second.pk]


def test_end_duty_can_end_the_predecessor_at_once(admin, adviser, town):
    first, _ = make_duo(town.municipality, town.area)
    duty = AreaDuty.objects.get(user=first)

    end_duty(duty_id=duty.pk, successor_id=adviser.pk, stays_until=TODAY, by=admin, at=AT)
    assert actor_of(first).area_ids == frozenset()


def test_end_duty_moves_the_second_adviser_up(admin, town):
    first, second = make_duo(town.municipality, town.area)
    duty = AreaDuty.objects.get(user=first)

    end_duty(duty_id=duty.pk, successor_id=second.pk, by=admin, at=AT)
    kinds = {face.user_id: face.kind for face in duo_of(area_id=town.area.pk, on=TODAY)}
    assert kinds == {second.pk: DutyKind.FIRST, first.pk: DutyKind.STAND_IN}


def test_end_duty_refuses_the_same_person_and_one_without_the_role(admin, town):
    first, _ = make_duo(town.municipality, town.area)
    handler = make_user(town.municipality, Role.HANDLER)
    duty = AreaDuty.objects.get(user=first)

    with pytest.raises(Refused) as refused:
        end_duty(duty_id=duty.pk, successor_id=first.pk, by=admin, at=AT)
    assert refused.value.field == "successor"
    with pytest.raises(Refused):
        end_duty(duty_id=duty.pk, successor_id=handler.pk, by=admin, at=AT)


def test_duty_one_per_place_holds_in_the_database(town):
    make_user(town.municipality, area=town.area)
    other = make_user(town.municipality)

    with pytest.raises(IntegrityError, match=r"duty_one_per_place|UNIQUE"), transaction.atomic():
        make_duty(other, town.area)


def test_duty_ends_after_start_holds_in_the_database(town):
    user = make_user(town.municipality)

    broken = pytest.raises(IntegrityError, match="duty_ends_after_start")
    with arranging(), broken, transaction.atomic():
        AreaDuty.objects.create(
            user=user,
            area=town.area,
            kind=DutyKind.STAND_IN,
            starts_on=TODAY,
            ends_on=TODAY - timedelta(days=1),
        )
