# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waits and how they ended, one by one or counted.

Times are whole working days, the day of receipt is day 0. A million waits have a few hundred
different lengths: counted, they are as quick to work with as a few hundred waits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise


class Ending(Enum):
    """How a wait ended, as far as anybody knows."""

    OPEN = "open"  # still waiting on the reporting day
    EVENT = "event"  # the first answer
    COMPETING = "competing"  # closed without an answer, or withdrawn


@dataclass(frozen=True, slots=True)
class Waiting:
    """One wait: how many working days, and how it ended."""

    days: float
    ending: Ending


@dataclass(frozen=True, slots=True)
class Moment:
    """How many waits lasted `days`, per way they ended."""

    days: float
    events: int
    competing: int
    open: int

    @property
    def n(self) -> int:
        """Return how many waits lasted this long."""
        return self.events + self.competing + self.open


@dataclass(frozen=True, slots=True)
class Tally:
    """Waits counted: one moment per length, the shortest first.

    Raises ValueError for a negative length, a negative count, or lengths out of order.
    """

    moments: tuple[Moment, ...]

    def __post_init__(self) -> None:
        if not all(one.days >= 0 for one in self.moments):
            raise ValueError("a wait is 0 days or longer")
        if any(min(one.events, one.competing, one.open) < 0 for one in self.moments):
            raise ValueError("a count is 0 or more")
        lengths = [one.days for one in self.moments]
        if any(one >= longer for one, longer in pairwise(lengths)):
            raise ValueError("lengths ascend, each there once")

    @property
    def n(self) -> int:
        """Return the number of waits."""
        return sum(one.n for one in self.moments)

    @property
    def events(self) -> int:
        """Return how many were answered."""
        return sum(one.events for one in self.moments)

    @property
    def competing(self) -> int:
        """Return how many ended without an answer."""
        return sum(one.competing for one in self.moments)

    @property
    def open(self) -> int:
        """Return how many still wait."""
        return sum(one.open for one in self.moments)


def tally(waits: Iterable[Waiting]) -> Tally:
    """Return waits counted. Raises ValueError for a negative time."""
    counts = Counter((wait.days, wait.ending) for wait in waits)
    return Tally(
        tuple(
            Moment(
                days,
                counts[days, Ending.EVENT],
                counts[days, Ending.COMPETING],
                counts[days, Ending.OPEN],
            )
            for days in sorted({days for days, _ in counts})
        )
    )
