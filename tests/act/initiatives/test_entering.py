# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague enters an initiative for a resident: the same code, duo and promised day."""

from __future__ import annotations

import pytest

from tests.factories.people import actor_of, make_user
from tests.factories.signals import NOON
from voelspriet.act.initiatives.actions import enter_initiative
from voelspriet.act.initiatives.choices import InitiativeOrigin
from voelspriet.act.initiatives.models import Initiative
from voelspriet.act.initiatives.queries.codes import initiative_id_of
from voelspriet.act.initiatives.queries.initiatives import initiative_detail
from voelspriet.act.initiatives.told import InitiativeTold
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.working_days import add_working_days, dutch_day
from voelspriet.listen.intake.choices import Channel

pytestmark = pytest.mark.django_db


def enter(area, by, channel=Channel.DOOR, **told):
    values = {"submission": "aan-de-deur", "idea": "Samen koken", "area_id": area.pk} | told
    return enter_initiative(told=InitiativeTold(**values), channel=channel, by=by, at=NOON)


def test_told_at_a_door_it_has_a_code_a_duo_and_a_day(town, area, adviser):
    given = enter(area, adviser)
    made = Initiative.objects.get(reference=given.reference)
    assert initiative_id_of(code=given.code) == made.pk
    assert (made.origin, made.channel) == (InitiativeOrigin.RESIDENT, Channel.DOOR)
    assert made.responsible_area == area
    days = town.municipality.first_answer_days
    assert made.due_on == add_working_days(dutch_day(NOON), days)
    detail = initiative_detail(reference=made.reference, by=adviser, on=dutch_day(NOON))
    assert detail.channel_label == "Aan de deur"
    line = AuditLine.objects.get(action="initiative.enter")
    assert line.detail["channel"] == "door"
    assert "koken" not in str(line.detail)


def test_sent_twice_it_is_one_initiative(area, adviser):
    first, again = enter(area, adviser), enter(area, adviser)
    assert (again.code, again.is_repeat) == (first.code, True)
    assert Initiative.objects.count() == 1


def test_only_colleagues_who_hear_people_and_only_by_such_a_channel(town, area, adviser):
    executive = actor_of(make_user(town.municipality, Role.EXECUTIVE))
    for by in (executive, resident(town.municipality.pk)):
        with pytest.raises(OutOfScope):
            enter(area, by)
    with pytest.raises(Refused, match="hoe u dit hoorde"):
        enter(area, adviser, channel=Channel.WEB)
    with pytest.raises(Refused, match="wat u wilt doen"):
        enter(area, adviser, idea=" ")
    assert not Initiative.objects.exists()
