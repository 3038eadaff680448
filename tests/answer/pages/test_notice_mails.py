# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A notice mailed to organisations: when somebody presses, each once, and its state in sight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.factories.areas import make_town
from tests.factories.notices import LINES, WRITTEN, make_notice
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from tests.factories.replies import RememberedMail
from voelspriet.answer.pages.actions.notice_mails import mail_notice, mail_notice_again
from voelspriet.answer.pages.actions.notices import withdraw_notice
from voelspriet.answer.pages.queries.notice_mails import notice_mails
from voelspriet.answer.replies.actions import resend_delivery, send_delivery
from voelspriet.answer.replies.models import Delivery, ServiceMail
from voelspriet.answer.replies.queries import due_deliveries, mail_page
from voelspriet.answer.replies.transports import Fate, Sending
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = WRITTEN + timedelta(hours=1)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def duo(town, area):
    return make_duo(town.municipality, area)


@pytest.fixture
def adviser(duo):
    return actor_of(duo[0])


@pytest.fixture
def notice(area, duo):
    return make_notice(area, sender_user=duo[0])


@pytest.fixture
def party(town):
    return make_organisation(town.municipality, name="De Dam", email="team@dedam.example")


def mail(notice, adviser, *parties, at=AT):
    ids = [one.pk for one in parties]
    return mail_notice(reference=notice.reference, organisation_ids=ids, by=adviser, at=at)


def send_all(transport, at=AT):
    for delivery_id in due_deliveries(at=at):
        send_delivery(delivery_id=delivery_id, transport=transport, by=system("outbox"), at=at)


def states(notice, adviser):
    found = notice_mails(reference=notice.reference, by=adviser)
    return {one.name: one.state for one in found.mailed}


def test_nothing_goes_before_somebody_presses_and_then_once(notice, adviser, party):
    found = notice_mails(reference=notice.reference, by=adviser)
    assert (found.mailed, found.open_parties) == ((), ((party.pk, "De Dam"),))
    assert not Delivery.objects.exists()
    assert mail(notice, adviser, party) == 1
    assert mail(notice, adviser, party) == 0
    assert states(notice, adviser) == {"De Dam": "waiting"}
    transport = RememberedMail()
    send_all(transport)
    send_all(transport)
    (sent,) = transport.mails
    assert sent.to == "team@dedam.example"
    assert states(notice, adviser) == {"De Dam": "sent"}
    assert notice_mails(reference=notice.reference, by=adviser).open_parties == ()
    audit = AuditLine.objects.filter(action="notice.mail").order_by("id")
    assert [one.detail["new"] for one in audit] == [1, 0]


def test_it_says_the_three_lines_who_sends_it_and_where_it_stands(notice, adviser, duo, party):
    mail(notice, adviser, party)
    transport = RememberedMail()
    send_all(transport)
    (sent,) = transport.mails
    for line in (*LINES.values(), "Kadestraat", duo[0].first_name, "/mijn-buurt/waterrijk/"):
        assert line in sent.text
    assert sent.subject.startswith(f"{notice.area.name}: ")
    assert len(sent.subject) <= 78
    assert sent.language == "nl"


def test_hostile_words_stay_words(area, adviser, party):
    bad = make_notice(area, matter="Een\r\nBcc: ik@kwaad.example <script>alert(1)</script>")
    mail(bad, adviser, party)
    transport = RememberedMail()
    send_all(transport)
    (sent,) = transport.mails
    assert not set("\r\n") & set(sent.subject)
    assert "<script>" not in sent.html


def test_a_mail_server_that_fails_blocks_nothing_and_is_seen(notice, adviser, town, party):
    other = make_organisation(town.municipality, name="Elders", email="elders@voorbeeld.nl")
    mail(notice, adviser, party, other)
    refusing = RememberedMail(Sending(Fate.REFUSED, "smtp_550"))
    send_all(refusing)
    assert states(notice, adviser) == {"De Dam": "failed", "Elders": "failed"}
    (row, _other) = notice_mails(reference=notice.reference, by=adviser).mailed
    assert "weigerde" in str(row.error)
    mail_notice_again(reference=notice.reference, organisation_id=party.pk, by=adviser, at=AT)
    send_all(RememberedMail())
    assert states(notice, adviser) == {"De Dam": "sent", "Elders": "failed"}


def test_what_is_under_way_or_sent_does_not_go_again(notice, adviser, party):
    mail(notice, adviser, party)
    again = {"reference": notice.reference, "organisation_id": party.pk, "by": adviser, "at": AT}
    with pytest.raises(Refused, match="onderweg"):
        mail_notice_again(**again)
    with pytest.raises(OutOfScope):
        mail_notice_again(**again | {"organisation_id": party.pk + 1})


def test_the_duo_sees_and_resends_it_among_its_mails_and_nobody_else(notice, adviser, town, party):
    mail(notice, adviser, party)
    send_all(RememberedMail(Sending(Fate.UNKNOWN, "lost")))
    (row,) = mail_page(by=adviser).stopped
    assert (row.party, row.is_uncertain) == ("De Dam", True)
    neighbour = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    assert mail_page(by=neighbour).stopped == ()
    with pytest.raises(OutOfScope):
        resend_delivery(delivery_id=row.id, by=neighbour, at=AT)
    resend_delivery(delivery_id=row.id, by=adviser, at=AT)
    assert states(notice, adviser) == {"De Dam": "waiting"}


def test_withdrawn_what_did_not_go_never_goes(notice, adviser, town, party):
    mail(notice, adviser, party)
    send_all(RememberedMail())
    late = make_organisation(town.municipality, name="Laat", email="laat@voorbeeld.nl")
    mail(notice, adviser, late)
    withdraw_notice(reference=notice.reference, reason="Klopt niet.", by=adviser, at=AT)
    assert ServiceMail.objects.count() == 1
    transport = RememberedMail()
    send_all(transport)
    assert transport.mails == []


def test_a_mail_that_waited_until_after_the_last_day_does_not_go(notice, adviser, party):
    mail(notice, adviser, party)
    transport = RememberedMail()
    send_all(transport, at=AT + timedelta(days=30))
    assert transport.mails == []


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_only_what_is_public_is_mailed(area, adviser, party, state):
    with pytest.raises(Refused):
        mail(make_notice(area, state=state), adviser, party)


def test_what_is_over_is_not_mailed(area, adviser, party):
    with pytest.raises(Refused):
        mail(make_notice(area, ends_on=date(2026, 9, 1)), adviser, party)


def test_nobody_chosen_or_somebody_who_cannot_be_mailed_is_refused(notice, adviser, town):
    other = make_town(name="Elders", area_code="GM9998", row=4)
    with pytest.raises(Refused, match="Kies"):
        mail(notice, adviser)
    for one in (
        make_organisation(town.municipality, name="Zonder adres"),
        make_organisation(town.municipality, name="Dicht", email="a@b.nl", is_active=False),
        make_organisation(other.municipality, name="Daar", email="c@d.nl"),
    ):
        with pytest.raises(OutOfScope):
            mail(notice, adviser, one)
    assert not Delivery.objects.exists()


def test_who_may_not_write_it_mails_it_to_nobody(notice, town, party):
    executive = actor_of(make_user(town.municipality, Role.EXECUTIVE))
    neighbour = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    for by in (executive, neighbour):
        with pytest.raises(Refused):
            mail(notice, by, party)
