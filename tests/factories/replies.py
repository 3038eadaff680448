# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers, questions, mails and call-backs, and a transport that remembers."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.conf import settings

from tests.conftest import arranging
from tests.factories.signals import NOON, make_contact, make_signal, municipality_of
from voelspriet.answer.replies.choices import AnswerKind, AnswerOrigin
from voelspriet.answer.replies.models import Answer, AnswerTemplate, CallBack, Delivery
from voelspriet.answer.replies.transports import Fate, Mail, Sending
from voelspriet.ground.areas.models import Area
from voelspriet.listen.intake.choices import AnswerWish
from voelspriet.listen.intake.models import PermissionRequest, Signal

_numbers = count(1)
TAKEN = Sending(Fate.TAKEN)


def code_of(number: int) -> str:
    """Return a receipt code for tests: 16 digits."""
    return f"{4_000_000_000_000_000 + number}"


def make_followed(area: Area, **more: Any) -> tuple[Signal, str]:
    """Make a signal with the code that opens it."""
    code = code_of(next(_numbers))
    signal = make_signal(area=area, receipt_hash=settings.KEYRING.receipt_hash(code), **more)
    return signal, code


def make_mailed(area: Area, *, email: str = "sanne@voorbeeld.nl", **more: Any) -> Signal:
    """Make a signal of somebody who wants to be mailed."""
    signal = make_signal(area=area, answer_wish=AnswerWish.EMAIL, openness="confidential", **more)
    make_contact(signal, email=email)
    return signal


def make_answer(signal: Signal, **more: Any) -> Answer:
    """Make an answer that was given, without what giving does."""
    values = {
        "reference": f"A-{next(_numbers):04d}-TEST",
        "kind": AnswerKind.FINAL,
        "origin": AnswerOrigin.PERSON,
        "text": "De lamp is gemaakt.",
        "by_id": 900,
        "by_name": "Anna Adviseur",
        "at": NOON,
        "given_at": NOON,
    }
    with arranging():
        return Answer.objects.create(signal=signal, **values | more)


def make_delivery(answer: Answer, **more: Any) -> Delivery:
    """Make a mail in the outbox, waiting and due."""
    values = {"message_id": f"<v-{next(_numbers)}@test>", "next_try_at": NOON}
    with arranging():
        return Delivery.objects.create(answer=answer, **values | more)


def make_template(
    area: Area, *, text: str = "Wij gaan ermee aan de slag.", title: str = "Opgepakt"
) -> AnswerTemplate:
    """Make a text to start an answer from."""
    with arranging():
        return AnswerTemplate.objects.create(
            municipality=municipality_of(area), title=title, text=text
        )


def make_call(area: Area, **more: Any) -> CallBack:
    """Make somebody to call back."""
    signal = make_signal(area=area, answer_wish=AnswerWish.CALL, openness="confidential", **more)
    make_contact(signal, phone="0612345678", call_times="na 17 uur")
    with arranging():
        return CallBack.objects.create(signal=signal, due_on=signal.first_answer_due_on)


def make_question(signal: Signal, **more: Any) -> PermissionRequest:
    """Make an open question to a reporter."""
    values = {"question": "Mogen wij dit met de verhuurder bespreken?", "by_name": "Anna Adviseur"}
    with arranging():
        return PermissionRequest.objects.create(signal=signal, asked_at=NOON, **values | more)


@dataclass
class RememberedMail:
    """A transport that keeps what it was given and answers as told."""

    answer: Sending = TAKEN
    mails: list[Mail] = field(default_factory=list)

    def send(self, mail: Mail) -> Sending:
        self.mails.append(mail)
        return self.answer
