# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Setting, starting, hearing, steering, looking back and stopping, and who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_organisation, make_user
from tests.factories.tasks import (
    DECIDED_ON,
    DESIGN,
    STARTED_ON,
    departments_of,
    make_task,
    running,
)
from voelspriet.act.agenda.actions.priority_tasks import (
    MeasurableResult,
    TaskTold,
    change_priority_task,
    set_priority_task,
)
from voelspriet.act.agenda.actions.task_course import (
    hear_about_task,
    review_priority_task,
    start_priority_task,
    steer_priority_task,
    stop_priority_task,
)
from voelspriet.act.agenda.choices.priority_tasks import TaskOrigin, TaskState, TogetherAnswer
from voelspriet.act.agenda.models import PriorityTask
from voelspriet.act.agenda.queries.priority_tasks import priority_task_detail
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 8, 9, tzinfo=UTC)


@pytest.fixture
def policy(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


@pytest.fixture
def director(town):
    return actor_of(make_user(town.municipality, Role.DIRECTOR))


@pytest.fixture
def told(area):
    first, second = departments_of(area)
    return TaskTold(
        title="Het plein weer van iedereen",
        origin=TaskOrigin.NEIGHBOURHOOD_PLAN,
        origin_words="",
        area_id=area.pk,
        also_area_ids=[],
        college_decided_on=DECIDED_ON,
        executive="wethouder wonen",
        process_owner="Gebiedsadviseur",
        accountable_id=first.pk,
        second_id=second.pk,
        more_ids=[],
        working_agreement="Samen een veilig plein.",
        results=[
            MeasurableResult("Meer mensen", "Van 40 naar 60"),
            MeasurableResult("Bewoners doen mee", "Twintig bewoners", is_process=True),
        ],
    )


def detail(reference, by, at=AT):
    return priority_task_detail(reference=reference, by=by, at=at)


def test_set_priority_task_takes_the_first_free_number(area, policy, told):
    make_task(area, number=1)
    make_task(area, number=3)

    reference = set_priority_task(told=told, by=policy, at=AT)
    row = detail(reference, policy)
    assert row.task.number == 2
    assert row.task.accountable == "Afdeling Wonen"
    assert row.task.departments == ("Afdeling Ruimte",)
    assert [(one.text, one.is_process) for one in row.results] == [
        ("Meer mensen", False), ("Bewoners doen mee", True),
    ]  # fmt: skip
    assert AuditLine.objects.get(action="priority_task.set").detail == {"number": 2}


def test_a_tenth_task_is_refused_until_one_is_over(area, policy, told):
    for number in range(1, 10):
        make_task(area, number=number)
    with pytest.raises(Refused):
        set_priority_task(told=told, by=policy, at=AT)
    one = PriorityTask.objects.get(number=6).reference
    stop_priority_task(reference=one, reason="Het plein is verkocht.", by=policy, at=AT)
    assert detail(set_priority_task(told=told, by=policy, at=AT), policy).task.number == 6


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"executive": ""}, "executive"),
        ({"process_owner": ""}, "process_owner"),
        ({"working_agreement": " "}, "working_agreement"),
        ({"results": []}, "result_1"),
        ({"results": [MeasurableResult("x", " ")]}, "measure_1"),
        ({"origin": TaskOrigin.OTHER}, "origin_words"),
        ({"college_decided_on": date(2026, 7, 9)}, "college_decided_on"),
    ],
)
def test_set_priority_task_says_beside_which_field(policy, told, wrong, field):
    with pytest.raises(Refused) as refused:
        set_priority_task(told=replace(told, **wrong), by=policy, at=AT)
    assert refused.value.field == field
    assert not PriorityTask.objects.exists()


def test_two_departments_of_this_municipality_are_needed(town, policy, told):
    with pytest.raises(Refused) as refused:
        set_priority_task(told=replace(told, second_id=told.accountable_id), by=policy, at=AT)
    assert refused.value.field == "second"
    elsewhere = make_town(name="Elders", area_code="GM9998", row=5)
    for other in (
        make_organisation(elsewhere.municipality, name="Wonen elders"),
        make_organisation(town.municipality, name="De Dam", kind=OrganisationKind.HOUSING),
    ):
        with pytest.raises(OutOfScope):
            set_priority_task(told=replace(told, second_id=other.pk), by=policy, at=AT)
    for area_id in (elsewhere.neighbourhoods[0].pk, 99_999):
        with pytest.raises(OutOfScope):
            set_priority_task(told=replace(told, also_area_ids=[area_id]), by=policy, at=AT)


@pytest.mark.parametrize("role", list(Role))
def test_only_director_and_policy_adviser_write(town, area, told, role):
    by = actor_of(make_user(town.municipality, role, area=area))
    if role in {Role.DIRECTOR, Role.POLICY_ADVISER}:
        assert set_priority_task(told=told, by=by, at=AT)
        return
    with pytest.raises(OutOfScope):
        set_priority_task(told=told, by=by, at=AT)
    task = make_task(area)
    for write in (
        lambda: change_priority_task(reference=task.reference, told=told, by=by, at=AT),
        lambda: stop_priority_task(reference=task.reference, reason="x", by=by, at=AT),
    ):
        with pytest.raises(Refused):
            write()


def start(task, by, **more):
    values = {"started_on": STARTED_ON, "review_after_days": 372, **DESIGN, **more}
    start_priority_task(reference=task.reference, by=by, at=AT, **values)


def test_start_keeps_the_design_and_the_day_to_look_back(area, policy):
    task = make_task(area)
    start(task, policy)
    row = detail(task.reference, policy)
    assert row.task.state == TaskState.RUNNING
    assert row.task.review_on == STARTED_ON + timedelta(days=372)
    assert row.criteria == DESIGN["criteria"]
    with pytest.raises(Refused):
        start(task, policy)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"started_on": DECIDED_ON - timedelta(days=1)}, "started_on"),
        ({"started_on": date(2026, 7, 9)}, "started_on"),
        ({"review_after_days": 364}, "review_on"),
        ({"review_after_days": 397}, "review_on"),
        *(({name: " "}, name) for name in DESIGN),
    ],
)
def test_start_refuses(area, policy, wrong, field):
    task = make_task(area)
    with pytest.raises(Refused) as refused:
        start(task, policy, **wrong)
    assert refused.value.field == field
    task.refresh_from_db()
    assert task.state == TaskState.DECIDED


def test_after_the_start_what_was_promised_stands(area, policy, told, town):
    task = make_task(area, **running())
    change_priority_task(
        reference=task.reference,
        told=replace(told, executive="wethouder zorg", results=[MeasurableResult("a", "b")],
                     working_agreement="Anders", also_area_ids=[town.neighbourhoods[1].pk]),
        by=policy,
        at=AT,
    )  # fmt: skip
    row = detail(task.reference, policy)
    assert row.task.executive == "wethouder zorg"
    assert len(row.area_names) == 2
    assert row.working_agreement == "Wonen en Ruimte leveren samen een veilig plein op."
    assert [one.text for one in row.results] == ["Er komen meer mensen op het plein"]


def test_advisers_of_the_areas_write_what_they_hear(town, area, adviser, policy):
    task = make_task(town.neighbourhoods[1], **running())
    given = {"text": "Twee verhalen", "one_mouth": TogetherAnswer.NO,
             "agreements_kept": TogetherAnswer.YES, "at": AT}  # fmt: skip
    with pytest.raises(OutOfScope):
        hear_about_task(reference=task.reference, by=adviser, **given)
    mine = make_task(area, **running())
    hear_about_task(reference=mine.reference, by=adviser, **given)
    (line,) = detail(mine.reference, policy).lines
    assert (line.text, line.one_mouth, line.agreements_kept) == ("Twee verhalen", "Nee", "Ja")
    executive = actor_of(make_user(town.municipality, Role.EXECUTIVE))
    with pytest.raises(Refused):
        hear_about_task(reference=mine.reference, by=executive, **given)


def test_only_the_director_steers(area, policy, director):
    task = make_task(area, **running())
    with pytest.raises(Refused):
        steer_priority_task(reference=task.reference, text="Meer licht", by=policy, at=AT)
    steer_priority_task(reference=task.reference, text="Meer licht", by=director, at=AT)
    (line,) = detail(task.reference, policy).lines
    assert line.is_steering


@pytest.mark.parametrize(("days", "allowed"), [(364, False), (365, True), (500, True)])
def test_looking_back_is_after_a_year(area, policy, days, allowed):
    task = make_task(area, **running())
    at = datetime(2025, 7, 1, 9, tzinfo=UTC) + timedelta(days=days)
    given = {"results": "Gehaald", "cooperation": "Goed", "one_mouth": TogetherAnswer.YES,
             "agreements_kept": TogetherAnswer.PARTLY}  # fmt: skip
    assert detail(task.reference, policy, at).may_review is allowed
    if not allowed:
        with pytest.raises(Refused):
            review_priority_task(reference=task.reference, by=policy, at=at, **given)
        return
    review_priority_task(reference=task.reference, by=policy, at=at, **given)
    found = detail(task.reference, policy, at)
    assert found.review.on == at.date()
    assert found.review.agreements_kept == "Voor een deel"
    assert not found.may_write
    with pytest.raises(Refused):
        stop_priority_task(reference=task.reference, reason="x", by=policy, at=at)
