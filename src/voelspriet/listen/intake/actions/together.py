# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Doing one thing to several signals that one directs: those of a bundle, or any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.actions.directing import close_signal, decline_signal, mark_done
from voelspriet.listen.intake.choices import SignalStatus
from voelspriet.listen.intake.models import Bundle, Signal
from voelspriet.listen.intake.rules.access import directed_signals, is_handed_over
from voelspriet.listen.intake.rules.status import may_step


@action
def settle_bundle(*, reference: str, done: bool, reason: str, by: Actor, at: datetime) -> int:
    """Say of a whole bundle that it is done, or that we cannot or will not; return how many.

    `reason` is required when not done. Signals that cannot go there from where they stand stay.
    """
    bundle, signals = _of_bundle(reference, by)
    to = SignalStatus.DONE if done else SignalStatus.DECLINED
    ready = [signal for signal in signals if may_step(signal, to)]
    if not ready:
        raise Refused(_("In deze bundel is niets meer af te handelen."))
    _settle_each(ready, done=done, reason=reason, by=by, at=at)
    _record("bundle.settle", bundle, len(ready), by, at)
    return len(ready)


@action
def settle_signals(
    *, references: Sequence[str], done: bool, reason: str = "", by: Actor, at: datetime
) -> int:
    """Say of signals that they are done, or that we cannot or will not; return how many.

    For whoever is about to answer them. `reason` is required when not done. Skips what `by` does
    not direct, what cannot go there from where it stands, and what an organisation works on.
    """
    to = SignalStatus.DONE if done else SignalStatus.DECLINED
    # in one order, so that two who settle the same signals wait for each other and never both
    held = directed_signals(by).filter(reference__in=references).order_by("pk").select_for_update()
    ready = [signal for signal in held if may_step(signal, to) and not is_handed_over(signal)]
    _settle_each(ready, done=done, reason=reason, by=by, at=at)
    record(
        "signals.settle",
        by=by,
        at=at,
        subject="signals",
        to=str(to),
        signals=[signal.reference for signal in ready],
    )
    return len(ready)


@action
def close_bundle(*, reference: str, by: Actor, at: datetime) -> tuple[int, int]:
    """Close every signal of a bundle that may close; return how many did and how many wait.

    A signal stays open whose reporter waits for an answer, or that an organisation works on.
    Refuses when none may close.
    """
    bundle, signals = _of_bundle(reference, by)
    ready = [
        signal
        for signal in signals
        if may_step(signal, SignalStatus.ANSWERED)
        and not signal.answers_owed
        and not is_handed_over(signal)
    ]
    if not ready:
        raise Refused(_("In deze bundel kan nog niets dicht: er wacht nog iemand op een antwoord."))
    for signal in ready:
        close_signal(reference=signal.reference, by=by, at=at)
    left = sum(signal.status != SignalStatus.ANSWERED for signal in signals) - len(ready)
    _record("bundle.close", bundle, len(ready), by, at)
    return len(ready), left


def _settle_each(
    signals: Iterable[Signal], *, done: bool, reason: str, by: Actor, at: datetime
) -> None:
    for signal in signals:
        if done:
            mark_done(reference=signal.reference, what=reason, by=by, at=at)
        else:
            decline_signal(reference=signal.reference, reason=reason, by=by, at=at)


def _of_bundle(reference: str, by: Actor) -> tuple[Bundle, list[Signal]]:
    signals = list(
        directed_signals(by)
        .filter(bundle__reference=reference, withdrawn_at__isnull=True)
        .select_related("bundle")
        .order_by("pk")
    )
    if not signals or signals[0].bundle is None:
        raise OutOfScope(_("Deze bundel is er niet."))
    return signals[0].bundle, signals


def _record(name: str, bundle: Bundle, count: int, by: Actor, at: datetime) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="bundle",
        reference=bundle.reference,
        municipality_id=bundle.municipality_id,
        signals=count,
    )
