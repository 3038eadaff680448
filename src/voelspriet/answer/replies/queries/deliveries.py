# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the outbox: what is due, and what a colleague must look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from voelspriet.act.plans.rules.access import READS
from voelspriet.answer.replies.choices import AnswerKind, DeliveryState, ServiceMailKind
from voelspriet.answer.replies.models import Delivery, ServiceMail
from voelspriet.answer.replies.rules.access import answerable, mails_to_colleagues
from voelspriet.answer.replies.rules.delivery import error_words
from voelspriet.answer.replies.transports import current_transport
from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.intake.models import Signal

MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A mail that stopped. Says of which report and why; never to which address.

    `reader` is the colleague a mail about a plan is for; `plan_reference` is empty for somebody
    who reads no plans.
    """

    id: int
    reference: str
    what: str
    state: str
    is_uncertain: bool
    attempts: int
    tried_at: datetime | None
    error: Promise
    party: str = ""
    evening_reference: str = ""
    plan_reference: str = ""
    plan_title: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True)
class MailPage:
    """The outbox as an adviser sees it. `is_set_up` tells whether mail can go out at all."""

    is_set_up: bool
    waiting: int
    stopped: tuple[DeliveryRow, ...]


def due_deliveries(*, at: datetime, limit: int = 100) -> list[int]:
    """Return the ids of mails that may be tried now, longest waiting first."""
    return list(
        Delivery.objects.filter(state=DeliveryState.WAITING, next_try_at__lte=at)
        .order_by("next_try_at", "pk")
        .values_list("pk", flat=True)[:limit]
    )


def mail_page(*, by: Actor) -> MailPage:
    """Return what is failed or uncertain among this actor's mails, and how many wait."""
    own = own_deliveries(by)
    stopped = (
        own.filter(state__in=[DeliveryState.FAILED, DeliveryState.UNCERTAIN])
        .filter(
            Q(answer__signal__withdrawn_at__isnull=True)
            & Q(permission_request__signal__withdrawn_at__isnull=True)
            & Q(service_mail__signal__withdrawn_at__isnull=True)
        )
        .select_related(
            "answer__signal",
            "permission_request__signal",
            "service_mail__signal",
            "service_mail__organisation",
            "service_mail__report_address__evening",
            "service_mail__plan__owner",
        )
        .defer("service_mail__report_address__address")  # no page shows one
        .order_by("-tried_at", "-pk")[:MOST_ROWS]
    )
    return MailPage(
        is_set_up=current_transport() is not None,
        waiting=own.filter(state__in=[DeliveryState.WAITING, DeliveryState.SENDING]).count(),
        stopped=tuple(_row(delivery, by) for delivery in stopped),
    )


def own_deliveries(by: Actor) -> QuerySet[Delivery]:
    """Return the mails of this actor: about signals they owe the answers of, or their areas.

    And those to colleagues, as `mails_to_colleagues` says.
    """
    own = answerable(by)
    to_parties = ServiceMail.objects.filter(agreements__area_id__in=sorted(by.area_ids))
    return Delivery.objects.filter(
        Q(answer__signal__in=own)
        | Q(permission_request__signal__in=own)
        | Q(service_mail__signal__in=own)
        | Q(service_mail__in=to_parties.values("pk"))
        | Q(service_mail__area_id__in=sorted(by.area_ids))
        | Q(service_mail__in=mails_to_colleagues(by).values("pk"))
    )


def stopped_for_colleagues(*, by: Actor, limit: int) -> tuple[DeliveryRow, ...]:
    """Return mails to colleagues that did not arrive, or may not have. One query."""
    found = Delivery.objects.filter(
        service_mail__in=mails_to_colleagues(by).values("pk"),
        state__in=[DeliveryState.FAILED, DeliveryState.UNCERTAIN],
    ).select_related("service_mail__plan__owner")
    return tuple(_row(one, by) for one in found.order_by("-tried_at", "-pk")[:limit])


@dataclass(frozen=True, slots=True)
class About:
    """What a mail is about: a signal, an organisation, an evening or a plan."""

    subject: str
    reference: str
    municipality_id: int
    is_withdrawn: bool = False


def signal_of(delivery: Delivery) -> Signal | None:
    """Return the signal a mail is about; None for one about something else."""
    told = delivery.answer or delivery.permission_request or delivery.service_mail
    if told is None:
        raise LookupError("A delivery is about an answer, a question or a service mail.")
    return told.signal


def about(delivery: Delivery) -> About:
    """Return what a mail is about."""
    signal = signal_of(delivery)
    if signal is not None:
        return About(
            "signal", signal.reference, signal.municipality_id, signal.withdrawn_at is not None
        )
    told = delivery.service_mail
    if told is not None and told.report_address is not None:
        evening = told.report_address.evening
        return About("evening", evening.reference, evening.municipality_id)
    if told is not None and told.plan is not None:
        return About("plan", told.plan.reference, told.plan.municipality_id)
    party = told.organisation if told else None
    if party is None:
        raise LookupError("A service mail has a reader.")
    return About("organisation", str(party.pk), party.municipality_id)


def _row(delivery: Delivery, by: Actor) -> DeliveryRow:
    signal, service_mail = signal_of(delivery), delivery.service_mail
    address = service_mail.report_address if service_mail else None
    plan = service_mail.plan if service_mail else None
    what = str(AnswerKind(delivery.answer.kind).label) if delivery.answer else ""
    return DeliveryRow(
        id=delivery.pk,
        reference=signal.reference if signal else "",
        party=service_mail.organisation.name if service_mail and service_mail.organisation else "",
        evening_reference=address.evening.reference if address else "",
        plan_reference=plan.reference if plan and by.has(*READS) else "",
        plan_title=plan.title if plan else "",
        reader=plan.owner.name if plan and plan.owner else "",
        what=str(ServiceMailKind(service_mail.kind).label) if service_mail else what,
        state=str(DeliveryState(delivery.state).label),
        is_uncertain=delivery.state == DeliveryState.UNCERTAIN,
        attempts=delivery.attempts,
        tried_at=delivery.tried_at,
        error=error_words(delivery.error),
    )
