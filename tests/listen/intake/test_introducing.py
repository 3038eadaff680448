# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was told in confidence to a duo by name does not pass to somebody new by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_user
from tests.factories.replies import make_followed
from tests.factories.signals import NOON, make_signal
from voelspriet.ground.people.actions import end_duty, set_duty
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.models import AreaDuty
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.actions import add_note, answer_introduction, read_contact
from voelspriet.listen.intake.choices import Openness
from voelspriet.listen.intake.models import Introduction
from voelspriet.listen.intake.queries.introductions import introductions_of
from voelspriet.listen.intake.rules.access import directed_signals, may_direct

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)
TODAY = dutch_day(NOON)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def duo(town, area):
    return make_duo(town.municipality, area)


@pytest.fixture
def told(area, duo):  # noqa: ARG001  it is told to the duo
    return make_followed(area, openness=Openness.CONFIDENTIAL)


@pytest.fixture
def newcomer(town, duo, told):  # noqa: ARG001  comes after the report
    """Somebody who took the first adviser's place."""
    new = make_user(town.municipality, first_name="Sam")
    end_duty(
        duty_id=AreaDuty.objects.get(user=duo[0]).pk,
        successor_id=new.pk,
        by=actor_of(make_user(town.municipality, Role.ADMINISTRATOR), TODAY),
        at=NOON,
    )
    return actor_of(new, TODAY)


def test_a_newcomer_does_not_see_what_was_told_in_confidence_before(area, duo, told, newcomer):
    signal, _code = told
    open_one = make_signal(area=area, openness=Openness.OPEN)

    assert list(directed_signals(newcomer)) == [open_one]
    assert not may_direct(newcomer, signal)
    assert may_direct(newcomer, open_one)
    # who was named to the reporter still has it: the other of the duo, and who stays as stand-in
    assert signal in directed_signals(actor_of(duo[1], TODAY))
    assert signal in directed_signals(actor_of(duo[0], TODAY))
    for deed in (
        lambda: add_note(reference=signal.reference, text="Gezien", by=newcomer, at=LATER),
        lambda: read_contact(
            reference=signal.reference, reason="Bellen over de lamp", by=newcomer, at=LATER
        ),
    ):
        with pytest.raises(OutOfScope):
            deed()
    assert introductions_of(by=newcomer).waiting == 1


def test_a_yes_of_the_reporter_lets_the_newcomer_read(told, newcomer):
    signal, code = told
    answer_introduction(code=code, user_id=newcomer.user_id, granted=True, by=resident(), at=LATER)

    assert signal in directed_signals(newcomer)
    assert may_direct(newcomer, signal)
    assert introductions_of(by=newcomer).waiting == 0


def test_a_no_keeps_it_where_it_was_and_can_become_a_yes(told, newcomer):
    signal, code = told
    say = {"code": code, "user_id": newcomer.user_id, "by": resident(), "at": LATER}
    answer_introduction(granted=False, **say)
    assert signal not in directed_signals(newcomer)
    assert introductions_of(by=newcomer).refused == 1

    answer_introduction(granted=True, **say)
    assert signal in directed_signals(newcomer)


def test_who_was_not_asked_about_cannot_be_let_in(told, newcomer, duo):
    _signal, code = told
    with pytest.raises(Refused):
        answer_introduction(code=code, user_id=duo[1].pk, granted=True, by=resident(), at=LATER)
    with pytest.raises(OutOfScope):
        answer_introduction(
            code="9" * 16, user_id=newcomer.user_id, granted=True, by=resident(), at=LATER
        )


def test_what_is_told_after_is_told_to_the_newcomer_too(area, newcomer):
    later = make_signal(area=area, openness=Openness.CONFIDENTIAL, received_at=LATER)

    assert later in directed_signals(newcomer)


def test_a_new_second_adviser_is_introduced_and_a_stand_in_is_not(town, area):
    first = make_user(town.municipality, area=area)
    signal = make_signal(area=area, openness=Openness.CONFIDENTIAL)
    admin = actor_of(make_user(town.municipality, Role.ADMINISTRATOR), TODAY)
    second, stand_in = (make_user(town.municipality, first_name=name) for name in ("Bo", "Di"))
    for user, kind in ((second, DutyKind.SECOND), (stand_in, DutyKind.STAND_IN)):
        set_duty(user_id=user.pk, area_id=area.pk, kind=kind, by=admin, at=LATER)

    assert list(Introduction.objects.values_list("signal_id", "user_id")) == [
        (signal.pk, second.pk)
    ]
    assert signal in directed_signals(actor_of(stand_in, TODAY))
    assert signal in directed_signals(actor_of(first, TODAY))


def test_the_duo_above_that_takes_over_is_introduced(town, area):
    make_user(town.municipality, first_name="Wil", area=town.area)
    alone = make_user(town.municipality, area=area)
    make_signal(area=area, openness=Openness.CONFIDENTIAL)
    admin = actor_of(make_user(town.municipality, Role.ADMINISTRATOR), TODAY)

    end_duty(duty_id=AreaDuty.objects.get(user=alone).pk, by=admin, at=LATER)

    assert [one.user.first_name for one in Introduction.objects.select_related("user")] == ["Wil"]


def test_the_database_keeps_one_question_with_one_answer(told, duo):
    signal, _code = told
    with arranging():
        Introduction.objects.create(signal=signal, user=duo[1], asked_at=NOON)
        for broken in (
            {"user": duo[1]},  # introduction_once
            {"user": duo[0], "granted": True},  # introduction_answered_has_a_day
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                Introduction.objects.create(signal=signal, asked_at=NOON, **broken)
