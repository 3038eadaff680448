# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reporter's side: where it stands, what was said, what may be done now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Prefetch
from django.utils.functional import Promise

from voelspriet.act.agenda.models import Agreement
from voelspriet.answer.replies.choices import AnswerKind, ReviewOutcome
from voelspriet.answer.replies.models import Review
from voelspriet.answer.replies.queries.entries import (
    Entry,
    adviser_entries,
    agreement_entries,
    answer_entries,
    call_entries,
    in_order,
    question_entries,
)
from voelspriet.answer.replies.rules.answers import STAFF_LANGUAGE, pays, rating_round
from voelspriet.answer.replies.rules.progress import Step, steps_of, words_of
from voelspriet.ground.people.queries import SuccessionRow, duo_of, successions_of_area
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.choices import AnswerWish, SignalStatus
from voelspriet.listen.intake.models import Introduction, PermissionRequest, Signal
from voelspriet.listen.intake.queries.codes import signals_of_receipt


@dataclass(frozen=True, slots=True)
class Adviser:
    """One of the duo, as a reporter may know them."""

    first_name: str
    function: str
    phone: str


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody new in the duo, who reads what was told in confidence only after a yes."""

    user_id: int
    first_name: str
    function: str


@dataclass(frozen=True, slots=True)
class _AreaPeople:
    duo: tuple[Adviser, ...]
    successions: tuple[SuccessionRow, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing a reporter told, and where it stands.

    `due_on` is the day by which something happens next; None when nothing is due. `rating_round`
    is set when "were you heard?" may be answered. `question` is the open question, if any, and
    `may_say` tells whether the reporter can read it in their own language.
    """

    number: int
    reference: str
    language: str
    steps: tuple[Step, ...]
    standing: Promise
    due_on: date | None
    advisers: tuple[Adviser, ...]
    entries: tuple[Entry, ...]
    question: Entry | None
    may_say: bool
    rating_round: int | None
    is_in_review: bool
    is_withdrawn: bool
    is_closed: bool
    wants_call: bool


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that one receipt code opens: one matter, or every observation of a bundle form."""

    matters: tuple[Matter, ...]
    introductions: tuple[Newcomer, ...] = ()

    @property
    def may_write(self) -> bool:
        """Tell whether the reporter can still write to us."""
        return not self.matters[0].is_withdrawn

    @property
    def may_withdraw(self) -> bool:
        """Tell whether there is anything left to take back."""
        return any(not matter.is_withdrawn for matter in self.matters)


def conversation(*, signal_id: int, at: datetime) -> Conversation:
    """Return the conversation that a receipt opened as `signal_id`. Holds no reporter's words."""
    ids = signals_of_receipt(signal_id=signal_id)
    requests = PermissionRequest.objects.select_related("translation").order_by("asked_at")
    agreements = Agreement.objects.select_related("organisation").prefetch_related("translations")
    signals = (
        Signal.objects.filter(pk__in=ids)
        .select_related("municipality", "review", "call_back", "told_with")
        .prefetch_related(
            "answers",
            "messages",
            "ratings",
            "debts",
            "call_back__attempts",
            Prefetch("permission_requests", queryset=requests),
            Prefetch("agreements", queryset=agreements),
            Prefetch("introductions", queryset=Introduction.objects.select_related("user")),
        )
        .order_by("pk")
    )
    areas: dict[int, _AreaPeople] = {}
    today = dutch_day(at)
    for signal in signals:
        area_id = signal.responsible_area_id
        if area_id not in areas:
            areas[area_id] = _AreaPeople(_duo(area_id, today), successions_of_area(area_id=area_id))
    return Conversation(
        tuple(
            _matter(signal, number, areas[signal.responsible_area_id])
            for number, signal in enumerate(signals, start=1)
        ),
        introductions=_introductions(signals),
    )


def _introductions(signals: Iterable[Signal]) -> tuple[Newcomer, ...]:
    """Return who may read an open matter only after a yes that was not said yet, each once."""
    asked = {
        one.user_id: Newcomer(one.user_id, one.user.first_name, one.user.function)
        for signal in signals
        for one in signal.introductions.all()
        if one.granted is None and one.user.is_active and _is_open(signal)
    }
    return tuple(asked.values())


def _is_open(signal: Signal) -> bool:
    return signal.withdrawn_at is None and signal.status != SignalStatus.ANSWERED


def _duo(area_id: int, today: date) -> tuple[Adviser, ...]:
    return tuple(
        Adviser(face.first_name, face.function, face.phone)
        for face in duo_of(area_id=area_id, on=today)
        if not face.is_stand_in
    )


def _matter(signal: Signal, number: int, people: _AreaPeople) -> Matter:
    told = [*_entries(signal), *adviser_entries(signal, people.successions)]
    entries = in_order(told)
    question = next(
        (entry for entry in entries if entry.kind == "question" and entry.state == "open"), None
    )
    withdrawn = signal.withdrawn_at is not None
    status = _shown_status(signal)
    review = getattr(signal, "review", None)
    return Matter(
        number=number,
        reference=signal.reference,
        language=signal.language,
        steps=steps_of(status),
        standing=words_of(
            status=status,
            permission=signal.permission,
            is_withdrawn=withdrawn,
            waits_for_yes=question is not None,
        ),
        due_on=None if withdrawn or status == SignalStatus.ANSWERED else _due_on(signal),
        advisers=people.duo,
        entries=tuple(entry for entry in entries if entry is not question),
        question=None if withdrawn else question,
        may_say=question is not None and signal.language in {STAFF_LANGUAGE, question.language},
        rating_round=None if withdrawn else _round(signal),
        is_in_review=isinstance(review, Review) and review.outcome == ReviewOutcome.OPEN,
        is_withdrawn=withdrawn,
        is_closed=signal.status == SignalStatus.ANSWERED,
        wants_call=signal.answer_wish == AnswerWish.CALL,
    )


def _shown_status(signal: Signal) -> str:
    """Return the status as a reporter sees it: who had an answer knows that it was read.

    And who has the final one, and asked no more since, is not told that we are still at it.
    """
    final = (one for one in signal.answers.all() if one.kind == AnswerKind.FINAL and pays(one))
    if not signal.answers_owed and any(final):
        return SignalStatus.ANSWERED
    if signal.status == SignalStatus.RECEIVED and signal.first_answered_at is not None:
        return SignalStatus.IN_HAND
    return signal.status


def _round(signal: Signal) -> int | None:
    return rating_round(
        status=signal.status, reopened=signal.reopened, rated=len(signal.ratings.all())
    )


def _due_on(signal: Signal) -> date | None:
    """Return the day promised, or else the day by which an answer is owed."""
    owed = [debt.due_on for debt in signal.debts.all() if debt.paid_at is None]
    return signal.promised_on or (min(owed) if owed else None)


def _entries(signal: Signal) -> Iterator[Entry]:
    yield Entry("told", signal.received_at, is_ours=False)
    for message in signal.messages.all():
        yield Entry("message", message.at, is_ours=False)
    for rating in signal.ratings.all():
        yield Entry("rating", rating.at, is_ours=False, state=rating.face)
    # one that still waits for its translation shows its Dutch: some can read it, or have it read
    yield from _by_first_name(answer_entries(signal.answers.all()))
    yield from _by_first_name(question_entries(signal.permission_requests.all()))
    yield from agreement_entries(signal, signal.agreements.all())
    call = getattr(signal, "call_back", None)
    if call is not None:
        yield from _by_first_name(call_entries(call.attempts.all()))


def _by_first_name(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Return lines signed with a first name: colleagues are faces, not files."""
    for entry in entries:
        yield replace(entry, who=entry.who.split(" ")[0])
