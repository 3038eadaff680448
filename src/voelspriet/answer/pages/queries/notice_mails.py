# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""To which organisations a notice was mailed, how each mail is, and who could still have it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from voelspriet.answer.pages.rules.notices import mail_key_start
from voelspriet.answer.replies.choices import DeliveryState
from voelspriet.answer.replies.models import Delivery
from voelspriet.answer.replies.rules.delivery import error_words
from voelspriet.answer.replies.transports import current_transport
from voelspriet.ground.network.queries import organisations
from voelspriet.ground.privacy.actors import Actor

STOPPED = (DeliveryState.FAILED, DeliveryState.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class MailedParty:
    """An organisation a notice was mailed to, and how that mail is; `error` when it stopped."""

    organisation_id: int
    name: str
    state: str
    state_label: str
    is_stopped: bool
    sent_at: datetime | None
    error: Promise | None


@dataclass(frozen=True, slots=True)
class NoticeMails:
    """The mails of a notice. `open_parties` can still have it; `without_address` cannot be mailed.

    `is_set_up` tells whether mail can go out at all.
    """

    is_set_up: bool
    mailed: tuple[MailedParty, ...]
    open_parties: tuple[tuple[int, str], ...]
    without_address: tuple[str, ...]


def notice_mails(*, reference: str, by: Actor) -> NoticeMails:
    """Return the mails of a notice that `by` may write. Two queries."""
    found = Delivery.objects.filter(service_mail__key__startswith=mail_key_start(reference))
    rows = [
        _mailed(one)
        for one in found.select_related("service_mail__organisation").order_by(
            "service_mail__organisation__name", "id"
        )
    ]
    had = {one.organisation_id for one in rows}
    parties = organisations(by=by)
    return NoticeMails(
        is_set_up=current_transport() is not None,
        mailed=tuple(rows),
        open_parties=tuple(
            (one.id, one.name) for one in parties if one.email and one.id not in had
        ),
        without_address=tuple(one.name for one in parties if not one.email),
    )


def _mailed(delivery: Delivery) -> MailedParty:
    party = delivery.service_mail.organisation if delivery.service_mail else None
    is_stopped = delivery.state in STOPPED
    return MailedParty(
        organisation_id=party.pk if party else 0,
        name=party.name if party else "",
        state=delivery.state,
        state_label=str(DeliveryState(delivery.state).label),
        is_stopped=is_stopped,
        sent_at=delivery.sent_at,
        error=error_words(delivery.error) if is_stopped else None,
    )
