# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outbox: every mail goes out once, and what cannot be known is shown, never guessed.

waiting → sending (committed before the call, with a lease) → sent | failed | uncertain.
"""

from __future__ import annotations

import random
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext as _

from voelspriet.answer.replies.choices import DeliveryState
from voelspriet.answer.replies.models import Delivery
from voelspriet.answer.replies.queries.deliveries import about, own_deliveries
from voelspriet.answer.replies.records.mails import mail_for
from voelspriet.answer.replies.rules.delivery import LEASE, may_try_again, wait_before_retry
from voelspriet.answer.replies.transports import Fate, Sending, Transport
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action, housekeeping
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.lib.references import SYSTEM_RANDOM

STOPPED = (DeliveryState.UNCERTAIN, DeliveryState.FAILED)
NO_ADDRESS = Sending(Fate.REFUSED, "no_address")


def send_delivery(
    *,
    delivery_id: int,
    transport: Transport,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> DeliveryState | None:
    """Try to send one mail of the outbox; return its state, or None when it was not our turn.

    Three steps, so that a kill at any moment sends nothing twice: claim the row and commit; call
    the transport outside any transaction; write what became of it. A process that dies between
    the first and the last leaves a lease that runs out, and `release_expired` makes it uncertain.
    The address is read here, after the claim, and is neither stored nor logged.
    """
    claim = claim_delivery(delivery_id=delivery_id, at=at)
    if claim is None:
        return None
    mail = mail_for(delivery_id=delivery_id, at=at)
    sending = NO_ADDRESS if mail is None else transport.send(mail)
    return settle_delivery(
        delivery_id=delivery_id, claim=claim, sending=sending, by=by, at=at, rng=rng
    )


def claim_delivery(*, delivery_id: int, at: datetime) -> int | None:
    """Take a waiting mail for one attempt and commit; return the number of the claim.

    None when it is not waiting, not due yet, or somebody else was first.
    """
    with housekeeping("replies.claim_delivery"):
        claimed = Delivery.objects.filter(
            pk=delivery_id, state=DeliveryState.WAITING, next_try_at__lte=at
        ).update(
            state=DeliveryState.SENDING,
            lease_until=at + LEASE,
            attempts=F("attempts") + 1,
            claims=F("claims") + 1,
            tried_at=at,
            error="",
        )
        if not claimed:
            return None
        return Delivery.objects.values_list("claims", flat=True).get(pk=delivery_id)


@action
def settle_delivery(
    *,
    delivery_id: int,
    claim: int,
    sending: Sending,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> DeliveryState | None:
    """Write what became of an attempt.

    Also after its lease ran out: what is known then is worth more than "uncertain". An attempt
    that a colleague overtook by sending again is written down and changes nothing. None: the mail
    went meanwhile, because its reader took the address back.
    """
    delivery = Delivery.objects.select_for_update().filter(pk=delivery_id).first()
    if delivery is None:
        record("delivery.gone", by=by, at=at, subject="delivery", error=sending.error)
        return None
    told = about(delivery)
    is_ours = delivery.claims == claim and delivery.state in {
        DeliveryState.SENDING,
        DeliveryState.UNCERTAIN,
    }
    if is_ours:
        _apply(delivery, sending, at=at, rng=rng)
    record(
        f"delivery.{delivery.state if is_ours else 'overtaken'}",
        by=by,
        at=at,
        subject=told.subject,
        reference=told.reference,
        municipality_id=told.municipality_id,
        attempt=delivery.attempts,
        error=sending.error,
    )
    return DeliveryState(delivery.state)


def _apply(delivery: Delivery, sending: Sending, *, at: datetime, rng: random.Random) -> None:
    delivery.lease_until = None
    delivery.error = sending.error
    if sending.fate is Fate.TAKEN:
        delivery.state, delivery.sent_at = DeliveryState.SENT, at
    elif sending.fate is Fate.UNKNOWN:
        delivery.state = DeliveryState.UNCERTAIN
    elif sending.fate is Fate.LATER and may_try_again(delivery.attempts):
        delivery.state = DeliveryState.WAITING
        delivery.next_try_at = at + wait_before_retry(delivery.attempts, rng=rng)
    else:
        delivery.state = DeliveryState.FAILED
    delivery.save()


def release_expired(*, by: Actor, at: datetime) -> int:
    """Mark mails whose lease ran out as uncertain; return how many. Nothing is sent again."""
    expired = Delivery.objects.filter(state=DeliveryState.SENDING, lease_until__lte=at)
    if not expired.exists():
        return 0
    return _release(by=by, at=at)


@action
def _release(*, by: Actor, at: datetime) -> int:
    count = Delivery.objects.filter(state=DeliveryState.SENDING, lease_until__lte=at).update(
        state=DeliveryState.UNCERTAIN, lease_until=None, error="lease"
    )
    record("delivery.release", by=by, at=at, subject="delivery", count=count)
    return count


@action
def resend_delivery(*, delivery_id: int, by: Actor, at: datetime) -> None:
    """Send a failed or uncertain mail again, because a colleague says so.

    The Message-ID stays, so that a mailbox that has it can tell. Refused for a mail that is under
    way or sent; OutOfScope for anyone but the duo.
    """
    delivery = _stopped(delivery_id, by)
    told = about(delivery)
    if told.is_withdrawn:
        raise Refused(_("Deze melding is ingetrokken. De mail gaat niet meer uit."))
    try_again(delivery, at=at)
    record("delivery.resend", by=by, at=at, subject=told.subject, reference=told.reference)


def try_again(delivery: Delivery, *, at: datetime) -> None:
    """Put a stopped mail back in the outbox, within an action."""
    delivery.state = DeliveryState.WAITING
    delivery.next_try_at = at
    delivery.lease_until = None
    delivery.attempts = 0
    delivery.save()
    enqueue("replies.send", delivery_id=delivery.pk)


@action
def confirm_delivery(*, delivery_id: int, by: Actor, at: datetime) -> None:
    """Note that an uncertain mail did arrive: a colleague checked. Nothing is sent.

    Refused and OutOfScope as `resend_delivery`.
    """
    delivery = _stopped(delivery_id, by)
    told = about(delivery)
    delivery.state, delivery.sent_at, delivery.error = DeliveryState.SENT, at, ""
    delivery.save()
    record("delivery.confirm", by=by, at=at, subject=told.subject, reference=told.reference)


def _stopped(delivery_id: int, by: Actor) -> Delivery:
    delivery = own_deliveries(by).filter(pk=delivery_id).first()
    if delivery is None:
        raise OutOfScope(_("Deze mail is er niet."))
    if delivery.state not in STOPPED:
        raise Refused(_("Deze mail is onderweg of al verstuurd."))
    return delivery
