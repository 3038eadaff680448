# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Priorities and their actions: at most a handful, each action a promise in the one ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories.areas import make_town
from tests.factories.people import make_organisation
from tests.factories.priorities import make_action, make_agenda, make_priority
from tests.factories.signals import make_signal
from voelspriet.act.agenda.actions import finish_agreement, move_agreement
from voelspriet.act.agenda.actions.priorities import (
    PriorityGiven,
    add_priority,
    change_priority,
    set_priority_state,
)
from voelspriet.act.agenda.actions.priority_actions import (
    ActionGiven,
    add_action,
    start_action,
    tell_outcome,
)
from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.choices.priorities import PriorityState
from voelspriet.act.agenda.models import Agreement, Priority
from voelspriet.act.agenda.queries.area_agendas import area_agenda, public_agenda
from voelspriet.act.agenda.queries.area_agendas import priority as one_priority
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.listen.intake.choices import Category, Permission, PersonFlag

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 9, 9, tzinfo=UTC)
ON = date(2026, 9, 9)
DUE = date(2026, 9, 23)


@pytest.fixture
def agenda(area):
    return make_agenda(area)


def add(agenda, by, **more):
    given = PriorityGiven(**{"title": "Beter licht"} | more)
    return add_priority(agenda_reference=agenda.reference, given=given, by=by, at=AT)


def act(priority, organisation, by, **more):
    values = {"organisation_id": organisation.pk, "what": "Lampen plaatsen", "due_on": DUE}
    reference = priority if isinstance(priority, str) else priority.reference
    return add_action(
        priority_reference=reference, given=ActionGiven(**values | more), by=by, at=AT
    )


def test_add_priority_needs_a_title_and_nothing_else(agenda, adviser):
    row = one_priority(reference=add(agenda, adviser), by=adviser, on=ON).priority

    assert (row.title.text, row.state, row.is_public) == ("Beter licht", "proposed", True)
    assert (row.why.text, row.source, row.signals) == ("", "", 0)


def test_a_sixth_priority_is_refused_until_one_is_stopped(agenda, adviser):
    first, *_others = [add(agenda, adviser, title=f"Prioriteit {n}") for n in range(5)]
    with pytest.raises(Refused):
        add(agenda, adviser)
    stop = {"state": PriorityState.STOPPED, "by": adviser, "at": AT}
    with pytest.raises(Refused) as refused:
        set_priority_state(reference=first, why=" ", **stop)
    assert refused.value.field == "why"

    set_priority_state(reference=first, why="Het is opgelost.", **stop)
    add(agenda, adviser)
    sheet = area_agenda(reference=agenda.reference, by=adviser, on=ON).sheet
    assert len(sheet.priorities) == 5
    assert [row.stopped_why.text for row in sheet.stopped] == ["Het is opgelost."]
    with pytest.raises(Refused):
        set_priority_state(reference=first, state=PriorityState.RUNNING, why="", by=adviser, at=AT)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 71}, "title"),
        ({"why": "x" * 201}, "why"),
        ({"source": "Monitor"}, "source_on"),
        ({"source_on": ON}, "source"),
        ({"source": "Monitor", "source_on": ON + timedelta(days=1)}, "source_on"),
    ],
)
def test_add_priority_refuses(agenda, adviser, wrong, field):
    with pytest.raises(Refused) as refused:
        add(agenda, adviser, **wrong)
    assert refused.value.field == field
    assert not Priority.objects.exists()


def test_signals_are_counted_for_colleagues_and_never_for_residents(agenda, area, adviser):
    lamp = {"area": area, "category": Category.LIGHTING, "received_at": AT - timedelta(days=9)}
    make_signal(**lamp)
    make_signal(**lamp | {"category": "", "suggested_category": Category.LIGHTING})
    make_signal(**lamp | {"received_at": AT - timedelta(days=400)})
    make_signal(**lamp | {"permission": Permission.LOCKED})
    make_signal(**lamp | {"person_flag": PersonFlag.RULES})
    make_signal(**lamp | {"withdrawn_at": AT})
    make_signal(**lamp | {"category": Category.TRAFFIC})

    reference = add(agenda, adviser, category=Category.LIGHTING)
    assert one_priority(reference=reference, by=adviser, on=ON).priority.signals == 2
    (row,) = public_agenda(area_ids=[area.pk], language="nl", on=ON).priorities
    assert row.signals == 0


def test_change_priority_counts_anew(agenda, area, adviser):
    make_signal(area=area, category=Category.LIGHTING, received_at=AT)
    reference = add(agenda, adviser, category=Category.LIGHTING)
    given = PriorityGiven(title="Schoon", category=Category.LITTER, is_public=False)
    change_priority(reference=reference, given=given, by=adviser, at=AT)

    row = one_priority(reference=reference, by=adviser, on=ON).priority
    assert (row.title.text, row.signals, row.is_public) == ("Schoon", 0, False)


def test_an_action_is_an_agreement_of_the_area(agenda, area, town, adviser, organisation):
    partner = make_organisation(town.municipality, name="Buurtwerk")
    reference = add(agenda, adviser)
    act(reference, organisation, adviser, measure="Vijf lampen", partner_ids=[partner.pk])

    made = Agreement.objects.get()
    assert (made.area_id, made.visibility, made.first_due_on) == (area.pk, Visibility.PUBLIC, DUE)
    detail = one_priority(reference=reference, by=adviser, on=ON)
    assert detail.priority.state == PriorityState.RUNNING
    (action,) = detail.priority.actions
    assert (action.partners, action.measure.text) == (("Buurtwerk",), "Vijf lampen")
    assert action.state == "to_do"


def test_where_an_action_stands_follows_from_its_agreement(agenda, adviser, organisation):
    reference = add(agenda, adviser)
    made = act(reference, organisation, adviser)

    def action():
        return one_priority(reference=reference, by=adviser, on=ON).priority.actions[0]

    start_action(priority_reference=reference, action_id=action().id, by=adviser, at=AT)
    assert action().state == "running"
    with pytest.raises(Refused):
        start_action(priority_reference=reference, action_id=action().id, by=adviser, at=AT)
    later = DUE + timedelta(days=7)
    move_agreement(reference=made, to_on=later, reason="Regen", by=adviser, at=AT)
    assert (action().first_due_on, action().due_on, action().is_moved) == (DUE, later, True)
    told = {"priority_reference": reference, "action_id": action().id, "by": adviser, "at": AT}
    with pytest.raises(Refused):
        tell_outcome(outcome="Klaar", **told)
    finish_agreement(reference=made, result="Intern woord", done=True, by=adviser, at=AT)
    assert (action().state, action().outcome.text) == ("done", "")
    tell_outcome(outcome="De lampen branden.", **told)
    assert action().outcome.text == "De lampen branden."


def test_a_fourth_action_and_one_for_an_ended_priority_are_refused(agenda, adviser, organisation):
    priority = make_priority(agenda)
    for _again in range(3):
        make_action(priority, organisation)
    with pytest.raises(Refused):
        act(priority, organisation, adviser)
    done = make_priority(agenda, state=PriorityState.DONE)
    with pytest.raises(Refused):
        act(done, organisation, adviser)
    assert Agreement.objects.count() == 3


@pytest.mark.parametrize(
    ("wrong", "field"), [({"what": "x" * 81}, "what"), ({"measure": "x" * 81}, "measure")]
)
def test_an_action_that_does_not_fit_on_the_sheet_is_refused(
    agenda, adviser, organisation, wrong, field
):
    with pytest.raises(Refused) as refused:
        act(make_priority(agenda), organisation, adviser, **wrong)
    assert refused.value.field == field
    assert not Agreement.objects.exists()


def test_a_third_partner_does_not_fit(agenda, town, adviser, organisation):
    many = [make_organisation(town.municipality, name=f"Partij {n}").pk for n in range(3)]
    with pytest.raises(Refused) as refused:
        act(make_priority(agenda), organisation, adviser, partner_ids=many)
    assert refused.value.field == "partners"


def test_a_partner_of_another_municipality_is_not_there(agenda, adviser, organisation):
    elsewhere = make_town(name="Elders", area_code="GM9998", row=4)
    foreign = make_organisation(elsewhere.municipality)
    with pytest.raises(OutOfScope):
        act(make_priority(agenda), organisation, adviser, partner_ids=[foreign.pk])
