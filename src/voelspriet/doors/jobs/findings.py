# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Publish figures on their fixed days and keep the process report of the day."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.areas.queries import municipalities
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import job, sweep
from voelspriet.lib.working_days import dutch_day
from voelspriet.understand.findings import queries
from voelspriet.understand.findings.actions import publish_release, report_process
from voelspriet.understand.findings.actions.counting import count_salience

LOG = logging.getLogger(__name__)


@sweep("findings.publish", every=timedelta(hours=6))
def publish_due_releases() -> None:
    """Publish every quarter whose fixed day has come, oldest first.

    After a refusal the next ones wait: what they would show depends on it. A quarter that was
    refused this month is tried again on the first of the next.
    """
    at = timezone.now()
    for town in municipalities():
        periods = queries.periods_to_publish(municipality_id=town.id, on=dutch_day(at))
        for period in periods:
            published = publish_release(
                municipality_id=town.id,
                period_end=period.end,
                by=system("findings.publish", town.id),
                at=at,
            )
            if not published:
                LOG.warning("release refused", extra={"period": period.end.isoformat()})
                break


@sweep("findings.report_process", every=timedelta(hours=12))
def report_processes() -> None:
    """Count how every municipality keeps its word."""
    at = timezone.now()
    for town in municipalities():
        report_process(
            municipality_id=town.id, by=system("findings.report_process", town.id), at=at
        )


@job("findings.count_salience")
def count_who_speaks(*, reference: str) -> None:
    """Count how often each side of a comparison speaks of each factor."""
    count_salience(reference=reference, by=system("findings.count_salience"), at=timezone.now())
