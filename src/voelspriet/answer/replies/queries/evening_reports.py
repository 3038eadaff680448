# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the mails of an evening's report are doing: as counts, never of one address."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from voelspriet.answer.replies.choices import DeliveryState
from voelspriet.answer.replies.models import Delivery, ServiceMail
from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.evenings.queries.addresses import address_count


@dataclass(frozen=True, slots=True)
class ReportMails:
    """How many addresses there are (still), and how many of their mails stand where."""

    addresses: int
    sent: int
    waiting: int
    failed: int
    uncertain: int


def evening_mails(reference: str) -> QuerySet[ServiceMail]:
    """Return the mails about the report of an evening."""
    return ServiceMail.objects.filter(report_address__evening__reference=reference)


def report_mails(*, reference: str, by: Actor) -> ReportMails:
    """Return the counts of an evening's mails. OutOfScope for others than its advisers."""
    addresses = address_count(reference=reference, by=by)
    found = Delivery.objects.filter(service_mail__in=evening_mails(reference)).order_by()
    rows = found.values_list("state").annotate(every=Count("pk"))
    states: dict[str, int] = {str(state): every for state, every in rows}
    return ReportMails(
        addresses=addresses,
        sent=states.get(DeliveryState.SENT, 0),
        waiting=states.get(DeliveryState.WAITING, 0) + states.get(DeliveryState.SENDING, 0),
        failed=states.get(DeliveryState.FAILED, 0),
        uncertain=states.get(DeliveryState.UNCERTAIN, 0),
    )
