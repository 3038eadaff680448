# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where residents find the report: on the page of the room, and on that of their neighbourhood."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.evening_rooms import make_evening
from tests.factories.evenings import make_phone
from voelspriet.doors.public.views.evening_room import COOKIE
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening, EveningReport
from voelspriet.listen.evenings.queries.report_lists import released_reports

pytestmark = pytest.mark.django_db
HEADINGS = {
    "": "Wat er op avonden is gezegd",
    "/en": "What was said at evenings",
    "/tr": "Mahalle akşamlarında söylenenler",
    "/ar": "ما قيل في أمسيات الحي",
}


@pytest.fixture
def town():
    return make_town(host="testserver")


def held(area, days, *, is_released=True, **more):
    """Make an evening some days ago, with a report."""
    evening = make_evening(area, state=EveningState.CLOSED, **more)
    moment = timezone.now() - timedelta(days=days)
    released = {"released_at": moment, "released_by_name": "Noor"} if is_released else {}
    with arranging():
        Evening.objects.filter(pk=evening.pk).update(
            starts_at=moment, closed_at=moment, report_made_at=moment if is_released else None
        )
        EveningReport.objects.create(
            evening=evening, next_steps={"nl": "Ja."}, changed_at=moment, **released
        )
    return evening


def neighbourhood(town, prefix=""):
    slug, area = town.municipality.slug, town.neighbourhoods[0].slug
    return Client().get(f"{prefix}/mijn-buurt/{slug}/{area}/", follow=True).text


@pytest.mark.parametrize("prefix", HEADINGS)
def test_a_neighbourhood_lists_what_was_released_in_the_last_year(town, prefix):
    area = town.neighbourhoods[0]
    assert HEADINGS[prefix] not in neighbourhood(town, prefix)
    shown = held(area, 20)
    hidden = [
        held(area, 3, is_released=False),
        held(area, 367),
        held(town.neighbourhoods[1], 4),
        held(area, 5, words_erased_at=timezone.now()),
    ]
    text = neighbourhood(town, prefix)
    assert HEADINGS[prefix] in text
    assert text.count(shown.reference) == 1
    title = "Neighbourhood evening" if prefix == "/en" else "Avond in de buurt"
    assert title in text
    assert not [one for one in hidden if one.reference in text]


def test_at_most_three_the_newest_on_top_with_one_query(town):
    area = town.neighbourhoods[0]
    made = [held(area, days) for days in (40, 10, 30, 20)]
    with CaptureQueriesContext(connection) as asked:
        found = released_reports(
            area_ids=[area.pk], language="nl", on=dutch_day(timezone.now()), limit=3
        )
    assert len(asked) == 1
    assert [one.reference for one in found] == [made[n].reference for n in (1, 3, 2)]
    text = neighbourhood(town)
    assert [one.reference in text for one in made] == [False, True, True, True]


def test_hostile_titles_stay_words(town):
    held(town.neighbourhoods[0], 3, titles={"nl": "<script>alert(1)</script>"})
    assert "<script>alert(1)" not in neighbourhood(town)


@pytest.mark.parametrize("prefix", HEADINGS)
def test_the_room_leads_to_an_address_and_once_it_is_out_to_the_report(town, prefix):
    evening = make_evening(town.neighbourhoods[0])
    phone = Client()
    phone.cookies[COOKIE] = str(make_phone(evening))
    now = timezone.now()
    with arranging():
        Evening.objects.filter(pk=evening.pk).update(
            state=EveningState.CLOSED, join_code=None, closed_at=now
        )
    address = f"{prefix}/avond/verslag/{evening.reference}/"
    over = phone.get(f"{prefix}/avond/zaal/", follow=True).text
    assert f'"{address}"' in over
    with arranging():
        EveningReport.objects.create(
            evening=evening, next_steps={"nl": "Ja."}, changed_at=now, released_at=now,
            released_by_name="Noor",
        )  # fmt: skip
        Evening.objects.filter(pk=evening.pk).update(report_made_at=now, report_sent_at=now)
    out = phone.get(f"{prefix}/avond/zaal/", follow=True).text
    assert f'"{address}"' not in out
    report = phone.get(address)
    assert report.status_code == 302
    assert report["Location"] in out
    assert phone.get(report["Location"]).status_code == 200
