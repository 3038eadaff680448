# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of this room. One file per subject."""

from voelspriet.act.agenda.models.agreements import (
    Agreement,
    AgreementEscalation,
    AgreementMove,
)
from voelspriet.act.agenda.models.area_agendas import AreaAgenda, AreaAgendaText
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
from voelspriet.act.agenda.models.priorities import (
    Priority,
    PriorityAction,
    PriorityActionText,
    PriorityText,
)
from voelspriet.act.agenda.models.priority_tasks import PriorityTask, TaskLine, TaskResult
from voelspriet.act.agenda.models.rankings import RankingCount, RankingVoice
from voelspriet.act.agenda.models.safety_checks import SafetyAnswer, SafetyCheck
from voelspriet.act.agenda.models.work_texts import PlannedWorkText
from voelspriet.act.agenda.models.works import PlannedWork

__all__ = [
    "Agreement",
    "AgreementEscalation",
    "AgreementMove",
    "AreaAgenda",
    "AreaAgendaText",
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
    "PlannedWork",
    "PlannedWorkText",
    "Priority",
    "PriorityAction",
    "PriorityActionText",
    "PriorityTask",
    "PriorityText",
    "RankingCount",
    "RankingVoice",
    "SafetyAnswer",
    "SafetyCheck",
    "TaskLine",
    "TaskResult",
]
