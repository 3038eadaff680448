# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of this room. One file per subject."""

from voelspriet.act.agenda.models.agreements import Agreement, AgreementMove
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
from voelspriet.act.agenda.models.rankings import RankingCount, RankingVoice

__all__ = [
    "Agreement",
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
    "Priority",
    "PriorityAction",
    "PriorityActionText",
    "PriorityText",
    "RankingCount",
    "RankingVoice",
]
