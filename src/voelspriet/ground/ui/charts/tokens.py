# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The colours of charts: the house's tokens (frontend/src/css/tokens.css), as a test holds.

Nothing is told by colour alone: shapes and line styles tell it too, so that paper in black and
white says the same.
"""

from __future__ import annotations

INK = "#1b2530"
INK_SOFT = "#48545f"
PAPER = "#fff"
LINE = "#d5d0c4"
EDGE = "#6a7580"
ACCENT = "#0b5a61"
ACCENT_TINT = "#e2efed"

FONT = "Noto Sans, Noto Sans Arabic, sans-serif"
