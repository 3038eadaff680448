# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text from data in a drawing: what cannot be drawn taken out, made to fit, its direction kept.

Widths are estimated from the letters and never measured, so that no font of the machine changes a
drawing. The estimate is on the wide side.
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate, takewhile

ELLIPSIS = "…"
# they turn text around them too; a label gets its own pair instead
TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# no XML may hold these
NO_SIGNS = frozenset("\ufffe\uffff")
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
RIGHT_TO_LEFT = frozenset(("R", "AL"))
JOINER = "\u200d"

NARROW = frozenset("iljtfrI.,:;'|!()[]{} ·-‑\u00a0\u202f")
BROAD = frozenset("mwMWQO@%&")
EM_NARROW, EM_LETTER, EM_CAPITAL, EM_BROAD, EM_SQUARE = 0.38, 0.6, 0.7, 0.92, 1.05
BOLD_FACTOR = 1.16


def cleaned(text: str) -> str:
    """Return `text` on one line, without control signs, halves of letters and turning signs."""
    kept = "".join(
        " " if sign.isspace() else sign
        for sign in text
        if sign not in TURNING
        and sign not in NO_SIGNS
        and (sign.isspace() or unicodedata.category(sign) not in ("Cc", "Cs"))
    )
    return " ".join(kept.split())


def is_mark(sign: str) -> bool:
    """Tell whether a sign belongs to the letter before it."""
    return sign == JOINER or unicodedata.category(sign).startswith("M")


def width_of(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return about how wide `text` is, in pixels at letters of `size` pixels."""
    return sum(map(_ems, text)) * size * (BOLD_FACTOR if is_bold else 1)


def _ems(sign: str) -> float:
    if is_mark(sign) or sign in TURNING:
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return EM_SQUARE
    if sign in NARROW:
        return EM_NARROW
    if sign in BROAD:
        return EM_BROAD
    return EM_CAPITAL if sign.isupper() else EM_LETTER


def fitted(text: str, room: float, size: float, *, is_bold: bool = False) -> str:
    """Return `text` if it fits in `room` pixels, else its beginning and an ellipsis."""
    text = cleaned(text)
    if width_of(text, size, is_bold=is_bold) <= room:
        return isolated(text)
    room -= width_of(ELLIPSIS, size, is_bold=is_bold)
    reached = accumulate(width_of(sign, size, is_bold=is_bold) for sign in text)
    end = sum(1 for _ in takewhile(lambda width: width <= room, reached))
    # a letter is not cut from the accents and joined signs after it
    while end and end < len(text) and (is_mark(text[end]) or text[end - 1] == JOINER):
        end -= 1
    return isolated(text[:end].rstrip() + ELLIPSIS)


def wrapped(text: str, room: float, size: float, lines: int, *, is_bold: bool = False) -> list[str]:
    """Return `text` over at most `lines` lines of `room` pixels; what is left over is cut off."""
    words = cleaned(text).split()
    made: list[str] = []
    while words and len(made) < lines - 1:
        count = 1
        while (
            count < len(words)
            and width_of(" ".join(words[: count + 1]), size, is_bold=is_bold) <= room
        ):
            count += 1
        made.append(fitted(" ".join(words[:count]), room, size, is_bold=is_bold))
        words = words[count:]
    if words:
        made.append(fitted(" ".join(words), room, size, is_bold=is_bold))
    return made


def isolated(text: str) -> str:
    """Return `text` so that its direction is its own and turns nothing beside it."""
    if any(unicodedata.bidirectional(sign) in RIGHT_TO_LEFT for sign in text):
        return FIRST_STRONG_ISOLATE + text + POP_ISOLATE
    return text
