# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every read of the drawings room."""

from voelspriet.listen.drawings.queries.notes import NoteRow, drawn_notes
from voelspriet.listen.drawings.queries.open_rounds import (
    OpenRound,
    open_round,
    public_result,
    received_sheet,
)
from voelspriet.listen.drawings.queries.photos import PhotoRow, sheet_photos
from voelspriet.listen.drawings.queries.rounds import (
    RoundDetail,
    RoundRow,
    map_round,
    map_rounds,
)
from voelspriet.listen.drawings.queries.sheet_plan import SheetPlan, sheet_plan
from voelspriet.listen.drawings.queries.summaries import RoundSummary, round_summary
from voelspriet.listen.drawings.queries.told_rounds import ToldRound, round_code, told_rounds

__all__ = [
    "NoteRow",
    "OpenRound",
    "PhotoRow",
    "RoundDetail",
    "RoundRow",
    "RoundSummary",
    "SheetPlan",
    "ToldRound",
    "drawn_notes",
    "map_round",
    "map_rounds",
    "open_round",
    "public_result",
    "received_sheet",
    "round_code",
    "round_summary",
    "sheet_photos",
    "sheet_plan",
    "told_rounds",
]
