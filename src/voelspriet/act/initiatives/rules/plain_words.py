# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a reason reads easily: a hint for who wrote it, never a test."""

from __future__ import annotations

from voelspriet.analysis.text.readability import readability

HARD_BELOW = 55.0  # Flesch-Douma: below it, mostly people who read much read easily
LONG_SENTENCE = 20  # words


def reads_hard(text: str) -> bool:
    """Tell whether a text has a very long sentence or many long words.

    >>> reads_hard("Dit kan. Wij helpen u graag.")
    False
    """
    found = readability(text)
    if any(one.words > LONG_SENTENCE for one in found.longest_sentences):
        return True
    return found.score is not None and found.score < HARD_BELOW
