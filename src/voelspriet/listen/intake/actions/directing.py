# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Directing a signal: taking it in hand, waiting, done or declined, closing, and its marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.actions.debts import close_held, keep_owed, promise_result
from voelspriet.listen.intake.actions.reach import (
    directed,
    keep_findable,
    refuse_when_locked,
    refuse_when_withdrawn,
    visible,
)
from voelspriet.listen.intake.choices import (
    AnswerWish,
    Category,
    LegalKind,
    Openness,
    Permission,
    PersonFlag,
    SignalStatus,
)
from voelspriet.listen.intake.models import Note, PermissionRequest, Signal
from voelspriet.listen.intake.rules.access import is_handed_over
from voelspriet.listen.intake.rules.clocks import last_promise_day, legal_due_on
from voelspriet.listen.intake.rules.status import is_closed, is_locked, may_step

REASON_LIMIT = 2000
WAITING_ON_LIMIT = 120
NOTE_LIMIT = 4000
QUESTION_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class LegalMark:
    """What came of marking a signal in law.

    `notice` tells that the kind was not set, because an anonymous report cannot be it, and that
    the reporter will read so.
    """

    kind: LegalKind
    due_on: date | None
    notice: bool


def _note_in_audit(name: str, signal: Signal, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
        **detail,
    )


def _refuse_step(signal: Signal, to: SignalStatus) -> None:
    refuse_when_withdrawn(signal)
    if not may_step(signal, to):
        raise Refused(
            _("Dat kan niet: deze melding staat op “%(status)s”.")
            % {"status": SignalStatus(signal.status).label}
        )


def _step(signal: Signal, to: SignalStatus, *, at: datetime, reason: str, waiting_on: str) -> None:
    """Bring a held signal to `to`. Refuses when it cannot go there from where it stands."""
    _refuse_step(signal, to)
    signal.status = to
    signal.status_reason = reason
    signal.waiting_on = waiting_on
    keep_owed(signal, at=at)


@action
def take_in_hand(*, reference: str, by: Actor, at: datetime) -> None:
    """Take a signal in hand, or take it back in hand. Refuses a closed or withdrawn one."""
    signal = directed(reference, by)
    _step(signal, SignalStatus.IN_HAND, at=at, reason="", waiting_on="")
    _note_in_audit("signal.take_in_hand", signal, by, at)


@action
def set_waiting(*, reference: str, waiting_on: str, by: Actor, at: datetime) -> None:
    """Say on whom a signal waits; the reporter reads it. Refuses a locked signal."""
    signal = directed(reference, by)
    refuse_when_locked(signal)
    waiting_on = waiting_on.strip()
    if not waiting_on:
        raise Refused(_("Vul in op wie u wacht."), field="waiting_on")
    if len(waiting_on) > WAITING_ON_LIMIT:
        raise Refused(_("Schrijf het korter: ten hoogste 120 tekens."), field="waiting_on")
    _step(signal, SignalStatus.WAITING, at=at, reason="", waiting_on=waiting_on)
    _note_in_audit("signal.set_waiting", signal, by, at)


@action
def mark_done(*, reference: str, by: Actor, at: datetime, what: str = "") -> None:
    """Say that what could be done is done. Refuses a locked signal: there nothing was done."""
    signal = directed(reference, by)
    refuse_when_locked(signal)
    _step(signal, SignalStatus.DONE, at=at, reason=what.strip()[:REASON_LIMIT], waiting_on="")
    _note_in_audit("signal.mark_done", signal, by, at)


@action
def decline_signal(*, reference: str, reason: str, by: Actor, at: datetime) -> None:
    """Say that we cannot or will not, and why: without a reason it is refused."""
    signal = directed(reference, by)
    reason = reason.strip()
    if not reason:
        raise Refused(_("Schrijf waarom we dit niet kunnen of willen doen."), field="reason")
    if len(reason) > REASON_LIMIT:
        raise Refused(_("Schrijf het korter: ten hoogste 2000 tekens."), field="reason")
    _step(signal, SignalStatus.DECLINED, at=at, reason=reason, waiting_on="")
    _note_in_audit("signal.decline", signal, by, at)


@action
def close_signal(*, reference: str, by: Actor, at: datetime) -> None:
    """Close a signal whose reporter has an answer. Refuses as long as one is owed.

    For what a final answer did not close by itself (see `pay_debts`): nobody asked for an answer,
    it was settled after the answer, or it is locked. Refuses too while an organisation still works
    on a hand-over of it. A locked signal may be closed from where it stands once its reporter was
    advised.
    """
    signal = directed(reference, by)
    refuse_when_withdrawn(signal)
    if signal.answers_owed:
        raise Refused(
            _("Deze melding kan nog niet dicht: de melder wacht op een antwoord van een mens.")
        )
    if is_handed_over(signal):
        raise Refused(
            _("Er loopt nog een overdracht. Wacht op de terugmelding, of trek de overdracht in.")
        )
    _refuse_step(signal, SignalStatus.ANSWERED)
    close_held(signal, at=at)
    _note_in_audit("signal.close", signal, by, at)


@action
def set_category(*, reference: str, category: str, by: Actor, at: datetime) -> None:
    """Decide what a signal is about. Refuses a word that is no category."""
    signal = directed(reference, by)
    if category not in Category.values:
        raise Refused(_("Kies een categorie uit de lijst."), field="category")
    signal.category = category
    signal.save(update_fields=["category"])
    _note_in_audit("signal.set_category", signal, by, at, category=category)


@action
def set_person_flag(*, reference: str, points_at_person: bool, by: Actor, at: datetime) -> None:
    """Decide whether the words or a photo point at a person.

    Flagged, a signal leaves its bundle and the search index; cleared, it may enter them.
    """
    signal = directed(reference, by)
    signal.person_flag = PersonFlag.ADVISER if points_at_person else PersonFlag.CLEARED
    if points_at_person:
        signal.bundle = None
    signal.save(update_fields=["person_flag", "bundle"])
    keep_findable(signal)
    _note_in_audit("signal.set_person_flag", signal, by, at, flag=str(signal.person_flag))


@action
def set_legal_kind(*, reference: str, kind: LegalKind, by: Actor, at: datetime) -> LegalMark:
    """Mark a signal as a complaint, an application or a request for enforcement, or as neither.

    The legal term counts from the day of receipt. A request for enforcement cannot be anonymous:
    then nothing is marked, and the reporter gets a message that says so and what they can do.
    """
    signal = directed(reference, by)
    refuse_when_withdrawn(signal)
    if kind == LegalKind.ENFORCEMENT and signal.openness == Openness.ANONYMOUS:
        enqueue("replies.enforcement_notice", signal_id=signal.pk)
        _note_in_audit("signal.enforcement_notice", signal, by, at)
        return LegalMark(LegalKind(signal.legal_kind), signal.legal_due_on, notice=True)
    signal.legal_kind = kind
    signal.legal_due_on = legal_due_on(kind, dutch_day(signal.received_at))
    keep_owed(signal, at=at)
    _note_in_audit("signal.set_legal_kind", signal, by, at, kind=str(kind))
    return LegalMark(kind, signal.legal_due_on, notice=False)


@action
def promise_day(*, reference: str, on: date, by: Actor, at: datetime) -> None:
    """Promise the reporter to hear the outcome by `on`. The first promise stays on record.

    Refuses a day in the past, a day beyond the longest promise, a second move, a closed signal
    and a reporter who asked for no answer.
    """
    signal = directed(reference, by)
    today = dutch_day(at)
    _refuse_promise(signal, on, today)
    signal.promised_on = on
    if signal.first_promised_on is None:
        signal.first_promised_on = on
    promise_result(signal, on, at=at)
    keep_owed(signal, at=at)
    _note_in_audit("signal.promise_day", signal, by, at, on=on.isoformat())


def _refuse_promise(signal: Signal, on: date, today: date) -> None:
    refuse_when_withdrawn(signal)
    if is_closed(signal):
        raise Refused(_("Deze melding is al beantwoord."))
    if signal.answer_wish == AnswerWish.NONE:
        raise Refused(_("Deze melder wil geen antwoord. Er valt geen dag te beloven."), field="on")
    longest = signal.municipality.longest_promise_days
    if on < today:
        raise Refused(_("Kies een dag die nog komt."), field="on")
    if on > last_promise_day(today, longest):
        raise Refused(
            _("Beloof een dag binnen %(days)s werkdagen.") % {"days": longest}, field="on"
        )
    if signal.promised_on is not None and signal.promised_on != signal.first_promised_on:
        raise Refused(_("De beloofde dag is al één keer verzet."), field="on")


@action
def add_note(*, reference: str, text: str, by: Actor, at: datetime) -> None:
    """Write an internal note. It may become public. Advisers, and the director once escalated."""
    signal = visible(reference, by)
    text = text.strip()
    if not text:
        raise Refused(_("Schrijf eerst iets op."), field="text")
    if len(text) > NOTE_LIMIT:
        raise Refused(_("Schrijf het korter: ten hoogste 4000 tekens."), field="text")
    Note.objects.create(signal=signal, text=text, by_id=by.user_id or 0, by_name=by.name, at=at)
    _note_in_audit("signal.add_note", signal, by, at)


@action
def ask_permission(*, reference: str, question: str, by: Actor, at: datetime) -> None:
    """Ask the reporter of a locked signal whether we may act; the signal waits for them.

    Refuses a signal without a lock, an empty question, a question that still waits for its
    answer, and asking again after a no.
    """
    signal = directed(reference, by)
    refuse_when_withdrawn(signal)
    question = question.strip()
    if not is_locked(signal):
        raise Refused(_("Deze melding zit niet op slot. U hoeft niet eerst te vragen."))
    if signal.permission == Permission.REFUSED:
        raise Refused(_("De melder heeft nee gezegd. Vraag het niet nog een keer."))
    if not question or len(question) > QUESTION_LIMIT:
        raise Refused(
            _("Schrijf op wat u wilt doen en met wie. Ten hoogste 1000 tekens."), field="question"
        )
    if PermissionRequest.objects.filter(signal=signal, answered_at__isnull=True).exists():
        raise Refused(_("Er staat al een vraag open bij de melder."), field="question")
    PermissionRequest.objects.create(signal=signal, question=question, by_name=by.name, asked_at=at)
    _step(signal, SignalStatus.WAITING, at=at, reason="", waiting_on="")
    enqueue("replies.catch_up", signal_id=signal.pk)
    _note_in_audit("signal.ask_permission", signal, by, at)
