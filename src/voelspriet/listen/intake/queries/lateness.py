# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes up because its day went by, as signals do: agreements, initiatives.

A room above has its own table of who looks at what: an owner, `level`, `due_on`, `at` and
`settled_at`. Here stands what is the same for each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.choices import EscalationLevel
from voelspriet.listen.intake.rules.clocks import levels_reached

BATCH = 500
Step = tuple[int, EscalationLevel, date]  # of which row, to whom, and the day it was late on


@dataclass(frozen=True, slots=True)
class EscalationLine:
    """Who looked, or looks, because a day went by; `settled_at` is None while they do."""

    level_label: str
    at: datetime
    settled_at: datetime | None


def new_steps(
    *, late: QuerySet[Any], written: QuerySet[Any], owner: str, on: date
) -> tuple[Step, ...]:
    """Return the steps of `late` rows, by the days of their municipality, not yet `written`.

    `owner` is the column of `written` that names a row of `late`.
    """
    rows = late.order_by("id").values_list(
        "id",
        "due_on",
        "municipality__director_after_days",
        "municipality__executive_after_days",
    )
    steps = [
        (pk, level, due_on)
        for pk, due_on, director, executive in rows.iterator(BATCH)
        for level in levels_reached(due_on, on, director_after=director, executive_after=executive)
    ]
    known = _known(written, owner, sorted({pk for pk, _level, _due_on in steps}))
    return tuple(step for step in steps if step not in known)


def _known(written: QuerySet[Any], owner: str, ids: list[int]) -> set[Step]:
    known: set[Step] = set()
    for start in range(0, len(ids), BATCH):
        rows = written.filter(**{f"{owner}_id__in": ids[start : start + BATCH]})
        known |= {
            (pk, EscalationLevel(level), due_on)
            for pk, level, due_on in rows.values_list(f"{owner}_id", "level", "due_on")
        }
    return known


def escalation_lines(escalations: QuerySet[Any]) -> tuple[EscalationLine, ...]:
    """Return who looked because a day went by, oldest first."""
    return tuple(
        EscalationLine(str(EscalationLevel(one.level).label), one.at, one.settled_at)
        for one in escalations.order_by("at", "id")
    )


def to_look_at(written: QuerySet[Any], *, owner: str, by: Actor) -> QuerySet[Any]:
    """Return what a director or executive must look at, the oldest day first.

    An executive what reached the executive. Nobody else gets any.
    """
    if not by.has(Role.DIRECTOR, Role.EXECUTIVE) or by.municipality_id is None:
        return written.none()
    level = EscalationLevel.DIRECTOR if by.has(Role.DIRECTOR) else EscalationLevel.EXECUTIVE
    here = {f"{owner}__municipality_id": by.municipality_id}
    return written.filter(settled_at__isnull=True, level=level, **here).order_by("due_on", "id")
