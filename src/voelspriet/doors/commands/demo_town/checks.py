# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety checks of the demo: one answered, one that waits. Invented, as everything here."""

from __future__ import annotations

from datetime import datetime, timedelta

from voelspriet.act.agenda.actions.safety_checks import check_plan, reply_to_check
from voelspriet.act.agenda.choices.safety_checks import (
    AdviceReply,
    PlanSector,
    SafetyAnswerKind,
    SafetyQuestion,
)
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff

VERKEER, WELZIJN = 2, 7
ROUTE = {
    SafetyQuestion.TROUBLE: (SafetyAnswerKind.YES, ""),
    SafetyQuestion.UPKEEP: (SafetyAnswerKind.NO, "Over onderhoud na het eerste jaar staat niets."),
    SafetyQuestion.SAY: (SafetyAnswerKind.YES, "Twee avonden met de buurt."),
    SafetyQuestion.LAYOUT: (SafetyAnswerKind.NO, "De bocht bij het tunneltje is donker."),
    SafetyQuestion.WATCH: (SafetyAnswerKind.UNKNOWN, ""),
    SafetyQuestion.TELLING: (SafetyAnswerKind.YES, "Er komt een brief in gewone taal."),
}
HOUSE = {
    SafetyQuestion.MEETING: (SafetyAnswerKind.YES, ""),
    SafetyQuestion.TOGETHER: (SafetyAnswerKind.NO, "De buurttafel raakt haar zaal kwijt."),
    SafetyQuestion.WRONG: (SafetyAnswerKind.UNKNOWN, "Wie belt de buurt na een incident?"),
}


def check_plans(land: Land, staff: Staff, *, at: datetime) -> None:
    """Check two plans around `at`, as advisers would."""
    route = check_plan(
        plan="Nieuwe fietsroute langs het water",
        sector=PlanSector.TRAFFIC,
        area_id=land.district_ids[0],
        department_id=staff.organisation_ids[VERKEER],
        answers=ROUTE,
        advice="Zet licht bij het tunneltje en spreek af wie de route over een jaar schoon houdt.",
        by=staff.duos[0][0],
        at=at - timedelta(days=40),
    )
    reply_to_check(
        reference=route,
        reply=AdviceReply.PARTLY,
        words="Het licht komt er. Over het onderhoud praten wij nog met Openbare Ruimte.",
        by=staff.handlers[VERKEER],
        at=at - timedelta(days=25),
    )
    check_plan(
        plan="Verhuizing van het buurthuis",
        sector=PlanSector.SOCIAL,
        area_id=land.district_ids[1],
        department_id=staff.organisation_ids[WELZIJN],
        answers=HOUSE,
        advice="Houd een vaste plek voor de buurttafel en noem één aanspreekpunt.",
        by=staff.duos[1][0],
        at=at - timedelta(days=4),
    )
