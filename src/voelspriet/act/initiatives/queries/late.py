# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which initiatives ask for an answer now: of their adviser, and of who looks when it is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voelspriet.act.initiatives.models import NEVER_DUE, InitiativeEscalation
from voelspriet.act.initiatives.queries.rows import InitiativeRow, initiative_row
from voelspriet.act.initiatives.rules.access import visible_initiatives
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import add_working_days
from voelspriet.listen.intake.queries.lateness import to_look_at
from voelspriet.listen.intake.rules.clocks import days_late

REMIND_BEFORE = 2  # working days
MOST_ROWS = 50


@dataclass(frozen=True, slots=True)
class LateInitiativeRow:
    """An initiative that waits too long and went up. `title` is a colleague's, or empty."""

    reference: str
    title: str
    area_name: str
    due_on: date
    days_late: int


def initiatives_due(*, by: Actor, on: date, limit: int = MOST_ROWS) -> tuple[InitiativeRow, ...]:
    """Return the initiatives whose promised day is near or gone by, the oldest day first."""
    until = min(add_working_days(on, REMIND_BEFORE), NEVER_DUE)
    found = visible_initiatives(by).filter(due_on__lte=until)
    rows = found.select_related("area", "responsible_area").order_by("due_on", "id")[:limit]
    return tuple(initiative_row(one, by=by, on=on) for one in rows)


def escalated_initiatives(
    *, by: Actor, on: date, limit: int = MOST_ROWS
) -> tuple[LateInitiativeRow, ...]:
    """Return the initiatives a director or executive must look at, the oldest day first.

    An executive those that reached the executive. Nobody else gets any.
    """
    found = to_look_at(InitiativeEscalation.objects.all(), owner="initiative", by=by)
    rows = found.select_related("initiative__area", "initiative__responsible_area")
    return tuple(_late(one, on) for one in rows[:limit])


def _late(one: InitiativeEscalation, on: date) -> LateInitiativeRow:
    initiative = one.initiative
    return LateInitiativeRow(
        reference=initiative.reference,
        title=initiative.title,
        area_name=(initiative.area or initiative.responsible_area).name,
        due_on=one.due_on,
        days_late=days_late(one.due_on, on),
    )
