# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Incidents, with what was known when and who stood where."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

from tests.conftest import arranging
from tests.factories.signals import municipality_of
from voelspriet.act.agenda.models import Incident, IncidentFact, IncidentPost
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation

HAPPENED = datetime(2026, 9, 8, 20, 0, tzinfo=UTC)
_numbers = count(1)


def make_incident(
    area: Area, what: str = "Een harde knal op het plein", **more: object
) -> Incident:
    """Open an incident that nobody looked back on yet."""
    values: dict[str, object] = {"place": "Kadestraat", "happened_at": HAPPENED}
    values |= {"opened_by_id": 1, "opened_by_name": "Noor Visser", "opened_at": HAPPENED}
    values |= {"follow_up_on": date(2026, 9, 15)}
    with arranging():
        return Incident.objects.create(
            municipality=municipality_of(area),
            area=area,
            reference=f"I-{next(_numbers):04d}-TEST",
            what=what,
            **values | more,
        )


def make_fact(incident: Incident, text: str, kind: str = "known", **more: object) -> None:
    """Say what is known, or not, at an incident."""
    with arranging():
        IncidentFact.objects.create(
            incident=incident, kind=kind, text=text, **{"by_name": "Noor", "at": HAPPENED} | more
        )


def make_post(incident: Incident, organisation: Organisation, **more: object) -> IncidentPost:
    """Let an organisation stand somewhere for two hours."""
    values = {"place": "Hoek van het plein", "starts_at": HAPPENED}
    values |= {"ends_at": HAPPENED + timedelta(hours=2)}
    with arranging():
        return IncidentPost.objects.create(
            incident=incident, organisation=organisation, **values | more
        )
