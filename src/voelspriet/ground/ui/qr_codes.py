# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A QR code of any link, drawn here: no other site learns it."""

from __future__ import annotations

import segno

QUIET_ZONE = 4  # modules of white around, as ISO/IEC 18004 asks


def qr_code(link: str, *, scale: int = 4) -> str:
    """Return the QR code of a link as an SVG in a data address."""
    drawing = segno.make(link, error="m", micro=False)
    uri: str = drawing.svg_data_uri(scale=scale, border=QUIET_ZONE, dark="#000", light="#fff")
    return uri
