# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every write of the drawings room."""

from voelspriet.listen.drawings.actions.keeping import forget_old_sheets
from voelspriet.listen.drawings.actions.publishing import publish_map_result
from voelspriet.listen.drawings.actions.reading import (
    export_map_round,
    open_sheet_photo,
    read_drawn_shapes,
)
from voelspriet.listen.drawings.actions.rounds import (
    close_map_round,
    create_map_round,
    open_map_round,
)
from voelspriet.listen.drawings.actions.sheets import remove_map_sheet, submit_map_sheet

__all__ = [
    "close_map_round",
    "create_map_round",
    "export_map_round",
    "forget_old_sheets",
    "open_map_round",
    "open_sheet_photo",
    "publish_map_result",
    "read_drawn_shapes",
    "remove_map_sheet",
    "submit_map_sheet",
]
