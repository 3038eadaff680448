# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cheapest choice that meets every cut: of each of several sets at least one member.

This is the weighted hitting set problem. What is forced and what is never needed is taken out
first (Weihe 1998, on covering trains by stations); few cuts are searched here, many by the integer
solver.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from voelspriet.analysis.disclosure.system import Vector

NODES = 2000  # of one search by the integer solver
FEW_CUTS = 16  # so many are searched here: a call of the solver takes longer
ALMOST = 1e-6

Cuts = Sequence[frozenset[int]]


def cheapest_to_meet(
    cuts: Collection[frozenset[int]], prices: Vector
) -> tuple[frozenset[int], float]:
    """Return bundles that meet every cut at the least price, and a price no choice is below."""
    forced, left = simplified(cuts, prices)
    price = float(sum(prices[bundle] for bundle in forced))
    if not left:
        return forced, price
    if len(left) <= FEW_CUTS:
        searched = _search(left, prices, float("inf"))
        if searched is not None:
            return forced | searched, price + float(sum(prices[b] for b in sorted(searched)))
    found, bound = _solved(left, prices)
    return forced | found, price + bound


def quickly_met(cuts: Collection[frozenset[int]], prices: Vector) -> frozenset[int]:
    """Return bundles that meet every cut, none of them in vain: cheap, and not always cheapest."""
    left = sorted(cuts, key=sorted)
    chosen: list[int] = []
    while left:
        meets = Counter(bundle for cut in left for bundle in cut)
        best = min(meets, key=lambda b: (prices[b] / meets[b], b))
        chosen.append(best)
        left = [cut for cut in left if best not in cut]
    kept = set(chosen)
    for bundle in sorted(chosen, key=lambda b: (-prices[b], b)):
        if all(cut & (kept - {bundle}) for cut in cuts):
            kept.discard(bundle)
    return frozenset(kept)


def _search(cuts: Cuts, prices: Vector, below: float) -> frozenset[int] | None:
    """Return the cheapest choice that costs less than `below`, or None when there is none."""
    if not cuts:
        return frozenset() if below > 0 else None
    if _at_least(cuts, prices) >= below - ALMOST:
        return None
    best: frozenset[int] | None = None
    left = list(cuts)
    shortest = min(cuts, key=lambda cut: (len(cut), sorted(cut)))
    for bundle in sorted(shortest, key=lambda b: (prices[b], b)):
        price = float(prices[bundle])
        found = _search([cut for cut in left if bundle not in cut], prices, below - price)
        if found is not None:
            best = found | {bundle}
            below = float(sum(prices[b] for b in sorted(best)))
        # every choice with this bundle has been looked at: go on without it
        left = [cut - {bundle} for cut in left]
        if not all(left):
            break
    return best


def _at_least(cuts: Cuts, prices: Vector) -> float:
    """Return what cuts without a common member cost together."""
    used: set[int] = set()
    price = 0.0
    for cut in sorted(cuts, key=len):
        if not cut & used:
            used |= cut
            price += float(min(prices[b] for b in cut))
    return price


def _solved(cuts: Cuts, prices: Vector) -> tuple[frozenset[int], float]:
    """Return the cheapest choice the integer solver finds, and a price none is below."""
    ordered = sorted(cuts, key=sorted)
    at = [(row, bundle) for row, cut in enumerate(ordered) for bundle in sorted(cut)]
    rows, columns = zip(*at, strict=True)
    meets = csr_matrix((np.ones(len(at)), (rows, columns)), shape=(len(ordered), len(prices)))
    result = milp(
        prices,
        integrality=np.ones(len(prices), dtype=np.int64),
        bounds=Bounds(np.zeros(len(prices)), np.ones(len(prices))),
        constraints=[LinearConstraint(meets, np.ones(len(ordered)), np.inf)],
        options={"node_limit": NODES, "mip_rel_gap": 0.0},
    )
    if result.x is None:
        # every cut holds a bundle, so hiding all of them meets every cut
        raise ArithmeticError(f"The choice could not be solved: {result.message}")
    bound = result.fun if result.mip_dual_bound is None else result.mip_dual_bound
    return frozenset(np.flatnonzero(np.rint(result.x)).tolist()), float(bound)


def simplified(
    cuts: Collection[frozenset[int]], prices: Vector
) -> tuple[frozenset[int], list[frozenset[int]]]:
    """Return bundles that some cheapest choice holds, and the cuts they leave unmet.

    What is alone in a cut is forced; a bundle that meets no more cuts than a cheaper one does is
    never needed. Small parts are solved by this alone.
    """
    forced: set[int] = set()
    left = _without_supersets(cuts)
    while True:
        alone = {bundle for cut in left if len(cut) == 1 for bundle in cut}
        forced |= alone
        left = [cut for cut in left if not cut & alone]
        needed = _needed(left, prices)
        smaller = _without_supersets([cut & needed for cut in left])
        if not alone and smaller == left:
            return frozenset(forced), left
        left = smaller


def _needed(cuts: Sequence[frozenset[int]], prices: Vector) -> frozenset[int]:
    """Return the bundles that no other one can always stand in for."""
    meets: dict[int, frozenset[int]] = {}
    for bundle in sorted(set().union(*cuts)):
        meets[bundle] = frozenset(n for n, cut in enumerate(cuts) if bundle in cut)
    kept: list[int] = []
    # the cheapest first: of equals the one that meets most, then the first
    for bundle in sorted(meets, key=lambda b: (prices[b], -len(meets[b]), b)):
        if not any(meets[bundle] <= meets[other] for other in kept):
            kept.append(bundle)
    return frozenset(kept)


def _without_supersets(cuts: Collection[frozenset[int]]) -> list[frozenset[int]]:
    """Leave out the cuts that another one implies."""
    kept: list[frozenset[int]] = []
    for cut in sorted(cuts, key=lambda cut: (len(cut), sorted(cut))):
        if not any(other <= cut for other in kept):
            kept.append(cut)
    return kept
