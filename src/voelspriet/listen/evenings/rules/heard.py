# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom an evening did not hear: who came beside who lives there, from shown counts only. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.analysis.proportions import wilson

FEWEST_HIDDEN, MOST_HIDDEN = 1, 4  # a hidden count is one of these
FEWEST_TO_COMPARE = 10  # with fewer answers every group of the population is "perhaps fewer"


@dataclass(frozen=True, slots=True)
class Came:
    """How many of a group came: None when the count is hidden. `people` live in the area."""

    category: str
    label: str
    count: int | None
    people: int | None


@dataclass(frozen=True, slots=True)
class HeardLine:
    """One group: who came beside who lives there.

    Shares are between 0 and 1. `share` and its score interval `low` to `high` are None where a
    count is hidden or nobody answered. `is_missed`: clearly fewer came than live there.
    """

    category: str
    label: str
    count: int | None
    share: float | None
    low: float | None
    high: float | None
    population_share: float | None
    is_missed: bool


def heard(came: tuple[Came, ...], *, answered: int | None) -> tuple[HeardLine, ...]:
    """Return each group beside the population; `answered` is None when the total is hidden.

    A group is missed when even the most that can have come is below its part of the population,
    with chance allowed for: the upper end of the score interval (Wilson 1927) lies below it. A
    hidden count counts as 4 and a hidden total as the least it can be, so nothing more is told than
    stands in the table. Below ten answers nothing is called missed.
    """
    total = answered if answered is not None else _least(came)
    living = sum(one.people or 0 for one in came)
    known = living > 0 and all(one.people is not None for one in came)
    return tuple(_line(one, answered, total, living if known else 0) for one in came)


def _least(came: tuple[Came, ...]) -> int:
    return sum(FEWEST_HIDDEN if one.count is None else one.count for one in came)


def _line(one: Came, answered: int | None, total: int, living: int) -> HeardLine:
    share = low = high = None
    if answered and one.count is not None:
        share = one.count / answered
        low, high = wilson(one.count, answered)
    part = (one.people or 0) / living if living else None
    return HeardLine(
        category=one.category,
        label=one.label,
        count=one.count,
        share=share,
        low=low,
        high=high,
        population_share=part,
        is_missed=part is not None and total >= FEWEST_TO_COMPARE and _missed(one, total, part),
    )


def _missed(one: Came, total: int, part: float) -> bool:
    most = MOST_HIDDEN if one.count is None else one.count
    return wilson(min(most, total), total)[1] < part
