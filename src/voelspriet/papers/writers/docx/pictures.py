# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drawings, photos and codes as pictures that every word processor shows."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import segno
import vl_convert
from PIL import Image, ImageOps

DOTS = 3.0  # a drawing is stored with three dots for each of its own units
CODE_DOTS, QUIET_ZONE = 8, 4
PHOTO_DOTS = 600


def drawn(svg: str, fonts: Path) -> BytesIO:
    """Return a drawing as PNG, its words set with the fonts in a folder."""
    _known(fonts)
    return BytesIO(vl_convert.svg_to_png(svg, scale=DOTS))


def square(jpeg: bytes) -> BytesIO:
    """Return the middle of a photo, as square as the other writers show it."""
    buffer = BytesIO()
    with Image.open(BytesIO(jpeg)) as photo:
        ImageOps.fit(photo.convert("RGB"), (PHOTO_DOTS, PHOTO_DOTS)).save(buffer, "JPEG")
    return buffer


def code(link: str) -> BytesIO:
    """Return the QR code of an address as PNG."""
    buffer = BytesIO()
    made = segno.make(link, error="m", micro=False)
    made.save(buffer, kind="png", scale=CODE_DOTS, border=QUIET_ZONE)
    return buffer


@cache
def _known(fonts: Path) -> None:
    vl_convert.register_font_directory(str(fonts))
