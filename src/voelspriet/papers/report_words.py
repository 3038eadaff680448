# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How reports write a share, and what stands in Dutch amid another language."""

from __future__ import annotations

from voelspriet.papers.writers.document import Direction, Run, Words, words

DUTCH = "nl"
LEFT_TO_RIGHT: Direction = "ltr"


def dutch(text: str) -> Words:
    """Return words of a person or a house that are in Dutch, whatever stands around them."""
    return words(Run(text, language=DUTCH, direction=LEFT_TO_RIGHT))


def percent(share: int | None) -> str:
    """Return a share of a hundred.

    >>> percent(40), percent(None)
    ('40%', '–')
    """
    return "–" if share is None else f"{share}%"
