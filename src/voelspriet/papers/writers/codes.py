# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A QR code as a drawing."""

from __future__ import annotations

from io import BytesIO

import segno

QUIET_ZONE = 4  # modules of white around, as ISO/IEC 18004 asks


def qr_svg(link: str) -> str:
    """Return the QR code of an address as an SVG, black on white with its quiet zone."""
    drawing = segno.make(link, error="m", micro=False)
    buffer = BytesIO()
    drawing.save(
        buffer,
        kind="svg",
        border=QUIET_ZONE,
        dark="#000",
        light="#fff",
        xmldecl=False,
        omitsize=True,
    )
    return buffer.getvalue().decode()
