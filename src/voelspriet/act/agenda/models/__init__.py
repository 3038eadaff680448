# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of this room. One file per subject."""

from voelspriet.act.agenda.models.agreements import (
    Agreement,
    AgreementEscalation,
    AgreementMove,
)
from voelspriet.act.agenda.models.meetings import (
    CalendarKey,
    Meeting,
    MeetingAttendance,
    MeetingChange,
    MeetingMinute,
    MeetingPoint,
    MeetingText,
)

__all__ = [
    "Agreement",
    "AgreementEscalation",
    "AgreementMove",
    "CalendarKey",
    "Meeting",
    "MeetingAttendance",
    "MeetingChange",
    "MeetingMinute",
    "MeetingPoint",
    "MeetingText",
]
