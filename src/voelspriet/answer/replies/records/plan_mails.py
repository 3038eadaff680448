# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the mail to whoever follows a plan says, made at the moment it goes."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from voelspriet.act.plans.models import Plan
from voelspriet.answer.replies.models import ServiceMail
from voelspriet.answer.replies.rules.plan_mails import moment_line, plan_closing, plan_opening


@dataclass(frozen=True, slots=True)
class PlanMail:
    """Whom it goes to, in which language, and what it says."""

    address: str
    language: str
    context: dict[str, object]


def plan_mail(service_mail: ServiceMail, plan: Plan) -> PlanMail | None:
    """Return the mail to whoever follows the plan now; None when there is nothing left to tell.

    A plan may have passed to somebody else since, and a moment may have been held.
    """
    owner = plan.owner
    waiting = service_mail.moment_reminders.filter(moment__held_on__isnull=True)
    rows = list(waiting.select_related("moment").order_by("moment__due_on", "moment_id"))
    if owner is None or not owner.is_active or not owner.email or not rows:
        return None
    with translation.override(owner.language):
        context: dict[str, object] = {
            "paragraphs": [plan_opening(plan.title)],
            "promises": [
                moment_line(what=one.moment.what, stage=one.stage, due_on=one.moment.due_on)
                for one in rows
            ],
            "closing": plan_closing(),
            "work_url": settings.PUBLIC_URL
            + reverse("workspace:plan_cycle", args=(plan.reference,)),
        }
    return PlanMail(owner.email, owner.language, context)
