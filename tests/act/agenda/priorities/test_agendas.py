# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Starting an agenda, carrying on what runs, its words, and who may do so."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.factories.agenda import make_agreement_row
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from tests.factories.priorities import make_action, make_agenda, make_priority, make_voice
from voelspriet.act.agenda.actions.area_agendas import (
    ActionTold,
    PriorityTold,
    TopTold,
    show_agenda,
    start_agenda,
    translate_agenda,
    write_top,
)
from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.choices.priorities import PriorityState
from voelspriet.act.agenda.models import Agreement, AreaAgenda, AreaAgendaText, RankingVoice
from voelspriet.act.agenda.queries.area_agendas import area_agenda, area_agendas, public_agenda
from voelspriet.act.agenda.queries.kept import kept_by_party
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
ON = date(2026, 12, 1)


def test_start_agenda_begins_empty_and_internal(area, adviser):
    reference = start_agenda(area_id=area.pk, year=2026, by=adviser, at=AT)

    agenda = AreaAgenda.objects.get(reference=reference)
    assert (agenda.year, agenda.is_public) == (2026, False)
    assert not agenda.priorities.exists()
    assert AuditLine.objects.get(action="area_agenda.start").detail == {"year": 2026, "carried": 0}


@pytest.mark.parametrize("year", [2025, 2028])
def test_start_agenda_refuses_another_year_than_this_and_the_next(area, adviser, year):
    with pytest.raises(Refused) as refused:
        start_agenda(area_id=area.pk, year=year, by=adviser, at=AT)
    assert refused.value.field == "year"


def test_start_agenda_refuses_a_second_one_of_a_year(area, adviser):
    make_agenda(area, year=2026)
    with pytest.raises(Refused):
        start_agenda(area_id=area.pk, year=2026, by=adviser, at=AT)


def test_start_agenda_is_for_the_advisers_of_the_area(town, area, adviser):
    with pytest.raises(OutOfScope):
        start_agenda(area_id=town.neighbourhoods[1].pk, year=2026, by=adviser, at=AT)
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))
    with pytest.raises(OutOfScope):
        start_agenda(area_id=area.pk, year=2026, by=director, at=AT)


def test_next_year_carries_on_what_runs_and_each_promise_stays_one(area, adviser, organisation):
    old = make_agenda(area, year=2026)
    runs = make_priority(old, "Licht", state=PriorityState.RUNNING)
    make_priority(old, "Klaar", state=PriorityState.DONE)
    make_priority(old, "Weg", state=PriorityState.STOPPED)
    open_one = make_action(runs, organisation)
    make_action(runs, organisation, state=AgreementState.DONE)
    make_voice(old, runs)

    reference = start_agenda(area_id=area.pk, year=2027, by=adviser, at=AT)

    sheet = area_agenda(reference=reference, by=adviser, on=ON).sheet
    (row,) = sheet.priorities
    assert (row.title.text, row.state, row.is_carried) == ("Licht", "running", True)
    assert [one.agreement_reference for one in row.actions] == [open_one.agreement.reference]
    assert row.actions[0].measure.text == "Vijf lampen branden"
    assert sheet.three_words.parts == ("groen", "druk", "samen")
    assert (sheet.stopped, sheet.is_public) == ((), False)
    assert Agreement.objects.count() == 2  # no promise was made twice
    assert RankingVoice.objects.filter(agenda__year=2027).count() == 0


def test_the_kept_rate_counts_a_carried_action_once(area, adviser, organisation):
    runs = make_priority(make_agenda(area, year=2026), state=PriorityState.RUNNING)
    for number in range(20):
        make_agreement_row(area, organisation, state=AgreementState.DONE, what=f"Iets {number}")
    make_action(runs, organisation)
    start_agenda(area_id=area.pk, year=2027, by=adviser, at=AT)

    (row,) = kept_by_party(by=adviser, on=ON)
    assert row.due == 21


def test_write_top_keeps_three_words_and_four_lines(area, adviser):
    agenda = make_agenda(area)
    told = TopTold("Veilig is thuis zijn.", "groen ,rustig,", "Buurttafel\n\n Veel groen ")
    write_top(reference=agenda.reference, told=told, by=adviser, at=AT)

    text = AreaAgendaText.objects.get()
    assert (text.three_words, text.strengths) == ("groen, rustig", "Buurttafel\nVeel groen")
    write_top(reference=agenda.reference, told=TopTold(), by=adviser, at=AT)  # nothing is needed


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (TopTold(safe="x" * 301), "safe"),
        (TopTold(three_words="a, b, c, d"), "three_words"),
        (TopTold(three_words="x" * 91), "three_words"),
        (TopTold(strengths="a\nb\nc\nd\ne"), "strengths"),
        (TopTold(strengths="x" * 301), "strengths"),
    ],
)
def test_write_top_refuses(area, adviser, told, field):
    agenda = make_agenda(area)
    with pytest.raises(Refused) as refused:
        write_top(reference=agenda.reference, told=told, by=adviser, at=AT)
    assert refused.value.field == field


def test_who_reads_along_writes_nothing(town, area):
    agenda = make_agenda(area)
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))
    assert not area_agenda(reference=agenda.reference, by=director, on=ON).may_lead
    with pytest.raises(Refused):
        show_agenda(reference=agenda.reference, is_public=False, by=director, at=AT)
    handler = actor_of(make_user(town.municipality, Role.HANDLER))
    with pytest.raises(OutOfScope):
        area_agenda(reference=agenda.reference, by=handler, on=ON)


def test_an_adviser_sees_the_agendas_of_own_areas(town, area, adviser):
    make_agenda(area)
    make_agenda(town.neighbourhoods[1])
    other = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])

    assert [row.area_name for row in area_agendas(by=adviser, on=ON).items] == [area.name]
    assert len(area_agendas(by=other, on=ON).items) == 1


def test_the_list_goes_on_after_a_page(area, adviser):
    for year in range(1980, 2012):
        make_agenda(area, year=year)
    first = area_agendas(by=adviser, on=ON)
    second = area_agendas(by=adviser, on=ON, cursor=first.next_cursor)

    years = [row.year for row in (*first.items, *second.items)]
    assert years == sorted(range(1980, 2012), reverse=True)
    assert len(first.items) == 30


def test_translate_agenda_shows_each_reader_their_own_words_else_dutch(area, adviser, organisation):
    agenda = make_agenda(area)
    priority = make_priority(agenda, "Licht")
    action = make_action(priority, organisation, what="Lampen plaatsen")
    translate_agenda(
        reference=agenda.reference,
        language="tr",
        top=TopTold(safe="Güvende"),
        priorities={priority.pk: PriorityTold(title="Işık")},
        actions={action.pk: ActionTold(what="Lamba koymak")},
        by=adviser,
        at=AT,
    )

    sheet = public_agenda(area_ids=[area.pk], language="tr", on=ON)
    (row,) = sheet.priorities
    assert (sheet.safe.text, sheet.safe.language) == ("Güvende", "tr")
    assert (row.title.text, row.why.language) == ("Işık", "nl")
    assert (row.actions[0].what.text, row.actions[0].measure.language) == ("Lamba koymak", "nl")
    assert not sheet.is_translated
    assert public_agenda(area_ids=[area.pk], language="nl", on=ON).is_translated


def test_translate_agenda_refuses_dutch_and_what_is_elsewhere(town, area, adviser):
    agenda = make_agenda(area)
    foreign = make_priority(make_agenda(town.neighbourhoods[1]))
    values = {"reference": agenda.reference, "top": TopTold(), "actions": {}, "by": adviser}
    with pytest.raises(Refused):
        translate_agenda(language="nl", priorities={}, at=AT, **values)
    with pytest.raises(OutOfScope):
        translate_agenda(language="en", priorities={foreign.pk: PriorityTold("x")}, at=AT, **values)


def test_public_agenda_is_the_nearest_areas_newest(area):
    make_agenda(area, year=2025)
    newest = make_agenda(area, year=2026)
    make_agenda(area, year=2027, is_public=False)
    chain = [area.pk, area.parent_id]

    assert public_agenda(area_ids=chain, language="nl", on=ON).reference == newest.reference
    assert public_agenda(area_ids=[area.parent_id], language="nl", on=ON) is None


def test_public_agenda_holds_nothing_internal(town, area, organisation):
    agenda = make_agenda(area)
    shown = make_priority(agenda, "Licht")
    make_priority(agenda, "Geheim", is_public=False)
    make_action(shown, make_organisation(town.municipality, name="Partij"), visibility="internal")
    make_action(shown, organisation, what="Openbaar")

    sheet = public_agenda(area_ids=[area.pk], language="nl", on=ON)
    assert [row.title.text for row in sheet.priorities] == ["Licht"]
    assert [one.what.text for one in sheet.priorities[0].actions] == ["Openbaar"]
