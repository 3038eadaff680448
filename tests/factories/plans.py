# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety plans and what stands in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from tests.conftest import arranging
from tests.factories.paper_versions import make_paper_comment, make_paper_version
from tests.factories.plan_budgets import make_plan_budget, more_plan_budget
from tests.factories.signals import NOON
from voelspriet.act.plans.choices import MomentPurpose, PlanLineKind, TargetDirection
from voelspriet.act.plans.models import (
    Ambition,
    EvaluationMoment,
    Measurement,
    MomentReminder,
    Plan,
    Theme,
)
from voelspriet.ground.areas.models import Municipality

_numbers = count(1)


def make_plan(municipality: Municipality, **more: Any) -> Plan:
    """Make a plan for 2019 to 2022, in preparation."""
    values: dict[str, Any] = {
        "reference": f"P-{next(_numbers):04d}-TEST",
        "title": "Veiligheidsplan",
        "first_year": 2019,
        "last_year": 2022,
    }
    with arranging():
        return Plan.objects.create(municipality=municipality, **values | more)


def make_theme(plan: Plan, **more: Any) -> Theme:
    """Make a theme of a plan."""
    number = next(_numbers)
    values: dict[str, Any] = {
        "reference": f"T-{number:04d}-TEST",
        "position": number,
        "label": "Jeugd en veiligheid",
    }
    with arranging():
        return Theme.objects.create(plan=plan, **values | more)


def make_ambition(plan: Plan, theme: Theme | None = None, **more: Any) -> Ambition:
    """Make an ambition that can be tested: 85 % in 2022."""
    number = next(_numbers)
    values: dict[str, Any] = {
        "reference": f"D-{number:04d}-TEST",
        "position": number,
        "key": f"A-{number}",
        "statement": "Inwoners voelen zich veilig",
        "indicator": "Aandeel inwoners dat zich veilig voelt",
        "unit": "%",
        "target_value": Decimal(85),
        "target_direction": TargetDirection.AT_LEAST,
        "deadline_words": "2022",
        "deadline_on": date(2022, 12, 31),
    }
    with arranging():
        return Ambition.objects.create(plan=plan, theme=theme, **values | more)


def make_measurement(ambition: Ambition, **more: Any) -> Measurement:
    """Make a measurement: 83 % of 1,100 in the summer of 2022."""
    values: dict[str, Any] = {
        "measured_on": date(2022, 7, 1),
        "value": Decimal(83),
        "n": 1100,
        "source": "Enquête",
        "at": NOON,
    }
    with arranging():
        return Measurement.objects.create(ambition=ambition, **values | more)


def make_moment(plan: Plan, **more: Any) -> EvaluationMoment:
    """Make something that falls due at the end of 2020."""
    values: dict[str, Any] = {
        "purpose": MomentPurpose.INTERIM,
        "what": f"Tussenevaluatie {next(_numbers)}",
        "due_on": date(2020, 12, 31),
    }
    with arranging():
        return EvaluationMoment.objects.create(plan=plan, **values | more)


def make_plan_around(municipality: Municipality) -> dict[str, Any]:
    """Make a plan everybody may read, with one of everything that its pages show."""
    plan = make_plan(
        municipality, vision="Veilig thuis en op straat", framework="Kadernota", state="adopted",
        visibility="public",
    )  # fmt: skip
    theme = make_theme(plan, challenge="Zichtbaar toezicht")
    make_ambition(plan)
    ambition = make_ambition(plan, theme, indicator_kind="survey_item")
    make_plan_budget(plan)
    make_paper_version(plan)
    make_measurement(ambition, is_same_question=False, difference="Heel de gemeente")
    more_plans(municipality, {"plan": plan, "plan_theme": theme, "plan_ambition": ambition}, 0)
    return {"plan": plan, "plan_theme": theme, "plan_ambition": ambition}


def more_plans(municipality: Municipality, parts: dict[str, Any], number: int) -> None:
    """Make one more plan, and one more of everything on the pages of the one in `parts`."""
    plan, theme, ambition = parts["plan"], parts["plan_theme"], parts["plan_ambition"]
    more_plan_budget(plan, number)
    version = plan.paper_versions.filter(number=1).first() or make_paper_version(plan)
    make_paper_comment(version, text=f"Opmerking {number}")
    if number:  # the first one of a scene is the newest: it can be commented on
        make_paper_version(plan, number=number + 100, why=f"Voor raad {number}")
    make_plan(municipality, title=f"Plan {number}")
    another = make_theme(plan, label=f"Thema {number}")
    lacking = {"indicator": "", "target_value": None, "target_direction": ""}
    make_ambition(plan, another, **lacking)
    make_ambition(plan, theme)
    make_ambition(plan)
    make_measurement(ambition, measured_on=date(2019 + number % 3, 1 + number // 3, 1))
    waiting = make_moment(plan)
    make_moment(plan, held_on=date(2021, 1, 8), outcome="Twee van de drie gehaald")
    with arranging():
        MomentReminder.objects.create(moment=waiting, stage="ahead", at=NOON)
        ambition.evening_indicators.create(
            evening_reference="E-0000-TEST", evening_title="Avond", held_on=NOON.date(),
            question=f"q{number}", words="Bent u hier bang?", answer_words="Nee",
        )  # fmt: skip
        theme.measures.create(position=number + 1, text=f"Maatregel {number}")
        place = plan.lines.count() + 1
        for kind in PlanLineKind.values:
            plan.lines.create(kind=kind, position=place, label=f"Regel {number}", text="Meer.")
        role = plan.roles.create(
            body="council", position=place, name=f"Raad {number}", task="Stelt kaders"
        )
        role.consultations.create(position=1, name=f"Overleg {number}", members=["wethouder"])
        met = plan.roles.order_by("pk").first().consultations
        met.get_or_create(position=number + 2, name=f"Nog een {number}")
        plan.programmes.create(
            name=f"Programma {number}", first_year=2000 + number, last_year=2030,
            approved_by="college",
        )  # fmt: skip
        plan.decisions.create(
            body="college", decided_on=date(2018, 12, 1), what=f"Besluit {number}", version=1,
            amendment="Eén jaar later",
        )  # fmt: skip
        for reported in (None, date(2022, 12, 1)):
            plan.criteria.create(
                text=f"Wij zien de wijkagent {number}", set_by="Bewonersavond",
                set_on=date(2018, 10, 9), begins_on=date(2019, 1, 1), reported_on=reported,
                finding="Vaker" if reported else "",
            )  # fmt: skip
