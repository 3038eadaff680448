# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of an evening goes out: released, and mailed once to everyone who left an address."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.answer.replies.actions.delivering import try_again
from voelspriet.answer.replies.actions.service_mails import queue_service_mail
from voelspriet.answer.replies.choices import DeliveryState, ServiceMailKind
from voelspriet.answer.replies.models import Delivery
from voelspriet.answer.replies.queries.evening_reports import evening_mails
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.evenings.actions.addresses import mark_report_sent
from voelspriet.listen.evenings.actions.holding import audit_evening, held_evening
from voelspriet.listen.evenings.actions.reports import release_report
from voelspriet.listen.evenings.models import ReportAddress
from voelspriet.listen.evenings.rules.helpers import advises


@action
def send_evening_report(*, reference: str, by: Actor, at: datetime) -> int:
    """Release a report and put its mails in the outbox, in one transaction; return how many.

    The outbox points at the address and holds no copy: erasing the address takes the mail along.
    From here no address is left any more, and the last thirty days of those there are run.
    Refuses as `release_report`, so that a second press mails nobody.
    """
    release_report(reference=reference, by=by, at=at)
    mark_report_sent(reference=reference, by=by, at=at)
    evening = held_evening(reference, by, advises)
    # by random key: the order of the outbox tells nothing of the order of coming
    rows = ReportAddress.objects.filter(evening=evening).order_by("id")
    made = [
        queue_service_mail(
            ServiceMailKind.EVENING_REPORT,
            f"evening-report:{row_id.hex}",
            at,
            report_address_id=row_id,
            area_id=evening.area_id,
        )
        for row_id in rows.values_list("pk", flat=True)
    ]
    audit_evening("evening_report.mail", evening, by, at, mails=len(made))
    return len(made)


@action
def send_failed_again(*, reference: str, by: Actor, at: datetime) -> int:
    """Put the mails of a report that certainly failed back in the outbox; return how many.

    What is uncertain stays: only somebody who asked may send that again, one by one. Refuses when
    nothing failed. OutOfScope: others than the advisers of the evening.
    """
    evening = held_evening(reference, by, advises)
    failed = list(
        Delivery.objects.select_for_update()
        .filter(
            service_mail__in=evening_mails(reference),
            state=DeliveryState.FAILED,
        )
        .order_by("pk")
    )
    if not failed:
        raise Refused(_("Er is geen mail mislukt."))
    for delivery in failed:
        try_again(delivery, at=at)
    audit_evening("evening_report.mail_again", evening, by, at, mails=len(failed))
    return len(failed)
