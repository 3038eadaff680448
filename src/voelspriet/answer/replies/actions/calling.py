# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calling people back: every attempt is kept, and what was said can be the answer."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.answer.replies.actions.finding import TEXT_LIMIT, own_signal, worded
from voelspriet.answer.replies.actions.giving import Words, write_answer
from voelspriet.answer.replies.choices import AnswerKind, CallResult, CallState
from voelspriet.answer.replies.models import CallAttempt, CallBack
from voelspriet.answer.replies.rules.calls import may_give_up
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.models import Signal


@action
def log_call(
    *,
    reference: str,
    result: str,
    note: str = "",
    said: str = "",
    kind: str = AnswerKind.FINAL,
    by: Actor,
    at: datetime,
) -> bool:
    """Keep one attempt to call a reporter back; return whether an answer was given with it.

    With `said`, what the colleague told the reporter becomes the answer: it was heard, so it pays
    at once, and it stands on the receipt page too. Takes somebody who was reached off the list.

    Refused for an unknown result, or words said to nobody; OutOfScope for anyone but the duo and
    for somebody who did not ask to be called.
    """
    signal = own_signal(reference=reference, by=by)
    call = _call_of(signal)
    if result not in CallResult.values:
        raise Refused(_("Kies hoe het gesprek ging."), field="result")
    if said.strip() and result != CallResult.REACHED:
        raise Refused(
            _("U sprak niemand. Laat leeg wat u gezegd heeft, of kies 'Gesproken'."), field="said"
        )
    if said.strip() and kind not in {AnswerKind.INTERIM, AnswerKind.FINAL}:
        raise Refused(_("Kies of dit een tussenbericht is of het antwoord."), field="kind")
    CallAttempt.objects.create(
        call_back=call, result=result, note=note.strip()[:TEXT_LIMIT], by_name=by.name, at=at
    )
    if result == CallResult.REACHED:
        call.state = CallState.REACHED
        call.save(update_fields=["state"])
    if said.strip():
        words = Words(text=worded(said, field="said"), kind=AnswerKind(kind), is_spoken=True)
        write_answer(signal=signal, words=words, by=by, at=at)
    record(
        "call.logged",
        by=by,
        at=at,
        subject="signal",
        reference=reference,
        result=result,
        answered=bool(said.strip()),
    )
    return bool(said.strip())


@action
def give_up_call(*, reference: str, by: Actor, at: datetime) -> None:
    """Stop calling somebody. The answer stays owed: it must be written on the receipt page.

    Refused before three attempts, unless the number was wrong; OutOfScope as `log_call`.
    """
    signal = own_signal(reference=reference, by=by)
    call = _call_of(signal)
    if not may_give_up(call.attempts.values_list("result", flat=True)):
        raise Refused(_("Bel eerst drie keer, op verschillende momenten."))
    call.state = CallState.GIVEN_UP
    call.save(update_fields=["state"])
    record("call.given_up", by=by, at=at, subject="signal", reference=reference)


def _call_of(signal: Signal) -> CallBack:
    call = CallBack.objects.filter(signal=signal, state=CallState.OPEN).first()
    if call is None or signal.withdrawn_at is not None:
        raise OutOfScope(_("Deze persoon staat niet op de bellijst."))
    return call
