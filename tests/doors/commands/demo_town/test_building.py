# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo as a whole: everything there is to do is there, and it repeats."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import translation

from tests.thorough import thorough_only
from voelspriet.act.agenda.models import Agreement, AgreementEscalation, Meeting
from voelspriet.answer.replies.models import Answer, CallBack, Delivery, Rating
from voelspriet.doors.commands.demo_town.building import Stage, build
from voelspriet.doors.commands.demo_town.staff import one_of_each
from voelspriet.ground.areas.models import Area, Municipality, Street
from voelspriet.ground.people.models import Leaving, User
from voelspriet.ground.people.queries import areas_without_duo, ownerless
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.models import Bundle, Escalation, Handover, RoutingRule, Signal

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _build(stage: Stage) -> int:
    with translation.override("nl"):
        return build(stage=stage, seed=1, at=AT, say=lambda _line: None).municipality_id


@pytest.mark.django_db
@pytest.mark.slow
def test_empty_holds_land_and_colleagues_and_no_report():
    where = _build(Stage.EMPTY)
    assert Municipality.objects.get().name == "Zilverwende"
    assert Area.objects.count() == 1 + 5 + 18
    assert Street.objects.count() > 400
    assert not areas_without_duo(municipality_id=where, on=AT.date())
    assert RoutingRule.objects.exists()
    assert not Signal.objects.exists()
    for colleague in one_of_each():
        user = User.objects.get(email=colleague.email)
        assert user.assignments.filter(role=colleague.role).exists()
    assert {colleague.role for colleague in one_of_each()} == set(Role)


@pytest.mark.django_db
@pytest.mark.slow
@thorough_only  # the browser's tests build it anew in every run
def test_fresh_holds_open_work_of_every_kind():
    _build(Stage.FRESH)
    assert 250 < Signal.objects.count() < 600
    states = set(Signal.objects.values_list("status", flat=True))
    assert {"received", "in_hand", "waiting", "answered"} <= states
    assert {"locked", "granted"} <= set(Signal.objects.values_list("permission", flat=True))
    assert {"none", "rules"} <= set(Signal.objects.values_list("person_flag", flat=True))
    mails = set(Delivery.objects.values_list("state", flat=True))
    assert {"sent", "uncertain"} <= mails
    assert "sending" not in mails
    assert Answer.objects.filter(translation_state="waiting").exists()
    assert CallBack.objects.filter(state="open").exists()
    assert Handover.objects.exclude(state="reported").exists()
    # an adviser left last month, and one late agreement went up to the executive
    assert Leaving.objects.get().done_at is not None
    assert {"director", "executive"} <= set(
        AgreementEscalation.objects.values_list("level", flat=True)
    )
    assert ownerless(municipality_id=Municipality.objects.get().pk, on=AT.date()) == ()
    assert {"open", "done"} <= set(Agreement.objects.values_list("state", flat=True))
    assert Bundle.objects.exists()
    meetings = Meeting.objects.values_list("state", flat=True)
    assert {"planned", "held", "cancelled"} <= set(meetings)
    assert Area.objects.filter(level="neighbourhood", meetings=None).exists()
    assert Escalation.objects.filter(settled_at=None).exists()
    assert Rating.objects.exists()
    assert not Signal.objects.filter(received_at__gt=AT).exists()
    assert not Answer.objects.filter(at__gt=AT).exists()
