# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From which money an ambition is measured, and the years that do not fit, in plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.conftest import arranging
from tests.factories.people import actor_of, make_user
from tests.factories.plan_budgets import make_plan_budget
from tests.factories.plans import make_ambition, make_plan, make_theme
from tests.factories.signals import NOON
from voelspriet.act.plans.actions.budgets import pay_measuring_of
from voelspriet.act.plans.actions.themes import record_measurement
from voelspriet.act.plans.models import Measurement
from voelspriet.act.plans.queries.measuring import measured_from, measuring_money
from voelspriet.act.plans.queries.themes import theme_detail
from voelspriet.act.plans.rules.facts import AmbitionFacts
from voelspriet.act.plans.rules.measuring_money import money_remarks
from voelspriet.act.plans.told import MeasurementTold
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

FACTS = AmbitionFacts(
    "A", "Veilig", deadline_on=date(2022, 12, 31), measured_years=(2019, 2021),
    paid_years=(2019, 2021),
)  # fmt: skip


def test_years_without_money_and_money_without_measuring_are_said():
    assert money_remarks(replace(FACTS, measured_years=(2022,), paid_years=(2022,)), ()) == ()
    assert money_remarks(FACTS, [2019, 2022]) == (
        "Er wordt gemeten in 2021, maar daarvoor staat geen geld.",
        "Er staat geld in 2022, maar dan wordt er niet gemeten.",
        "Opgeschreven is geld in 2019 en 2021; de projecten die betalen, staan in 2019 en 2022.",
    )
    assert money_remarks(FACTS, ()) == (
        "Voor het meten is geld in 2019 en 2021 en niet in het doeljaar 2022.",
    )
    assert money_remarks(replace(FACTS, paid_years=()), ()) == ()


@pytest.mark.django_db
def test_what_pays_is_said_from_the_side_of_the_ambition_too(town, policy):
    plan = make_plan(town.municipality)
    make_plan_budget(plan)
    one, other = make_ambition(plan), make_ambition(plan)
    who = {"by": policy, "at": NOON}
    pay_measuring_of(reference=other.reference, projects=["p1"], **who)

    pay_measuring_of(reference=one.reference, projects=["p1"], **who)

    money = measuring_money(reference=one.reference, by=policy)
    assert [row.key for row in money.payers] == ["p1"]
    paid = measured_from(reference=plan.reference, by=policy)["p1"]
    assert {row.reference for row in paid} == {one.reference, other.reference}
    theme = make_theme(plan)
    with arranging():
        plan.ambitions.update(theme=theme)
    make_ambition(plan, theme, paid_from="Monitor")
    make_ambition(plan, theme)
    assert theme_detail(reference=theme.reference, by=policy, on=NOON.date()).paid == 3
    with pytest.raises(OutOfScope):
        pay_measuring_of(reference=one.reference, projects=["p9"], **who)
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))
    with pytest.raises(Refused):
        pay_measuring_of(reference=one.reference, projects=[], by=director, at=NOON)
    pay_measuring_of(reference=one.reference, projects=[], **who)
    assert measuring_money(reference=one.reference, by=director).payers == ()
    assert measured_from(reference=plan.reference, by=policy)["p1"][0].reference == other.reference


@pytest.mark.django_db
def test_a_design_effect_needs_answers_and_is_one_or_more(town, policy):
    one = make_ambition(make_plan(town.municipality))
    told = MeasurementTold(date(2022, 7, 1), Decimal(83), "Enquête", 1100, Decimal("1.3"))
    for wrong in (replace(told, n=None), replace(told, design_effect=Decimal("0.9"))):
        with pytest.raises(Refused):
            record_measurement(reference=one.reference, told=wrong, by=policy, at=NOON)
    record_measurement(reference=one.reference, told=told, by=policy, at=NOON)
    assert Measurement.objects.get().design_effect == Decimal("1.3")
