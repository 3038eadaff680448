# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Priority tasks: decided, running for a while, or reviewed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count

from tests.conftest import arranging
from tests.factories.signals import municipality_of
from voelspriet.act.agenda.choices.priority_tasks import (
    CURRENT_STATES,
    TaskLineKind,
    TaskOrigin,
    TaskState,
)
from voelspriet.act.agenda.models import PriorityTask, TaskLine
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.network.models import Organisation

DECIDED_ON = date(2025, 6, 3)
STARTED_ON = date(2025, 7, 1)
DESIGN = {
    "council_frame": "De woonvisie",
    "criteria": "Bewoners durven 's avonds over het plein",
    "effect_expected": "Minder mensen lopen om",
    "effect_compared_with": "De telling van vorig jaar en een buurt verderop",
}
REVIEW = {
    "state": TaskState.REVIEWED,
    "reviewed_after_days": 370,
    "review_results": "Van de twaalf plekken zijn er tien verlicht.",
    "review_cooperation": "De afdelingen zaten elke maand bij elkaar.",
    "one_mouth": "partly",
    "agreements_kept": "yes",
}
_numbers = count(1)


def departments_of(area: Area) -> tuple[Organisation, Organisation]:
    """Return two departments of the municipality of an area, made when they are not there."""
    with arranging():
        return tuple(
            Organisation.objects.get_or_create(
                municipality=municipality_of(area),
                name=name,
                defaults={"kind": OrganisationKind.DEPARTMENT},
            )[0]
            for name in ("Afdeling Wonen", "Afdeling Ruimte")
        )


def task_values(area: Area, **more: object) -> dict[str, object]:
    """Return every value of a decided task."""
    first, second = departments_of(area)
    number = next(_numbers)
    return {
        "municipality": municipality_of(area),
        "area": area,
        "reference": f"P-{number:04d}-TEST",
        "number": 1,
        "title": "Het plein weer van iedereen",
        "origin": TaskOrigin.POLICY,
        "college_decided_on": DECIDED_ON,
        "executive": "wethouder wonen",
        "process_owner": "Gebiedsadviseur",
        "accountable_department": first,
        "second_department": second,
        "working_agreement": "Wonen en Ruimte leveren samen een veilig plein op.",
        "first_result": "Er komen meer mensen op het plein",
        "first_measure": "Telling in mei, van 40 naar 60 op een avond",
        "made_by_id": 1,
        "made_by_name": "Anouk Kromhout",
        "made_at": datetime(2025, 6, 4, 9, tzinfo=UTC),
        **more,
    }


def running(**more: object) -> dict[str, object]:
    """Return the values that make a task run."""
    return {"state": TaskState.RUNNING, "started_on": STARTED_ON, **DESIGN, **more}


def make_task(area: Area, **more: object) -> PriorityTask:
    """Make a task that was decided; `running()` as values makes it run."""
    values = task_values(area, **more)
    if "number" not in more:
        values["number"] = _free(area)
    with arranging():
        return PriorityTask.objects.create(**values)


def make_line(task: PriorityTask, text: str = "Bewoners horen één verhaal", **more: object) -> None:
    """Write down what was heard about a task."""
    values = {"kind": TaskLineKind.HEARD, "one_mouth": "yes", "agreements_kept": "no"}
    with arranging():
        TaskLine.objects.create(
            task=task, text=text, at=datetime(2025, 9, 1, 9, tzinfo=UTC), **values | more
        )


def make_task_around(area: Area) -> dict[str, PriorityTask]:
    """Make a task that was decided, and one that runs for more than a year."""
    task = make_task(area)
    make_line(task)
    return {"task": task, "old_task": make_task(area, **running())}


def more_tasks(area: Area, task: PriorityTask, number: int) -> None:
    """Make one more task, and one more of everything on the page of `task`."""
    make_task(area, title=f"Opgave {number}", **running())
    with arranging():
        other = Organisation.objects.create(
            municipality=municipality_of(area),
            name=f"Afdeling {number}",
            kind=OrganisationKind.DEPARTMENT,
        )
        task.more_departments.add(other)
        for one in PriorityTask.objects.filter(area=area):
            one.more_departments.add(other)
        last = task.results.count() + 2
        task.results.create(number=last, result=f"Resultaat {number}", measure="Telling")
    make_line(task, f"Gehoord {number}")


def _free(area: Area) -> int:
    taken = PriorityTask.objects.filter(
        municipality=municipality_of(area), state__in=CURRENT_STATES
    )
    return min(set(range(1, 10)) - set(taken.values_list("number", flat=True)))
