# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling owners of safety plans what falls due, by the clock."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from voelspriet.act.plans.actions.cycle import remind_of_moments
from voelspriet.act.plans.queries.cycle import untold_moments
from voelspriet.answer.replies.actions.plan_reminders import mail_plan_owners
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import job, sweep
from voelspriet.lib.working_days import dutch_day


@job("plans.remind")
def remind(*, at: str) -> None:
    """Tell what is due at a moment, written as ISO 8601 with its zone."""
    _remind(datetime.fromisoformat(at))


@sweep("plans.remind", every=timedelta(hours=12))
def remind_now() -> None:
    """Tell what is due now."""
    _remind(timezone.now())


def _remind(at: datetime) -> None:
    """Tell only when there is something to tell, so that no day leaves an empty audit line.

    The mails follow from the reminders that are kept, so that a round that broke off between the
    two is made up for by the next.
    """
    if untold_moments(on=dutch_day(at)):
        remind_of_moments(by=system("plans.remind"), at=at)
    mail_plan_owners(by=system("plans.remind"), at=at)
