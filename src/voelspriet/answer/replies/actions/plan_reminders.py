# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mailing whoever follows a plan what falls due in its cycle: each stage of a moment once."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import QuerySet

from voelspriet.act.plans.choices import PlanState
from voelspriet.act.plans.models import MomentReminder, Plan
from voelspriet.answer.replies.actions.service_mails import queue_service_mail
from voelspriet.answer.replies.choices import ServiceMailKind
from voelspriet.answer.replies.rules.plan_mails import FRESH_DAYS
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action


def mail_plan_owners(*, by: Actor, at: datetime) -> int:
    """Mail whoever follows an adopted plan what they were reminded of; return how many mails.

    One mail for all new reminders of a plan. May run as often as one likes: a reminder is in one
    mail, ever. Reminders of more than four days ago, of plans that nobody follows, and of what
    was done since, are not mailed.
    """
    plans: defaultdict[int, list[int]] = defaultdict(list)
    rows = _unmailed(at).order_by("moment__plan_id", "id")
    for plan_id, reminder_id in rows.values_list("moment__plan_id", "id"):
        plans[plan_id].append(reminder_id)
    for plan_id in plans:
        mail_plan_owner(plan_id=plan_id, by=by, at=at)
    return len(plans)


@action
def mail_plan_owner(*, plan_id: int, by: Actor, at: datetime) -> None:
    """Put one mail with all new reminders of a plan in the outbox; none when there are none."""
    plan = Plan.objects.select_for_update().get(pk=plan_id)
    told = list(_unmailed(at).filter(moment__plan=plan).order_by("id"))
    if told:
        key = f"plan_moment:{plan.pk}:{told[0].pk}"
        made = queue_service_mail(ServiceMailKind.PLAN_MOMENT, key, at, plan=plan)
        if made is not None:
            made.moment_reminders.set(told)
    record(
        "plan.mail_owner",
        by=by,
        at=at,
        subject="plan",
        reference=plan.reference,
        municipality_id=plan.municipality_id,
        moments=len(told),
    )


def _unmailed(at: datetime) -> QuerySet[MomentReminder]:
    return MomentReminder.objects.filter(
        service_mails__isnull=True,
        at__gte=at - timedelta(days=FRESH_DAYS),
        at__lte=at,
        moment__held_on__isnull=True,
        moment__plan__state=PlanState.ADOPTED,
        moment__plan__owner__is_active=True,
    ).exclude(moment__plan__owner__email="")
