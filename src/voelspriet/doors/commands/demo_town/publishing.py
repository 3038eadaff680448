# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the demo publishes: the figures of the newest quarters, on the days they were due."""

from __future__ import annotations

from datetime import datetime, time

from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.ground.privacy.actors import system
from voelspriet.lib.working_days import DUTCH_TIME, dutch_day
from voelspriet.understand.findings.actions.process import report_process
from voelspriet.understand.findings.actions.releases import publish_release
from voelspriet.understand.findings.queries import due_periods
from voelspriet.understand.findings.rules import release_day

NEWEST = 2
MORNING = time(6, tzinfo=DUTCH_TIME)


def publish_figures(land: Land, *, at: datetime) -> None:
    """Publish the newest quarters that were due by `at`, each on its own day.

    The audit of a release takes seconds, and longer with every release before it: the worker
    publishes the older ones when the demo is served.
    """
    where = land.municipality_id
    by = system("findings.publish", where)
    for period in due_periods(municipality_id=where, on=dutch_day(at))[-NEWEST:]:
        day = datetime.combine(release_day(period), MORNING)
        publish_release(municipality_id=where, period_end=period.end, by=by, at=day)
    report_process(municipality_id=where, by=by, at=at)
