# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether people felt heard: one no reopens, a second one goes to a colleague."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.answer.replies.actions.finding import TEXT_LIMIT
from voelspriet.answer.replies.choices import CallState, HeardFace
from voelspriet.answer.replies.models import CallBack, Rating, Review
from voelspriet.answer.replies.rules.answers import rating_round
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.listen.intake.actions import open_debt
from voelspriet.listen.intake.choices import DebtReason
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.queries.codes import signal_id_of, signals_of_receipt


@action
def rate_signal(
    *,
    code: str,
    face: str,
    words: str = "",
    reference: str = "",
    may_read: bool = False,
    by: Actor,
    at: datetime,
) -> str:
    """Keep whether a reporter felt heard; return "kept", "reopened" or "review".

    The first "no" reopens the matter once with the adviser, who owes an answer again. The second
    asks a colleague to look; `may_read` is the reporter's yes to that colleague reading the report.
    `reference` picks one observation of a bundle form; empty is the first.

    Refused for an unknown face, a matter that is not closed and one rated before in this round;
    OutOfScope for a code that opens nothing.
    """
    signal = _signal_of(code, reference)
    if face not in HeardFace.values:
        raise Refused(_("Kies een gezicht."), field="face")
    rated = signal.ratings.count()
    number = rating_round(status=signal.status, reopened=signal.reopened, rated=rated)
    if number is None or signal.withdrawn_at is not None:
        raise Refused(_("U heeft ons dit al verteld. Dank u wel."))
    Rating.objects.create(
        signal=signal,
        round=number,
        face=face,
        words=words.strip()[:TEXT_LIMIT],
        language=signal.language,
        at=at,
    )
    outcome = "kept"
    if face == HeardFace.NO:
        outcome = _not_heard(signal, number, may_read=may_read, by=by, at=at)
    enqueue("replies.catch_up", signal_id=signal.pk)
    record(
        "rating.given",
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
        round=number,
        outcome=outcome,
    )
    return outcome


def _not_heard(signal: Signal, number: int, *, may_read: bool, by: Actor, at: datetime) -> str:
    if number == 1:
        open_debt(signal_id=signal.pk, reason=DebtReason.REOPENED, by=by, at=at)
        signal.refresh_from_db()
        due_on = signal.debts.filter(paid_at__isnull=True).order_by("due_on").first()
        if due_on is not None:
            CallBack.objects.filter(signal=signal).update(
                state=CallState.OPEN, due_on=due_on.due_on
            )
        return "reopened"
    Review.objects.create(signal=signal, asked_at=at, may_read_report=may_read)
    return "review"


def _signal_of(code: str, reference: str) -> Signal:
    first = signal_id_of(code=code)
    if first is None:
        raise OutOfScope(_("Deze code opent niets."))
    signals = Signal.objects.filter(pk__in=signals_of_receipt(signal_id=first))
    signal = signals.filter(reference=reference) if reference else signals.filter(pk=first)
    found = signal.select_related("municipality").first()
    if found is None:
        raise OutOfScope(_("Deze code opent niets."))
    return found
