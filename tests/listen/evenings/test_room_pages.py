# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A room as phones see it: what a poll costs, what nobody sees, votes at the same time."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.evenings import (
    item_named,
    make_evening,
    make_phone,
    put_on,
)
from voelspriet.ground.privacy.actors import resident
from voelspriet.listen.evenings.actions.voting import cast_vote
from voelspriet.listen.evenings.models import Evening, Voice, Vote
from voelspriet.listen.evenings.queries import room
from voelspriet.listen.surveys.rules.answers import Answer

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 22, 18, 0, tzinfo=UTC)
GOOD = Answer(chosen=("good",))


@pytest.fixture
def evening():
    return make_evening(make_town().neighbourhoods[0], state="open")


def _vote(token, item, answer=GOOD):
    cast_vote(token=token, item_id=item.pk, answer=answer, by=resident(), at=AT)


def test_a_poll_costs_one_question_and_none_within_half_a_second(evening):
    phone = Client()
    phone.cookies["stem"] = str(make_phone(evening))
    cache.clear()
    with CaptureQueriesContext(connection) as first:
        answer = phone.get("/avond/stand/")
    assert answer.json() == {"revision": evening.revision}
    assert len(first) <= 2  # which municipality this is, and where the evening stands
    with CaptureQueriesContext(connection) as second:
        same = phone.get("/avond/stand/", headers={"if-none-match": answer["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert len(second) <= 1


def test_a_room_page_asks_as_much_for_many_as_for_one(evening, monkeypatch):
    monkeypatch.setattr(room, "PART_KEPT_SECONDS", 60)  # a slow machine is no other answer
    put_on(evening, "mood")
    phone = Client()
    phone.cookies["stem"] = str(make_phone(evening))
    phone.get("/avond/zaal/")
    cache.clear()
    with CaptureQueriesContext(connection) as alone:
        assert phone.get("/avond/zaal/").status_code == 200
    for _ in range(5):
        make_phone(evening)
    cache.clear()
    with CaptureQueriesContext(connection) as together:
        phone.get("/avond/zaal/")
    assert len(together) == len(alone) <= 6
    with CaptureQueriesContext(connection) as after_another:
        phone.get("/avond/zaal/")
    assert len(after_another) <= 3  # the town, the phone, its own answer: the rest is kept


def test_a_phone_sees_nobody_and_cannot_lead(evening):
    put_on(evening, "wish")
    words = "Dit schreef een ander"
    item = item_named(evening, "wish")
    _vote(make_phone(evening), item, Answer(text=words))
    phone = Client()
    phone.cookies["stem"] = str(make_phone(evening))
    assert words not in phone.get("/avond/zaal/").content.decode()
    for page in ("leiden", "scherm", "tellen", "stand"):
        answer = phone.get(f"/werk/avonden/{evening.reference}/{page}/")
        assert (answer.status_code, answer["Location"].startswith("/werk/inloggen/")) == (302, True)
    stranger = Client()
    stranger.cookies["stem"] = "nagemaakt"
    assert stranger.get("/avond/zaal/")["Location"] == "/avond/"
    assert stranger.get("/avond/stand/").json() == {"revision": -1}


def test_a_late_answer_is_told_kindly(evening):
    item = put_on(evening, "mood")
    phone = Client()
    phone.cookies["stem"] = str(make_phone(evening))
    put_on(evening, "wish")
    answer = phone.post("/avond/zaal/", {"item": item.pk, "answer": "good"}, follow=True)
    assert "Deze vraag is al dicht" in answer.content.decode()
    assert not Vote.objects.exists()


def test_a_script_gets_the_part_alone_and_its_answer_costs_little(evening):
    item = put_on(evening, "mood")
    phone = Client(headers={"x-part": "1"})
    phone.cookies["stem"] = str(make_phone(evening))
    asked = phone.get("/avond/zaal/").content.decode()
    assert "data-part" in asked
    assert "<header" not in asked
    assert "<script" not in asked
    with CaptureQueriesContext(connection) as spent:
        answer = phone.post("/avond/zaal/", {"item": item.pk, "answer": "good"})
    # what to show now stood ready in the page that asked
    assert "Uw antwoord is binnen" in asked.split("<template data-received>")[1]
    assert (answer.status_code, answer.content) == (204, b"")
    writes = [one for one in spent if one["sql"].startswith("INSERT")]
    assert (len(writes), len(spent) <= 8) == (2, True)  # the answer and its audit line
    put_on(evening, "wish")
    late = phone.post("/avond/zaal/", {"item": item.pk, "answer": "bad"}).content.decode()
    assert 'data-late="Deze vraag is al dicht.' in late
    assert Vote.objects.get().chosen == ["good"]


def test_the_cookie_is_for_this_site_and_no_script(evening):
    phone = Client()
    phone.post("/avond/", {"digits": evening.join_code})
    cookie = phone.cookies["stem"]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", "")
    assert not Voice.objects.filter(token_hash__in=cookie.value.split("~")).exists()


@pytest.mark.django_db(transaction=True)
def test_votes_at_the_same_time_are_counted_once_each():
    evening = make_evening(make_town().neighbourhoods[0], state="open")
    item = put_on(evening, "mood")
    tokens = [make_phone(evening) for _ in range(8)]
    problems: list[Exception] = []

    def answer(token, name):
        try:
            _vote(token, item, Answer(chosen=(name,)))
        except Exception as error:  # noqa: BLE001  told below
            problems.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=answer, args=(token, name))
               for name in ("good", "bad", "good") for token in tokens]  # fmt: skip
    with arranging():
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert problems == []
    assert Vote.objects.filter(item=item).count() == 8
    assert Evening.objects.count() == 1
