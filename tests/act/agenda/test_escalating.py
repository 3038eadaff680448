# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Late agreements go up: to the director, then to the executive, each once, until settled."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.people import actor_of, make_user
from tests.factories.signals import make_signal
from voelspriet.act.agenda.actions import escalate_agreements, finish_agreement, move_agreement
from voelspriet.act.agenda.models import AgreementEscalation
from voelspriet.act.agenda.queries import agreement_detail
from voelspriet.act.agenda.queries.promises import escalated_agreements
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
BY = system("agenda.escalate")
DUE = date(2026, 9, 22)  # a Tuesday
NEXT = datetime(2026, 9, 23, 9, tzinfo=UTC)
WEEK_LATER = NEXT + timedelta(days=8)


def _levels():
    return list(AgreementEscalation.objects.order_by("id").values_list("level", flat=True))


@pytest.fixture
def late(area, organisation):
    return make_agreement_row(area, organisation, due_on=DUE)


def test_the_director_looks_first_and_the_executive_after_days(late):
    assert escalate_agreements(by=BY, at=NEXT - timedelta(days=1)) == 0
    assert escalate_agreements(by=BY, at=NEXT) == 1
    assert escalate_agreements(by=BY, at=NEXT) == 0
    assert _levels() == ["director"]
    assert escalate_agreements(by=BY, at=WEEK_LATER) == 1
    assert _levels() == ["director", "executive"]
    assert late.escalations.count() == 2


def test_each_sees_what_reached_them(town, late, adviser):
    director, executive = (
        actor_of(make_user(town.municipality, role)) for role in (Role.DIRECTOR, Role.EXECUTIVE)
    )
    escalate_agreements(by=BY, at=NEXT)
    on = NEXT.date()
    assert [row.reference for row in escalated_agreements(by=director, on=on)] == [late.reference]
    assert escalated_agreements(by=executive, on=on) == ()
    assert escalated_agreements(by=adviser, on=on) == ()

    escalate_agreements(by=BY, at=WEEK_LATER)
    (row,) = escalated_agreements(by=executive, on=WEEK_LATER.date())
    assert row.days_late == 7
    assert len(agreement_detail(reference=late.reference, by=adviser, on=on).escalations) == 2


@pytest.mark.parametrize("deed", ["finish", "move"])
def test_moving_or_ending_settles_it(late, adviser, deed):
    escalate_agreements(by=BY, at=NEXT)
    if deed == "finish":
        finish_agreement(
            reference=late.reference, result="Klaar", done=True, by=adviser, at=WEEK_LATER
        )
    else:
        move_agreement(
            reference=late.reference,
            to_on=date(2026, 10, 12),
            reason="Levering",
            by=adviser,
            at=WEEK_LATER,
        )

    assert AgreementEscalation.objects.get().settled_at == WEEK_LATER
    assert escalate_agreements(by=BY, at=WEEK_LATER) == 0


def test_an_agreement_says_to_whom_it_was_promised(area, organisation, adviser):
    def said(**more):
        one = make_agreement_row(area, organisation, **more)
        return agreement_detail(reference=one.reference, by=adviser, on=DUE).made_to

    signals = [make_signal(area=area) for _ in range(2)]
    assert said(signals=signals) == "2 melders"
    assert said(signals=signals, visibility="internal") == f"de adviseurs van {area.name}"
    assert said(visibility="public") == f"iedereen in {area.name}"


def test_the_database_keeps_each_step_once(late):
    values = {"agreement": late, "level": "director", "due_on": DUE, "at": NEXT}
    with arranging():
        AgreementEscalation.objects.create(**values)
        with pytest.raises(IntegrityError), transaction.atomic():
            AgreementEscalation.objects.create(**values)  # agreement_escalation_once
