# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An initiative that waits too long goes up: to the director, then the executive, until settled."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.initiatives import code_of_number, make_initiative
from tests.factories.people import actor_of, make_user
from voelspriet.act.initiatives import actions
from voelspriet.act.initiatives.actions.escalating import escalate_initiative
from voelspriet.act.initiatives.choices import InitiativeOutcome
from voelspriet.act.initiatives.holdings import initiatives_held, initiatives_without_duo
from voelspriet.act.initiatives.models import NEVER_DUE, InitiativeEscalation
from voelspriet.act.initiatives.queries.initiatives import initiative_detail
from voelspriet.act.initiatives.queries.late import escalated_initiatives, initiatives_due
from voelspriet.ground.privacy.actors import resident, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.choices import EscalationLevel

pytestmark = pytest.mark.django_db
BY = system("initiatives.escalate")
DUE = date(2026, 9, 22)  # a Tuesday
NEXT = datetime(2026, 9, 23, 9, tzinfo=UTC)
WEEK_LATER = NEXT + timedelta(days=8)
CODE = code_of_number(42)


def levels():
    return list(InitiativeEscalation.objects.order_by("id").values_list("level", flat=True))


@pytest.fixture
def late(area):
    return make_initiative(area, due_on=DUE, code=CODE)


@pytest.mark.usefixtures("late")
def test_the_director_looks_first_and_the_executive_after_days(area):
    make_initiative(area, waiting_since=None, due_on=NEVER_DUE)
    assert actions.escalate_initiatives(by=BY, at=NEXT - timedelta(days=1)) == 0
    assert actions.escalate_initiatives(by=BY, at=NEXT) == 1
    assert actions.escalate_initiatives(by=BY, at=NEXT) == 0
    assert levels() == ["director"]
    assert actions.escalate_initiatives(by=BY, at=WEEK_LATER) == 1
    assert levels() == ["director", "executive"]
    assert AuditLine.objects.filter(action="initiative.escalate").count() == 2


def test_each_sees_what_reached_them_without_the_words_of_who_began_it(town, late, adviser):
    director, executive = (
        actor_of(make_user(town.municipality, role)) for role in (Role.DIRECTOR, Role.EXECUTIVE)
    )
    actions.escalate_initiatives(by=BY, at=NEXT)
    on = NEXT.date()
    (row,) = escalated_initiatives(by=director, on=on)
    assert (row.reference, row.title, row.days_late) == (late.reference, "", 1)
    assert escalated_initiatives(by=executive, on=on) == ()
    assert escalated_initiatives(by=adviser, on=on) == ()
    (line,) = initiative_detail(reference=late.reference, by=adviser, on=on).escalations
    assert line.settled_at is None


@pytest.mark.parametrize("deed", ["answer", "decide", "withdraw"])
def test_an_answer_a_decision_or_taking_it_back_settles_it(town, late, adviser, deed):
    actions.escalate_initiatives(by=BY, at=NEXT)
    if deed == "answer":
        promised = NEXT.date() + timedelta(days=7)
        actions.answer_starter(
            reference=late.reference, text="Sorry.", promised_on=promised, by=adviser, at=NEXT
        )
    elif deed == "decide":
        actions.decide_initiative(
            reference=late.reference,
            outcome=InitiativeOutcome.GRANTED,
            reason="Mooi.",
            by=adviser,
            at=NEXT,
        )
    else:
        actions.withdraw_initiative(code=CODE, by=resident(), at=NEXT)
    assert InitiativeEscalation.objects.get().settled_at == NEXT
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))
    assert escalated_initiatives(by=director, on=NEXT.date()) == ()
    # answered while a sweep was on its way: written down, and settled at once
    late_one = {"initiative_id": late.pk, "level": EscalationLevel.EXECUTIVE, "due_on": DUE}
    escalate_initiative(**late_one, by=BY, at=WEEK_LATER)
    assert not InitiativeEscalation.objects.filter(settled_at=None).exists()


def test_the_adviser_is_reminded_two_working_days_ahead(late, area, adviser):
    make_initiative(area, due_on=DUE + timedelta(days=20))
    monday, before = DUE - timedelta(days=4), DUE - timedelta(days=5)  # Friday, Thursday
    assert [row.reference for row in initiatives_due(by=adviser, on=monday)] == [late.reference]
    assert initiatives_due(by=adviser, on=before) == ()
    (row,) = initiatives_due(by=adviser, on=NEXT.date())
    assert row.is_late


def test_a_level_is_written_once_for_a_day(late):
    values = {"initiative": late, "level": EscalationLevel.DIRECTOR, "due_on": DUE, "at": NEXT}
    with arranging():
        InitiativeEscalation.objects.create(**values)
    with pytest.raises(IntegrityError) as broken, arranging(), transaction.atomic():
        InitiativeEscalation.objects.create(**values)
    assert "initiative_escalation_once" in str(broken.value) or "UNIQUE" in str(broken.value)


def test_who_leaves_passes_on_what_waits_and_nothing_is_ownerless(town, area, adviser, late):
    make_initiative(area, waiting_since=None, due_on=NEVER_DUE)
    (held,) = initiatives_held(adviser.user_id, adviser.area_ids)
    assert (held.kind, held.number, held.area_id) == ("initiatives", 1, area.pk)
    on = NEXT.date()
    assert list(initiatives_without_duo(town.municipality.pk, on)) == []
    lost = make_initiative(town.neighbourhoods[1])
    found = [one.reference for one in initiatives_without_duo(town.municipality.pk, on)]
    assert found == [lost.reference]
    assert late.reference not in found
