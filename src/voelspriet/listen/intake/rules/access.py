# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see which signal, and how much of it.

The duo of the responsible area (and its stand-in) sees everything, but somebody new in it what was
told in confidence before only after the reporter's yes (`Introduction`). The director sees a signal
while an escalation of it is open, without contact data, and without the words when they point at
a person. Nobody else sees a signal at all.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.listen.intake.choices import HandoverState, Openness
from voelspriet.listen.intake.models import Escalation, Handover, Introduction, Signal
from voelspriet.listen.intake.rules.status import is_flagged


def directed_signals(by: Actor) -> QuerySet[Signal]:
    """Return the signals whose answer is up to `by`: those of the areas they advise."""
    if by.kind is ActorKind.SYSTEM:
        return Signal.objects.all()
    return _own_municipality(by).filter(_advised(by))


def escalated_signals(by: Actor) -> QuerySet[Signal]:
    """Return the signals with an open escalation, for a director; none for anybody else."""
    return _own_municipality(by).filter(_stuck(by))


def visible_signals(by: Actor) -> QuerySet[Signal]:
    """Return every signal that `by` may see, with or without its words."""
    if by.kind is ActorKind.SYSTEM or not by.has(Role.DIRECTOR):
        return directed_signals(by)
    return _own_municipality(by).filter(_advised(by) | _stuck(by))


def _own_municipality(by: Actor) -> QuerySet[Signal]:
    if not by.is_staff or by.municipality_id is None:
        return Signal.objects.none()
    return Signal.objects.filter(municipality_id=by.municipality_id)


def _advised(by: Actor) -> Q:
    areas = sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else []
    return Q(responsible_area_id__in=areas) & ~Q(pk__in=_not_introduced(by).values("signal_id"))


def _not_introduced(by: Actor) -> QuerySet[Introduction]:
    return Introduction.objects.filter(user_id=by.user_id or 0).exclude(granted=True)


def _stuck(by: Actor) -> Q:
    stuck = Escalation.objects.filter(settled_at__isnull=True).values("signal_id")
    return Q(pk__in=stuck if by.has(Role.DIRECTOR) else [])


def may_direct(by: Actor, signal: Signal) -> bool:
    """Tell whether the answer to a signal is up to `by`. May ask the database."""
    if by.kind is ActorKind.SYSTEM:
        return True
    if not _advises(by, signal):
        return False
    if signal.openness != Openness.CONFIDENTIAL:
        return True
    return not _not_introduced(by).filter(signal_id=signal.pk).exists()


def _advises(by: Actor, signal: Signal) -> bool:
    return (
        by.is_staff
        and by.municipality_id == signal.municipality_id
        and by.advises(signal.responsible_area_id)
    )


def may_see(by: Actor, signal: Signal) -> bool:
    """Tell whether `by` may see a signal, with or without its words. May ask the database."""
    if may_direct(by, signal):
        return True
    return (
        by.is_staff
        and by.has(Role.DIRECTOR)
        and by.municipality_id == signal.municipality_id
        and Escalation.objects.filter(signal_id=signal.pk, settled_at__isnull=True).exists()
    )


def may_read_words(by: Actor, signal: Signal) -> bool:
    """Tell whether `by`, who may see a signal, may read what was told."""
    if not is_flagged(signal):
        return True
    # nobody but a director sees a signal they do not direct: lists ask no more of the database
    return may_direct(by, signal) if by.has(Role.DIRECTOR) else _advises(by, signal)


def handed_over(by: Actor) -> QuerySet[Handover]:
    """Return the hand-overs to the organisations `by` handles matters for, not taken back."""
    if not by.is_staff or not by.has(Role.HANDLER) or by.municipality_id is None:
        return Handover.objects.none()
    return Handover.objects.filter(
        organisation_id__in=sorted(by.organisation_ids),
        organisation__municipality_id=by.municipality_id,
    ).exclude(state=HandoverState.WITHDRAWN)


def open_handovers() -> QuerySet[Handover]:
    """Return the hand-overs nobody reported back on yet."""
    return Handover.objects.filter(state__in=(HandoverState.OFFERED, HandoverState.TAKEN))


def is_handed_over(signal: Signal) -> bool:
    """Tell whether an organisation still works on a signal. Asks the database."""
    return open_handovers().filter(signal=signal).exists()
