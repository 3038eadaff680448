# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety checks of plans."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from tests.conftest import arranging
from tests.factories.signals import municipality_of
from voelspriet.act.agenda.choices.safety_checks import PlanSector
from voelspriet.act.agenda.models import SafetyAnswer, SafetyCheck
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation

CHECKED = datetime(2026, 8, 5, 9, tzinfo=UTC)
_numbers = count(1)


def make_check(
    area: Area, department: Organisation, answers: dict[str, str] | None = None, **more: object
) -> SafetyCheck:
    """Make a filled-in check."""
    values = {"plan": "Nieuwe fietsroute", "sector": PlanSector.TRAFFIC, "advice": "Meer licht.",
              "made_by_id": 1, "made_by_name": "Noor Visser", "made_at": CHECKED}  # fmt: skip
    with arranging():
        check = SafetyCheck.objects.create(
            municipality=municipality_of(area),
            area=area,
            department=department,
            reference=f"V-{next(_numbers):04d}-TEST",
            **values | more,
        )
        for question, answer in (answers or {"layout": "no", "say": "yes"}).items():
            SafetyAnswer.objects.create(safety_check=check, question=question, answer=answer)
    return check


def more_checks(area: Area, check: SafetyCheck, number: int) -> None:
    """Make one more check, and one more answer on the page of `check`."""
    make_check(area, check.department, plan=f"Plan {number}")
    questions = ("trouble", "upkeep", "meeting", "talk", "together", "watch", "approach")
    with arranging():
        SafetyAnswer.objects.get_or_create(
            safety_check=check,
            question=questions[number % len(questions)],
            defaults={"answer": "unknown", "words": f"Toelichting {number}"},
        )
