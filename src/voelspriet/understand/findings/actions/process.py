# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make the process report of a day. Runs in the worker; nobody counts at request time."""

from __future__ import annotations

from datetime import datetime, timedelta

from voelspriet.analysis.process import fatigue
from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day
from voelspriet.understand.findings import inputs
from voelspriet.understand.findings.models import ProcessReport
from voelspriet.understand.findings.process import (
    area_process,
    cases_within,
    escalations_within,
    fatigue_row,
    to_content,
)

LOOK_BACK = timedelta(days=365)


@action
def report_process(*, municipality_id: int, by: Actor, at: datetime) -> None:
    """Count how the municipality keeps its word, over the last 12 months, and store it.

    Replaces the report of the same day. Side effects: none else.
    """
    today = dutch_day(at)
    cases = inputs.process_cases(municipality_id=municipality_id, start=today - LOOK_BACK, at=at)
    escalations = inputs.open_escalations(municipality_id=municipality_id)
    within = inputs.area_tree(municipality_id=municipality_id)
    areas = Area.objects.filter(pk__in=within).order_by("level", "name", "id")
    rows = [
        area_process(
            area_id=area.pk,
            name=area.name,
            level=area.level,
            cases=cases_within(cases, within[area.pk]),
            escalations=escalations_within(escalations, within[area.pk]),
        )
        for area in areas.only("id", "name", "level")
    ]
    tired = fatigue_row(fatigue(inputs.fatigue_cases(municipality_id=municipality_id, at=at)))
    ProcessReport.objects.update_or_create(
        municipality_id=municipality_id,
        reported_on=today,
        defaults={"made_at": at, "content": to_content(rows, tired)},
    )
    record(
        "process.reported",
        by=by,
        at=at,
        subject="process",
        municipality_id=municipality_id,
        due=sum(case.is_due for case in cases),
    )
