# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words with a fixed set of values. One file per subject."""

from voelspriet.act.agenda.choices.agreements import AgreementState, Visibility
from voelspriet.act.agenda.choices.meetings import (
    KIND_WORDS,
    PUBLIC_KINDS,
    AttendeeKind,
    HeardAnswer,
    MeetingKind,
    MeetingState,
)

__all__ = [
    "KIND_WORDS",
    "PUBLIC_KINDS",
    "AgreementState",
    "AttendeeKind",
    "HeardAnswer",
    "MeetingKind",
    "MeetingState",
    "Visibility",
]
