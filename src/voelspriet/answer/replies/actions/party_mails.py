# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mails to organisations that rooms above put in the outbox, within an action of their own.

Whoever calls these has seen to it that the colleague may send this.
"""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.answer.replies.actions.delivering import STOPPED, try_again
from voelspriet.answer.replies.actions.service_mails import queue_service_mail
from voelspriet.answer.replies.choices import DeliveryState, ServiceMailKind
from voelspriet.answer.replies.models import Delivery, ServiceMail
from voelspriet.ground.privacy.actors import OutOfScope, Refused


def queue_party_mail(
    *, kind: ServiceMailKind, key: str, organisation_id: int, area_id: int, at: datetime
) -> bool:
    """Put a mail in the outbox; False when it was there: each `key` goes once."""
    made = queue_service_mail(kind, key, at, organisation_id=organisation_id, area_id=area_id)
    return made is not None


def party_mail_again(*, key: str, at: datetime) -> None:
    """Send a failed or uncertain mail again. Refuses what is under way or sent."""
    found = Delivery.objects.select_for_update().filter(service_mail__key=key).first()
    if found is None:
        raise OutOfScope(_("Deze mail is er niet."))
    if found.state not in STOPPED:
        raise Refused(_("Deze mail is onderweg of al verstuurd."))
    try_again(found, at=at)


def drop_party_mails(*, key_start: str) -> None:
    """Take mails back that did not go yet; what was sent stays known."""
    ServiceMail.objects.filter(
        key__startswith=key_start, delivery__state=DeliveryState.WAITING
    ).delete()
