# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who writes a plan's frame, programmes and order; and why something stays where it is."""

from __future__ import annotations

from functools import partial

import pytest

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.plan_budgets import make_plan_budget
from tests.factories.plans import make_ambition, make_moment, make_plan, make_theme, more_plans
from tests.factories.signals import NOON
from voelspriet.act.plans.actions import arranging, cycle, frames
from voelspriet.act.plans.actions.budgets import pay_measuring
from voelspriet.act.plans.choices import DecisionBody, PlanBody, PlanLineKind
from voelspriet.act.plans.told import ConsultationTold, LineTold, ProgrammeTold, RoleTold
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db


def _deeds(plan):
    """Return everything that can be done to a plan here, each with what it is done to."""
    theme, moment = make_theme(plan), make_moment(plan)
    one = make_ambition(plan, theme)
    make_plan_budget(plan)
    more_plans(plan.municipality, {"plan": plan, "plan_theme": theme, "plan_ambition": one}, 1)
    empty, unmeasured = make_theme(plan), make_ambition(plan)
    here = {"reference": plan.reference}
    line, role = plan.lines.first().pk, plan.roles.first()
    met, programme = role.consultations.first().pk, plan.programmes.first().pk
    mission = LineTold(PlanLineKind.MISSION, text="Veilig")
    council = RoleTold(PlanBody.COUNCIL, "Raad", "Stelt kaders")
    years = ProgrammeTold("Eerste", 2019, 2020, DecisionBody.COLLEGE)
    meeting = ConsultationTold("Driehoek", members=("burgemeester",))
    for what, told, number in (("line", mission, line), ("role", council, role.pk)):
        write, row = getattr(frames, f"write_{what}"), {f"{what}_id": number}
        yield partial(write, **here, told=told)
        yield partial(write, **here, told=told, **row)
        yield partial(getattr(frames, f"move_{what}"), **here, **row, step=1)
    yield partial(frames.remove_line, **here, line_id=line)
    of_role = here | {"role_id": role.pk}
    yield partial(frames.write_consultation, **of_role, told=meeting)
    yield partial(frames.remove_consultation, **of_role, consultation_id=met)
    yield partial(frames.remove_role, **of_role)
    yield partial(cycle.remove_programme, **here, programme_id=programme)
    yield partial(cycle.write_programme, **here, told=years)
    yield partial(cycle.remove_moment, moment_id=moment.pk)
    yield partial(arranging.move_theme, reference=theme.reference, step=-1)
    yield partial(arranging.move_ambition, reference=one.reference, step=-1)
    yield partial(arranging.remove_theme, reference=empty.reference)
    yield partial(arranging.remove_ambition, reference=unmeasured.reference)


def test_who_writes_plans_leaves_one_line_a_deed_and_others_nothing(town, policy):
    plan = make_plan(town.municipality)
    reader = actor_of(make_user(town.municipality, Role.DIRECTOR))
    elsewhere = make_town(name="Elders", area_code="GM9998", row=5)
    other = actor_of(make_user(elsewhere.municipality, Role.POLICY_ADVISER))
    for deed in list(_deeds(plan)):
        lines = AuditLine.objects.count()
        with pytest.raises(Refused) as refused:
            deed(by=reader, at=NOON)
        assert not isinstance(refused.value, OutOfScope)
        with pytest.raises(OutOfScope):
            deed(by=other, at=NOON)
        assert AuditLine.objects.count() == lines
        deed(by=policy, at=NOON)
        assert AuditLine.objects.count() == lines + 1
        assert AuditLine.objects.latest("pk").subject_reference == plan.reference


def test_what_is_paid_for_or_was_done_stays_and_says_so(town, policy):
    plan = make_plan(town.municipality)
    make_plan_budget(plan)
    one, done = make_ambition(plan), make_moment(plan, held_on=NOON.date(), outcome="Gehaald")
    pay_measuring(
        reference=plan.reference, project="p1", ambitions=[one.reference], by=policy, at=NOON
    )
    label = plan.budget.projects.get(key="p1").label
    with pytest.raises(Refused, match=label):
        arranging.remove_ambition(reference=one.reference, by=policy, at=NOON)
    with pytest.raises(Refused, match="blijft in de cyclus"):
        cycle.remove_moment(moment_id=done.pk, by=policy, at=NOON)
    theme = make_theme(plan)
    keys = [make_ambition(plan, theme).key for _ in range(7)]
    with pytest.raises(Refused, match=f"{keys[4]} en nog 2") as refused:
        arranging.remove_theme(reference=theme.reference, by=policy, at=NOON)
    assert keys[5] not in refused.value.reason


def test_a_line_without_what_its_kind_says_is_refused(town, policy):
    plan = make_plan(town.municipality)
    with pytest.raises(Refused) as refused:
        frames.write_line(
            reference=plan.reference, told=LineTold(PlanLineKind.MISSION, label="Leeg"),
            by=policy, at=NOON,
        )  # fmt: skip
    assert refused.value.field == "text"
