# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Escalation of initiatives that wait too long: to the director, then to the executive."""

from __future__ import annotations

from datetime import date, datetime

from voelspriet.act.initiatives.actions.writing import audit
from voelspriet.act.initiatives.models import Initiative, InitiativeEscalation
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.choices import EscalationLevel
from voelspriet.listen.intake.queries.lateness import new_steps


def escalate_initiatives(*, by: Actor, at: datetime) -> int:
    """Escalate every initiative whose promised day went by; return how many steps are new.

    By the municipality's own days, as agreements. May run as often as one likes: each
    initiative, level and day is written once.
    """
    today = dutch_day(at)
    new = new_steps(
        late=Initiative.objects.filter(due_on__lt=today),
        written=InitiativeEscalation.objects.all(),
        owner="initiative",
        on=today,
    )
    for initiative_id, level, due_on in new:
        escalate_initiative(initiative_id=initiative_id, level=level, due_on=due_on, by=by, at=at)
    return len(new)


@action
def escalate_initiative(
    *, initiative_id: int, level: EscalationLevel, due_on: date, by: Actor, at: datetime
) -> None:
    """Write down that an initiative was late on `due_on` and who looks at it now.

    Settled at once when it was answered in the meantime.
    """
    found = Initiative.objects.select_for_update().get(pk=initiative_id)
    is_late = found.due_on == due_on
    InitiativeEscalation.objects.get_or_create(
        initiative=found,
        level=level,
        due_on=due_on,
        defaults={"at": at, "settled_at": None if is_late else at},
    )
    audit("initiative.escalate", found, by, at, level=str(level), due_on=due_on.isoformat())


def settle_escalations(initiative: Initiative, at: datetime) -> None:
    """Take an initiative off the lists of who looked at it because it was late."""
    InitiativeEscalation.objects.filter(initiative=initiative, settled_at__isnull=True).update(
        settled_at=at
    )
