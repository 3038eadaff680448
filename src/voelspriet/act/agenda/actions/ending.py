# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ending an agreement: done or not done, with what came of it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import (
    audit,
    held_agreement,
    settle_escalations,
    worded,
)
from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.rules import RESULT_LIMIT, carries_out, directs
from voelspriet.ground.privacy.actors import Actor, Refused, system
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.actions import take_in_hand
from voelspriet.listen.intake.choices import SignalStatus


@action
def finish_agreement(*, reference: str, result: str, done: bool, by: Actor, at: datetime) -> None:
    """End an agreement, done or not done, and say what came of it.

    By an adviser of its area or a colleague of the organisation that promised it. Signals that
    waited on it, and on no other running agreement, come back in the adviser's hand; answering
    their reporters is a deed of its own. Refuses: an ended agreement, no result, and whoever
    only reads along. OutOfScope for everybody else.
    """
    agreement = held_agreement(reference, by)
    if not (directs(by, agreement) or carries_out(by, agreement)):
        raise Refused(_("Alleen de adviseur of de organisatie zelf rondt deze afspraak af."))
    agreement.state = AgreementState.DONE if done else AgreementState.NOT_DONE
    agreement.result = worded(result, RESULT_LIMIT, "result")
    agreement.ended_at, agreement.ended_on = at, dutch_day(at)
    agreement.save(update_fields=["state", "result", "ended_at", "ended_on"])
    settle_escalations(agreement, at)
    _return_signals(agreement, at)
    audit("agreement.finish", agreement, by, at, done=done)


def _return_signals(agreement: Agreement, at: datetime) -> None:
    by = system("agenda", agreement.municipality_id)
    waiting = agreement.signals.filter(
        status=SignalStatus.WAITING,
        waiting_on=agreement.organisation.name,
        withdrawn_at__isnull=True,
    ).exclude(agreements__state=AgreementState.OPEN)
    for signal in waiting.order_by("id"):
        take_in_hand(reference=signal.reference, by=by, at=at)
