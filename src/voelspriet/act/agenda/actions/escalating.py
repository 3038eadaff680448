# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Escalation of late agreements: from the adviser to the director to the executive."""

from __future__ import annotations

from datetime import date, datetime

from voelspriet.act.agenda.actions.making import audit
from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement, AgreementEscalation
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.choices import EscalationLevel
from voelspriet.listen.intake.rules.clocks import levels_reached

BATCH = 500
Step = tuple[int, EscalationLevel, date]


def escalate_agreements(*, by: Actor, at: datetime) -> int:
    """Escalate every late agreement by the municipality's own days; return how many steps are new.

    May run as often as one likes: each agreement, level and day is written once.
    """
    today = dutch_day(at)
    late = (
        Agreement.objects.filter(state=AgreementState.OPEN, due_on__lt=today)
        .order_by("id")
        .values_list(
            "id",
            "due_on",
            "municipality__director_after_days",
            "municipality__executive_after_days",
        )
    )
    steps: list[Step] = []
    for agreement_id, due_on, director, executive in late.iterator(BATCH):
        reached = levels_reached(due_on, today, director_after=director, executive_after=executive)
        steps += [(agreement_id, level, due_on) for level in reached]
    known = _known(steps)
    new = [step for step in steps if step not in known]
    for agreement_id, level, due_on in new:
        escalate_agreement(agreement_id=agreement_id, level=level, due_on=due_on, by=by, at=at)
    return len(new)


@action
def escalate_agreement(
    *, agreement_id: int, level: EscalationLevel, due_on: date, by: Actor, at: datetime
) -> None:
    """Write down that an agreement was late on `due_on` and who looks at it now."""
    agreement = Agreement.objects.select_for_update().get(pk=agreement_id)
    AgreementEscalation.objects.get_or_create(
        agreement=agreement, level=level, due_on=due_on, defaults={"at": at}
    )
    audit("agreement.escalate", agreement, by, at, level=str(level), due_on=due_on.isoformat())


def _known(steps: list[Step]) -> set[Step]:
    known: set[Step] = set()
    ids = sorted({step[0] for step in steps})
    for start in range(0, len(ids), BATCH):
        rows = AgreementEscalation.objects.filter(agreement_id__in=ids[start : start + BATCH])
        known |= {
            (agreement_id, EscalationLevel(level), due_on)
            for agreement_id, level, due_on in rows.values_list("agreement_id", "level", "due_on")
        }
    return known
