# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses of evenings, parts, voices and answers."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.evenings import (
    STARTS,
    item_named,
    make_evening,
    make_phone,
    make_slip,
    put_on,
)
from voelspriet.listen.evenings.models import (
    Evening,
    EveningItem,
    FailedJoin,
    HandCount,
    Voice,
    Vote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def evening():
    return make_evening(make_town().neighbourhoods[0], state="open")


def _refused(write, name: str) -> None:
    """Expect the database to refuse a write; PostgreSQL says by which rule."""
    from django.db import connection  # noqa: PLC0415  which database this run is on

    with arranging(), pytest.raises(IntegrityError) as error, transaction.atomic():
        write()
    if connection.vendor == "postgresql":
        assert name in str(error.value)


@pytest.mark.parametrize(("values", "name"), [
    ({"join_code": None}, "evening_code_only_while_open"),
    ({"state": "prepared"}, "evening_code_only_while_open"),
    ({"closed_at": STARTS}, "evening_closed_has_a_moment"),
    ({"screen_language": "xx"}, "evening_screen_language_known"),
    ({"state": "closed", "join_code": None}, "evening_closed_has_a_moment"),
])  # fmt: skip
def test_code_moment_and_language_fit_where_an_evening_stands(evening, values, name):
    _refused(lambda: Evening.objects.filter(pk=evening.pk).update(**values), name)


@pytest.mark.parametrize(("values", "name"), [
    ({"question": None}, "evening_item_question_when_a_question"),
    ({"kind": "talk"}, "evening_item_question_when_a_question"),
    ({"position": 1}, "evening_item_position_once"),
    ({"closed_at": STARTS}, "evening_item_opened_before_closed"),
    ({"results_shown_at": STARTS}, "evening_item_opened_before_shown"),
])  # fmt: skip
def test_a_part_is_a_question_or_none_and_opens_first(evening, values, name):
    item = item_named(evening, "mood")
    _refused(lambda: EveningItem.objects.filter(pk=item.pk).update(**values), name)


@pytest.mark.parametrize("values", [
    {"channel": "phone"}, {"channel": "paper"}, {"channel": "hand"},
    {"channel": "phone", "token_hash": "a" * 64, "slip": 3},
    {"channel": "paper", "token_hash": "a" * 64, "slip": 3},
    {"channel": "hand", "slip": 3},
])  # fmt: skip
def test_a_phone_has_a_token_and_paper_a_number(evening, values):
    name = "voice_phone_has_a_token_paper_a_slip"
    _refused(lambda: Voice.objects.create(evening=evening, **values), name)


def test_a_slip_is_one_voice(evening):
    make_slip(evening, 4)
    _refused(lambda: Voice.objects.create(evening=evening, channel="paper", slip=4),
             "voice_slip_once")  # fmt: skip


def test_a_voice_answers_once(evening):
    item, token = put_on(evening, "mood"), make_phone(evening)
    voice = Voice.objects.get(token_hash=token.hash)
    with arranging():
        Vote.objects.create(item=item, voice=voice, chosen=["good"])
    _refused(lambda: Vote.objects.create(item=item, voice=voice, chosen=["bad"]), "vote_once")


@pytest.mark.parametrize("number", [0, 11])
def test_a_grade_is_from_one_to_ten(evening, number):
    item, voice = put_on(evening, "grade"), make_slip(evening, 1)
    _refused(lambda: Vote.objects.create(item=item, voice=voice, number=number),
             "vote_grade_between_one_and_ten")  # fmt: skip


def test_hands_are_counted_once_per_answer_and_fit_in_a_room(evening):
    item = put_on(evening, "mood")
    with arranging():
        HandCount.objects.create(item=item, choice="good", count=2000)
    _refused(lambda: HandCount.objects.create(item=item, choice="good", count=1),
             "hand_count_once_per_choice")  # fmt: skip
    _refused(lambda: HandCount.objects.create(item=item, choice="bad", count=2001),
             "hand_count_of_one_room")  # fmt: skip


def test_wrong_codes_are_counted_in_one_row_per_address():
    with arranging():
        FailedJoin.objects.create(window=STARTS, source="a")
    _refused(lambda: FailedJoin.objects.create(window=STARTS, source="a"),
             "failed_join_once_a_window")  # fmt: skip
    _refused(lambda: FailedJoin.objects.create(window=STARTS, source="b", count=0),
             "failed_join_counts_from_one")  # fmt: skip
