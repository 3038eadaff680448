# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody can work out about hidden counts, proved by worlds or by prices.

Programs over many counts at once find worlds that prove most of them safe; what is left is solved
count by count. Where a program's corner is not whole, the same question is put to the integer
solver, so that the answer is exact and not that of the relaxation. A program that shows that a
count cannot be 0, or cannot be 5 or more, has prices: the facts with a price prove it together,
and one of them must be hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.disclosure import programs
from voelspriet.analysis.disclosure.cells import Breach, Cell
from voelspriet.analysis.disclosure.reduction import Reduced, reduced
from voelspriet.analysis.disclosure.system import WHOLE, Mask, NoAnswerError, Vector, Whole, Worlds
from voelspriet.analysis.disclosure.thresholds import THRESHOLD

AT_ONCE = 4000  # entries of one program for many counts, each by itself
ROUNDS = 40  # of programs that prove many counts at once
FEW = 2  # a round with less news than this is the last
GOLDEN = 0.6180339887498949


@dataclass(slots=True)
class Effort:
    """How many counts have been solved, and how many may be."""

    most: int
    spent: int = 0

    @property
    def is_over(self) -> bool:
        """Tell whether no more should be spent."""
        return self.spent >= self.most


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a count (an index of the guarded ones) is not safe: these facts together.

    `facts` is None where only whole numbers show it, so that there are no prices.
    """

    count: int
    large: bool
    facts: Whole | None


def at_once(worlds: Worlds) -> int:
    """Return for how many counts one program is quick."""
    return max(1, AT_ONCE // (2 * max(len(worlds.system.facts.rows), 1)))


def gather(worlds: Worlds, effort: Effort) -> None:
    """Find worlds that prove many counts safe at once, until that brings little news.

    Does nothing when so few are open that they are settled just as quickly.
    """
    for large in (False, True):
        proved = worlds.large if large else worlds.zero
        whole = False
        for number in range(1, ROUNDS + 1):
            counts = np.flatnonzero(~proved)
            if len(counts) <= max(at_once(worlds), FEW):
                break
            effort.spent += 1
            whole = _gather(worlds, counts, number, large=large, whole=whole)
            if len(counts) - int((~proved).sum()) < FEW:
                break


def _gather(worlds: Worlds, counts: Whole, number: int, *, large: bool, whole: bool) -> bool:
    """Find one world for many counts; return whether whole numbers must be asked for."""
    system = reduced(worlds, worlds.system.rows.of_rows(counts))
    # spread without chance: the same table gives the same answer
    spread = counts.astype(np.float64) * GOLDEN + number * GOLDEN * GOLDEN
    weights: Vector = 0.2 + spread % 1.0
    find = programs.world_of_large if large else programs.world_of_zeros
    if not whole:
        point = find(system, weights, whole=False)
        if point is not None and worlds.add(system.world(point)):
            return False
    point = find(system, weights, whole=True)
    if point is not None:
        worlds.add(system.world(point))
    return True


def settle(worlds: Worlds, counts: Sequence[int], effort: Effort) -> list[Proof]:
    """Find worlds that prove guarded counts safe; return a proof for each side that is not.

    The counts are few (see `at_once`): they are one program.
    """
    sides = [(i, large) for i in counts for large in (False, True) if not worlds.has(i, large)]
    if not sides:
        return []
    effort.spent += len(sides)
    rows = np.unique([count for count, _ in sides])
    system = reduced(worlds, worlds.system.rows.of_rows(rows))
    places = [(int(np.searchsorted(rows, count)), large) for count, large in sides]
    found = programs.extremes(system, places)
    proofs = [
        _judged(worlds, system, one, count, effort, large=large)
        for (count, large), one in zip(sides, found, strict=True)
    ]
    return [proof for proof in proofs if proof is not None]


def _judged(
    worlds: Worlds,
    system: Reduced,
    extreme: programs.Extreme,
    count: int,
    effort: Effort,
    *,
    large: bool,
) -> Proof | None:
    if not (extreme.value >= THRESHOLD - WHOLE if large else extreme.value <= WHOLE):
        costs = system.costs(worlds.system.rows.of_rows(np.array([count])))
        return Proof(count, large, system.proof(extreme.prices, -costs if large else costs))
    worlds.add(system.world(extreme.point))
    if worlds.has(count, large) or whole_world_exists(worlds, count, effort, large=large):
        return None
    return Proof(count, large, None)


def whole_world_exists(worlds: Worlds, count: int, effort: Effort, *, large: bool) -> bool:
    """Ask the integer solver for a world with the count at 0, or at 5 or more."""
    effort.spent += 1
    system = reduced(worlds, worlds.system.rows.of_rows(np.array([count])))
    point = programs.whole_world(system, large=large)
    if point is None:
        return False
    if not worlds.add(system.world(point)):
        raise NoAnswerError("whole numbers were asked for and not found")
    return worlds.has(count, large)


def breaches(worlds: Worlds, counts: Sequence[int], told: Sequence[Cell]) -> Iterator[Breach]:
    """Give the breaches among some guarded counts, of which `told` are the cells."""
    effort = Effort(0)
    step = at_once(worlds)
    for start in range(0, len(counts), step):
        few = counts[start : start + step]
        settle(worlds, few, effort)
        for count in few:
            if not (worlds.has(count, large=False) and worlds.has(count, large=True)):
                yield Breach(
                    told[count].key,
                    can_be_zero=worlds.has(count, large=False),
                    can_be_large=worlds.has(count, large=True),
                )


def support_of_whole(worlds: Worlds, proof: Proof, hideable: Mask, effort: Effort) -> Whole:
    """Return few hideable facts that together keep a count from being safe in whole numbers.

    For the case that no price shows it. Facts are left out in halves as long as the count stays
    unsafe without them (Junker 2004, QuickXplain).
    """
    facts, zero, proved = worlds.facts.copy(), worlds.zero.copy(), worlds.large.copy()

    def unsafe_with(kept: Whole) -> bool:
        worlds.facts = facts & ~hideable
        worlds.facts[kept] = True
        return not whole_world_exists(worlds, proof.count, effort, large=proof.large)

    def needed(base: Whole, rest: Whole, *, new: bool) -> Whole:
        if new and unsafe_with(base):
            return rest[:0]
        if len(rest) <= 1:
            return rest
        half = len(rest) // 2
        first, second = rest[:half], rest[half:]
        of_second = needed(np.concatenate([base, first]), second, new=bool(len(first)))
        of_first = needed(np.concatenate([base, of_second]), first, new=bool(len(of_second)))
        return np.concatenate([of_first, of_second])

    try:
        return needed(np.zeros(0, dtype=np.int64), np.flatnonzero(facts & hideable), new=True)
    finally:
        # what holds with fewer facts says nothing of these
        worlds.facts, worlds.zero, worlds.large = facts, zero, proved
