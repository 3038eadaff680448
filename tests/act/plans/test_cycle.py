# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""With the clock moved through the years, the right moments fall due and are told once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from tests.conftest import arranging
from tests.factories.people import actor_of, make_user
from tests.factories.plans import make_ambition, make_measurement, make_plan
from tests.factories.signals import NOON
from voelspriet.act.plans.actions.cycle import (
    add_moment,
    hold_moment,
    report_criterion,
    set_criterion,
)
from voelspriet.act.plans.actions.importing import import_plan
from voelspriet.act.plans.actions.plans import (
    change_plan,
    close_plan,
    record_decision,
    take_plan,
)
from voelspriet.act.plans.actions.plans import (
    make_plan as begin_plan,
)
from voelspriet.act.plans.actions.themes import record_measurement
from voelspriet.act.plans.choices import DecisionBody, MomentPurpose, PlanState
from voelspriet.act.plans.models import EvaluationMoment, MomentReminder, Plan
from voelspriet.act.plans.queries.cycle import moments_to_mind
from voelspriet.act.plans.reading.document import read_plan
from voelspriet.act.plans.told import MeasurementTold, PlanTold
from voelspriet.ground.people.holdings import Passing, pass_on
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.queue.registry import handler

pytestmark = pytest.mark.django_db
EVERY = timedelta(days=14)


def _run(start: date, end: date) -> list[tuple[date, str, str]]:
    """Run the job every fortnight and return what was told: the day, what, which stage."""
    on, found = start, []
    known = set(MomentReminder.objects.values_list("pk", flat=True))
    while on <= end:
        at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
        handler("plans.remind")(at=at.isoformat())
        for one in MomentReminder.objects.exclude(pk__in=known).select_related("moment"):
            known.add(one.pk)
            found.append((on, one.moment.what, one.stage))
        on += EVERY
    return found


def test_the_years_of_huizen_bring_their_programmes_evaluations_and_reminders(town, path):
    import_plan(
        municipality_id=town.municipality.pk, document=read_plan(path), source="Plan",
        again=False, by=system("test"), at=NOON,
    )  # fmt: skip
    assert _run(date(2018, 10, 1), date(2018, 10, 31)) == []  # nobody adopted it yet
    with arranging():
        Plan.objects.update(state=PlanState.ADOPTED)

    told = _run(date(2018, 10, 1), date(2023, 12, 31))

    assert len(told) == 3 * EvaluationMoment.objects.count() == 42
    late = {what: on for on, what, stage in told if stage == "late"}
    ahead = {(what, on.year) for on, what, stage in told if stage == "ahead"}
    assert ("Actieprogramma 2019-2020: vaststellen", 2018) in ahead
    assert ("Actieprogramma 2021-2022: vaststellen", 2020) in ahead
    assert ("Tussenevaluatie kadernota", 2020) in ahead
    assert {year for what, year in ahead if what == "Plan jaarwisseling"} == {
        2019, 2020, 2021, 2022,
    }  # fmt: skip
    assert {year for what, year in ahead if what == "Werkplan boa's"} == {2019, 2021}
    final = [(on, stage) for on, what, stage in told if what == "Eindevaluatie kadernota"]
    assert [stage for _on, stage in final] == ["ahead", "due", "late"]
    assert date(2022, 11, 5) <= final[0][0] < date(2022, 11, 19)
    assert late["Eindevaluatie kadernota"].year == 2023
    assert AuditLine.objects.filter(action="plan.remind").count() < 42  # no empty lines


def test_what_was_done_in_time_is_not_told_again_and_a_closed_plan_is_silent(town, policy):
    plan = make_plan(town.municipality, state=PlanState.ADOPTED, first_year=2019, last_year=2020)
    day = date(2020, 12, 31)
    add_moment(
        reference=plan.reference, purpose=MomentPurpose.FINAL, what="Eindevaluatie", due_on=day,
        by=policy, at=NOON,
    )  # fmt: skip
    assert [stage for *_rest, stage in _run(date(2020, 10, 1), date(2020, 12, 20))] == ["ahead"]
    assert [row.what for row in moments_to_mind(by=policy, on=day, limit=5)] == ["Eindevaluatie"]

    hold_moment(
        moment_id=EvaluationMoment.objects.get().pk, held_on=date(2020, 12, 21),
        outcome="Twee van de drie gehaald", by=policy, at=NOON,
    )  # fmt: skip

    assert _run(date(2020, 12, 24), date(2021, 3, 1)) == []
    assert moments_to_mind(by=policy, on=day, limit=5) == ()
    close_plan(reference=plan.reference, by=policy, at=NOON)
    with pytest.raises(Refused, match="afgesloten"):
        take_plan(reference=plan.reference, by=policy, at=NOON)


def test_only_who_follows_a_plan_is_told_until_they_leave(town, policy):
    other = actor_of(make_user(town.municipality, Role.POLICY_ADVISER))
    told = PlanTold("Plan", "", 2026, 2029)
    reference = begin_plan(told=told, by=policy, at=NOON)
    add_moment(
        reference=reference, purpose=MomentPurpose.PROGRAMME, what="Programma",
        due_on=NOON.date(), by=policy, at=NOON,
    )  # fmt: skip
    with arranging():
        Plan.objects.update(state=PlanState.ADOPTED)
    handler("plans.remind")(at=NOON.isoformat())

    assert len(moments_to_mind(by=policy, on=NOON.date(), limit=5)) == 1
    assert moments_to_mind(by=other, on=NOON.date(), limit=5) == ()
    with arranging():
        pass_on(Passing(policy.user_id, town.municipality.pk, NOON.date(), True), policy, NOON)
    assert len(moments_to_mind(by=other, on=NOON.date(), limit=5)) == 1


def test_a_council_adopts_and_an_amendment_makes_a_version(town, policy):
    plan = make_plan(town.municipality)
    values = {"reference": plan.reference, "document": "Stuk 7", "by": policy, "at": NOON}

    record_decision(
        body=DecisionBody.COLLEGE, decided_on=date(2018, 11, 1), what="Naar de raad",
        amendment="", **values,
    )  # fmt: skip
    plan.refresh_from_db()
    assert (plan.state, plan.version) == (PlanState.DRAFT, 1)
    record_decision(
        body=DecisionBody.COUNCIL, decided_on=date(2018, 12, 1), what="Vastgesteld",
        amendment="Meer jeugdboa's", **values,
    )  # fmt: skip
    plan.refresh_from_db()
    assert (plan.state, plan.version) == (PlanState.ADOPTED, 2)
    assert [one.version for one in plan.decisions.order_by("id")] == [1, 2]


def test_residents_criteria_are_set_before_the_start_and_reported_after(town, policy):
    plan = make_plan(town.municipality)
    values = {"reference": plan.reference, "text": "Ik ken mijn wijkagent", "set_by": "Avond"}

    with pytest.raises(Refused) as refused:
        set_criterion(set_on=date(2019, 1, 1), by=policy, at=NOON, **values)
    assert refused.value.field == "set_on"
    set_criterion(set_on=date(2018, 10, 9), by=policy, at=NOON, **values)
    with pytest.raises(Refused) as refused:
        change_plan(
            reference=plan.reference, told=PlanTold("Plan", "", 2018, 2022), by=policy, at=NOON
        )
    assert refused.value.field == "first_year"
    one = plan.criteria.get()
    report_criterion(
        criterion_id=one.pk, finding="Vaker dan eerst", reported_on=date(2022, 12, 1), by=policy,
        at=NOON,
    )  # fmt: skip
    one.refresh_from_db()
    assert one.finding == "Vaker dan eerst"


def test_an_executive_reads_and_writes_nothing(town, policy):
    reader = actor_of(make_user(town.municipality, Role.EXECUTIVE))
    one = make_ambition(make_plan(town.municipality))
    told = MeasurementTold(date(2022, 7, 1), 83, "Enquête")

    with pytest.raises(Refused):
        record_measurement(reference=one.reference, told=told, by=reader, at=NOON)
    with pytest.raises(OutOfScope):
        begin_plan(told=PlanTold("Plan", "", 2026, 2029), by=reader, at=NOON)
    make_measurement(one, measured_on=date(2022, 7, 1))
    with pytest.raises(Refused) as refused:
        record_measurement(reference=one.reference, told=told, by=policy, at=NOON)
    assert refused.value.field == "measured_on"


def test_errors_stand_beside_the_field_and_a_whole_ambition_comes_back(town):
    user = make_user(town.municipality, Role.POLICY_ADVISER)
    plan = make_plan(town.municipality)
    client = Client()
    client.force_login(user)
    sent = {
        "key": "JV-5", "statement": "85 % voelt zich veilig", "kind": "effect",
        "target_value": "85", "deadline": "gauw", "unit": "%", "measured_years": "2019 2021",
    }  # fmt: skip
    address = f"/werk/plannen/{plan.reference}/ambitie-erbij/"

    page = client.post(address, sent, headers={"host": "testserver"})
    assert page.status_code == 422
    assert "ten minste of ten hoogste" in page.content.decode()

    sent |= {"target_direction": "at_least", "deadline": "2022"}
    assert client.post(address, sent).status_code == 302
    one = Plan.objects.get().ambitions.get()
    assert (one.deadline_on, one.measured_years) == (date(2022, 12, 31), [2019, 2021])
