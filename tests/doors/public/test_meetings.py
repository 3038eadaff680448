# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""When people can meet us, on the neighbourhood's page: in four languages, and nothing of work."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import override

from tests.factories.areas import make_town
from tests.factories.meetings import make_meeting, make_minute, make_point
from voelspriet.act.agenda.choices import MeetingKind, MeetingState

pytestmark = pytest.mark.django_db
SOON = timezone.now().replace(hour=17, minute=30, second=0, microsecond=0) + timedelta(days=9)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


def page(area, language=""):
    answer = Client().get(f"{language}/mijn-buurt/waterrijk/{area.slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("", ("Wanneer kunt u ons treffen?", "Spreekuur", "Kom langs met uw vraag.", "Koffie")),
        ("/en", ("When can you meet us?", "Consultation hour", "Come by with your", "Coffee")),
        (
            "/tr",
            ("Bizimle ne zaman görüşebilirsiniz?", "Danışma saati", "Sorunuzla gelin.", "Kahve"),
        ),
        ("/ar", ("متى يمكنك أن تلتقي بنا؟", "ساعة استشارة", "تعال واطرح سؤالك.", "قهوة")),
    ],
)
def test_date_time_place_and_what_stand_there_in_four_languages(area, language, said):
    texts = {"nl": "Koffie", "en": "Coffee", "tr": "Kahve", "ar": "قهوة"}
    meeting = make_meeting(
        area, kind=MeetingKind.CONSULTATION_HOUR, starts_at=SOON, about=texts, place="Zaal 3"
    )
    text = page(area, language)

    assert [words for words in (*said, "<bdi>Zaal 3</bdi>") if words not in text] == []
    with override(language.strip("/") or "nl"):
        local = localtime(SOON)
        assert date_format(local, "l j F Y") in text
        assert date_format(local, "H:i") in text
    code = language.strip("/") or "nl"
    assert f"/feeds/bijeenkomsten/{meeting.reference}.ics?lang={code}" in text
    assert f"/feeds/gebieden/{area.code}/agenda.ics?lang={code}" in text


def test_what_nobody_translated_is_shown_in_dutch_and_says_so(area):
    make_meeting(area, starts_at=SOON, about={"nl": "Het plein"})

    assert '<bdi lang="nl">Het plein</bdi>' in page(area, "/tr")
    assert "Henüz çevrilmedi" in page(area, "/tr")


def test_work_minutes_points_counts_and_reasons_are_on_no_public_page(area):
    words = "Geheim-zebra"
    make_meeting(area, kind=MeetingKind.PROFESSIONALS, starts_at=SOON, place=words)
    make_meeting(area, starts_at=SOON, is_public=False, about={"nl": words})
    make_meeting(area, starts_at=SOON - timedelta(days=20), came={"residents": 4711})
    shown = make_meeting(
        area, starts_at=SOON, state=MeetingState.CANCELLED, cancel_reason=words, sequence=1
    )
    make_point(shown, words)
    make_minute(shown, words)
    text = page(area)

    assert words not in text
    assert "4711" not in text
    assert "Noor Visser" not in text
    assert "Gaat niet door" in text
    assert f"{shown.reference}.ics" not in text


def test_a_change_is_told_and_a_moment_without_a_place_says_so(area):
    make_meeting(area, starts_at=SOON, sequence=1, place="")
    text = page(area)

    assert "Let op: dit is gewijzigd" in text
    assert "De plek hoort u nog." in text


def test_moments_of_the_district_stand_here_and_those_of_a_neighbour_do_not(town, area):
    make_meeting(town.districts[0], starts_at=SOON, place="Stadsdeelhuis")
    make_meeting(town.neighbourhoods[1], starts_at=SOON, place="Bij de buren")
    text = page(area)

    assert "Stadsdeelhuis" in text
    assert town.districts[0].name in text
    assert "Bij de buren" not in text


def test_without_moments_there_is_no_heading(area):
    assert "Wanneer kunt u ons treffen?" not in page(area)
