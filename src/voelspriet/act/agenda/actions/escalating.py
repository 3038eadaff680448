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
from voelspriet.listen.intake.queries.lateness import new_steps


def escalate_agreements(*, by: Actor, at: datetime) -> int:
    """Escalate every late agreement by the municipality's own days; return how many steps are new.

    May run as often as one likes: each agreement, level and day is written once.
    """
    today = dutch_day(at)
    new = new_steps(
        late=Agreement.objects.filter(state=AgreementState.OPEN, due_on__lt=today),
        written=AgreementEscalation.objects.all(),
        owner="agreement",
        on=today,
    )
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
