# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An adviser leaves: whoever is concerned is told once, in their language, and nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.evening_rooms import make_address, make_evening
from tests.factories.people import actor_of, make_duty, make_organisation, make_user
from tests.factories.plans import make_plan
from tests.factories.replies import make_followed, make_mailed
from tests.factories.signals import NOON, make_contact, make_signal
from voelspriet.act.agenda.actions import make_calendar_key
from voelspriet.act.agenda.models import CalendarKey
from voelspriet.answer.replies.choices import ServiceMailKind
from voelspriet.answer.replies.models import Delivery, Reminder, ServiceMail
from voelspriet.answer.replies.queries import conversation
from voelspriet.answer.replies.queries.deliveries import mail_page
from voelspriet.answer.replies.records.mails import mail_for
from voelspriet.ground.people.actions import end_duty, plan_leaving
from voelspriet.ground.people.models import AreaDuty, User
from voelspriet.ground.people.queries import leaving_page, ownerless
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.choices import SignalStatus

pytestmark = pytest.mark.django_db
TODAY = dutch_day(NOON)
LATER = NOON + timedelta(hours=3)


@pytest.fixture
def admin(town):
    return actor_of(make_user(town.municipality, Role.ADMINISTRATOR), TODAY)


@pytest.fixture
def successor(town):
    return make_user(town.municipality, first_name="Sam", phone="0101234567")


def _leave(leaver: User, successor: User, admin, at=LATER):
    duties = AreaDuty.objects.filter(user=leaver, ends_on=None)
    plan_leaving(
        user_id=leaver.pk,
        leaves_on=TODAY,
        successors={duty.pk: successor.pk for duty in duties},
        by=admin,
        at=at,
    )


def _mails():
    found = [
        mail_for(delivery_id=pk, at=LATER) for pk in Delivery.objects.values_list("pk", flat=True)
    ]
    return [mail for mail in found if mail is not None]


def test_nothing_is_ownerless_after_leaving(town, area, duo, successor, admin):
    leaver = duo[0]
    organisation = make_organisation(town.municipality)
    agreement = make_agreement_row(area, organisation, follower_id=leaver.pk)
    make_signal(area=area)
    make_calendar_key(by=actor_of(leaver, TODAY), at=NOON)
    make_user(town.municipality, area=town.area)  # whose the rest of the town is
    before = leaving_page(user_id=leaver.pk, by=admin, on=TODAY)
    assert {row.kind: row.number for row in before.places[0].held} == {
        "signals": 1, "debts": 1, "agreements": 1, "followed": 1,
    }  # fmt: skip

    _leave(leaver, successor, admin)

    assert ownerless(municipality_id=town.municipality.pk, on=TODAY) == ()
    agreement.refresh_from_db()
    assert agreement.follower_id == successor.pk
    assert agreement.made_by_id == 1  # who made it stays a fact
    assert not CalendarKey.objects.filter(withdrawn_at=None).exists()
    assert leaving_page(user_id=leaver.pk, by=admin, on=TODAY).places == ()


def test_what_would_be_ownerless_is_found(town, area, duo):
    make_signal(area=area)
    make_agreement_row(area, make_organisation(town.municipality), follower_id=duo[0].pk)
    with arranging():
        User.objects.filter(pk=duo[0].pk).update(is_active=False)

    found = ownerless(municipality_id=town.municipality.pk, on=TODAY)

    assert {one.kind for one in found} == {"duty", "signal", "agreement"}


def test_a_reporter_with_more_open_matters_gets_one_mail_in_their_own_language(
    area, duo, successor, admin
):
    make_mailed(area, email="sanne@voorbeeld.nl")
    make_mailed(area, email="Sanne@Voorbeeld.nl", language="tr")
    make_mailed(area, email="wim@voorbeeld.nl", status=SignalStatus.ANSWERED, owed=False)
    make_signal(area=area)  # wants no mail

    _leave(duo[0], successor, admin)

    (mail,) = _mails()
    assert mail.to == "Sanne@Voorbeeld.nl"
    assert mail.language == "tr"
    assert "Sam" in mail.text
    assert "Noor" in mail.text
    assert "lamp" not in mail.text  # never what was told
    assert ServiceMail.objects.get().kind == ServiceMailKind.NEW_ADVISER


def test_an_organisation_with_more_agreements_gets_one_mail_with_all(
    town, duo, area, successor, admin
):
    make_duty(duo[0], town.neighbourhoods[1])
    party = make_organisation(town.municipality, email="post@dam.example")
    silent = make_organisation(town.municipality, name="Zonder adres")
    make_agreement_row(area, party, what="De lamp maken")
    make_agreement_row(town.neighbourhoods[1], party, what="Het bankje schilderen")
    make_agreement_row(area, party, what="Al gedaan", state="done")
    make_agreement_row(area, silent, what="Iets anders")

    _leave(duo[0], successor, admin)

    (mail,) = _mails()
    assert mail.to == "post@dam.example"
    assert "De lamp maken" in mail.text
    assert "Het bankje schilderen" in mail.text
    assert "Al gedaan" not in mail.text
    assert f"{area.name}: {successor.name}, 0101234567" in mail.text
    # and who may look into that outbox sees it there
    assert mail_page(by=actor_of(successor, TODAY)).waiting == 1


def test_the_page_of_the_reporter_says_who_came_after_whom(area, duo, successor, admin):
    signal, _code = make_followed(area)
    closed, _ = make_followed(area, status=SignalStatus.ANSWERED, owed=False, closed_at=NOON)
    _leave(duo[0], successor, admin)
    later, _ = make_followed(area, received_at=LATER + timedelta(hours=1))

    def lines(one):
        (matter,) = conversation(signal_id=one.pk, at=LATER).matters
        return [(entry.text, entry.who) for entry in matter.entries if entry.kind == "adviser"]

    assert lines(signal) == [("Noor", "Sam")]
    assert lines(closed) == lines(later) == []


def test_a_confidential_reporter_is_asked_on_the_page_and_in_the_mail(area, duo, successor, admin):
    signal = make_mailed(area)
    _leave(duo[0], successor, admin)

    talk = conversation(signal_id=signal.pk, at=LATER)

    assert [(one.user_id, one.first_name) for one in talk.introductions] == [(successor.pk, "Sam")]
    assert "in vertrouwen" in _mails()[0].text


def test_ending_one_duty_tells_those_of_that_area_only(town, area, duo, successor, admin):
    make_duty(duo[0], town.neighbourhoods[1])
    make_mailed(area, email="een@voorbeeld.nl")
    make_mailed(town.neighbourhoods[1], email="ander@voorbeeld.nl")

    end_duty(
        duty_id=AreaDuty.objects.get(user=duo[0], area=area).pk,
        successor_id=successor.pk,
        by=admin,
        at=LATER,
    )

    assert [mail.to for mail in _mails()] == ["een@voorbeeld.nl"]


def test_a_reporter_without_address_any_more_is_not_mailed(area, duo, successor, admin):
    signal = make_mailed(area)
    _leave(duo[0], successor, admin)
    with arranging():
        signal.contact.delete()

    assert _mails() == []


def test_the_database_keeps_one_reader_of_a_notice_and_one_reminder(town, area):
    signal = make_signal(area=area)
    make_contact(signal)
    party = make_organisation(town.municipality)
    agreement = make_agreement_row(area, party)
    with arranging():
        address = make_address(make_evening(area))
        for broken in (
            {},
            {"signal": signal, "organisation": party},
            {"signal": signal, "report_address": address},
            {"organisation": party, "report_address": address},
            {"organisation": party, "plan": make_plan(town.municipality)},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                # notice_to_one_reader
                ServiceMail.objects.create(
                    kind=ServiceMailKind.REMINDER, key="x", at=NOON, **broken
                )
        service_mail = ServiceMail.objects.create(
            kind=ServiceMailKind.REMINDER, key="y", at=NOON, organisation=party
        )
        values = {
            "service_mail": service_mail,
            "agreement": agreement,
            "stage": "due",
            "due_on": date.max,
        }
        Reminder.objects.create(**values)
        with pytest.raises(IntegrityError), transaction.atomic():
            Reminder.objects.create(**values)  # reminder_once
