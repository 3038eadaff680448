# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may answer, translate and look again. Only the duo reads what a reporter wrote."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from voelspriet.act.plans.models import Plan
from voelspriet.answer.replies.models import Answer, Review, ServiceMail
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.access import directed_signals


def answerable(by: Actor) -> QuerySet[Signal]:
    """Return the signals this actor owes the answers of: those of the areas they advise."""
    return directed_signals(by)


def mails_to_colleagues(by: Actor) -> QuerySet[ServiceMail]:
    """Return the mails to colleagues this actor may see the fate of, as far as they still matter.

    A mail about a plan is for whoever follows it; an administrator sees those of everybody in
    the municipality, because it is the mail server that has to be looked at.
    """
    if not by.is_staff or by.municipality_id is None:
        return ServiceMail.objects.none()
    plans = Plan.objects.filter(municipality_id=by.municipality_id)
    if not by.has(Role.ADMINISTRATOR):
        plans = plans.filter(owner_id=by.user_id)
    return ServiceMail.objects.filter(
        plan__in=plans.values("pk"), moment_reminders__moment__held_on__isnull=True
    )


def reviewable(by: Actor) -> QuerySet[Review]:
    """Return the reviews this actor may decide: a colleague who had no part in the answers.

    An adviser of another area, or the director of the process.
    """
    if not by.has(Role.AREA_ADVISER, Role.DIRECTOR) or by.municipality_id is None:
        return Review.objects.none()
    answered = Answer.objects.filter(signal_id=OuterRef("signal_id"), by_id=by.user_id)
    return Review.objects.filter(
        ~Q(signal__responsible_area_id__in=by.area_ids),
        ~Exists(answered),
        signal__municipality_id=by.municipality_id,
    )
