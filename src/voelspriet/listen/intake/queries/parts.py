# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a signal's page, each a frozen row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PlaceOfSignal:
    """Where it is. `words` are the reporter's; `lon` and `lat` (WGS84) None without a point."""

    tier: str
    label: str
    area_name: str
    street: str
    words: str
    lon: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A photo or recording; `is_destroyed` when the recording was written out."""

    id: int
    file_name: str
    is_voice: bool
    is_cleared: bool
    is_destroyed: bool
    added_at: datetime


@dataclass(frozen=True, slots=True)
class NoteRow:
    """An internal note."""

    text: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question for permission; `granted` None until the reporter answered."""

    question: str
    by_name: str
    asked_at: datetime
    answered_at: datetime | None
    granted: bool | None


@dataclass(frozen=True, slots=True)
class DebtRow:
    """An answer somebody waits for."""

    reason: str
    since: datetime
    due_on: date
    is_late: bool


@dataclass(frozen=True, slots=True)
class EscalationRow:
    """A clock that ran out. `reference` is empty for who may not open the signal."""

    reference: str
    area_name: str
    clock: str
    level: str
    due_on: date
    days_late: int
    at: datetime
    settled_at: datetime | None
    status_label: str


@dataclass(frozen=True, slots=True)
class HandoverOfSignal:
    """A hand-over as the directing adviser sees it."""

    reference: str
    organisation: str
    text: str
    place: str
    ground: str
    purpose: str
    state: str
    state_label: str
    is_open: bool
    point_until: datetime | None
    with_photos: bool
    by_name: str
    at: datetime
    report: str
    reported_at: datetime | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A signal in the same bundle."""

    reference: str
    title: str
    status_label: str
    answers_owed: int


@dataclass(frozen=True, slots=True)
class BundleOfSignal:
    """The bundle a signal is in; `members` are the other signals `by` may see."""

    reference: str
    title: str
    size: int
    members: tuple[MemberRow, ...]
