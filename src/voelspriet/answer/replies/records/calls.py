# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The call-back list: who to call, when it suits them, and what was tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from voelspriet.answer.replies.choices import CallResult, CallState
from voelspriet.answer.replies.models import CallBack
from voelspriet.answer.replies.rules.access import answerable
from voelspriet.answer.replies.rules.calls import may_give_up
from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.intake.models import ReporterContact

MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One time somebody was called."""

    at: datetime
    by_name: str
    result: str
    note: str


@dataclass(frozen=True, slots=True)
class CallRow:
    """Somebody to call back. Times that suit, never the number: reading that is logged."""

    reference: str
    area_name: str
    language: str
    language_name: str
    due_on: date
    is_late: bool
    times: str
    attempts: tuple[AttemptRow, ...]
    may_give_up: bool


def calls_to_make(*, by: Actor, on: date) -> tuple[CallRow, ...]:
    """Return the people this actor must call back, soonest due first."""
    calls = list(
        CallBack.objects.filter(
            state=CallState.OPEN, signal__in=answerable(by), signal__withdrawn_at__isnull=True
        )
        .select_related("signal__responsible_area")
        .prefetch_related("attempts")
        .order_by("due_on", "pk")[:MOST_ROWS]
    )
    contacts = ReporterContact.objects.filter(signal__in=[call.signal_id for call in calls])
    times = {contact.signal_id: contact.call_times for contact in contacts}
    return tuple(_row(call, times.get(call.signal_id, ""), on) for call in calls)


def _row(call: CallBack, times: str, on: date) -> CallRow:
    attempts = sorted(call.attempts.all(), key=lambda attempt: attempt.at)
    return CallRow(
        reference=call.signal.reference,
        area_name=call.signal.responsible_area.name,
        language=call.signal.language,
        language_name=str(dict(settings.LANGUAGES).get(call.signal.language, "")),
        due_on=call.due_on,
        is_late=call.due_on < on,
        times=times,
        attempts=tuple(
            AttemptRow(one.at, one.by_name, str(CallResult(one.result).label), one.note)
            for one in attempts
        ),
        may_give_up=may_give_up(one.result for one in attempts),
    )
