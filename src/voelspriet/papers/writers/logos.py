# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How large a logo stands on paper."""

from __future__ import annotations

import struct

WIDEST, HIGHEST = 60.0, 14.0  # millimetres


def logo_size(png: bytes, *, highest: float = HIGHEST) -> tuple[float, float]:
    """Return the width and height of a PNG in millimetres, as large as fits the room for it."""
    width, height = struct.unpack(">II", png[16:24])
    scale = min(WIDEST / width, highest / height)
    return width * scale, height * scale
