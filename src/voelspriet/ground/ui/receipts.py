# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A receipt as it is shown: the code in groups of four, and a QR code of the follow page."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from django.conf import settings

from voelspriet.lib.references import grouped

QUIET_ZONE = 4  # modules of white around, as ISO/IEC 18004 asks


@dataclass(frozen=True, slots=True)
class ReceiptCard:
    """What `ui/receipt.html` draws. `qr` is an SVG as a data address, `link` what it holds."""

    code: str
    groups: tuple[str, ...]
    link: str
    qr: str


def receipt_card(code: str, *, path: str) -> ReceiptCard:
    """Return the card of a receipt code; `path` is the follow page in the reader's language.

    The code stands behind the # of the link: browsers never send that part to a server.
    """
    link = f"{settings.PUBLIC_URL}{path}#{code}"
    drawing = segno.make(link, error="m", micro=False)
    return ReceiptCard(
        code=code,
        groups=tuple(grouped(code).split(" ")),
        link=link,
        qr=drawing.svg_data_uri(scale=4, border=QUIET_ZONE, dark="#000", light="#fff"),
    )
