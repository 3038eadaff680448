# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of an evening by mail: once, in the language asked, and gone with its address."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.evening_rooms import DURING, make_address, make_evening
from tests.factories.people import actor_of, make_duo
from tests.factories.replies import RememberedMail
from voelspriet.answer.replies.actions import (
    claim_delivery,
    release_expired,
    resend_delivery,
    send_delivery,
)
from voelspriet.answer.replies.actions import evening_reports as actions
from voelspriet.answer.replies.actions.evening_reports import (
    send_evening_report,
    send_failed_again,
)
from voelspriet.answer.replies.models import Delivery, ServiceMail
from voelspriet.answer.replies.queries import due_deliveries, mail_page
from voelspriet.answer.replies.queries.evening_reports import ReportMails, report_mails
from voelspriet.answer.replies.transports import Fate, Sending
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident, system
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.evenings.actions import addresses as leaving
from voelspriet.listen.evenings.actions.addresses import leave_address, take_address_back
from voelspriet.listen.evenings.actions.ending import end_terms
from voelspriet.listen.evenings.actions.reports import write_next_steps
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import EveningReport, ReportAddress
from voelspriet.listen.evenings.rules.addresses import leave_key

pytestmark = pytest.mark.django_db
AFTER = DURING + timedelta(days=1)
FAILED = Sending(Fate.REFUSED, "smtp_550")
TITLES = {"nl": "Avond in de buurt", "en": "Neighbourhood evening", "ar": "أمسية الحي"}
OPENINGS = {
    "nl": "U vroeg om het verslag van de avond",
    "en": "You asked for the report of the evening",
    "tr": "raporunu istediniz",
    "ar": "طلبتم تقرير",
}


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def adviser(town):
    return actor_of(make_duo(town.municipality, town.neighbourhoods[0])[0])


@pytest.fixture
def neighbour(town):
    return actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])


@pytest.fixture
def evening(town, adviser):
    made = make_evening(town.neighbourhoods[0], state=EveningState.CLOSED, titles=TITLES)
    write_next_steps(
        reference=made.reference, texts={"nl": "Wij maken de lampen."}, by=adviser, at=AFTER
    )
    return made


def leave(evening, *languages):
    for number, language in enumerate(languages):
        leave_address(
            reference=evening.reference, address=f"buur{number}@voorbeeld.nl", language=language,
            by=resident(), at=DURING, rng=random.Random(number),
        )  # fmt: skip


def release(evening, by):
    return send_evening_report(reference=evening.reference, by=by, at=AFTER)


def send_all(transport, at=AFTER):
    for delivery_id in due_deliveries(at=at):
        send_delivery(delivery_id=delivery_id, transport=transport, by=system("outbox"), at=at)


def counts(evening, by):
    return report_mails(reference=evening.reference, by=by)


def test_each_address_gets_one_mail_in_its_language(evening, adviser):
    leave(evening, "nl", "en", "tr", "ar")
    assert release(evening, adviser) == 4
    transport = RememberedMail()
    for _twice in range(2):
        send_all(transport)
    assert len(transport.mails) == 4
    rows = {row.address: row for row in ReportAddress.objects.all()}
    for mail in transport.mails:
        row = rows[mail.to]
        prefix = "" if row.language == "nl" else f"/{row.language}"
        assert mail.language == row.language
        for body in (mail.text, mail.html):
            assert OPENINGS[row.language] in body
            assert TITLES.get(row.language, TITLES["nl"]) in body
            assert f"{prefix}/avond/verslag/weg/{leave_key(row.pk)}/" in body
            assert body.count(evening.reference) >= 1
        assert evening.reference not in mail.subject
        assert f'dir="{"rtl" if row.language == "ar" else "ltr"}"' in mail.html
    assert counts(evening, adviser) == ReportMails(4, 4, 0, 0, 0)


def test_a_second_press_mails_nobody(evening, adviser):
    leave(evening, "nl", "en")
    release(evening, adviser)
    with pytest.raises(Refused, match="vrijgegeven"):
        release(evening, adviser)
    assert Delivery.objects.count() == 2


def test_what_breaks_half_way_releases_nothing_and_mails_nobody(evening, adviser, monkeypatch):
    leave(evening, "nl", "en")
    queue, calls = actions.queue_service_mail, []

    def break_at_the_second(*args, **more):
        calls.append(args)
        if len(calls) == 2:
            raise ConnectionError
        return queue(*args, **more)

    monkeypatch.setattr(actions, "queue_service_mail", break_at_the_second)
    with pytest.raises(ConnectionError):
        release(evening, adviser)
    assert not Delivery.objects.exists()
    assert EveningReport.objects.get().released_at is None
    evening.refresh_from_db()
    assert (evening.report_made_at, evening.report_sent_at) == (None, None)
    monkeypatch.undo()
    assert release(evening, adviser) == 2


def test_a_worker_that_is_killed_while_sending_sends_nothing_twice(evening, adviser):
    leave(evening, "nl")
    release(evening, adviser)
    (delivery_id,) = due_deliveries(at=AFTER)
    claim_delivery(delivery_id=delivery_id, at=AFTER)  # and there it dies
    later = AFTER + timedelta(hours=1)
    transport = RememberedMail()
    release_expired(by=system("outbox"), at=later)
    send_all(transport, later)
    assert transport.mails == []
    assert counts(evening, adviser) == ReportMails(1, 0, 0, 0, 1)
    with pytest.raises(Refused):  # a press on what failed does not touch what is not known
        send_failed_again(reference=evening.reference, by=adviser, at=later)


def test_an_address_taken_back_is_not_mailed(evening, adviser):
    leave(evening, "nl", "en", "ar")
    before, after, _stays = ReportAddress.objects.order_by("id")
    take_address_back(key=leave_key(before.pk), by=resident(), at=DURING)
    release(evening, adviser)
    take_address_back(key=leave_key(after.pk), by=resident(), at=AFTER)
    assert (ServiceMail.objects.count(), Delivery.objects.count()) == (1, 1)
    transport = RememberedMail()
    send_all(transport)
    assert {mail.to for mail in transport.mails} == {_stays.address}


@pytest.mark.parametrize("moment", ["before it is made", "while it goes"])
def test_an_address_taken_back_under_the_hands_of_a_worker(evening, adviser, moment, monkeypatch):
    leave(evening, "nl")
    release(evening, adviser)
    (delivery_id,) = due_deliveries(at=AFTER)
    key = leave_key(ReportAddress.objects.get().pk)

    class Takes(RememberedMail):
        def send(self, mail):
            take_address_back(key=key, by=resident(), at=AFTER)
            return super().send(mail)

    if moment == "before it is made":
        claim = claim_delivery(delivery_id=delivery_id, at=AFTER)
        take_address_back(key=key, by=resident(), at=AFTER)
        target = "voelspriet.answer.replies.actions.delivering.claim_delivery"
        monkeypatch.setattr(target, lambda **_what: claim)
    transport = Takes()
    outbox = {"transport": transport, "by": system("outbox"), "at": AFTER}
    assert send_delivery(delivery_id=delivery_id, **outbox) is None
    assert len(transport.mails) == (0 if moment == "before it is made" else 1)
    assert not Delivery.objects.exists()
    line = AuditLine.objects.get(action="delivery.gone")
    assert (line.subject_reference, "voorbeeld" in str(line.detail)) == ("", False)


def test_a_server_that_fails_blocks_nothing_and_what_failed_goes_again(evening, adviser, neighbour):
    leave(evening, "nl", "en")
    release(evening, adviser)
    first, second = due_deliveries(at=AFTER)
    outbox = {"by": system("outbox"), "at": AFTER}
    send_delivery(delivery_id=first, transport=RememberedMail(FAILED), **outbox)
    send_delivery(delivery_id=second, transport=RememberedMail(), **outbox)
    assert counts(evening, adviser) == ReportMails(2, 1, 0, 1, 0)
    with pytest.raises(OutOfScope):
        send_failed_again(reference=evening.reference, by=neighbour, at=AFTER)
    assert send_failed_again(reference=evening.reference, by=adviser, at=AFTER) == 1
    transport = RememberedMail()
    send_all(transport)
    assert len(transport.mails) == 1
    assert counts(evening, adviser) == ReportMails(2, 2, 0, 0, 0)
    with pytest.raises(Refused, match="mislukt"):
        send_failed_again(reference=evening.reference, by=adviser, at=AFTER)


def test_it_stands_among_the_mails_of_its_advisers_without_an_address(evening, adviser, neighbour):
    leave(evening, "nl")
    release(evening, adviser)
    send_all(RememberedMail(FAILED))
    assert mail_page(by=neighbour).stopped == ()
    (row,) = mail_page(by=adviser).stopped
    assert (row.evening_reference, row.reference, row.party) == (evening.reference, "", "")
    with pytest.raises(OutOfScope):
        resend_delivery(delivery_id=row.id, by=neighbour, at=AFTER)
    resend_delivery(delivery_id=row.id, by=adviser, at=AFTER)
    assert counts(evening, adviser).waiting == 1


def test_mails_go_with_the_addresses_a_month_later(evening, adviser):
    leave(evening, "nl", "tr")
    release(evening, adviser)
    send_all(RememberedMail(FAILED))
    end_terms(by=system("evenings.erase"), at=AFTER + timedelta(days=29))
    assert Delivery.objects.count() == 2
    end_terms(by=system("evenings.erase"), at=AFTER + timedelta(days=30))
    assert not any(model.objects.exists() for model in (ReportAddress, ServiceMail, Delivery))
    assert AuditLine.objects.get(action="evening.erase").detail["addresses"] == 2


def test_an_address_that_comes_while_the_report_goes_wipes_out_no_mail(
    evening, adviser, monkeypatch
):
    """It found the evening open, and waited for the release to be done."""
    leave(evening, "nl")
    release(evening, adviser)
    monkeypatch.setattr(leaving, "open_for_addresses", lambda _reference: evening)
    with pytest.raises(Refused):
        leave(evening, "en", "tr")
    assert (ReportAddress.objects.count(), Delivery.objects.count()) == (1, 1)


def test_who_may_not_release_it_mails_nobody(evening, neighbour):
    leave(evening, "nl")
    with pytest.raises(OutOfScope):
        release(evening, neighbour)
    with pytest.raises(OutOfScope):
        counts(evening, neighbour)
    assert not Delivery.objects.exists()


def test_no_audit_line_holds_an_address_or_its_key(evening, adviser):
    leave(evening, "nl")
    key = ReportAddress.objects.get().pk
    release(evening, adviser)
    send_all(RememberedMail(FAILED))
    lines = [f"{one.subject_reference} {one.detail}" for one in AuditLine.objects.all()]
    assert not [one for one in lines if "voorbeeld" in one or key.hex in one or str(key) in one]
    mailed = AuditLine.objects.get(action="evening_report.mail")
    assert (mailed.subject_reference, mailed.detail) == (evening.reference, {"mails": 1})


def test_hostile_titles_stay_words(town, adviser):
    title = "<script>alert(1)</script>\r\nBcc: ik@kwaad.example"
    made = make_evening(town.neighbourhoods[0], state=EveningState.CLOSED, titles={"nl": title})
    with arranging():
        EveningReport.objects.create(evening=made, next_steps={"nl": "Ja"}, changed_at=AFTER)
    make_address(made)
    release(made, adviser)
    transport = RememberedMail()
    send_all(transport)
    (mail,) = transport.mails
    assert "<script>" not in mail.html
    assert not set("\r\n") & set(mail.subject)
