# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An evening from its programme to its end, as the doors do it."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from tests.factories.areas import make_town
from tests.factories.evenings import make_version
from tests.factories.meetings import make_meeting
from tests.factories.people import make_duo
from tests.pages.markup import Page
from voelspriet.listen.evenings.models import Evening, Vote

pytestmark = pytest.mark.django_db


def _press(client, path, **data):
    cache.clear()
    response = client.post(path, data)
    assert response.status_code == 302, response.content.decode()[:3000]
    return client.get(response["Location"])


def test_an_evening_from_programme_to_end():
    town = make_town()
    area = town.neighbourhoods[0]
    first, _second = make_duo(town.municipality, area)
    version = make_version()
    desk = Client()
    desk.force_login(first)
    page = desk.get("/werk/avonden/nieuw/")
    assert page.status_code == 200
    made = _press(desk, "/werk/avonden/nieuw/", area=area.pk, starts_on="2027-01-12", clock="19:30",
                  place="De Boeg", version=version.pk)  # fmt: skip
    assert made.status_code == 200
    evening = Evening.objects.get()
    lead = f"/werk/avonden/{evening.reference}/leiden/"
    assert desk.get(lead).status_code == 200
    html = _press(desk, lead, deed="start").content.decode()
    evening.refresh_from_db()
    assert evening.join_code[:3] in html
    phone = Client()
    assert phone.get("/avond/").status_code == 200
    waiting = _press(phone, "/avond/", digits=evening.join_code).content.decode()
    assert "U bent binnen" in waiting
    _press(desk, lead, deed="next")
    asked = phone.get("/avond/zaal/").content.decode()
    assert "Hoe zit u erbij?" in asked
    item = Evening.objects.get().current_item_id
    answered = _press(phone, "/avond/zaal/", item=item, answer="good").content.decode()
    assert "Uw antwoord is binnen" in answered
    _press(phone, "/avond/zaal/", item=item, answer="bad")
    assert Vote.objects.get().chosen == ["bad"]
    count = f"/werk/avonden/{evening.reference}/tellen/"
    _press(desk, count, deed="slips", item=item, slips="1 1\n2 1\n3 3\n")
    _press(desk, count, deed="hands", item=item, **{"hands-good": "4", "hands-bad": ""})
    assert Vote.objects.count() == 4
    _press(desk, lead, deed="show")
    shown = phone.get("/avond/zaal/").content.decode()
    assert "een meerderheid" in shown
    screen = desk.get(f"/werk/avonden/{evening.reference}/scherm/?ook=ar").content.decode()
    assert "كيف حالكم؟" in screen
    assert "een meerderheid" in screen
    state = desk.get(f"/werk/avonden/{evening.reference}/stand/").json()
    assert state["answered"] == 8
    assert state["joined"] == 4
    _press(desk, lead, deed="end")
    assert "voorbij" in phone.get("/avond/zaal/").content.decode()
    assert Evening.objects.get().join_code is None
    assert Page(shown).harm == []


def test_a_planned_evening_is_one_choice_and_one_press():
    town = make_town()
    area = town.neighbourhoods[0]
    first, _second = make_duo(town.municipality, area)
    version = make_version()
    from datetime import timedelta  # noqa: PLC0415

    from django.utils import timezone  # noqa: PLC0415

    meeting = make_meeting(area, starts_at=timezone.now() + timedelta(days=9))
    desk = Client()
    desk.force_login(first)
    page = desk.get(f"/werk/avonden/nieuw/?bijeenkomst={meeting.reference}").content.decode()
    assert "De Boeg" in page
    _press(desk, "/werk/avonden/nieuw/", planned=meeting.reference, version=version.pk)
    evening = Evening.objects.get()
    assert (evening.meeting_reference, evening.place) == (meeting.reference, "Buurthuis De Boeg")
    assert evening.starts_at == meeting.starts_at
