# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which characters the fonts of papers can draw, read from the fonts themselves.

PDF/UA forbids a character that no font draws, and what people write holds any character at all.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# format 4 holds the characters of the first plane, format 12 all; other formats are not in use
FIRST_PLANE, ALL_PLANES = 4, 12
UNKNOWN = "\ufffd"
INVISIBLE = frozenset("\n\u200b\u200c\u200d\u2060\ufe0e\ufe0f\u2066\u2067\u2068\u2069")
# order is told by isolates of our own; one that somebody typed would reach beyond their words
ORDERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
LONGEST_WORD = 60
BREAK = "\u200b"
PIECE = 20


@cache
def drawn_by(folder: Path) -> frozenset[int]:
    """Return every character that a font in `folder` draws."""
    found: set[int] = set()
    for path in sorted(folder.glob("*.ttf")):
        found.update(_characters(path.read_bytes()))
    return frozenset(found)


def drawable(text: str, drawn: frozenset[int], *, is_plain: bool = False) -> str:
    """Return text with only characters that can be drawn; others become a sign for unknown.

    A word too long for a line may break. `is_plain` also leaves out what joins characters.
    """
    whole = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    shown = "".join(_shown(one, drawn, is_plain=is_plain) for one in whole)
    return _breakable(shown)


def _shown(character: str, drawn: frozenset[int], *, is_plain: bool) -> str:
    if character in ORDERS:
        return ""
    if character in INVISIBLE:
        return "" if is_plain and character != "\n" else character
    category = unicodedata.category(character)
    if category in {"Cc", "Cf", "Zl", "Zp", "Cs"} or (is_plain and category.startswith("M")):
        return ""
    return character if ord(character) in drawn else UNKNOWN


def _breakable(text: str) -> str:
    if len(text) <= LONGEST_WORD:
        return text
    return " ".join(_in_pieces(word) for word in text.split(" "))


def _in_pieces(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    return BREAK.join(word[start : start + PIECE] for start in range(0, len(word), PIECE))


def _characters(font: bytes) -> Iterator[int]:
    """Yield the characters of a TrueType or OpenType font (its table "cmap")."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for number in range(tables):
        tag, _sum, offset, _length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == b"cmap":
            (maps,) = struct.unpack_from(">H", font, offset + 2)
            for one in range(maps):
                (start,) = struct.unpack_from(">I", font, offset + 8 + 8 * one)
                yield from _mapped(font, offset + start)


def _mapped(font: bytes, start: int) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", font, start)
    if kind == ALL_PLANES:
        (groups,) = struct.unpack_from(">I", font, start + 12)
        for group in range(groups):
            first, last, _glyph = struct.unpack_from(">III", font, start + 16 + 12 * group)
            yield from range(first, last + 1)
    elif kind == FIRST_PLANE:
        (twice,) = struct.unpack_from(">H", font, start + 6)
        lasts = struct.unpack_from(f">{twice // 2}H", font, start + 14)
        firsts = struct.unpack_from(f">{twice // 2}H", font, start + 16 + twice)
        deltas = struct.unpack_from(f">{twice // 2}h", font, start + 16 + 2 * twice)
        offsets_at = start + 16 + 3 * twice
        for number, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
            (offset,) = struct.unpack_from(">H", font, offsets_at + 2 * number)
            for character in range(first, last + 1):
                glyph = (character + deltas[number]) & 0xFFFF
                if offset:
                    at = offsets_at + 2 * number + offset + 2 * (character - first)
                    (glyph,) = struct.unpack_from(">H", font, at)
                if glyph and character != 0xFFFF:  # noqa: PLR2004  the end of the table
                    yield character
