# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rounds of maps, the sheets people fill, and what they draw on them."""

from voelspriet.listen.drawings.models.rounds import MapResult, MapRound
from voelspriet.listen.drawings.models.sheets import DrawnShape, MapSheet, SheetPhoto

__all__ = ["DrawnShape", "MapResult", "MapRound", "MapSheet", "SheetPhoto"]
