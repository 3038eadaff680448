# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations are reminded before and at the day: one mail a day, each agreement never twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.people import make_organisation
from voelspriet.answer.replies.actions import remind_organisations
from voelspriet.answer.replies.models import Delivery, Reminder, ServiceMail
from voelspriet.answer.replies.records.mails import mail_for
from voelspriet.ground.privacy.actors import system

pytestmark = pytest.mark.django_db
BY = system("replies.remind")
THURSDAY = datetime(2026, 9, 17, 8, tzinfo=UTC)
DUE = date(2026, 9, 22)  # a Tuesday: three working days after


@pytest.fixture
def party(town):
    return make_organisation(town.municipality, email="post@dam.example")


def _stages():
    return list(Reminder.objects.order_by("id").values_list("agreement__what", "stage"))


def test_three_working_days_before_and_at_the_day(area, party):
    make_agreement_row(area, party, what="De lamp maken", due_on=DUE)

    sent = {}
    for day in range(-2, 9):
        at = THURSDAY + timedelta(days=day)
        sent[at.date()] = remind_organisations(by=BY, at=at)

    assert {day for day, count in sent.items() if count} == {date(2026, 9, 17), DUE}
    assert _stages() == [("De lamp maken", "before"), ("De lamp maken", "due")]


def test_one_mail_a_day_holds_all_agreements_of_an_organisation(area, party, town):
    make_agreement_row(area, party, what="De lamp maken", due_on=DUE)
    make_agreement_row(area, party, what="De stoep leggen", due_on=date(2026, 9, 17))
    make_agreement_row(area, party, what="Gedaan", due_on=DUE, state="done")
    make_agreement_row(area, party, what="Nog ver weg", due_on=date(2026, 11, 2))
    silent = make_organisation(town.municipality, name="Zonder adres")
    make_agreement_row(area, silent, due_on=DUE)

    assert remind_organisations(by=BY, at=THURSDAY) == 1
    assert remind_organisations(by=BY, at=THURSDAY + timedelta(hours=2)) == 0

    mail = mail_for(delivery_id=Delivery.objects.get().pk, at=THURSDAY)
    assert mail is not None
    assert mail.to == "post@dam.example"
    assert "De lamp maken" in mail.text
    assert "De stoep leggen" in mail.text
    assert "Gedaan" not in mail.text
    assert "Nog ver weg" not in mail.text
    assert ServiceMail.objects.count() == 1


def test_nobody_is_reminded_at_the_weekend_or_of_what_is_long_late(area, party):
    make_agreement_row(area, party, due_on=DUE)
    assert remind_organisations(by=BY, at=THURSDAY + timedelta(days=2)) == 0
    assert remind_organisations(by=BY, at=THURSDAY + timedelta(days=30)) == 0


def test_a_moved_agreement_is_reminded_of_at_its_new_day(area, party):
    agreement = make_agreement_row(area, party, due_on=DUE)
    remind_organisations(by=BY, at=THURSDAY)
    with arranging():
        agreement.due_on = date(2026, 9, 29)
        agreement.save()

    assert remind_organisations(by=BY, at=THURSDAY + timedelta(days=5)) == 0
    assert remind_organisations(by=BY, at=THURSDAY + timedelta(days=7)) == 1
