# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees which priority task, and when looking back is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.tasks import make_line, make_task, running
from voelspriet.act.agenda.queries import priority_tasks as reading
from voelspriet.act.agenda.queries.priority_tasks import (
    priority_task_detail,
    priority_tasks,
    tasks_to_review,
)
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 8, 9, tzinfo=UTC)


@pytest.fixture
def policy(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


def detail(reference, by, at=AT):
    return priority_task_detail(reference=reference, by=by, at=at)


def test_each_role_sees_its_own_part(town, area, adviser):
    mine = make_task(area, number=1)
    theirs = make_task(town.neighbourhoods[1], number=2)
    both = make_task(town.neighbourhoods[1], number=3)
    with_area(both, area)

    def seen(by):
        return [row.reference for row in priority_tasks(by=by, at=AT).items]

    assert seen(adviser) == [mine.reference, both.reference]
    everything = [mine.reference, theirs.reference, both.reference]
    for role in (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        assert seen(actor_of(make_user(town.municipality, role))) == everything
    for role in (Role.HANDLER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR):
        assert seen(actor_of(make_user(town.municipality, role))) == []
    with pytest.raises(OutOfScope):
        detail(theirs.reference, adviser)
    other = make_town(name="Elders", area_code="GM9998", row=5)
    assert seen(actor_of(make_user(other.municipality, Role.DIRECTOR))) == []


def with_area(task, area):
    with arranging():
        task.also_areas.add(area)


def test_what_is_over_follows_page_by_page(area, policy, monkeypatch):
    monkeypatch.setattr(reading, "PAGE_SIZE", 2)
    made = [make_task(area, state="stopped", stop_reason="Klaar").reference for _n in range(5)]
    seen, cursor = [], ""
    for _page in range(3):
        page = priority_tasks(by=policy, at=AT, over=True, cursor=cursor)
        seen += [row.reference for row in page.items]
        cursor = page.next_cursor
    assert seen == made[::-1]
    assert cursor == ""
    assert priority_tasks(by=policy, at=AT).items == ()


@pytest.mark.parametrize(
    ("on", "state"),
    [(date(2026, 5, 1), ""), (date(2026, 6, 20), "soon"), (date(2026, 7, 1), "due")],
)
def test_a_year_after_the_start_looking_back_is_due(area, policy, on, state):
    make_task(area, **running())
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    (row,) = priority_tasks(by=policy, at=at).items
    assert row.review_state == state


def test_a_department_named_twice_counts_once(area, policy):
    task = make_task(area)
    with arranging():
        task.more_departments.add(task.accountable_department)
    make_line(task)
    assert detail(task.reference, policy).task.departments == ("Afdeling Ruimte",)


def test_who_accounts_for_a_task_is_reminded_to_look_back(town, area):
    make_task(area)  # decided, not begun
    make_task(area, **running(), title="Al een jaar")
    director, executive, policy, handler = (
        actor_of(make_user(town.municipality, role))
        for role in (Role.DIRECTOR, Role.EXECUTIVE, Role.POLICY_ADVISER, Role.HANDLER)
    )
    on = AT.date()
    for by in (director, executive, policy):
        (row,) = tasks_to_review(by=by, on=on)
        assert (row.title, row.review_state) == ("Al een jaar", "due")
    assert tasks_to_review(by=handler, on=on) == ()
    long_before = on - timedelta(days=300)
    assert tasks_to_review(by=director, on=long_before) == ()
