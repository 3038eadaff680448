# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of this room. One file per subject."""

from voelspriet.act.agenda.models.agreements import Agreement, AgreementMove
from voelspriet.act.agenda.models.incidents import Incident, IncidentFact, IncidentPost
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
    "AgreementMove",
    "CalendarKey",
    "Incident",
    "IncidentFact",
    "IncidentPost",
    "Meeting",
    "MeetingAttendance",
    "MeetingChange",
    "MeetingMinute",
    "MeetingPoint",
    "MeetingText",
]
