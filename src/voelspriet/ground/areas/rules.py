# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes of areas, the order of levels, and how a name is searched."""

from __future__ import annotations

import re
import unicodedata

from voelspriet.ground.areas.choices import AreaLevel

# CBS: GM0014, WK001401 (Amsterdam has letters: WK0363AA), BU00140101
CBS_CODES = {
    AreaLevel.MUNICIPALITY: re.compile(r"GM\d{4}"),
    AreaLevel.DISTRICT: re.compile(r"WK\d{4}[0-9A-Z]{2}"),
    AreaLevel.NEIGHBOURHOOD: re.compile(r"BU\d{4}[0-9A-Z]{4}"),
}
ANY_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,15}")
FINEST_FIRST = (AreaLevel.NEIGHBOURHOOD, AreaLevel.DISTRICT, AreaLevel.MUNICIPALITY)
LEVEL_ABOVE = {
    AreaLevel.NEIGHBOURHOOD: AreaLevel.DISTRICT,
    AreaLevel.DISTRICT: AreaLevel.MUNICIPALITY,
}


def cbs_level(code: str) -> AreaLevel | None:
    """Return the level a code of Statistics Netherlands speaks of; None for other codes."""
    for level, pattern in CBS_CODES.items():
        if pattern.fullmatch(code):
            return level
    return None


def cbs_parent_codes(code: str) -> tuple[str, ...]:
    """Return the codes above a CBS code, nearest first; empty for a municipality or other code."""
    level = cbs_level(code)
    if level is AreaLevel.NEIGHBOURHOOD:
        return (f"WK{code[2:8]}", f"GM{code[2:6]}")
    if level is AreaLevel.DISTRICT:
        return (f"GM{code[2:6]}",)
    return ()


def search_form(name: str) -> str:
    """Return a name as it is searched: no accents, no capitals, single spaces."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w\s]", " ", plain.casefold()).split())
