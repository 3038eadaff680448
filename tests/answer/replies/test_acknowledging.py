# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The acknowledgement: at once, once, in the person's language, telling nothing to others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.answer.replies.conftest import LATER
from tests.factories.replies import make_mailed
from tests.factories.signals import NOON, make_contact, make_signal
from voelspriet.answer.replies import actions
from voelspriet.answer.replies.models import Answer, CallBack, Delivery
from voelspriet.answer.replies.rules.fixed import acknowledgement
from voelspriet.ground.privacy.actors import system
from voelspriet.listen.intake.choices import AnswerWish
from voelspriet.listen.intake.models import Signal

JOB = system("replies")

pytestmark = pytest.mark.usefixtures("duo")


def acknowledge(signal: Signal) -> bool:
    return actions.acknowledge(signal_id=signal.pk, by=JOB, at=LATER)


def test_it_names_the_duo_and_the_day_and_pays_nothing(area):
    signal = make_signal(area=area)
    assert acknowledge(signal)
    row = Answer.objects.get()
    assert "Noor en Bilal" in row.text
    assert "15 september 2026" in row.text
    assert row.given_at == LATER
    assert Signal.objects.get(pk=signal.pk).answers_owed == 1
    assert Signal.objects.get(pk=signal.pk).first_answered_at is None


def test_it_is_given_once_however_often_the_job_runs(area):
    signal = make_mailed(area)
    assert [acknowledge(signal), acknowledge(signal)] == [True, False]
    assert Answer.objects.count() == Delivery.objects.count() == 1


def test_a_lost_wake_up_is_made_good_by_the_sweep(area):
    recent, old = (
        make_signal(area=area),
        make_signal(area=area, received_at=NOON - timedelta(days=30)),
    )
    assert actions.acknowledge_missing(by=JOB, at=LATER) == 1
    assert recent.answers.exists()
    assert not old.answers.exists()
    assert actions.acknowledge_missing(by=JOB, at=LATER) == 0


def test_who_wants_a_call_comes_on_the_list(area):
    signal = make_signal(area=area, answer_wish=AnswerWish.CALL, openness="confidential")
    make_contact(signal)
    acknowledge(signal)
    assert CallBack.objects.get().due_on == signal.first_answer_due_on


def test_a_withdrawn_report_gets_none(area):
    assert not acknowledge(make_signal(area=area, withdrawn_at=NOON))


@pytest.mark.parametrize("wish", list(AnswerWish))
@pytest.mark.parametrize("language", ["nl", "en", "tr", "ar"])
def test_it_says_what_happens_now_for_every_wish_and_language(wish, language):
    words = acknowledgement(
        language=language,
        wish=wish,
        due_on=NOON.date(),
        names=("Noor", "Bilal"),
        municipality="Lindeveen",
    )
    assert "Noor" in words
    assert len(words.split("\n")) == 3
    assert "%(" not in words


def test_somebody_anonymous_hears_once_that_enforcement_needs_a_name(area):
    signal = make_signal(area=area, language="ar")
    assert actions.notify_enforcement(signal_id=signal.pk, by=JOB, at=LATER)
    assert not actions.notify_enforcement(signal_id=signal.pk, by=JOB, at=LATER)
    assert "handhaving" in signal.answers.get().text
    assert Signal.objects.get(pk=signal.pk).answers_owed == 1
