# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses of agendas, priorities, actions and choices."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.meetings import make_meeting
from tests.factories.priorities import MADE, make_action, make_agenda, make_priority, make_voice
from voelspriet.act.agenda.choices.priorities import PriorityState, RankingChannel
from voelspriet.act.agenda.models import (
    AreaAgenda,
    AreaAgendaText,
    Priority,
    PriorityAction,
    PriorityActionText,
    PriorityText,
    RankingCount,
    RankingVoice,
)

pytestmark = pytest.mark.django_db


def refuses(name, work):
    """Tell that the database refuses, by the name of a constraint or of its columns on SQLite."""
    with pytest.raises(IntegrityError) as refused, arranging(), transaction.atomic():
        work()
    words = str(refused.value)
    assert name in words or "UNIQUE constraint failed" in words


def change(row, **values):
    return lambda: type(row)._base_manager.filter(pk=row.pk).update(**values)


def again(row):
    def work():
        row.pk, row.id = None, None
        row._state.adding = True
        if hasattr(row, "reference"):
            row.reference = "X-0000-0001"
        row.save(force_insert=True)

    return work


def test_agendas(area):
    agenda = make_agenda(area)

    refuses("area_agenda_own_order_says_why", change(agenda, own_order=True))
    early = MADE - timedelta(days=1)
    refuses(
        "area_agenda_ranking_opens_first",
        change(agenda, ranking_opened_at=MADE, ranking_closed_at=early),
    )
    refuses("area_agenda_ranking_opens_first", change(agenda, ranking_closed_at=MADE))
    refuses("area_agenda_text_once", again(AreaAgendaText.objects.get()))
    refuses("area_agenda_once_per_year", again(AreaAgenda.objects.get()))


def test_a_handful_of_priorities(area):
    agenda = make_agenda(area)
    rows = [make_priority(agenda, f"Prioriteit {n}") for n in range(5)]

    refuses("priority_at_most_five", lambda: make_priority(agenda, "Een zesde"))
    refuses("priority_slot_once", change(rows[0], slot=2))
    refuses("priority_at_most_five", change(rows[0], slot=6))
    refuses("priority_at_most_five", change(rows[0], slot=None))
    stopped = {"state": PriorityState.STOPPED, "ended_at": MADE, "slot": None}
    refuses("priority_stopped_says_why", change(rows[0], **stopped))
    refuses("priority_ended_has_a_day", change(rows[0], state=PriorityState.DONE))
    refuses("priority_ended_has_a_day", change(rows[0], ended_at=MADE))
    refuses("priority_source_has_a_day", change(rows[0], source="Monitor"))
    refuses("priority_source_has_a_day", change(rows[0], source_on=date(2026, 1, 1)))
    refuses("priority_text_once", again(PriorityText.objects.filter(priority=rows[0]).get()))
    assert Priority.objects.count() == 5


def test_actions(area, organisation):
    priority = make_priority(make_agenda(area))
    one, other = (make_action(priority, organisation) for _again in range(2))

    refuses("priority_action_at_most_three", change(one, number=4))
    refuses("priority_action_number_once", change(one, number=2))
    same = {"number": 3, "agreement": other.agreement}
    refuses("priority_action_once_per_agreement", change(one, **same))
    text = PriorityActionText.objects.filter(action=one).get()
    refuses("priority_action_text_once", again(text))
    assert PriorityAction.objects.count() == 2


def test_choices_of_residents(area):
    agenda = make_agenda(area)
    one, two, three = (make_priority(agenda, f"Prioriteit {n}") for n in range(3))
    voice = make_voice(agenda, one, two, three)

    refuses("ranking_voice_once_per_browser", again(RankingVoice.objects.get()))
    refuses("ranking_second_is_another", change(voice, second=one))
    refuses("ranking_third_is_another", change(voice, third=one))
    refuses("ranking_third_is_another", change(voice, third=two))
    refuses("ranking_third_is_another", change(voice, second=None))

    with arranging():
        values = {"agenda": agenda, "priority": one, "place": 1, "number": 4}
        counted = RankingCount.objects.create(channel=RankingChannel.PAPER, **values)
    refuses("ranking_count_is_typed", change(counted, channel=RankingChannel.WEB))
    refuses("ranking_count_of_three_places", change(counted, place=4))
    refuses("ranking_count_of_somebody", change(counted, number=0))
    meeting = make_meeting(area)
    refuses("ranking_count_of_meeting_is_evening", change(counted, meeting=meeting))
    refuses("ranking_count_once", again(counted))
    with arranging():
        there = RankingCount.objects.create(
            channel=RankingChannel.EVENING, meeting=meeting, **values
        )
    refuses("ranking_count_once_per_meeting", again(there))
