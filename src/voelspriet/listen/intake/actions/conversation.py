# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reporter does on the receipt page: write further, say yes or no, take it back.

Whoever holds the code is the reporter; there is no other identity.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.listen.intake.actions.attachments import destroy_of
from voelspriet.listen.intake.actions.debts import lapse_debts, open_debt
from voelspriet.listen.intake.actions.reach import keep_findable
from voelspriet.listen.intake.choices import (
    DebtReason,
    HandoverState,
    Permission,
    PersonFlag,
    SignalStatus,
)
from voelspriet.listen.intake.models import Message, PermissionRequest, ReporterContact, Signal
from voelspriet.listen.intake.queries.codes import signal_id_of, signals_of_receipt
from voelspriet.listen.intake.rules.codes import submission_hash
from voelspriet.listen.intake.rules.person_flag import points_at_person
from voelspriet.listen.intake.told import TEXT_LIMIT


@action
def add_message(
    *, code: str, text: str, language: str, submission: str, by: Actor, at: datetime
) -> bool:
    """Keep what a reporter writes further; False when this submission was kept before.

    Owes an answer, takes a closed matter in hand again, looks for persons in the words, and
    enqueues "replies.catch_up". Refuses an empty or too long text and a withdrawn report.
    """
    signal = _held(code)
    _refuse_when_withdrawn(signal)
    words = text.strip()
    if not words:
        raise Refused(_("Schrijf eerst uw bericht."), field="text")
    if len(words) > TEXT_LIMIT:
        raise Refused(
            _("Dit is te lang. Gebruik ten hoogste %(count)s tekens.") % {"count": TEXT_LIMIT},
            field="text",
        )
    is_new = _keep_message(signal, words, language, submission, at)
    if is_new:
        if points_at_person(words) and signal.person_flag in {PersonFlag.NONE, PersonFlag.CLEARED}:
            Signal.objects.filter(pk=signal.pk).update(person_flag=PersonFlag.RULES)
            signal.person_flag = PersonFlag.RULES
            keep_findable(signal)
        open_debt(signal_id=signal.pk, reason=DebtReason.MESSAGE, by=by, at=at)
        enqueue("replies.catch_up", signal_id=signal.pk)
    _note("signal.add_message", signal, by, at, is_repeat=not is_new)
    return is_new


@action
def answer_permission(
    *, code: str, granted: bool, by: Actor, at: datetime, reference: str = ""
) -> None:
    """Keep the reporter's yes or no to the open question; a yes opens the lock.

    `reference` picks one observation of a bundle form; empty is the first. A no keeps the lock
    for good. Refuses when nothing was asked, or the question was answered before.
    """
    signal = _held(code, reference)
    _refuse_when_withdrawn(signal)
    asked = (
        PermissionRequest.objects.select_for_update()
        .filter(signal=signal, answered_at__isnull=True)
        .order_by("-asked_at", "-id")
        .first()
    )
    if asked is None:
        raise Refused(_("Er staat geen vraag meer open."))
    asked.granted = granted
    asked.answered_at = at
    asked.save(update_fields=["granted", "answered_at"])
    signal.permission = Permission.GRANTED if granted else Permission.REFUSED
    if signal.status == SignalStatus.WAITING:
        signal.status = SignalStatus.IN_HAND
    signal.save(update_fields=["permission", "status"])
    keep_findable(signal)
    enqueue("replies.catch_up", signal_id=signal.pk)
    _note("signal.answer_permission", signal, by, at, granted=granted)


@action
def withdraw_signal(*, code: str, by: Actor, at: datetime, reference: str = "") -> None:
    """Take a report back: its words, files and contact data are destroyed, nothing is owed.

    Every observation of a bundle form, or the one that `reference` names. What was handed over
    before cannot be called back; hand-overs nobody took yet are. Enqueues "replies.catch_up", so
    that translations of the words go too. Withdrawing twice is no error.
    """
    first = _held(code, reference)
    ids = [first.pk] if reference else list(signals_of_receipt(signal_id=first.pk))
    erased = 0
    for signal in Signal.objects.select_for_update().filter(pk__in=ids, withdrawn_at__isnull=True):
        _erase(signal, at)
        lapse_debts(signal_id=signal.pk, by=by, at=at)
        keep_findable(signal)
        enqueue("replies.catch_up", signal_id=signal.pk)
        erased += 1
    _note("signal.withdraw", first, by, at, observations=erased)


def _erase(signal: Signal, at: datetime) -> None:
    """Destroy what a person told; place by name and point too, the neighbourhood stays."""
    signal.text = ""
    signal.point = ""
    signal.place_words = ""
    signal.street = None
    signal.bundle = None
    signal.withdrawn_at = at
    signal.save()
    ReporterContact.objects.filter(signal=signal).delete()
    Message.objects.filter(signal=signal).update(text="")
    PermissionRequest.objects.filter(signal=signal, answered_at__isnull=True).delete()
    signal.handovers.filter(state=HandoverState.OFFERED).update(state=HandoverState.WITHDRAWN)
    destroy_of(signal, at=at)


def _keep_message(signal: Signal, words: str, language: str, submission: str, at: datetime) -> bool:
    hashed = submission_hash(settings.KEYRING, f"message:{submission}")
    if Message.objects.filter(submission=hashed).exists():
        return False
    try:
        with transaction.atomic():
            Message.objects.create(
                signal=signal, submission=hashed, text=words, language=language, at=at
            )
    except IntegrityError:  # the same message, sent twice at once
        return False
    return True


def _held(code: str, reference: str = "") -> Signal:
    first = signal_id_of(code=code)
    if first is None:
        raise OutOfScope(_("Deze code kennen wij niet."))
    held = Signal.objects.select_for_update()
    if not reference:
        return held.get(pk=first)
    found = held.filter(pk__in=signals_of_receipt(signal_id=first), reference=reference).first()
    if found is None:
        raise OutOfScope(_("Deze code kennen wij niet."))
    return found


def _refuse_when_withdrawn(signal: Signal) -> None:
    if signal.withdrawn_at is not None:
        raise Refused(_("U heeft dit ingetrokken. Vertel het opnieuw als u dat wilt."))


def _note(name: str, signal: Signal, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
        **detail,
    )
