# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times to an answer: the share answered by a day, and the day by which half was."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario, Values
from voelspriet.analysis.process import Ending, Waiting, quantile, share_answered

COVERAGE = Claim("coverage of 95 %, share answered", 0.935, 0.965)
MEDIAN = Claim("coverage of 95 %, median", 0.935, is_judged=False)
LONGEST = 400
HALF = 0.5


@dataclass(frozen=True, slots=True)
class World:
    """Every working day a case is answered or closed by chance, until the day of reporting.

    Days of receipt are spread evenly, so that cases are seen for `seen` days, from the least to
    the most. Asked is the share answered by `day`.
    """

    n: int
    answering: float
    closing: float
    seen: tuple[int, int]
    day: int

    def shares(self) -> Values:
        """Return the true share answered by day 1, 2 and so on."""
        still: Values = (1 - self.answering - self.closing) ** np.arange(LONGEST)
        return np.cumsum(still * self.answering)


def waits(world: World) -> Replicate:
    """Draw cases, and see which intervals hold the true share and the true median."""
    shares = world.shares()
    median = float(np.argmax(shares >= HALF) + 1) if shares[-1] >= HALF else math.inf
    wanted = float(shares[world.day - 1]), median
    ending = world.answering + world.closing

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        held = np.empty((count, 2))
        for row in range(count):
            ends = rng.geometric(ending, world.n).tolist()
            answered = (rng.random(world.n) < world.answering / ending).tolist()
            seen = rng.integers(world.seen[0], world.seen[1] + 1, world.n).tolist()
            cases = [_waiting(*case) for case in zip(ends, answered, seen, strict=True)]
            held[row] = holds(cases, world.day, *wanted)
        return {COVERAGE.quantity: held[:, 0], MEDIAN.quantity: held[:, 1]}

    return replicate


def holds(cases: list[Waiting], day: int, share: float, median: float) -> tuple[bool, bool]:
    """Return whether the intervals of one sample hold the share at `day` and the median.

    An end of the median that the data do not reach is as far as can be.
    """
    curve = share_answered(cases)
    last = [step for step in curve.steps if step.days <= day]
    found = quantile(curve)
    low = -math.inf if found.low is None else found.low
    high = math.inf if found.high is None else found.high
    return bool(last) and last[-1].low <= share <= last[-1].high, low <= median <= high


def _waiting(end: int, answered: bool, seen: int) -> Waiting:
    if end > seen:
        return Waiting(seen, Ending.OPEN)
    return Waiting(end, Ending.EVENT if answered else Ending.COMPETING)


CHAPTER = Chapter(
    place=8,
    title="Waiting times",
    told="""
        Cases that still wait are counted in, and closing without an answer competes with it. Judged
        is the share answered by a day, with n = 100. Days are whole, so that a median's interval
        holds more than it promises: printed.
    """,
    rooms=("process", "proportions.py"),
    scenarios=(
        Scenario(
            "answered-all-in-the-end",
            "n = 100, 8 % a day, seen for 10-60 days; the share by day 10.",
            "share_answered (Kaplan-Meier), quantile",
            (COVERAGE, MEDIAN),
            waits(World(100, 0.08, 0.0, (10, 60), 10)),
            is_quick=True,
        ),
        Scenario(
            "answered-or-closed",
            "n = 100, 6 % answered and 2 % closed a day, seen for 10-60 days; the share by day 15.",
            "share_answered (Aalen-Johansen), quantile",
            (COVERAGE, MEDIAN),
            waits(World(100, 0.06, 0.02, (10, 60), 15)),
        ),
        Scenario(
            "answered-mostly-open",
            "n = 200, 3 % answered and 1 % closed a day, seen for 1-40 days; the share by day 20.",
            "share_answered (Aalen-Johansen), quantile",
            (COVERAGE, MEDIAN),
            waits(World(200, 0.03, 0.01, (1, 40), 20)),
        ),
    ),
)
