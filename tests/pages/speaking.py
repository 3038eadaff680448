# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Incidents and notices of a scene: one of each that pages show, and one more of everything."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.conftest import arranging
from tests.factories.incidents import make_fact, make_incident, make_post
from tests.factories.meetings import make_meeting
from tests.factories.notices import make_notice
from voelspriet.act.agenda.choices import MeetingKind
from voelspriet.answer.pages.choices import NoticeState
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation

STILL_THERE = date(2100, 1, 1)  # pages are asked for on the day the tests run


def speak(area: Area, organisation: Organisation) -> dict[str, Any]:
    """Make a running incident, a draft because of it, and a notice that is public now."""
    incident = make_incident(area)
    make_fact(incident, "Er was een knal.")
    make_fact(incident, "Wat het was.", kind="unknown")
    make_post(incident, organisation)
    notice = make_notice(area, state=NoticeState.DRAFT, incident=incident)
    make_notice(area, ends_on=STILL_THERE)
    return {"incident": incident, "notice": notice}


def speak_more(parts: dict[str, Any], organisation: Organisation, number: int) -> None:
    """Make one more of every list with incidents or notices in it, and inside one incident."""
    incident = parts["incident"]
    make_incident(incident.area, f"Nog een knal {number}")
    make_fact(incident, f"Er waren {number} knallen.")
    make_post(incident, organisation, place=f"Hoek {number}")
    make_notice(
        incident.area,
        incident=incident,
        languages=("nl", "en", "tr", "ar"),
        matter=f"Er waren {number} knallen.",
        ends_on=STILL_THERE,
    )
    meeting = make_meeting(incident.area, kind=MeetingKind.CALL_TOGETHER)
    with arranging():
        incident.meetings.add(meeting)
