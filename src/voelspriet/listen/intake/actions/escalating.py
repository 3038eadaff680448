# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Escalation: a clock that ran out goes from the adviser to the director to the executive."""

from __future__ import annotations

from datetime import date, datetime

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.choices import Clock, DebtReason, EscalationLevel
from voelspriet.listen.intake.models import AnswerDebt, Escalation, Signal
from voelspriet.listen.intake.rules.clocks import clock_of, levels_reached

BATCH = 500
Known = set[tuple[int, str, str, date]]


def escalate_overdue(*, by: Actor, at: datetime) -> int:
    """Escalate every debt whose day has passed and return how many steps were new.

    May run as often as one likes: each signal, level, clock and day is written once, and a step
    that is known writes nothing. Each new step is an action with its own audit line.
    """
    today = dutch_day(at)
    overdue = (
        AnswerDebt.objects.filter(
            paid_at__isnull=True, due_on__lt=today, signal__withdrawn_at__isnull=True
        )
        .order_by("id")
        .values_list(
            "signal_id",
            "reason",
            "due_on",
            "signal__municipality__director_after_days",
            "signal__municipality__executive_after_days",
        )
    )
    steps = []
    for signal_id, reason, due_on, director, executive in overdue.iterator(BATCH):
        reached = levels_reached(due_on, today, director_after=director, executive_after=executive)
        clock = clock_of(DebtReason(reason))
        steps += [(signal_id, level, clock, due_on) for level in reached]
    known = _known(steps)
    new = [step for step in dict.fromkeys(steps) if step not in known]
    for signal_id, level, clock, due_on in new:
        escalate_signal(signal_id=signal_id, level=level, clock=clock, due_on=due_on, by=by, at=at)
    return len(new)


@action
def escalate_signal(
    *,
    signal_id: int,
    level: EscalationLevel,
    clock: Clock,
    due_on: date,
    by: Actor,
    at: datetime,
) -> None:
    """Write down that `clock` ran out on `due_on` and who looks at it now."""
    signal = Signal.objects.select_for_update().get(pk=signal_id)
    Escalation.objects.get_or_create(
        signal=signal, level=level, clock=clock, due_on=due_on, defaults={"at": at}
    )
    record(
        "signal.escalate",
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
        level=str(level),
        clock=str(clock),
        due_on=due_on.isoformat(),
    )


def _known(steps: list[tuple[int, EscalationLevel, Clock, date]]) -> Known:
    known: Known = set()
    ids = sorted({step[0] for step in steps})
    for start in range(0, len(ids), BATCH):
        rows = Escalation.objects.filter(signal_id__in=ids[start : start + BATCH])
        known |= set(rows.values_list("signal_id", "level", "clock", "due_on"))
    return known
