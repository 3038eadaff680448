# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see and lead an incident, and when it is looked back on."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import QuerySet

from voelspriet.act.agenda.models.incidents import Incident
from voelspriet.act.agenda.rules.agreements import working_day_from
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role

WHAT_LIMIT = 200
PLACE_LIMIT = 120
FACT_LIMIT = 300
LOOK_BACK_LIMIT = 500
LONGEST_AGO = timedelta(days=60)
LONGEST_POST = timedelta(hours=24)
FOLLOW_UP_AFTER = timedelta(days=7)
READS_ALL = (Role.DIRECTOR, Role.EXECUTIVE)


def follow_up_day(opened_on: date) -> date:
    """Return the day to look back: a week later, or the first working day after it."""
    return working_day_from(opened_on + FOLLOW_UP_AFTER)


def leads_incident(by: Actor, incident: Incident) -> bool:
    """Tell whether `by` is an adviser of the area of an incident."""
    return by.municipality_id == incident.municipality_id and by.advises(incident.area_id)


def visible_incidents(by: Actor) -> QuerySet[Incident]:
    """Return the incidents `by` may see.

    Advisers those of their areas; director and executive those of the municipality. Nobody else
    sees any.
    """
    if not by.is_staff or by.municipality_id is None:
        return Incident.objects.none()
    here = Incident.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    areas = sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else []
    return here.filter(area_id__in=areas)
