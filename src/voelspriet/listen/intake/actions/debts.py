# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is owed to people: opening a debt, paying it, and keeping the day something is due."""

from __future__ import annotations

from datetime import date, datetime

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import add_working_days, dutch_day
from voelspriet.listen.intake.choices import (
    AnswerWish,
    Clock,
    DebtReason,
    SignalStatus,
)
from voelspriet.listen.intake.models import NEVER_DUE, AnswerDebt, Escalation, Signal
from voelspriet.listen.intake.rules.access import is_handed_over
from voelspriet.listen.intake.rules.clocks import clock_of, next_due_on
from voelspriet.listen.intake.rules.status import SETTLED_STATUSES, is_withdrawn


@action
def open_debt(*, signal_id: int, reason: DebtReason, by: Actor, at: datetime) -> None:
    """Write down that a person waits for an answer.

    A report without the wish for an answer makes no debt. A debt on a closed signal takes it in
    hand again; REOPENED also counts the one reopening a reporter has. No scope: the reporter, a
    colleague or a job may be what opened it.
    """
    signal = _held(signal_id)
    if not (reason == DebtReason.REPORT and signal.answer_wish == AnswerWish.NONE):
        AnswerDebt.objects.create(
            signal=signal, reason=reason, since=at, due_on=_due_on(signal, reason, at)
        )
    if signal.status == SignalStatus.ANSWERED:
        signal.status = SignalStatus.IN_HAND
        signal.closed_at = None
    if reason == DebtReason.REOPENED:
        signal.status = SignalStatus.IN_HAND
        signal.reopened = 1
    keep_owed(signal, at=at)
    record(
        "debt.open",
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
        debt=str(reason),
    )


@action
def pay_debts(
    *,
    signal_id: int,
    paid_by_reference: str,
    by: Actor,
    at: datetime,
    final: bool = True,
    asked_until: datetime | None = None,
) -> int:
    """Pay what was owed when the answer `paid_by_reference` was written; return how many debts.

    `asked_until` leaves later questions owed. An interim answer (`final=False`) leaves the
    outcome owed: by the promised day, or else within the longest promise. Sets the moment of the
    first answer and settles escalations whose clock stopped.

    A final answer closes a signal that is done or declined in the same deed, when nothing is owed
    any more and no organisation works on it. No scope: whoever gives the answer pays. An unknown
    signal raises Signal.DoesNotExist.
    """
    signal = _held(signal_id)
    debts = AnswerDebt.objects.filter(signal=signal, paid_at__isnull=True)
    if asked_until is not None:
        debts = debts.filter(since__lte=asked_until)
    if not final:
        debts = debts.exclude(reason=DebtReason.RESULT)
    paid = debts.update(paid_at=at, paid_by_reference=paid_by_reference)
    if not final and signal.answer_wish != AnswerWish.NONE:
        _owe_result(signal, at)
    if signal.first_answered_at is None:
        signal.first_answered_at = at
    closed = final and _is_over(signal)
    if closed:
        close_held(signal, at=at)
    else:
        keep_owed(signal, at=at)
    record(
        "debt.pay",
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
        paid=paid,
        answer=paid_by_reference,
        final=final,
        closed=closed,
    )
    return paid


@action
def lapse_debts(*, signal_id: int, by: Actor, at: datetime) -> int:
    """Let every debt of a withdrawn signal go: nobody waits any more. Returns how many."""
    signal = _held(signal_id)
    lapsed = AnswerDebt.objects.filter(signal=signal, paid_at__isnull=True).update(paid_at=at)
    keep_owed(signal, at=at)
    record(
        "debt.lapse",
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
        lapsed=lapsed,
    )
    return lapsed


def keep_owed(signal: Signal, *, at: datetime) -> None:
    """Bring `answers_owed`, `due_on` and the escalations of a held signal up to date; save it.

    For actions of this room only: it writes within theirs.
    """
    unpaid = list(
        AnswerDebt.objects.filter(signal=signal, paid_at__isnull=True).values_list(
            "reason", "due_on"
        )
    )
    signal.answers_owed = len(unpaid)
    signal.due_on = (
        NEVER_DUE
        if is_withdrawn(signal)
        else next_due_on(
            status=SignalStatus(signal.status),
            first_answer_due_on=signal.first_answer_due_on,
            owed=[due_on for _reason, due_on in unpaid],
            legal=signal.legal_due_on,
        )
    )
    signal.save()
    _settle_escalations(signal, unpaid, at)


def close_held(signal: Signal, *, at: datetime) -> None:
    """Close a held signal whose reporter has the answer; save it. Only within actions."""
    signal.status = SignalStatus.ANSWERED
    signal.waiting_on = ""
    signal.closed_at = at
    keep_owed(signal, at=at)


def promise_result(signal: Signal, on: date, *, at: datetime) -> None:
    """Owe the outcome by `on`: a new debt, or the day of the one there is."""
    open_results = AnswerDebt.objects.filter(
        signal=signal, reason=DebtReason.RESULT, paid_at__isnull=True
    )
    if not open_results.update(due_on=on):
        AnswerDebt.objects.create(signal=signal, reason=DebtReason.RESULT, since=at, due_on=on)


def _held(signal_id: int) -> Signal:
    return Signal.objects.select_for_update().get(pk=signal_id)


def _is_over(signal: Signal) -> bool:
    """Tell whether a held signal is done or declined and nobody waits for or works on anything."""
    return (
        signal.status in SETTLED_STATUSES
        and not is_withdrawn(signal)
        and not AnswerDebt.objects.filter(signal=signal, paid_at__isnull=True).exists()
        and not is_handed_over(signal)
    )


def _due_on(signal: Signal, reason: DebtReason, at: datetime) -> date:
    if reason == DebtReason.REPORT:
        return signal.first_answer_due_on
    return add_working_days(dutch_day(at), signal.municipality.first_answer_days)


def _owe_result(signal: Signal, at: datetime) -> None:
    today = dutch_day(at)
    last = add_working_days(today, signal.municipality.longest_promise_days)
    promised = signal.promised_on
    promise_result(signal, promised if promised and promised >= today else last, at=at)


def _settle_escalations(signal: Signal, unpaid: list[tuple[str, date]], at: datetime) -> None:
    """Settle the escalations for which nothing that ran out is owed any more."""
    today = dutch_day(at)
    running = {clock_of(DebtReason(reason)) for reason, due_on in unpaid if due_on < today}
    stopped = [clock for clock in Clock if clock not in running]
    Escalation.objects.filter(signal=signal, clock__in=stopped, settled_at__isnull=True).update(
        settled_at=at
    )
