# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signs that somebody may be in danger right now: then the numbers to call stand first.

The words are data (`danger_terms.toml`), copied per municipality into rows that colleagues edit.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from voelspriet.listen.intake.rules.matching import any_of, plain

TERMS_FILE = Path(__file__).resolve().parent.parent / "danger_terms.toml"


def signs_of_danger(text: str, terms: Iterable[str]) -> bool:
    """Tell whether any of `terms` (of any language) stands in `text`."""
    return any_of(terms).search(plain(text)) is not None


@lru_cache(maxsize=1)
def first_terms() -> tuple[tuple[str, str], ...]:
    """Return the terms a municipality starts with, as (language, term)."""
    content = tomllib.loads(TERMS_FILE.read_text(encoding="utf-8"))
    return tuple(
        (language, term)
        for language, groups in sorted(content.items())
        for terms in groups.values()
        for term in terms
    )
