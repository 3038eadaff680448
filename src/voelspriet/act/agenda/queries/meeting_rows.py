# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Meetings as doors see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from voelspriet.act.agenda.choices import KIND_WORDS, MeetingKind, MeetingState
from voelspriet.act.agenda.models import Meeting
from voelspriet.act.agenda.queries.ranking_meetings import RankedHere
from voelspriet.act.agenda.queries.rows import AgreementRow

SOURCE_LANGUAGE = "nl"


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list. `waits_for_record`: it is over and nobody wrote down how it went."""

    reference: str
    kind: str
    kind_label: str
    area_id: int
    area_name: str
    starts_at: datetime
    ends_at: datetime
    place: str
    is_public: bool
    state: str
    state_label: str
    attended: int | None
    waits_for_record: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What was changed, and why."""

    was_starts_at: datetime
    was_place: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point of the agenda.

    `id` is None for an agreement that stands there because it is due: it becomes a point of
    its own once something is written about it. `taken_to` is the later meeting it went along to.
    """

    id: int | None
    text: str
    agreement_reference: str
    organisation_name: str
    due_on: date | None
    asks_heard: bool
    heard_label: str
    heard_how: str
    is_closed: bool
    minutes: tuple[str, ...]
    taken_to: str = ""

    @property
    def key(self) -> str:
        """Return what names this point in a form."""
        return str(self.id) if self.id is not None else self.agreement_reference


@dataclass(frozen=True, slots=True)
class MinuteRow:
    """A short line of what was said or decided."""

    text: str
    is_decision: bool
    point_text: str


@dataclass(frozen=True, slots=True)
class MeetingDetail:
    """One meeting.

    Who reads along sees decisions; other lines are for its adviser and director. A partner sees
    agreements of its own only. `more_due`: more agreements fall due than `points` has room for.
    `heard_references` are signals told there and `later` where open points can go along to: both
    for its adviser alone.
    """

    meeting: MeetingRow
    texts: dict[str, str]
    changes: tuple[ChangeRow, ...]
    cancel_reason: str
    points: tuple[PointRow, ...]
    minutes: tuple[MinuteRow, ...]
    came: tuple[tuple[str, int], ...]
    agreements: tuple[AgreementRow, ...]
    made_by_name: str
    may_lead: bool
    has_begun: bool
    invited: tuple[tuple[int, str], ...]
    heard_references: tuple[str, ...]
    later: tuple[MeetingRow, ...]
    more_due: bool = False
    ranked: tuple[RankedHere, ...] = ()

    @property
    def open_points(self) -> int:
        """Return how many points are neither closed nor taken along, due agreements apart."""
        return sum(
            point.id is not None and not point.is_closed and not point.taken_to
            for point in self.points
        )


@dataclass(frozen=True, slots=True)
class PublicMeeting:
    """A meeting anybody may come to, in the reader's language as far as somebody wrote it."""

    reference: str
    kind_label: str
    words: str
    about: str
    about_language: str
    area_name: str
    starts_at: datetime
    ends_at: datetime
    place: str
    is_cancelled: bool
    is_changed: bool


def meeting_row(meeting: Meeting, *, at: datetime) -> MeetingRow:
    """Return the row of a meeting (area loaded)."""
    return MeetingRow(
        reference=meeting.reference,
        kind=meeting.kind,
        kind_label=str(MeetingKind(meeting.kind).label),
        area_id=meeting.area_id,
        area_name=meeting.area.name,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        is_public=meeting.is_public,
        state=meeting.state,
        state_label=str(MeetingState(meeting.state).label),
        attended=meeting.attended,
        waits_for_record=meeting.state == MeetingState.PLANNED and meeting.ends_at < at,
    )


def public_meeting(meeting: Meeting, *, language: str) -> PublicMeeting:
    """Return a public meeting (area and texts loaded) in a language, else in Dutch."""
    texts = {text.language: text.about for text in meeting.texts.all()}
    shown = language if language in texts else SOURCE_LANGUAGE
    return PublicMeeting(
        reference=meeting.reference,
        kind_label=str(MeetingKind(meeting.kind).label),
        words=str(KIND_WORDS.get(MeetingKind(meeting.kind), "")),
        about=texts.get(shown, ""),
        about_language=shown,
        area_name=meeting.area.name,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        is_changed=meeting.sequence > 0 and meeting.state != MeetingState.CANCELLED,
    )
