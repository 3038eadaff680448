# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Priority tasks of the demo: one to begin, one that runs, one due for looking back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from voelspriet.act.agenda.actions.priority_tasks import (
    MeasurableResult,
    TaskTold,
    set_priority_task,
)
from voelspriet.act.agenda.actions.task_course import (
    hear_about_task,
    start_priority_task,
    steer_priority_task,
)
from voelspriet.act.agenda.choices.priority_tasks import TaskOrigin, TogetherAnswer
from voelspriet.doors.commands.demo_town import words_tasks as words
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

SCHOON, RUIMTE, VERKEER, TOEZICHT = range(4)


def set_tasks(land: Land, staff: Staff, *, at: datetime) -> None:
    """Set priority tasks around `at`, as the policy adviser would."""
    _decide(
        words.NEXT, words.NEXT_RESULTS, land.whole_id, staff, at - timedelta(days=9),
        origin=TaskOrigin.POLICY, carriers=(TOEZICHT, RUIMTE),
    )  # fmt: skip
    _set(
        words.RUNNING, words.RUNNING_RESULTS, land.district_ids[0], staff, at - timedelta(days=120),
        origin=TaskOrigin.POLICY, carriers=(VERKEER, RUIMTE),
    )  # fmt: skip
    due = at - timedelta(days=390)
    old = _set(
        words.DUE, words.DUE_RESULTS, land.district_ids[1], staff, due,
        origin=TaskOrigin.NEIGHBOURHOOD_PLAN, carriers=(RUIMTE, SCHOON, TOEZICHT),
    )  # fmt: skip
    for number, (text, one_mouth, kept) in enumerate(words.HEARD, start=1):
        hear_about_task(
            reference=old,
            text=text,
            one_mouth=TogetherAnswer(one_mouth),
            agreements_kept=TogetherAnswer(kept),
            by=staff.duos[1][0],
            at=due + timedelta(days=100 * number),
        )
    steer_priority_task(
        reference=old,
        text=words.STEERED,
        by=staff.others[Role.DIRECTOR],
        at=due + timedelta(days=150),
    )


def _set(
    told: dict[str, str],
    results: Sequence[MeasurableResult],
    area_id: int,
    staff: Staff,
    at: datetime,
    *,
    origin: TaskOrigin,
    carriers: Sequence[int],
) -> str:
    """Set a task and start it two weeks after; return its reference."""
    reference = _decide(told, results, area_id, staff, at, origin=origin, carriers=carriers)
    begun = at + timedelta(days=14)
    start_priority_task(
        reference=reference,
        started_on=dutch_day(begun),
        review_after_days=372,
        **words.DESIGN,
        by=staff.others[Role.POLICY_ADVISER],
        at=begun,
    )
    return reference


def _decide(
    told: dict[str, str],
    results: Sequence[MeasurableResult],
    area_id: int,
    staff: Staff,
    at: datetime,
    *,
    origin: TaskOrigin,
    carriers: Sequence[int],
) -> str:
    """Set a task the college decided on; return its reference."""
    first, second, *more = (staff.organisation_ids[number] for number in carriers)
    return set_priority_task(
        told=TaskTold(
            **told,
            origin=origin,
            area_id=area_id,
            also_area_ids=(),
            college_decided_on=dutch_day(at),
            process_owner="Gebiedsadviseur",
            accountable_id=first,
            second_id=second,
            more_ids=more,
            results=results,
        ),
        by=staff.others[Role.POLICY_ADVISER],
        at=at,
    )
