# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outbox: once, or known not to be, or shown as uncertain."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from tests.answer.replies.conftest import LATER
from tests.conftest import arranging
from tests.factories.replies import (
    RememberedMail,
    make_answer,
    make_delivery,
    make_mailed,
    make_question,
)
from tests.factories.signals import NOON, make_signal
from voelspriet.answer.replies import actions
from voelspriet.answer.replies.choices import DeliveryState
from voelspriet.answer.replies.models import Delivery
from voelspriet.answer.replies.queries import due_deliveries, mail_page
from voelspriet.answer.replies.rules.delivery import (
    LEASE,
    LONGEST_WAIT,
    MOST_ATTEMPTS,
    wait_before_retry,
)
from voelspriet.answer.replies.transports import Fate, Sending
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.models import AuditLine

JOB = system("outbox")


@pytest.fixture
def delivery(area):
    return make_delivery(make_answer(make_mailed(area)))


def send(delivery, transport, at=NOON):
    return actions.send_delivery(
        delivery_id=delivery.pk, transport=transport, by=JOB, at=at, rng=random.Random(1)
    )


def row(delivery) -> Delivery:
    return Delivery.objects.get(pk=delivery.pk)


def test_a_mail_that_was_taken_is_sent_and_never_again(delivery):
    transport = RememberedMail()
    assert send(delivery, transport) == DeliveryState.SENT
    assert send(delivery, transport) is None
    assert len(transport.mails) == 1
    assert transport.mails[0].to == "sanne@voorbeeld.nl"
    assert transport.mails[0].message_id == delivery.message_id
    assert row(delivery).sent_at == NOON


def test_a_mail_that_must_wait_comes_back_later_and_later(delivery):
    transport = RememberedMail(Sending(Fate.LATER, "connect"))
    assert send(delivery, transport) == DeliveryState.WAITING
    first = row(delivery).next_try_at
    assert NOON + timedelta(seconds=45) <= first <= NOON + timedelta(seconds=75)
    assert send(delivery, transport, at=NOON + timedelta(seconds=10)) is None
    assert due_deliveries(at=first) == [delivery.pk]


def test_it_gives_up_after_eight_attempts_and_shows_it(delivery, adviser):
    transport = RememberedMail(Sending(Fate.LATER, "smtp_451"))
    at = NOON
    for _attempt in range(MOST_ATTEMPTS):
        send(delivery, transport, at=at)
        at += timedelta(days=1)
    assert row(delivery).state == DeliveryState.FAILED
    assert len(transport.mails) == MOST_ATTEMPTS
    (shown,) = mail_page(by=adviser).stopped
    assert shown.attempts == MOST_ATTEMPTS
    assert "nog niet" in str(shown.error)


def test_waits_double_up_to_six_hours_and_never_come_together():
    rng = random.Random(7)
    waits = [wait_before_retry(n, rng=rng) for n in range(1, 40)]
    assert all(wait <= LONGEST_WAIT * 1.25 for wait in waits)
    assert waits[4] > waits[0] * 8
    assert len(set(waits)) == len(waits)


def test_a_refused_address_fails_at_once(delivery):
    assert send(delivery, RememberedMail(Sending(Fate.REFUSED, "smtp_550"))) == "failed"


def test_what_nobody_knows_is_uncertain_and_not_sent_again(delivery):
    assert send(delivery, RememberedMail(Sending(Fate.UNKNOWN, "lost"))) == "uncertain"
    again = RememberedMail()
    assert send(delivery, again, at=LATER + timedelta(days=9)) is None
    assert due_deliveries(at=LATER + timedelta(days=9)) == []
    assert again.mails == []


def test_a_lease_that_ran_out_becomes_uncertain(delivery):
    actions.claim_delivery(delivery_id=delivery.pk, at=NOON)
    assert actions.release_expired(by=JOB, at=NOON + LEASE - timedelta(seconds=1)) == 0
    assert actions.release_expired(by=JOB, at=NOON + LEASE) == 1
    assert row(delivery).state == DeliveryState.UNCERTAIN
    assert AuditLine.objects.filter(action="delivery.release").count() == 1


def test_an_answer_that_comes_after_the_lease_is_believed(delivery):
    claim = actions.claim_delivery(delivery_id=delivery.pk, at=NOON)
    actions.release_expired(by=JOB, at=NOON + LEASE)
    state = actions.settle_delivery(
        delivery_id=delivery.pk, claim=claim, sending=Sending(Fate.TAKEN), by=JOB, at=LATER
    )
    assert state == DeliveryState.SENT


def test_an_answer_to_an_attempt_that_was_overtaken_changes_nothing(delivery, adviser):
    claim = actions.claim_delivery(delivery_id=delivery.pk, at=NOON)
    actions.release_expired(by=JOB, at=NOON + LEASE)
    actions.resend_delivery(delivery_id=delivery.pk, by=adviser, at=LATER)
    actions.claim_delivery(delivery_id=delivery.pk, at=LATER)
    sending = Sending(Fate.LATER, "connect")
    actions.settle_delivery(delivery_id=delivery.pk, claim=claim, sending=sending, by=JOB, at=LATER)
    assert row(delivery).state == DeliveryState.SENDING
    assert AuditLine.objects.filter(action="delivery.overtaken").count() == 1


def test_two_workers_claim_a_mail_once(delivery):
    claims = [actions.claim_delivery(delivery_id=delivery.pk, at=NOON) for _worker in range(2)]
    assert claims == [1, None]


def test_a_colleague_sends_again_under_the_same_message_id(delivery, adviser):
    transport = RememberedMail(Sending(Fate.UNKNOWN, "lost"))
    send(delivery, transport)
    actions.resend_delivery(delivery_id=delivery.pk, by=adviser, at=LATER)
    transport.answer = Sending(Fate.TAKEN)
    assert send(delivery, transport, at=LATER) == DeliveryState.SENT
    assert transport.mails[0].message_id == transport.mails[1].message_id


def test_a_colleague_notes_that_it_arrived(delivery, adviser):
    send(delivery, RememberedMail(Sending(Fate.UNKNOWN, "lost")))
    actions.confirm_delivery(delivery_id=delivery.pk, by=adviser, at=LATER)
    assert row(delivery).state == DeliveryState.SENT
    assert mail_page(by=adviser).stopped == ()


def test_a_mail_under_way_is_not_sent_again(delivery, adviser):
    actions.claim_delivery(delivery_id=delivery.pk, at=NOON)
    with pytest.raises(Refused):
        actions.resend_delivery(delivery_id=delivery.pk, by=adviser, at=LATER)


def test_nobody_but_the_duo_sees_or_resends_a_mail(delivery, colleague):
    send(delivery, RememberedMail(Sending(Fate.UNKNOWN, "lost")))
    assert mail_page(by=colleague).stopped == ()
    with pytest.raises(OutOfScope):
        actions.resend_delivery(delivery_id=delivery.pk, by=colleague, at=LATER)


def test_who_withdrew_is_not_mailed_any_more(area, adviser):
    signal = make_mailed(area)
    delivery = make_delivery(make_answer(signal))
    with arranging():
        type(signal).objects.filter(pk=signal.pk).update(withdrawn_at=NOON)
    actions.catch_up(signal_id=signal.pk, at=NOON)
    transport = RememberedMail()
    assert send(delivery, transport, at=LATER) is None
    assert transport.mails == []
    assert mail_page(by=adviser).stopped == ()


def test_a_mail_without_an_address_fails_without_a_try(area):
    delivery = make_delivery(make_answer(make_mailed(area, email="")))
    transport = RememberedMail()
    assert send(delivery, transport) == DeliveryState.FAILED
    assert transport.mails == []


def test_a_question_to_somebody_who_reads_dutch_is_mailed_at_once_and_once(area):
    signal = make_mailed(area, permission="locked")
    make_question(signal)
    for _run in range(2):
        actions.catch_up(signal_id=signal.pk, at=NOON)
    transport = RememberedMail()
    send(Delivery.objects.get(), transport)
    assert "vraag" in transport.mails[0].text
    assert "verhuurder" not in transport.mails[0].text


def test_no_mail_is_made_for_who_looks_with_a_code(area, adviser):
    reference = make_signal(area=area).reference
    actions.answer_signal(reference=reference, text="Gedaan.", kind="final", by=adviser, at=LATER)
    assert not Delivery.objects.exists()
