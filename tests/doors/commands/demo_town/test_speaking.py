# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The incident and notices of the demo: one to look back on, one public, one that ended."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from django.utils import translation

from voelspriet.act.agenda.queries.incidents import incident_detail, incidents_to_mind
from voelspriet.answer.pages.queries.notices import notices, public_notices
from voelspriet.doors.commands.demo_town.geography import build_town
from voelspriet.doors.commands.demo_town.land import settle
from voelspriet.doors.commands.demo_town.speaking import speak
from voelspriet.doors.commands.demo_town.staff import hire
from voelspriet.ground.privacy.actors import system
from voelspriet.lib.working_days import dutch_day

# a working day, and both days of a weekend
MOMENTS = [datetime(2026, 3, day, hour, tzinfo=UTC) for day, hour in ((2, 6), (7, 22), (8, 22))]


@pytest.mark.django_db
@pytest.mark.slow
def test_an_incident_of_last_week_waits_and_every_neighbourhood_hears_its_own():
    begun = datetime(2024, 1, 1, 9, tzinfo=UTC)
    with translation.override("nl"):
        land = settle(town=build_town(random.Random(1)), by=system("demo"), at=begun)
        staff = hire(land=land, by=system("demo", land.municipality_id), at=begun)
        adviser = staff.duos[land.district_of[0]][0]
        for number, at in enumerate(MOMENTS):
            speak(land, staff, at=at)
            row = incidents_to_mind(by=adviser, at=at, limit=99)[number]
            assert row.waits_for_follow_up
            detail = incident_detail(reference=row.reference, by=adviser, at=at)
            assert (len(detail.posts), len(detail.meetings), len(detail.facts)) == (3, 1, 3)
        on = dutch_day(at)
        assert sum(row.is_over for row in notices(by=adviser, at=at).items) >= 1
        for language in ("nl", "ar"):
            told = public_notices(area_ids=[land.neighbourhood_ids[0]], language=language, on=on)
            assert told
            assert {one.language for one in told} == {language}
