# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many took part, for the meeting an evening belongs to."""

from __future__ import annotations

import pytest

from tests.conftest import arranging
from tests.factories.evening_rooms import make_evening
from tests.factories.evenings import make_phone, make_slip
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import HandCount
from voelspriet.listen.evenings.queries.attendance import took_part

pytestmark = pytest.mark.django_db


def test_phones_slips_and_the_most_hands_at_one_part(area, adviser):
    evening = make_evening(area, state=EveningState.CLOSED, meeting_reference="T-0001-TEST")
    make_phone(evening)
    make_phone(evening)
    make_slip(evening, 1)
    first, second = evening.items.order_by("position")[:2]
    with arranging():
        for item, choice, number in ((first, "a", 4), (first, "b", 3), (second, "a", 5)):
            HandCount.objects.create(item=item, choice=choice, count=number)
    assert took_part(meeting_reference="T-0001-TEST", by=adviser) == 10
    assert took_part(meeting_reference="T-9999-TEST", by=adviser) == 0
    assert took_part(meeting_reference="", by=adviser) == 0


def test_an_evening_under_way_or_elsewhere_says_nothing_yet(area, town, adviser):
    for where, state in ((area, EveningState.OPEN), (town.neighbourhoods[1], EveningState.CLOSED)):
        make_phone(make_evening(where, state=state, meeting_reference="T-0002-TEST"))
    assert took_part(meeting_reference="T-0002-TEST", by=adviser) == 0
