# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of this room. One file per subject."""

from voelspriet.act.agenda.models.agreements import Agreement, AgreementMove
from voelspriet.act.agenda.models.meetings import (
    CalendarKey,
    Meeting,
    MeetingAttendance,
    MeetingChange,
    MeetingMinute,
    MeetingPoint,
    MeetingText,
)
from voelspriet.act.agenda.models.priority_tasks import PriorityTask, TaskLine, TaskResult
from voelspriet.act.agenda.models.safety_checks import SafetyAnswer, SafetyCheck
from voelspriet.act.agenda.models.works import PlannedWork

__all__ = [
    "Agreement",
    "AgreementMove",
    "CalendarKey",
    "Meeting",
    "MeetingAttendance",
    "MeetingChange",
    "MeetingMinute",
    "MeetingPoint",
    "MeetingText",
    "PlannedWork",
    "PriorityTask",
    "SafetyAnswer",
    "SafetyCheck",
    "TaskLine",
    "TaskResult",
]
