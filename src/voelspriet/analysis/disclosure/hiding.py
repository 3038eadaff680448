# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choose few counts to hide so that no guarded count of one part can be worked out.

A proof that a guarded count is not safe names facts; as long as all of them are shown it holds,
so one of them must be hidden. Every proof is such a *cut*. Hiding the cheapest counts that meet
every cut found so far gives a lower bound; completing that choice one count at a time gives a safe
choice and new cuts. Where the two nearly meet (10 %), the choice is good enough. A large part stops
earlier, after a number of programs, with the best choice found.

The price of a count lies from 1 to 1.8: small counts are hidden rather than large ones and totals,
and as 1.8 × 1.1 is less than 2, never more than twice as many as the fewest possible.

References: Fischetti & Salazar-González (2001), Management Science 47, 1008-1027 (cuts);
Moreno-Centeno & Karp (2013), Operations Research 61, 453-468 (implicit hitting sets).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field

import numpy as np

from voelspriet.analysis.disclosure import solver
from voelspriet.analysis.disclosure.cells import Breach, Cell
from voelspriet.analysis.disclosure.meeting import (
    ALMOST,
    cheapest_to_meet,
    quickly_met,
)
from voelspriet.analysis.disclosure.system import Mask, System, Vector, Whole, Worlds, lay_out
from voelspriet.analysis.disclosure.thresholds import THRESHOLD

SMALL_PART = 80  # so many bundles are solved until the choice is proved
PROGRAMS_PER_GUARDED = 0.7  # for a large part, beyond the first safe choice
NEAR_ENOUGH = 1.1  # so much dearer than the cheapest a choice may be
DEAREST = 1.8  # price of the largest count, of the smallest 1: times the above less than 2
AT_A_TIME = 1 / 4  # of the unsafe counts: after so many hidden bundles many may be safe at once


@dataclass(slots=True)
class Part:
    """One part at work. A *bundle* is what is shown together or not at all."""

    cells: Sequence[Cell]
    system: System
    shown: Mask  # of the cells: what is shown when nothing is hidden
    bundles: list[Whole]  # cells of each
    prices: Vector  # of each bundle
    bundle_of_fact: Whole  # -1 where it cannot be hidden
    cuts: set[frozenset[int]] = field(default_factory=set)
    lost: set[int] = field(default_factory=set)  # guarded counts that nothing can save

    def showing(self, hidden: Collection[int]) -> Mask:
        """Return which cells are shown when these bundles are hidden."""
        shown = self.shown.copy()
        for bundle in hidden:
            shown[self.bundles[bundle]] = False
        return shown

    def price(self, hidden: Collection[int]) -> float:
        """Return what hiding these bundles costs."""
        return float(sum(self.prices[bundle] for bundle in hidden))


def part_of(cells: Sequence[Cell], showable: set[Hashable], before: set[Hashable]) -> Part:
    """Return a part in which `showable` may be shown and `before` cannot be hidden any more."""
    shown = np.array([c.key in showable or c.key in before for c in cells])
    bundles: dict[Hashable, list[int]] = {}
    for index, cell in enumerate(cells):
        if cell.key in showable and cell.key not in before:
            name = (index,) if cell.group is None else ("group", cell.group)
            bundles.setdefault(name, []).append(index)
    system = lay_out(cells)
    bundle_of_cell = np.full(len(cells), -1)
    for number, members in enumerate(bundles.values()):
        bundle_of_cell[members] = number
    found = [np.array(members) for members in bundles.values()]
    most = max((cell.count for cell in cells), default=0)
    prices = np.array([sum(_price(cells[i].count, most) for i in members) for members in found])
    return Part(cells, system, shown, found, prices, bundle_of_cell[system.owner])


def _price(count: int, most: int) -> float:
    """Return 1 for the smallest count that may be shown, `DEAREST` for the largest of the part."""
    if count <= THRESHOLD or most <= THRESHOLD:
        return 1.0
    rank = float(np.log(count / THRESHOLD) / np.log(most / THRESHOLD))
    return 1.0 + (DEAREST - 1.0) * rank


@dataclass(frozen=True, slots=True)
class Choice:
    """The bundles to hide, and how few complementary cells any safe choice hides at least."""

    hidden: frozenset[int]
    fewest: int


def choose(part: Part, programs: int) -> Choice:
    """Return few bundles to hide, so that everything not lost is safe.

    `programs` bounds what is solved beyond the first safe choice; a large part has less.
    """
    worlds = Worlds.of(part.system, part.shown)
    effort = solver.Effort(programs)
    best = complete(part, worlds, frozenset(), effort)
    if not best:
        return Choice(best, 0)
    if len(part.bundles) > SMALL_PART:
        programs = min(programs, int(PROGRAMS_PER_GUARDED * len(part.system.guarded)))
    effort = solver.Effort(programs)
    while not effort.is_over:
        candidate = quickly_met(part.cuts, part.prices)
        if part.price(candidate) >= part.price(best) - ALMOST:
            candidate, bound = cheapest_to_meet(part.cuts, part.prices)
            if part.price(best) <= bound * NEAR_ENOUGH + ALMOST:
                break
        found = complete(part, worlds, candidate, effort)
        if part.price(found) < part.price(best) - ALMOST:
            best = found
    best = tidied(part, worlds, best, effort)
    sizes = np.array([float(len(members)) for members in part.bundles])
    _, fewest = cheapest_to_meet(part.cuts, sizes)
    return Choice(best, int(np.ceil(fewest - ALMOST)))


def complete(
    part: Part, worlds: Worlds, hidden: frozenset[int], effort: solver.Effort
) -> frozenset[int]:
    """Hide more, one bundle at a time, until everything not lost is safe; note every cut."""
    chosen = set(hidden)
    worlds.show(part.showing(chosen))
    while unsafe := _unsafe(part, worlds, effort):
        enough = max(1, int(len(unsafe) * AT_A_TIME))
        step = solver.at_once(worlds)
        for start in range(0, len(unsafe), step):
            for proof in solver.settle(worlds, unsafe[start : start + step], effort):
                enough -= _hide(part, chosen, cut_of(part, worlds, proof, effort), proof)
            worlds.show(part.showing(chosen))
            if enough <= 0:
                break
    return frozenset(chosen)


def _hide(part: Part, chosen: set[int], cut: frozenset[int], proof: solver.Proof) -> int:
    """Meet a cut unless it is met already; return how many bundles were hidden for it."""
    if not cut:
        part.lost.add(proof.count)
        return 0
    if cut & chosen:
        return 0
    unmet = [other for other in part.cuts if not other & chosen]
    # of equals the one that meets most of the other cuts
    chosen.add(min(cut, key=lambda b: (part.prices[b] / sum(b in other for other in unmet), b)))
    return 1


def _unsafe(part: Part, worlds: Worlds, effort: solver.Effort) -> list[int]:
    """Return the guarded counts, not lost, that no world proves safe for now."""
    solver.gather(worlds, effort)
    return [cell for cell in worlds.open().tolist() if cell not in part.lost]


def cut_of(
    part: Part, worlds: Worlds, proof: solver.Proof, effort: solver.Effort
) -> frozenset[int]:
    """Return the bundles of which one must be hidden, and note them; none when it is too late."""
    facts = proof.facts
    if facts is None:
        hideable = part.bundle_of_fact >= 0
        facts = solver.support_of_whole(worlds, proof, hideable, effort)
    cut = frozenset(int(b) for b in part.bundle_of_fact[facts] if b >= 0)
    if cut:
        part.cuts.add(cut)
    return cut


def tidied(
    part: Part, worlds: Worlds, hidden: frozenset[int], effort: solver.Effort
) -> frozenset[int]:
    """Show again what need not be hidden, the dearest first.

    What alone meets some cut must stay hidden: no program is needed to know it.
    """
    kept = set(hidden)
    for bundle in sorted(hidden, key=lambda b: (-part.prices[b], b)):
        if all(cut & (kept - {bundle}) for cut in part.cuts):
            worlds.show(part.showing(kept - {bundle}))
            if is_safe(part, worlds, effort):
                kept.discard(bundle)
    return frozenset(kept)


def is_safe(part: Part, worlds: Worlds, effort: solver.Effort) -> bool:
    """Tell whether everything not lost is safe now; what is not leaves a cut behind."""
    unsafe, step = _unsafe(part, worlds, effort), solver.at_once(worlds)
    for start in range(0, len(unsafe), step):
        proofs = solver.settle(worlds, unsafe[start : start + step], effort)
        for proof in proofs:
            cut_of(part, worlds, proof, effort)
        if proofs:
            return False
    return True


def breaches_of(part: Part, hidden: frozenset[int]) -> list[Breach]:
    """Return the guarded counts that hiding cannot save."""
    worlds = Worlds.of(part.system, part.showing(hidden))
    told = [part.cells[index] for index in part.system.guarded]
    return list(solver.breaches(worlds, sorted(part.lost), told))
