# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What residents put first: one tally of three channels, what may be told, and deviations."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories.meetings import make_meeting
from tests.factories.priorities import make_agenda, make_priority, make_voice
from voelspriet.act.agenda.actions.priorities import arrange_priorities
from voelspriet.act.agenda.actions.rankings import (
    close_ranking,
    count_choices,
    open_ranking,
    rank_priorities,
)
from voelspriet.act.agenda.choices.priorities import PriorityState, RankingChannel
from voelspriet.act.agenda.models import RankingVoice
from voelspriet.act.agenda.queries.area_agendas import area_agenda, public_agenda
from voelspriet.act.agenda.queries.meeting_detail import meeting_detail
from voelspriet.act.agenda.queries.ranking_meetings import counted_before, counted_meetings
from voelspriet.act.agenda.queries.rankings import chosen_before, tally_of
from voelspriet.act.agenda.rules.rankings import new_token, token_key
from voelspriet.analysis.disclosure import THRESHOLD
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 9, 9, tzinfo=UTC)
ON = date(2026, 9, 9)
PAPER, EVENING = RankingChannel.PAPER, RankingChannel.EVENING


@pytest.fixture
def agenda(area):
    return make_agenda(area, ranking_opened_at=AT)


@pytest.fixture
def rows(agenda):
    return [make_priority(agenda, title) for title in ("Licht", "Verkeer", "Schoon")]


def rank(agenda, *order, token=None):
    rank_priorities(
        reference=agenda.reference,
        token=token or new_token(),
        order=[row.pk for row in order],
        by=resident(),
        at=AT,
    )


def count(agenda, by, channel, chosen):
    numbers = {row.pk: given_ for row, given_ in chosen.items()}
    count_choices(reference=agenda.reference, channel=channel, chosen=numbers, by=by, at=AT)


def shown(agenda):
    return public_agenda(area_ids=[agenda.area_id], language="nl", on=ON)


def titles(agenda):
    return [row.title.text for row in shown(agenda).priorities]


def test_one_browser_counts_once_and_may_change_its_mind(agenda, rows):
    token = new_token()
    rank(agenda, rows[0], rows[1], token=token)
    rank(agenda, rows[0], rows[1], token=token)  # pressed twice
    assert tally_of(agenda).total == 1
    rank(agenda, rows[2], token=token)

    assert chosen_before(reference=agenda.reference, token=token) == (rows[2].pk,)
    assert tally_of(agenda).chosen == {rows[2].pk: (1, 0, 0)}
    assert AuditLine.objects.filter(action="area_agenda.rank").first().detail == {}


def test_nothing_ties_what_one_browser_chose_in_two_agendas(town, agenda, rows):
    other = make_agenda(town.neighbourhoods[1], ranking_opened_at=AT)
    there = make_priority(other, "Daar")
    token = new_token()
    rank(agenda, rows[0], token=token)
    rank(other, there, token=token)

    hashes = set(RankingVoice.objects.values_list("token_hash", flat=True))
    assert len(hashes) == 2
    assert not hashes & {token, token_key(token)}
    assert {one.name for one in RankingVoice._meta.get_fields()} == {
        "id", "agenda", "token_hash", "first", "second", "third",
    }  # fmt: skip


def test_rank_refuses_what_is_no_choice(agenda, rows):
    hidden = make_priority(agenda, "Intern", is_public=False)
    ended = make_priority(agenda, "Klaar", state=PriorityState.DONE)
    for order in ((), (rows[0], rows[0]), (hidden,), (ended,), (*rows, rows[0])):
        with pytest.raises(Refused):
            rank(agenda, *order)
    with pytest.raises(Refused):
        rank(agenda, rows[0], token="made up")
    assert not RankingVoice.objects.exists()


def test_nobody_chooses_before_it_opens_or_after_it_closed(area, adviser):
    agenda = make_agenda(area)
    rows = [make_priority(agenda, f"Prioriteit {n}") for n in range(2)]
    with pytest.raises(Refused):
        rank(agenda, rows[0])
    open_ranking(reference=agenda.reference, by=adviser, at=AT)
    rank(agenda, rows[0])
    close_ranking(reference=agenda.reference, by=adviser, at=AT)
    with pytest.raises(Refused):
        rank(agenda, rows[0])
    with pytest.raises(Refused):
        count(agenda, adviser, PAPER, {rows[0]: (3, 0, 0)})
    with pytest.raises(Refused):
        open_ranking(reference=agenda.reference, by=adviser, at=AT)


def test_open_ranking_needs_a_public_agenda_and_two_priorities(area, adviser):
    agenda = make_agenda(area, is_public=False)
    make_priority(agenda)
    with pytest.raises(Refused):
        open_ranking(reference=agenda.reference, by=adviser, at=AT)
    with pytest.raises(OutOfScope):
        rank(agenda)
    other = make_agenda(area, year=2027)
    make_priority(other)
    with pytest.raises(Refused):
        open_ranking(reference=other.reference, by=adviser, at=AT)


def test_website_evening_and_paper_are_one_tally(agenda, rows, adviser):
    licht, verkeer, schoon = rows
    make_voice(agenda, schoon, licht)
    count(agenda, adviser, EVENING, {verkeer: (8, 2, 0), licht: (5, 6, 1)})
    count(agenda, adviser, PAPER, {verkeer: (9, 0, 0)})
    count(agenda, adviser, PAPER, {verkeer: (6, 0, 0)})  # counted again: in its place

    tally = tally_of(agenda)
    assert tally.people == {"web": 1, "evening": 13, "paper": 6}
    assert tally.chosen[verkeer.pk] == (14, 2, 0)
    assert tally.chosen[licht.pk] == (5, 7, 1)


@pytest.mark.parametrize(
    "numbers",
    [((2, 3, 0), (0, 0, 0)), ((3, 1, 2), (0, 0, 0)), ((-1, 0, 0), (5, 0, 0)),
     ((10_000, 0, 0), (0, 0, 0)), ((2, 1, 1), (0, 0, 0))],
)  # fmt: skip
def test_counts_that_cannot_be_are_refused(agenda, rows, adviser, numbers):
    with pytest.raises(Refused):
        count(agenda, adviser, PAPER, dict(zip(rows, numbers, strict=False)))
    with pytest.raises(Refused):
        count(agenda, adviser, RankingChannel.WEB, {rows[0]: (9, 0, 0)})


def test_the_public_page_tells_nothing_while_people_choose(agenda, rows, adviser):
    count(agenda, adviser, PAPER, {rows[2]: (40, 0, 0)})
    sheet = shown(agenda)
    assert titles(agenda) == ["Licht", "Verkeer", "Schoon"]
    assert (sheet.ranking.people, sheet.ranking.channels) == (None, ())
    assert {(row.place, row.points) for row in sheet.priorities} == {(None, None)}


def test_the_residents_order_counts_once_choosing_is_closed(agenda, rows, adviser):
    count(agenda, adviser, PAPER, {rows[2]: (40, 0, 0), rows[1]: (7, 0, 0)})
    close_ranking(reference=agenda.reference, by=adviser, at=AT)

    sheet = shown(agenda)
    assert titles(agenda) == ["Schoon", "Verkeer", "Licht"]
    assert [(row.place, row.points) for row in sheet.priorities] == [(1, 120), (2, 21), (3, None)]
    assert sheet.ranking.people == 47
    assert [number for _label, number in sheet.ranking.channels] == [47]


def test_fewer_than_five_people_give_no_order_and_no_number(agenda, rows, adviser):
    count(agenda, adviser, PAPER, {rows[2]: (THRESHOLD - 1, 0, 0)})
    close_ranking(reference=agenda.reference, by=adviser, at=AT)

    sheet = shown(agenda)
    assert titles(agenda) == ["Licht", "Verkeer", "Schoon"]
    assert (sheet.ranking.people, sheet.ranking.channels) == (None, ())


def test_one_small_channel_hides_the_counts_of_all(agenda, rows, adviser):
    make_voice(agenda, rows[0])
    count(agenda, adviser, PAPER, {rows[2]: (30, 0, 0)})
    close_ranking(reference=agenda.reference, by=adviser, at=AT)

    ranking = shown(agenda).ranking
    assert ranking.people == 31
    assert [number for _label, number in ranking.channels] == [None, None]


def arrange(agenda, by, *order, reason=""):
    arrange_priorities(
        agenda_reference=agenda.reference,
        order=[row.pk for row in order],
        reason=reason,
        by=by,
        at=AT,
    )


def test_another_order_than_residents_needs_a_reason_that_is_public(agenda, rows, adviser):
    licht, verkeer, schoon = rows
    count(agenda, adviser, PAPER, {schoon: (40, 0, 0), verkeer: (7, 0, 0)})
    close_ranking(reference=agenda.reference, by=adviser, at=AT)
    with pytest.raises(Refused) as refused:
        arrange(agenda, adviser, licht, verkeer, schoon, reason=" ")
    assert refused.value.field == "reason"
    assert titles(agenda) == ["Schoon", "Verkeer", "Licht"]

    arrange(agenda, adviser, licht, schoon, verkeer, reason="Het geld is er al.")
    assert titles(agenda) == ["Licht", "Schoon", "Verkeer"]
    sheet = shown(agenda)
    assert (sheet.own_order, sheet.order_reason.text) == (True, "Het geld is er al.")

    arrange(agenda, adviser, schoon, verkeer, licht)
    assert not shown(agenda).own_order


def test_before_residents_chose_any_order_goes_without_reason(agenda, rows, adviser):
    arrange(agenda, adviser, *reversed(rows))
    assert titles(agenda) == ["Schoon", "Verkeer", "Licht"]
    with pytest.raises(Refused):
        arrange(agenda, adviser, rows[0], rows[1])


def test_colleagues_see_the_tally_at_any_time(agenda, rows, adviser):
    make_voice(agenda, rows[0])
    detail = area_agenda(reference=agenda.reference, by=adviser, on=ON)
    assert detail.tally.total == 1
    assert detail.ranked == ()


def test_what_was_chosen_at_a_meeting_stays_with_it(agenda, rows, area, adviser):
    first, second = (make_meeting(area, starts_at=AT - timedelta(days=n)) for n in (1, 8))
    for meeting, people in ((first, 4), (second, 6), (first, 5)):  # the last replaces the first
        count_choices(
            reference=agenda.reference,
            channel=EVENING,
            chosen={rows[0].pk: (people, 0, 0)},
            meeting_reference=meeting.reference,
            by=adviser,
            at=AT,
        )
    count(agenda, adviser, EVENING, {rows[1]: (3, 0, 0)})  # at no meeting of ours

    found = counted_meetings(reference=agenda.reference, by=adviser, at=AT)
    assert [(row.reference, row.chose) for row in found] == [
        (first.reference, 5),
        (second.reference, 6),
    ]
    detail = area_agenda(reference=agenda.reference, by=adviser, on=ON)
    assert detail.tally.people[EVENING] == 5 + 6 + 3
    (here,) = meeting_detail(reference=first.reference, by=adviser, at=AT).ranked
    assert (here.reference, here.chose) == (agenda.reference, 5)
    before = counted_before(reference=agenda.reference, channel=EVENING, meeting=second.reference)
    assert before == {rows[0].pk: (6, 0, 0)}


def test_a_meeting_that_does_not_fit_is_refused(agenda, rows, town, area, adviser):
    came = make_meeting(area, starts_at=AT - timedelta(days=1), came={"residents": 3})
    coming = make_meeting(area, starts_at=AT + timedelta(days=1))
    closed = make_meeting(area, starts_at=AT - timedelta(days=1), is_public=False)
    elsewhere = make_meeting(town.neighbourhoods[1], starts_at=AT - timedelta(days=1))

    def at(meeting, channel=EVENING):
        count_choices(
            reference=agenda.reference,
            channel=channel,
            chosen={rows[0].pk: (4, 0, 0)},
            meeting_reference=meeting.reference,
            by=adviser,
            at=AT,
        )

    with pytest.raises(Refused, match="Er kwamen 3 mensen"):
        at(came)
    for meeting in (coming, closed, elsewhere):
        with pytest.raises(OutOfScope):
            at(meeting)
    with pytest.raises(Refused, match="Papier"):
        at(make_meeting(area, starts_at=AT - timedelta(days=2)), channel=PAPER)
    assert not agenda.counts.exists()
