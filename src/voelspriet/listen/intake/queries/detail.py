# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One signal with everything its page shows, within what `by` may see of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.intake.choices import (
    AnswerWish,
    AttachmentKind,
    Category,
    Channel,
    DebtReason,
    HotTime,
    Openness,
    Permission,
    PersonFlag,
    PlaceTier,
    ProfessionalKind,
    SignalStatus,
    WhenKind,
)
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.queries.handovers import handovers_of
from voelspriet.listen.intake.queries.history import HistoryLine, history_of
from voelspriet.listen.intake.queries.owed import escalations_of
from voelspriet.listen.intake.queries.parts import (
    AttachmentRow,
    BundleOfSignal,
    DebtRow,
    EscalationRow,
    HandoverOfSignal,
    MemberRow,
    NoteRow,
    PlaceOfSignal,
    QuestionRow,
)
from voelspriet.listen.intake.queries.rows import SignalRow, row_of, title_of, with_row_parts
from voelspriet.listen.intake.rules.access import (
    directed_signals,
    may_direct,
    may_read_words,
    visible_signals,
)
from voelspriet.listen.intake.rules.points import read_point
from voelspriet.listen.intake.rules.status import is_closed, may_step


@dataclass(frozen=True, slots=True)
class SignalDetail:
    """A signal as its page shows it.

    `may_direct` tells that the answer is up to `by`; others who see it (the director, once
    escalated) get no contact data, photos or point, and no words that point at a person.
    `may_ask` tells that a locked signal has no question open. `steps` holds the statuses it may
    go to, and "answered" only when no answer is owed.
    """

    row: SignalRow
    area_id: int
    text: str
    may_direct: bool
    channel: str
    when: str
    happened_at: datetime | None
    hot_times: tuple[str, ...]
    place: PlaceOfSignal
    openness: str
    openness_label: str
    permission: str
    answer_wish: str
    answer_wish_label: str
    danger_shown: bool
    category: str
    suggested_category: str
    suggested_label: str
    person_flag: str
    person_flag_label: str
    legal_kind: str
    legal_due_on: date | None
    status_reason: str
    first_answer_due_on: date
    first_answered_at: datetime | None
    promised_on: date | None
    first_promised_on: date | None
    reopened: int
    withdrawn_at: datetime | None
    closed_at: datetime | None
    is_closed: bool
    has_contact: bool
    may_ask: bool
    steps: frozenset[str]
    told_along: tuple[str, ...]
    attachments: tuple[AttachmentRow, ...]
    notes: tuple[NoteRow, ...]
    questions: tuple[QuestionRow, ...]
    debts: tuple[DebtRow, ...]
    handovers: tuple[HandoverOfSignal, ...]
    escalations: tuple[EscalationRow, ...]
    bundle: BundleOfSignal | None
    history: tuple[HistoryLine, ...]


def signal_detail(*, reference: str, by: Actor, on: date) -> SignalDetail:
    """Return a signal as `by` may see it. Raises OutOfScope when they may not at all."""
    signal = (
        with_row_parts(visible_signals(by))
        .select_related("told_with", "contact")
        .filter(reference=reference)
        .first()
    )
    if signal is None:
        raise OutOfScope(_("Deze melding is er niet."))
    directs, readable = may_direct(by, signal), may_read_words(by, signal)
    return SignalDetail(
        row=row_of(signal, by=by, on=on),
        area_id=signal.responsible_area_id,
        text=signal.text if readable else "",
        may_direct=directs,
        channel=_channel(signal),
        when=str(WhenKind(signal.when_kind).label),
        happened_at=signal.happened_at,
        hot_times=tuple(str(HotTime(time).label) for time in signal.hot_times),
        place=_place(signal, directs=directs, readable=readable),
        openness=signal.openness,
        openness_label=str(Openness(signal.openness).label),
        permission=signal.permission,
        answer_wish=signal.answer_wish,
        answer_wish_label=str(AnswerWish(signal.answer_wish).label),
        danger_shown=signal.danger_shown,
        category=signal.category,
        suggested_category=signal.suggested_category,
        suggested_label=_category(signal.suggested_category),
        person_flag=signal.person_flag,
        person_flag_label=str(PersonFlag(signal.person_flag).label),
        legal_kind=signal.legal_kind,
        legal_due_on=signal.legal_due_on,
        status_reason=signal.status_reason if readable else "",
        first_answer_due_on=signal.first_answer_due_on,
        first_answered_at=signal.first_answered_at,
        promised_on=signal.promised_on,
        first_promised_on=signal.first_promised_on,
        reopened=signal.reopened,
        withdrawn_at=signal.withdrawn_at,
        closed_at=signal.closed_at,
        is_closed=is_closed(signal),
        has_contact=directs and hasattr(signal, "contact"),
        may_ask=directs and _may_ask(signal),
        steps=_steps(signal) if directs else frozenset(),
        told_along=_told_along(signal, by),
        attachments=_attachments(signal) if directs else (),
        notes=_notes(signal) if readable else (),
        questions=_questions(signal) if readable else (),
        debts=_debts(signal, on),
        handovers=handovers_of(signal_id=signal.pk, with_words=readable),
        escalations=escalations_of(signal=signal, on=on),
        bundle=_bundle(signal, by),
        history=history_of(reference=signal.reference, with_reasons=directs),
    )


def signal_of_attachment(*, file_name: str, by: Actor) -> str:
    """Return the reference of the signal an attachment belongs to. OutOfScope unless directed."""
    found = directed_signals(by).filter(attachments__file_name=file_name)
    reference = found.values_list("reference", flat=True).first()
    if reference is None:
        raise OutOfScope(_("Deze bijlage is er niet."))
    return reference


def _channel(signal: Signal) -> str:
    label = str(Channel(signal.channel).label)
    if signal.professional_kind:
        return str(ProfessionalKind(signal.professional_kind).label)
    return label


def _category(code: str) -> str:
    return str(Category(code).label) if code else ""


def _place(signal: Signal, *, directs: bool, readable: bool) -> PlaceOfSignal:
    point = read_point(signal.point) if directs else None
    return PlaceOfSignal(
        tier=signal.place_tier,
        label=str(PlaceTier(signal.place_tier).label),
        area_name=signal.area.name if signal.area else "",
        street=signal.street.name if signal.street else "",
        words=signal.place_words if readable else "",
        lon=point[0] if point else None,
        lat=point[1] if point else None,
    )


def _may_ask(signal: Signal) -> bool:
    if signal.permission != Permission.LOCKED or not may_step(signal, SignalStatus.WAITING):
        return False
    return not signal.permission_requests.filter(answered_at__isnull=True).exists()


def _steps(signal: Signal) -> frozenset[str]:
    steps = {str(to) for to in SignalStatus if may_step(signal, to)}
    if signal.answers_owed:
        steps.discard(SignalStatus.ANSWERED)
    return frozenset(steps)


def _told_along(signal: Signal, by: Actor) -> tuple[str, ...]:
    """Return the other observations of the same bundle form that `by` directs."""
    lead = signal.told_with_id or signal.pk
    mine = directed_signals(by)
    others = mine.filter(told_with_id=lead) | mine.filter(pk=lead)
    return tuple(others.exclude(pk=signal.pk).order_by("pk").values_list("reference", flat=True))


def _attachments(signal: Signal) -> tuple[AttachmentRow, ...]:
    return tuple(
        AttachmentRow(
            id=attachment.pk,
            file_name=attachment.file_name,
            is_voice=attachment.kind == AttachmentKind.VOICE,
            is_cleared=attachment.cleared_at is not None,
            is_destroyed=attachment.destroyed_at is not None,
            added_at=attachment.added_at,
        )
        for attachment in signal.attachments.order_by("pk")
    )


def _notes(signal: Signal) -> tuple[NoteRow, ...]:
    return tuple(
        NoteRow(note.text, note.by_name, note.at) for note in signal.notes.order_by("-at", "-pk")
    )


def _questions(signal: Signal) -> tuple[QuestionRow, ...]:
    return tuple(
        QuestionRow(one.question, one.by_name, one.asked_at, one.answered_at, one.granted)
        for one in signal.permission_requests.order_by("-asked_at", "-pk")
    )


def _debts(signal: Signal, on: date) -> tuple[DebtRow, ...]:
    return tuple(
        DebtRow(str(DebtReason(debt.reason).label), debt.since, debt.due_on, debt.due_on < on)
        for debt in signal.debts.filter(paid_at__isnull=True).order_by("due_on", "pk")
    )


def _bundle(signal: Signal, by: Actor) -> BundleOfSignal | None:
    if signal.bundle is None:
        return None
    others = visible_signals(by).filter(bundle=signal.bundle).exclude(pk=signal.pk)
    return BundleOfSignal(
        reference=signal.bundle.reference,
        title=signal.bundle.title,
        size=signal.bundle.signals.count(),
        members=tuple(
            MemberRow(
                other.reference,
                title_of(other.text) if may_read_words(by, other) else "",
                str(SignalStatus(other.status).label),
                other.answers_owed,
            )
            for other in others.order_by("received_at", "pk")
        ),
    )
