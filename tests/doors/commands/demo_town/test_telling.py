# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the demo's people tell: seasons, languages, words that read like many people."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from voelspriet.doors.commands.demo_town import words_dutch, words_public, words_staff
from voelspriet.doors.commands.demo_town.geography import build_town
from voelspriet.doors.commands.demo_town.rhythm import SHARES, Moment, moments
from voelspriet.doors.commands.demo_town.telling import PlaceNames, Tale, tell
from voelspriet.listen.intake.choices import AnswerWish, Category, Openness
from voelspriet.listen.intake.rules.person_flag import points_at_person

FIRST, LAST = date(2024, 3, 1), datetime(2026, 3, 1, 12, tzinfo=UTC)


def _told() -> tuple[list[Moment], list[Tale]]:
    rng = random.Random(1)
    town = build_town(rng)
    people = tuple(each.population for each in town.neighbourhoods)
    found = moments(first=FIRST, last=LAST, people=people, rng=rng)
    places = [
        PlaceNames(
            each.plan.kind,
            tuple(one.name for one in each.streets if not one.is_spot),
            tuple(one.name for one in each.streets if one.is_spot),
        )
        for each in town.neighbourhoods
    ]
    return found, [tell(one, places[one.neighbourhood], rng) for one in found]


@pytest.fixture(scope="module")
def told() -> tuple[list[Moment], list[Tale]]:
    """Return two years of moments and what was told at each."""
    return _told()


def test_two_years_hold_four_to_six_thousand_reports_before_the_end(told):
    found, _ = told
    assert 4000 <= len(found) <= 6000
    assert found == sorted(found, key=lambda one: one.at)
    assert found[-1].at < LAST


def test_seasons_and_new_years_eve_can_be_seen(told):
    found, _ = told
    months = Counter((one.category, one.at.month) for one in found)
    assert months[Category.LIGHTING, 12] > 2 * months[Category.LIGHTING, 6]
    assert months[Category.YOUTH, 7] > 2 * months[Category.YOUTH, 1]
    days = Counter(one.at.date() for one in found)
    ordinary = sum(days.values()) / len(days)
    assert days[date(2024, 12, 31)] + days[date(2025, 1, 1)] > 4 * ordinary


def test_neighbourhoods_differ(told):
    found, _ = told
    drugs = Counter(one.neighbourhood for one in found if one.category is Category.DRUGS)
    assert max(drugs.values()) > 5 * (min(drugs.values()) or 1)


def test_people_speak_four_languages_and_seldom_say_the_same(told):
    _, tales = told
    languages = Counter(one.language for one in tales)
    assert languages["nl"] > 0.8 * len(tales)
    assert all(languages[code] > 50 for code in ("en", "tr", "ar"))
    assert len({one.text for one in tales}) > 0.9 * len(tales)
    assert not any("{" in one.text for one in tales)


def test_nobody_is_anonymous_and_reachable_at_once(told):
    _, tales = told
    for one in tales:
        if one.openness is Openness.ANONYMOUS:
            assert one.contact is None
            assert one.answer_wish in {AnswerWish.NONE, AnswerWish.RECEIPT}
        if one.contact is not None and one.contact.email:
            assert one.contact.email.endswith(".example")


def test_some_texts_point_at_a_person_as_the_rules_see_it(told):
    _, tales = told
    share = sum(points_at_person(one.text) for one in tales) / len(tales)
    assert 0.01 < share < 0.1


def test_the_same_seed_tells_the_same(told):
    assert _told() == told


def test_every_category_has_words_for_everything():
    categories = {category.value for category in Category}
    assert set(words_dutch.MATTERS) == set(words_dutch.ADDITIONS) == categories
    assert set(words_staff.DONE) == categories
    assert {category.value for category in SHARES} == categories
    assert set(words_staff.HANDOVERS) <= categories
    assert set(words_public.DONE) <= set(words_staff.AGREEMENTS) <= categories
    for lines in words_public.DONE.values():
        assert set(lines) == {"nl", "en", "tr", "ar"}
