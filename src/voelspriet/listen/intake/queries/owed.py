# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is owed: answers by the day they are due, bundles, and clocks that ran out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.choices import Clock, EscalationLevel, SignalStatus
from voelspriet.listen.intake.models import Bundle, Escalation, Signal
from voelspriet.listen.intake.queries.parts import EscalationRow
from voelspriet.listen.intake.queries.rows import SignalRow, row_of, with_row_parts
from voelspriet.listen.intake.rules.access import directed_signals
from voelspriet.listen.intake.rules.clocks import days_late
from voelspriet.listen.intake.rules.status import NOT_CLOSED

MOST_ROWS = 50
FEWEST = 2


@dataclass(frozen=True, slots=True)
class BundleOwedRow:
    """A bundle in which several people wait: one message would answer them all."""

    reference: str
    title: str
    first_signal: str
    waiting: int
    due_on: date
    is_late: bool


def owed(*, by: Actor, on: date, limit: int = MOST_ROWS) -> tuple[SignalRow, ...]:
    """Return the signals of `by` for which an answer is owed, what is due first."""
    waiting = _waiting(by)
    found = with_row_parts(waiting).order_by("due_on", "pk")[:limit]
    return tuple(row_of(signal, by=by, on=on) for signal in found)


def bundles_owed(*, by: Actor, on: date, limit: int = MOST_ROWS) -> tuple[BundleOwedRow, ...]:
    """Return the bundles of `by` in which at least two people wait, what is due first."""
    bundles = (
        Bundle.objects.filter(signals__in=_waiting(by))
        .annotate(
            waiting=Count("signals"),
            first_due_on=Min("signals__due_on"),
            first_signal=Min("signals__reference"),
        )
        .filter(waiting__gte=FEWEST)
        .order_by("first_due_on", "pk")[:limit]
    )
    return tuple(
        BundleOwedRow(
            reference=bundle.reference,
            title=bundle.title,
            first_signal=bundle.first_signal,
            waiting=bundle.waiting,
            due_on=bundle.first_due_on,
            is_late=bundle.first_due_on < on,
        )
        for bundle in bundles
    )


def _waiting(by: Actor) -> QuerySet[Signal]:
    return directed_signals(by).filter(
        answers_owed__gt=0, status__in=NOT_CLOSED, withdrawn_at__isnull=True
    )


def escalations_of(*, signal: Signal, on: date) -> tuple[EscalationRow, ...]:
    """Return the escalations of a signal, oldest first. The caller checks scope."""
    rows = signal.escalations.select_related("signal__responsible_area").order_by("at", "pk")
    return tuple(_escalation_row(row, on, with_reference=True) for row in rows)


def escalations_for(*, by: Actor, on: date, limit: int = MOST_ROWS) -> tuple[EscalationRow, ...]:
    """Return the open escalations a director or executive must look at, the oldest day first.

    A director may open the signal. An executive reads area, clock and day only. Nobody else
    gets any.
    """
    if not by.is_staff or by.municipality_id is None:
        return ()
    if not by.has(Role.DIRECTOR, Role.EXECUTIVE):
        return ()
    stuck = Escalation.objects.filter(
        signal__municipality_id=by.municipality_id, settled_at__isnull=True
    )
    is_director = by.has(Role.DIRECTOR)
    if not is_director:
        stuck = stuck.filter(level=EscalationLevel.EXECUTIVE)
    rows = stuck.select_related("signal__responsible_area").order_by("due_on", "pk")[:limit]
    return tuple(_escalation_row(row, on, with_reference=is_director) for row in rows)


def _escalation_row(row: Escalation, on: date, *, with_reference: bool) -> EscalationRow:
    return EscalationRow(
        reference=row.signal.reference if with_reference else "",
        area_name=row.signal.responsible_area.name,
        clock=str(Clock(row.clock).label),
        level=str(EscalationLevel(row.level).label),
        due_on=row.due_on,
        days_late=days_late(row.due_on, on),
        at=row.at,
        settled_at=row.settled_at,
        status_label=str(SignalStatus(row.signal.status).label),
    )
