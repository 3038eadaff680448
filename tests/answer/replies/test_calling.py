# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calling back: attempts are kept, and what was said can be the answer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.answer.replies.conftest import LATER
from tests.factories.replies import make_call
from voelspriet.answer.replies import actions
from voelspriet.answer.replies.models import Answer, CallAttempt, CallBack, Delivery
from voelspriet.answer.replies.records import calls_to_make
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.listen.intake.models import Signal

ON = date(2026, 9, 16)


def log(call, by, result="no_answer", **more):
    return actions.log_call(reference=call.signal.reference, result=result, by=by, at=LATER, **more)


def test_the_list_holds_times_and_attempts_and_never_the_number(area, adviser):
    call = make_call(area)
    log(call, adviser, note="Voicemail.")
    (row,) = calls_to_make(by=adviser, on=ON)
    assert (row.times, row.is_late) == ("na 17 uur", True)
    assert [attempt.note for attempt in row.attempts] == ["Voicemail."]
    assert "0612345678" not in repr(row)


def test_what_was_said_pays_at_once_and_stands_on_the_receipt_page(area, adviser):
    call = make_call(area, language="tr")
    assert log(call, adviser, "reached", said="Wij maken de lamp dinsdag.")
    answer = Answer.objects.get()
    assert answer.is_spoken
    assert answer.given_at == LATER
    assert answer.translation_state == "waiting"
    assert Signal.objects.get().answers_owed == 0
    assert not Delivery.objects.exists()
    assert calls_to_make(by=adviser, on=ON) == ()


def test_reaching_somebody_without_an_answer_pays_nothing(area, adviser):
    call = make_call(area)
    assert not log(call, adviser, "reached")
    assert Signal.objects.get().answers_owed == 1


def test_words_said_to_nobody_are_refused_and_nothing_is_kept(area, adviser):
    call = make_call(area)
    with pytest.raises(Refused) as refused:
        log(call, adviser, "no_answer", said="Wij maken het.")
    assert refused.value.field == "said"
    assert not CallAttempt.objects.exists()


def test_giving_up_needs_three_attempts_and_leaves_the_answer_owed(area, adviser):
    call = make_call(area)
    reference = call.signal.reference
    for attempt in range(3):
        with pytest.raises(Refused):
            actions.give_up_call(reference=reference, by=adviser, at=LATER)
        assert attempt == CallAttempt.objects.count()
        log(call, adviser)
    actions.give_up_call(reference=reference, by=adviser, at=LATER)
    assert CallBack.objects.get().state == "given_up"
    assert Signal.objects.get().answers_owed == 1


def test_a_wrong_number_is_reason_enough_to_give_up(area, adviser):
    call = make_call(area)
    log(call, adviser, "wrong_number")
    actions.give_up_call(reference=call.signal.reference, by=adviser, at=LATER)
    assert CallBack.objects.get().state == "given_up"


def test_nobody_but_the_duo_calls(area, colleague):
    call = make_call(area)
    assert calls_to_make(by=colleague, on=ON) == ()
    with pytest.raises(OutOfScope):
        log(call, colleague)
