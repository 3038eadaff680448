# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever follows a plan is mailed what falls due in its cycle, each stage once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.people import actor_of, make_user
from tests.factories.plans import make_moment, make_plan
from tests.factories.signals import NOON
from voelspriet.act.plans.choices import PlanState
from voelspriet.act.plans.models import EvaluationMoment, Plan
from voelspriet.answer.replies.choices import DeliveryState
from voelspriet.answer.replies.models import Delivery, ServiceMail
from voelspriet.answer.replies.queries.deliveries import about, stopped_for_colleagues
from voelspriet.answer.replies.records.mails import mail_for
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.queue.registry import handler

pytestmark = pytest.mark.django_db
DAY = date(2020, 12, 31)


@pytest.fixture
def owner(town):
    return make_user(town.municipality, Role.POLICY_ADVISER, language="en")


@pytest.fixture
def plan(town, owner):
    return make_plan(town.municipality, state=PlanState.ADOPTED, owner=owner, title="Samen veilig")


def run(start: date, end: date, every: int = 3) -> list[date]:
    """Run the job every few days, twice a day; return the days on which a mail was made."""
    found, on = [], start
    while on <= end:
        before = ServiceMail.objects.count()
        for hour in (7, 19):
            handler("plans.remind")(
                at=datetime(on.year, on.month, on.day, hour, tzinfo=UTC).isoformat()
            )
        found += [on] * (ServiceMail.objects.count() - before)
        on += timedelta(days=every)
    return found


def test_each_stage_of_a_moment_is_mailed_once_in_the_owners_language(plan, owner):
    make_moment(plan, what="Tussenevaluatie", due_on=DAY)
    make_moment(plan, what="Werkplan", due_on=DAY)

    days = run(date(2020, 10, 28), date(2021, 2, 20))

    assert days == [date(2020, 11, 6), date(2021, 1, 2), date(2021, 1, 29)]
    mails = [mail_for(delivery_id=one.pk, at=datetime(2021, 3, 1, tzinfo=UTC))
             for one in Delivery.objects.order_by("pk")]  # fmt: skip
    assert {mail.to for mail in mails} == {owner.email}
    assert [mail.language for mail in mails] == ["en"] * 3
    for mail in mails:
        assert mail.text.count("Tussenevaluatie") == mail.text.count("Werkplan") == 1
        assert f"/plannen/{plan.reference}/cyclus/" in mail.text
    assert "must be ready on" in mails[0].text
    assert "too late" in mails[2].text
    assert about(Delivery.objects.first()).reference == plan.reference


def test_what_nobody_follows_was_done_or_is_long_ago_is_not_mailed(plan, town, owner):
    make_moment(plan, due_on=DAY)
    with arranging():
        Plan.objects.update(owner=None)
    assert run(DAY, DAY) == []
    with arranging():
        Plan.objects.update(owner=owner)
    assert run(DAY + timedelta(days=6), DAY + timedelta(days=9)) == []  # the reminder is old news

    make_moment(plan, what="Nieuw", due_on=DAY)
    assert run(DAY + timedelta(days=12), DAY + timedelta(days=12)) == [DAY + timedelta(days=12)]
    delivery = Delivery.objects.get()
    successor = make_user(town.municipality, Role.POLICY_ADVISER, language="nl")
    with arranging():
        Plan.objects.update(owner=successor)
    mail = mail_for(delivery_id=delivery.pk, at=datetime(2021, 1, 14, tzinfo=UTC))
    assert mail is not None
    assert mail.to == successor.email  # whoever follows it when it goes
    assert "Nieuw: nu aan de beurt" in mail.text
    with arranging():
        EvaluationMoment.objects.update(held_on=DAY, outcome="Gedaan")
    assert mail_for(delivery_id=delivery.pk, at=datetime(2021, 1, 14, tzinfo=UTC)) is None


def test_a_mail_that_did_not_arrive_is_shown_to_its_reader_and_to_who_keeps_the_mail(
    plan, town, owner, client
):
    make_moment(plan, due_on=DAY)
    run(DAY, DAY)
    with arranging():
        Delivery.objects.update(state=DeliveryState.FAILED, error="connect", tried_at=NOON)
    delivery = Delivery.objects.get()
    keeper = make_user(town.municipality, Role.ADMINISTRATOR)
    another = make_user(town.municipality, Role.POLICY_ADVISER)
    seen = {}
    for user in (owner, keeper, another):
        (row, *_none) = (*stopped_for_colleagues(by=actor_of(user), limit=8), None)
        seen[user] = row and (row.plan_title, row.plan_reference, row.reader)
    assert seen == {
        owner: ("Samen veilig", plan.reference, owner.name),
        keeper: ("Samen veilig", "", owner.name),
        another: None,
    }

    with arranging():
        client.force_login(keeper)
    today = client.get(reverse("workspace:today")).text
    assert "Mail aan collega's bleef steken" in unescape(today)
    assert "De mailserver was niet te bereiken." in today
    again = reverse("workspace:mail_resend", args=[delivery.pk])
    assert client.post(again)["Location"] == reverse("workspace:mail")
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.WAITING
    with arranging():
        client.force_login(another)
    assert client.post(again).status_code == 404

    with arranging():  # nothing is left to tell once the moment was held
        Delivery.objects.update(state=DeliveryState.FAILED)
        EvaluationMoment.objects.update(held_on=DAY, outcome="Gedaan")
    assert stopped_for_colleagues(by=actor_of(owner), limit=8) == ()
