# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements for an ambition: made or linked, and shown to those alone who may see each."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_user
from tests.factories.plans import make_ambition, make_plan
from voelspriet.act.agenda.actions.ambitions import (
    MOST_ACTIONS,
    AmbitionActionGiven,
    agree_for_ambition,
    link_agreement,
    unlink_agreement,
)
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.queries.of_ambitions import (
    agreements_of_ambition,
    agreements_to_link,
    ambitions_of_agreement,
)
from voelspriet.act.plans.choices import PlanState
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 8, 9, tzinfo=UTC)
ON, DUE = date(2026, 9, 8), date(2026, 9, 22)


@pytest.fixture
def ambition(town):
    return make_ambition(make_plan(town.municipality))


@pytest.fixture
def policy(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


@pytest.fixture
def agreement(area, organisation):
    return make_agreement_row(area, organisation)


@pytest.fixture
def neighbour(town):
    return actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])


def link(ambition, agreement, by):
    link_agreement(
        ambition_reference=ambition.reference, agreement_reference=agreement.reference.lower(),
        by=by, at=AT,
    )  # fmt: skip


def shown(ambition, by):
    rows = agreements_of_ambition(reference=ambition.reference, by=by, on=ON)
    return [one.row.reference for one in rows]


def test_what_is_agreed_for_an_ambition_stands_in_the_one_ledger(
    ambition, area, organisation, adviser, policy
):
    given = AmbitionActionGiven(area.pk, organisation.pk, "Sloten nakijken", DUE)

    made = agree_for_ambition(ambition_reference=ambition.reference, given=given, by=adviser, at=AT)

    assert Agreement.objects.get(reference=made).visibility == "internal"
    assert shown(ambition, policy) == [made]
    (named,) = ambitions_of_agreement(reference=made, by=adviser)
    assert named.reference == ambition.reference
    assert AuditLine.objects.filter(action="agreement.link_ambition").count() == 1
    with pytest.raises(OutOfScope):  # a policy adviser promises nobody's time
        agree_for_ambition(ambition_reference=ambition.reference, given=given, by=policy, at=AT)


def test_nobody_learns_of_an_agreement_in_an_area_they_do_not_see(
    ambition, agreement, adviser, policy, neighbour
):
    with pytest.raises(Refused) as unseen:
        link(ambition, agreement, neighbour)
    with pytest.raises(Refused) as absent:
        link_agreement(
            ambition_reference=ambition.reference, agreement_reference="A-0000-0000",
            by=neighbour, at=AT,
        )  # fmt: skip
    assert unseen.value.reason == absent.value.reason
    link(ambition, agreement, policy)
    assert shown(ambition, adviser) == [agreement.reference]
    assert shown(ambition, neighbour) == []
    with pytest.raises(Refused):
        unlink_agreement(
            ambition_reference=ambition.reference, agreement_reference=agreement.reference,
            by=neighbour, at=AT,
        )  # fmt: skip
    handler = actor_of(
        make_user(agreement.municipality, Role.HANDLER, organisation=agreement.organisation)
    )
    assert ambitions_of_agreement(reference=agreement.reference, by=handler) == ()
    with pytest.raises(OutOfScope):
        shown(ambition, handler)


def test_who_may_link_is_who_writes_the_plan_or_advises_the_area(
    town, ambition, agreement, adviser, policy
):
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))
    with pytest.raises(Refused, match="Alleen wie"):
        link(ambition, agreement, director)
    assert [row.reference for row in agreements_to_link(reference=ambition.reference, by=adviser)]
    link(ambition, agreement, adviser)
    with pytest.raises(Refused, match="staat hier al"):
        link(ambition, agreement, policy)
    assert agreements_to_link(reference=ambition.reference, by=policy) == ()
    unlink_agreement(
        ambition_reference=ambition.reference, agreement_reference=agreement.reference,
        by=policy, at=AT,
    )  # fmt: skip
    assert shown(ambition, adviser) == []
    elsewhere = actor_of(
        make_user(make_town(name="Elders", area_code="GM0001").municipality, Role.POLICY_ADVISER)
    )
    with pytest.raises(OutOfScope):
        link(ambition, agreement, elsewhere)
    with arranging():
        ambition.plan.state = PlanState.CLOSED
        ambition.plan.save()
    with pytest.raises(Refused, match="afgesloten"):
        link(ambition, agreement, policy)


def test_kept_is_measured_against_the_first_day_and_running_ones_come_first(
    ambition, area, organisation, policy
):
    early = make_agreement_row(area, organisation, state="done")
    late = make_agreement_row(
        area, organisation, state="done", ended_at=AT + timedelta(days=20),
        due_on=DUE,
    )  # fmt: skip
    runs = make_agreement_row(area, organisation, due_on=date(2026, 10, 1))
    with arranging():
        Agreement.objects.filter(pk=late.pk).update(due_on=date(2026, 9, 30))
        for one in (early, late, runs):
            one.ambitions.add(ambition)

    rows = agreements_of_ambition(reference=ambition.reference, by=policy, on=ON)

    assert [(one.row.reference, one.was_kept, one.was_moved) for one in rows] == [
        (runs.reference, None, False),
        (early.reference, True, False),
        (late.reference, False, True),
    ]


def test_an_ambition_holds_no_more_agreements_than_its_page_shows(
    ambition, area, organisation, policy
):
    one = make_agreement_row(area, organisation)
    with arranging():
        rows = [make_agreement_row(area, organisation) for _number in range(MOST_ACTIONS)]
        ambition.agreements.set(rows)
    with pytest.raises(Refused, match="50"):
        link(ambition, one, policy)
