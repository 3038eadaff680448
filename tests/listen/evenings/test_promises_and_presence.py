# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Promises that a room confirms, and who came as counters only."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories.evening_rooms import DURING, make_evening
from tests.factories.evenings import make_phone
from tests.factories.people import make_organisation
from voelspriet.ground.areas.choices import AgeGroup, StayLength
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.actions.presence import count_presence, hand_in_card
from voelspriet.listen.evenings.actions.promises import (
    confirm_promise,
    drop_promise,
    show_promise,
    write_promise,
)
from voelspriet.listen.evenings.choices import (
    EveningRole,
    EveningState,
    PresenceAspect,
)
from voelspriet.listen.evenings.models import EveningPromise, PresenceCount
from voelspriet.listen.evenings.queries.floor import promises_of
from voelspriet.listen.evenings.queries.presence import presence

pytestmark = pytest.mark.django_db
SCREEN, NOTES, LEADS = EveningRole.SCREEN, EveningRole.NOTE_TAKER, EveningRole.CO_FACILITATOR
AGE, STAY, PART = PresenceAspect.AGE, PresenceAspect.LENGTH_OF_STAY, PresenceAspect.PART
SOON = dutch_day(DURING) + timedelta(days=14)


def promise(evening, by, what="De lampen worden gemaakt", **more):
    values = {"due_on": SOON, "owner": "De bewoners van het plein"} | more
    return write_promise(reference=evening.reference, what=what, by=by, at=DURING, **values)


def act(deed, evening, number, by):
    deed(reference=evening.reference, promise_id=number, by=by, at=DURING)


def test_the_room_sees_a_promise_before_it_confirms(evening, helper):
    number = promise(evening, helper(NOTES))
    leads = helper(LEADS)
    with pytest.raises(Refused, match="scherm"):
        act(confirm_promise, evening, number, leads)
    act(show_promise, evening, number, leads)
    act(confirm_promise, evening, number, leads)
    row = promises_of(reference=evening.reference, by=leads)[0]
    assert (row.is_shown, row.is_confirmed, row.in_ledger) == (True, True, "")
    assert row.waits_for_ledger is False  # nobody of the ledger takes it up
    with pytest.raises(Refused, match="bevestigd"):
        act(drop_promise, evening, number, leads)


def test_only_who_leads_shows_confirms_and_drops(evening, helper):
    number = promise(evening, helper(NOTES))
    for deed in (show_promise, confirm_promise, drop_promise):
        for role in (NOTES, SCREEN):
            with pytest.raises(OutOfScope):
                act(deed, evening, number, helper(role))
    with pytest.raises(OutOfScope):
        promise(evening, helper(SCREEN))
    act(drop_promise, evening, number, helper(LEADS))
    assert not EveningPromise.objects.exists()


def test_an_organisation_is_named_by_its_name_and_of_this_town(evening, helper, town):
    party = make_organisation(town.municipality, name="Beheer openbare ruimte")
    promise(evening, helper(NOTES), organisation_id=party.pk, owner="")
    assert EveningPromise.objects.get().owner == "Beheer openbare ruimte"
    with pytest.raises(OutOfScope):
        promise(evening, helper(NOTES), organisation_id=party.pk + 99)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"what": ""}, "what"),
        ({"what": "x" * 301}, "what"),
        ({"what": "Meneer Jansen belt terug"}, "what"),
        ({"owner": ""}, "owner"),
        ({"owner": "mevrouw De Vries"}, "owner"),
        ({"due_on": dutch_day(DURING) - timedelta(days=1)}, "due_on"),
        ({"due_on": dutch_day(DURING) + timedelta(days=401)}, "due_on"),
    ],
)
def test_what_a_promise_needs(evening, adviser, more, field):
    with pytest.raises(Refused) as refused:
        promise(evening, adviser, **more)
    assert refused.value.field == field


def test_no_promises_before_or_after(area, adviser):
    for state in (EveningState.PREPARED, EveningState.CLOSED):
        with pytest.raises(Refused):
            promise(make_evening(area, state=state), adviser)


def test_a_promise_of_another_evening_is_not_there(evening, area, adviser):
    number = promise(make_evening(area), adviser)
    with pytest.raises(OutOfScope):
        act(show_promise, evening, number, adviser)


# ——— who came ———————————————————————————————————————————————————————————————————————————————


def hand_in(evening, card):
    hand_in_card(token=make_phone(evening), card=card, by=resident(), at=DURING)


def rows(evening, by):
    return {row.aspect: row for row in presence(reference=evening.reference, by=by)}


def test_a_card_adds_to_counters_and_leaves_no_row_of_anybody(evening, adviser):
    for _number in range(6):
        hand_in(evening, {AGE: "25_44", STAY: "0"})
    hand_in(evening, {})  # rather said nothing: counts as nothing
    assert PresenceCount.objects.count() == 2
    assert {f.name for f in PresenceCount._meta.fields} == {
        "id", "evening", "aspect", "category", "count",
    }  # fmt: skip
    found = rows(evening, adviser)
    assert {one.category: one.count for one in found[AGE].lines}["25_44"] == 6
    assert found[AGE].answered == 6
    assert found[PART].answered == 0


def test_few_are_not_shown_nor_to_be_computed(evening, adviser):
    count(evening, adviser, {(AGE, "0_14"): 3, (AGE, "25_44"): 20, (AGE, "65"): 8})
    found = rows(evening, adviser)[AGE]
    shown = {one.category: one.count for one in found.lines}
    # the smallest other goes along, and the sum
    assert (shown["0_14"], shown["65"], shown["25_44"]) == (None, None, 20)
    assert found.answered is None


def count(evening, by, counts):
    count_presence(reference=evening.reference, counts=counts, by=by, at=DURING)


def test_paper_adds_to_phones(evening, helper):
    for _number in range(5):
        hand_in(evening, {AGE: "65"})
    count(evening, helper(NOTES), {(AGE, "65"): 4})
    assert PresenceCount.objects.get().count == 9
    with pytest.raises(OutOfScope):
        count(evening, helper(SCREEN), {(AGE, "65"): 1})


@pytest.mark.parametrize(
    "counts", [{}, {(AGE, "65"): -1}, {(AGE, "65"): 2001}, {(AGE, "made_up"): 3}]
)
def test_what_cannot_be_counted(evening, adviser, counts):
    with pytest.raises(Refused):
        count(evening, adviser, counts)
    assert not PresenceCount.objects.exists()


def test_more_than_a_room_holds_is_refused_whole(evening, adviser):
    count(evening, adviser, {(AGE, "65"): 1990})
    with pytest.raises(Refused):
        count(evening, adviser, {(AGE, "65"): 11})
    assert PresenceCount.objects.get().count == 1990


def test_nothing_asks_for_origin():
    asked = " ".join(str(one.label) for kind in (AgeGroup, StayLength) for one in kind).lower()
    assert not [
        word for word in ("herkomst", "geboren", "geloof", "nationaliteit") if word in asked
    ]
