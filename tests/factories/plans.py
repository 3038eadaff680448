# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety plans and what stands in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from tests.conftest import arranging
from tests.factories.signals import NOON
from voelspriet.act.plans.choices import MomentPurpose, TargetDirection
from voelspriet.act.plans.models import Ambition, EvaluationMoment, Measurement, Plan, Theme
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
