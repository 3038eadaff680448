# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One line of a list of signals, as doors see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.intake.choices import HandoverState, LegalKind, SignalStatus
from voelspriet.listen.intake.models import NEVER_DUE, Handover, Signal
from voelspriet.listen.intake.rules.access import may_read_words
from voelspriet.listen.intake.rules.places import place_in_words
from voelspriet.listen.intake.rules.status import (
    SETTLED_STATUSES,
    category_label,
    category_of,
    is_flagged,
    is_locked,
)

TITLE_LENGTH = 110


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One signal in a list. `title` is how its text begins; empty when it may not be read."""

    id: int
    reference: str
    title: str
    language: str
    received_at: datetime
    area_name: str
    place: str
    category: str
    category_is_suggested: bool
    status: str
    status_label: str
    waiting_on: str
    due_on: date | None
    is_late: bool
    answers_owed: int
    is_flagged: bool
    is_locked: bool
    is_reported: bool
    words_hidden: bool
    legal_label: str
    bundle_reference: str


def title_of(text: str) -> str:
    """Return how a text begins: whole words, at most 110 signs, an ellipsis when there is more."""
    line = " ".join(text.split())
    if len(line) <= TITLE_LENGTH:
        return line
    return line[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"


def with_row_parts(signals: QuerySet[Signal]) -> QuerySet[Signal]:
    """Return the signals with all a row needs, in one query."""
    reported = Handover.objects.filter(signal=OuterRef("pk"), state=HandoverState.REPORTED)
    return signals.select_related("area", "street", "responsible_area", "bundle").annotate(
        has_report=Exists(reported)
    )


def row_of(signal: Signal, *, by: Actor, on: date) -> SignalRow:
    """Return the row of a signal that `by` may see, on a Dutch day."""
    readable = may_read_words(by, signal)
    settled = signal.status in {*SETTLED_STATUSES, SignalStatus.ANSWERED}
    return SignalRow(
        id=signal.pk,
        reference=signal.reference,
        title=title_of(signal.text) if readable else "",
        language=signal.language,
        received_at=signal.received_at,
        area_name=signal.responsible_area.name,
        place=place_in_words(signal),
        category=category_label(category_of(signal)),
        category_is_suggested=not signal.category,
        status=signal.status,
        status_label=str(SignalStatus(signal.status).label),
        waiting_on=signal.waiting_on,
        due_on=None if signal.due_on == NEVER_DUE else signal.due_on,
        is_late=signal.due_on < on,
        answers_owed=signal.answers_owed,
        is_flagged=is_flagged(signal),
        is_locked=is_locked(signal),
        is_reported=bool(getattr(signal, "has_report", False)) and not settled,
        words_hidden=not readable,
        legal_label=""
        if signal.legal_kind == LegalKind.NONE
        else str(LegalKind(signal.legal_kind).label),
        bundle_reference=signal.bundle.reference if signal.bundle else "",
    )
