# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The evenings room's tables."""

from voelspriet.listen.evenings.models.evenings import Evening, EveningItem, EveningLink
from voelspriet.listen.evenings.models.joining import FailedJoin
from voelspriet.listen.evenings.models.notes import EveningNote, EveningPromise, RoomQuestion
from voelspriet.listen.evenings.models.voices import (
    AskedCount,
    HandCount,
    PresenceCount,
    ReportAddress,
    Voice,
    Vote,
)

__all__ = [
    "AskedCount",
    "Evening",
    "EveningItem",
    "EveningLink",
    "EveningNote",
    "EveningPromise",
    "FailedJoin",
    "HandCount",
    "PresenceCount",
    "ReportAddress",
    "RoomQuestion",
    "Voice",
    "Vote",
]
