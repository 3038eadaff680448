# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a text written for others repeats the words a reporter used."""

from __future__ import annotations

from voelspriet.listen.intake.rules.matching import plain

WORDS_IN_A_ROW = 7
SHORTEST_WHOLE = 4


def _words(text: str) -> list[str]:
    letters = "".join(sign if sign.isalnum() else " " for sign in plain(text))
    return letters.split()


def repeats_words(text: str, original: str) -> bool:
    """Tell whether `text` holds seven words in a row of `original`, or all of a short one.

    Somebody who knows the reporter may know them by their words; a hand-over is written anew.
    Case, accents and signs do not count. An original of one to three words is no sentence yet.
    """
    theirs, ours = _words(original), _words(text)
    length = min(WORDS_IN_A_ROW, len(theirs))
    if length < SHORTEST_WHOLE:
        return False
    runs = {tuple(theirs[start : start + length]) for start in range(len(theirs) - length + 1)}
    return any(
        tuple(ours[start : start + length]) in runs for start in range(len(ours) - length + 1)
    )
