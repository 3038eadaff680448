# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words instead of percentages for what a small meeting thinks (method §4a)."""

from __future__ import annotations

from enum import StrEnum

from voelspriet.analysis.errors import InputError

PERCENTAGES_FROM = 30  # people who answered: below it a percentage promises too much
WORDS_FROM = 5  # people who answered: below it even a word would speak of single persons
A_FEW, HALF_FROM, HALF_TO, SMALL_MAJORITY, NEARLY_ALL = 0.15, 0.45, 0.55, 0.65, 0.85


class HowMany(StrEnum):
    """How many of a small meeting, in the words of a report of talks with residents."""

    TOO_FEW_TO_SAY = "too few to say"
    NOBODY = "nobody"
    A_FEW = "a few"
    A_MINORITY = "a minority"
    ABOUT_HALF = "about half"
    A_SMALL_MAJORITY = "a small majority"
    A_MAJORITY = "a majority"
    NEARLY_EVERYBODY = "nearly everybody"
    EVERYBODY = "everybody"


def how_many(count: int, n: int) -> HowMany | None:
    """Return the word for `count` of `n` people who answered; None from 30: use a percentage.

    About half is 45 to 55 %, a small majority up to 65 %, a majority up to 85 %, then nearly
    everybody; a minority is 15 to 45 %, less is a few. Below 5 people: too few to say. The words
    are those of group talks in Almere (CCV), the borders are ours (decision 0074).
    Raises InputError unless 0 ≤ count ≤ n.
    """
    if not 0 <= count <= n:
        raise InputError(f"{count} of {n} people cannot be")
    if n >= PERCENTAGES_FROM:
        return None
    if n < WORDS_FROM:
        return HowMany.TOO_FEW_TO_SAY
    if count in (0, n):
        return HowMany.EVERYBODY if count else HowMany.NOBODY
    return _between(count / n)


def _between(share: float) -> HowMany:
    if HALF_FROM <= share <= HALF_TO:
        return HowMany.ABOUT_HALF
    if share < HALF_FROM:
        return HowMany.A_FEW if share < A_FEW else HowMany.A_MINORITY
    if share <= SMALL_MAJORITY:
        return HowMany.A_SMALL_MAJORITY
    return HowMany.A_MAJORITY if share <= NEARLY_ALL else HowMany.NEARLY_EVERYBODY
