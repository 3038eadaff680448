# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Background work of answers: acknowledge, catch up, and empty the outbox."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.answer.replies import actions
from voelspriet.answer.replies.queries import due_deliveries
from voelspriet.answer.replies.transports import current_transport
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import job, sweep

ANSWERING = system("replies")
MAILING = system("outbox")
LONGEST_ROUND = timedelta(minutes=1)


@job("replies.acknowledge")
def acknowledge(*, signal_id: int) -> None:
    """Acknowledge a report, and queue what must be translated."""
    at = timezone.now()
    actions.acknowledge(signal_id=signal_id, by=ANSWERING, at=at)
    actions.catch_up(signal_id=signal_id, at=at)


@job("replies.catch_up")
def catch_up(*, signal_id: int) -> None:
    """Queue what a new text of one report needs."""
    actions.catch_up(signal_id=signal_id, at=timezone.now())


@job("replies.enforcement_notice")
def enforcement_notice(*, signal_id: int) -> None:
    """Tell somebody that a request to enforce cannot be anonymous."""
    actions.notify_enforcement(signal_id=signal_id, by=ANSWERING, at=timezone.now())


@job("replies.send")
def send(*, delivery_id: int) -> None:
    """Try one mail now. While mail is off it waits, and the sweep takes it up later."""
    transport = current_transport()
    if transport is not None:
        actions.send_delivery(
            delivery_id=delivery_id, transport=transport, by=MAILING, at=timezone.now()
        )


@sweep("replies.outbox", every=timedelta(seconds=15))
def empty_outbox() -> None:
    """Mark broken-off mails as uncertain and try the mails that are due, for at most a minute.

    Stops at the first one that must wait: a mail server that is away is away for the others too.
    """
    start = timezone.now()
    actions.release_expired(by=MAILING, at=start)
    transport = current_transport()
    if transport is None:
        return
    for delivery_id in due_deliveries(at=start):
        at = timezone.now()
        state = actions.send_delivery(
            delivery_id=delivery_id, transport=transport, by=MAILING, at=at
        )
        if state == "waiting" or at - start > LONGEST_ROUND:
            return


@sweep("replies.catch_up", every=timedelta(minutes=2))
def catch_up_all() -> None:
    """Do what a lost wake-up left undone."""
    at = timezone.now()
    actions.acknowledge_missing(by=ANSWERING, at=at)
    actions.catch_up(at=at)
