# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the report says how its mails are doing; Today says which report nobody released."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.evening_rooms import make_address, make_evening
from tests.factories.people import actor_of, make_duo, make_user
from voelspriet.answer.replies.choices import DeliveryState
from voelspriet.answer.replies.models import Delivery
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening, EveningReport
from voelspriet.listen.evenings.queries.report_lists import reports_to_release

pytestmark = pytest.mark.django_db
TODAY = "/werk/"


@pytest.fixture
def evening():
    made = make_evening(make_town(host="testserver").neighbourhoods[0], state=EveningState.CLOSED)
    with arranging():
        EveningReport.objects.create(
            evening=made, next_steps={"nl": "Wij maken de lampen."}, changed_at=timezone.now()
        )
    return made


@pytest.fixture
def user(evening):
    return make_duo(evening.municipality, evening.area)[0]


@pytest.fixture
def client(user):
    client = Client()
    client.force_login(user)
    return client


def page(evening):
    return f"/werk/avonden/{evening.reference}/verslag/"


def states(*changes):
    with arranging():
        for one, state in zip(Delivery.objects.order_by("pk"), changes, strict=True):
            Delivery.objects.filter(pk=one.pk).update(state=state)


def test_a_release_mails_everybody_and_the_page_counts(client, evening):
    addresses = [f"buur{number}@voorbeeld.nl" for number in range(4)]
    for address in addresses:
        make_address(evening, address)
    assert "Het gaat meteen naar 4 adressen." in client.get(page(evening)).text
    for _twice in range(2):  # the second press finds it released
        client.post(page(evening), {"deed": "release"}, follow=True)
    assert Delivery.objects.count() == 4
    text = client.get(page(evening)).text
    assert "0 mails verstuurd" in text
    assert "4 mails wachten of zijn onderweg" in text
    assert "Stuur wat mislukte opnieuw" not in text

    states("sent", "failed", "failed", "uncertain")
    text = client.get(page(evening)).text
    for words in ("4 adressen", "1 mail verstuurd", "2 mails mislukt", "1 mail onzeker"):
        assert words in text
    assert not [address for address in addresses if address in text]
    again = client.post(page(evening), {"deed": "again"}, follow=True).text
    assert "2 mails gaan uit." in again
    assert sorted(Delivery.objects.values_list("state", flat=True)) == [
        "sent", "uncertain", "waiting", "waiting",
    ]  # fmt: skip


def test_no_addresses_no_mails(client, evening):
    assert "Niemand liet een adres achter." in client.get(page(evening)).text
    client.post(page(evening), {"deed": "release"})
    assert "Er zijn geen adressen (meer)." in client.get(page(evening)).text
    assert client.post(page(evening), {"deed": "again"}).status_code == 409
    assert not Delivery.objects.exists()


def test_nobody_else_releases_or_sends_again(evening):
    make_address(evening)
    for user in (
        make_duo(evening.municipality, make_town(name="Elders", area_code="GM9998", row=4)
                 .neighbourhoods[0])[0],
        make_user(evening.municipality, Role.EXECUTIVE),
    ):  # fmt: skip
        client = Client()
        client.force_login(user)
        for deed in ("release", "again"):
            assert client.post(page(evening), {"deed": deed}).status_code in {403, 404}
    assert Client().post(page(evening), {"deed": "release"}).status_code in {302, 404}
    assert not Delivery.objects.exists()


def test_more_addresses_are_no_more_queries(client, evening):
    make_address(evening)
    client.post(page(evening), {"deed": "release"})
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(page(evening))
    other = make_evening(evening.area, state=EveningState.CLOSED)
    with arranging():
        EveningReport.objects.create(
            evening=other, next_steps={"nl": "Ja."}, changed_at=timezone.now()
        )
    for number in range(6):
        make_address(other, f"buur{number}@voorbeeld.nl")
    client.post(page(other), {"deed": "release"})
    with CaptureQueriesContext(connection) as many:
        client.get(page(other))
    assert len(many) <= len(few)


@pytest.mark.parametrize(
    ("closed", "today", "waits"),
    [
        (datetime(2026, 9, 22, 20, tzinfo=UTC), date(2026, 9, 22), False),
        (datetime(2026, 9, 22, 20, tzinfo=UTC), date(2026, 9, 23), False),  # the morning after
        (datetime(2026, 9, 22, 20, tzinfo=UTC), date(2026, 9, 24), True),
        (datetime(2026, 9, 24, 20, tzinfo=UTC), date(2026, 9, 27), False),  # a weekend
        (datetime(2026, 9, 24, 20, tzinfo=UTC), date(2026, 9, 28), True),
        (datetime(2026, 9, 25, 20, tzinfo=UTC), date(2026, 9, 28), False),  # Friday, Monday
        (datetime(2026, 9, 22, 22, 30, tzinfo=UTC), date(2026, 9, 24), False),  # after midnight
    ],
)  # fmt: skip
def test_a_report_is_late_after_one_working_day(evening, user, closed, today, waits):
    with arranging():
        Evening.objects.update(closed_at=closed)
    by = actor_of(user)
    with CaptureQueriesContext(connection) as asked:
        found = reports_to_release(by=by, on=today, limit=8)
    assert len(asked) == 1
    assert [one.reference for one in found] == ([evening.reference] if waits else [])


def test_today_leads_to_a_report_that_waits_until_it_is_released(client, evening):
    with arranging():
        Evening.objects.update(closed_at=timezone.now() - timedelta(days=9))
    text = client.get(TODAY).text
    assert "Verslag nog niet vrijgegeven" in text
    assert page(evening) in text
    stranger = Client()
    stranger.force_login(make_user(evening.municipality, Role.DIRECTOR))
    assert page(evening) not in stranger.get(TODAY).text
    client.post(page(evening), {"deed": "release"})
    assert "Verslag nog niet vrijgegeven" not in client.get(TODAY).text
    assert DeliveryState.WAITING not in Delivery.objects.values_list("state", flat=True)
