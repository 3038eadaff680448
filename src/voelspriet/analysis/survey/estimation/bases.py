# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an interval rests on, or why there is none, as numbers in columns and as words."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Basis(IntEnum):
    """On what an interval rests; from `NO_SPREAD` on there is none, and why."""

    T = 0
    LOGIT = 1
    KORN_GRAUBARD = 2
    WOODRUFF = 3
    CENSUS = 4
    MARGIN = 5
    NO_SPREAD = 6
    ALL_LONELY = 7
    TOO_FEW = 8
    NO_FREEDOM = 9
    ONE_ANSWER = 10
    NO_DENOMINATOR = 11
    NO_WEIGHT = 12
    NO_ANSWER = 13


WORDS = (
    "t",
    "logit",
    "korn-graubard",
    "woodruff",
    "census",
    "margin",
    "none: answers do not vary",
    "none: only strata with one unit",
    "none: too few answers for this quantile",
    "none: no degrees of freedom",
    "none: one answer",
    "none: the denominator is 0",
    "none: all weights are 0",
    "none: no answers",
)


def in_words(bases: Iterable[int]) -> tuple[str, ...]:
    """Return the words of a column of bases."""
    return tuple(WORDS[basis] for basis in bases)
