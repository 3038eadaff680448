# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody can work out about hidden counts: a linear system over non-negative integers.

The attacker knows every shown sum, how the sums are made of atoms, and that counts are whole
numbers of 0 or more. Every point that fits is a world the attacker cannot rule out. A count is
safe as soon as one such world has it at 0 and another at 5 or more, so each linear program's
solution is kept as a witness for all counts at once and only the rest is solved one by one.
Where a program's corner is not whole, the same question is put to the integer solver, so that
the answer is exact and not that of the relaxation. Worlds are compared in whole numbers.

References: Willenborg & de Waal (2001), Elements of Statistical Disclosure Control, ch. 4-6;
Fischetti & Salazar-González (2001) on auditing by linear programming.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix

from voelspriet.analysis.disclosure.cells import Breach, Cell
from voelspriet.analysis.disclosure.thresholds import THRESHOLD

WHOLE = 1e-6
ROUNDS = 24
GOLDEN = 0.6180339887498949
Vector = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(slots=True)
class Worlds:
    """The system under work: variables, shown rows and which counts are proved safe so far."""

    members: csr_matrix  # cell × variable
    counts: Whole  # true count per cell
    shown: NDArray[np.bool_]  # which cells are rows of the system
    caps: NDArray[np.bool_]  # which cells tell "at most" and not "exactly"
    guarded: Whole  # indices of the cells that must stay uncertain
    zero: set[int] = field(default_factory=set)
    large: set[int] = field(default_factory=set)

    def open_cells(self) -> list[int]:
        """Return the guarded cells without both witnesses."""
        return [int(c) for c in self.guarded if c not in self.zero or c not in self.large]

    def exact(self) -> NDArray[np.bool_]:
        """Return which cells are shown as exact sums."""
        return self.shown & ~self.caps

    def capped(self) -> NDArray[np.bool_]:
        """Return which cells are shown as "at most"."""
        return self.shown & self.caps


def lay_out(cells: Sequence[Cell], shown: set[int], guarded: Sequence[int]) -> Worlds:
    """Turn cells into a system; atoms that the same cells hold are one variable."""
    held: dict[Hashable, list[int]] = {}
    for index, cell in enumerate(cells):
        for atom in cell.atoms:
            held.setdefault(atom, []).append(index)
    signatures = sorted({tuple(indices) for indices in held.values()})
    at = [cell for signature in signatures for cell in signature]
    variable = [v for v, signature in enumerate(signatures) for _ in signature]
    members = csr_matrix(
        (np.ones(len(at)), (at, variable)), shape=(len(cells), max(len(signatures), 1))
    )
    flags = np.zeros(len(cells), dtype=bool)
    flags[list(shown)] = True
    counts = np.array([cell.count for cell in cells], dtype=np.int64)
    caps = np.array([cell.is_cap for cell in cells], dtype=bool)
    return Worlds(members, counts, flags, caps, np.array(guarded, dtype=np.int64))


def _bounds(worlds: Worlds) -> Vector:
    """Return an upper bound per variable.

    A variable in no shown sum could be anything; 5 is large enough to prove that it can be large
    and keeps every program bounded. The others are bounded by their sums.
    """
    held = np.asarray(worlds.members[worlds.shown].sum(axis=0)).ravel() > 0
    return np.where(held, np.inf, float(THRESHOLD))


def _witness(worlds: Worlds, point: Vector) -> bool:
    """Note what a solution proves; return False when it is not whole."""
    whole = np.rint(point)
    if np.abs(point - whole).max(initial=0.0) > WHOLE:
        return False
    sums = np.rint(worlds.members @ whole).astype(np.int64)
    exact, capped = worlds.exact(), worlds.capped()
    if (sums[exact] != worlds.counts[exact]).any() or (sums[capped] > worlds.counts[capped]).any():
        return False
    worlds.zero.update(int(c) for c in worlds.guarded[sums[worlds.guarded] == 0])
    worlds.large.update(int(c) for c in worlds.guarded[sums[worlds.guarded] >= THRESHOLD])
    return True


def _solve(worlds: Worlds, objective: Vector) -> tuple[Vector, float, Vector]:
    """Minimise; return the point, the value and the price of every shown row."""
    exact, capped, upper = worlds.exact(), worlds.capped(), _bounds(worlds)
    rows, limits = worlds.members[exact], worlds.members[capped]
    # sparse rows are taken, the stubs do not say so
    result = linprog(  # type: ignore[call-overload]
        objective,
        A_eq=rows if rows.shape[0] else None,
        b_eq=worlds.counts[exact].astype(float) if rows.shape[0] else None,
        A_ub=limits if limits.shape[0] else None,
        b_ub=worlds.counts[capped].astype(float) if limits.shape[0] else None,
        bounds=np.column_stack([np.zeros_like(upper), upper]),
        method="highs",
    )
    if result.status != 0:
        # the true counts always fit, so this is never the table's doing
        raise ArithmeticError(f"The audit could not be solved: {result.message}")
    prices = np.zeros(len(worlds.counts))
    if rows.shape[0]:
        prices[np.flatnonzero(exact)] = result.eqlin.marginals
    if limits.shape[0]:
        prices[np.flatnonzero(capped)] = result.ineqlin.marginals
    return np.asarray(result.x, dtype=float), float(result.fun), prices


def gather(worlds: Worlds) -> None:
    """Find worlds that prove many cells safe at once, until a round proves nothing new."""
    for number in range(1, ROUNDS + 1):
        before = len(worlds.zero) + len(worlds.large)
        open_cells = worlds.open_cells()
        if not open_cells:
            return
        weights = np.zeros(len(worlds.counts))
        for cell in open_cells:
            # spread weights without chance: the same table gives the same answer every time
            weight = 0.05 + (cell * GOLDEN * number) % 1.0
            weights[cell] += weight if cell not in worlds.zero else 0.0
            weights[cell] -= weight if cell not in worlds.large else 0.0
            if cell not in worlds.zero and cell not in worlds.large:
                weights[cell] = weight if (cell * GOLDEN * (number + 7)) % 1.0 < 1 / 2 else -weight
        point, _, _ = _solve(worlds, worlds.members.T @ weights)
        _witness(worlds, point)
        if len(worlds.zero) + len(worlds.large) == before and number > ROUNDS // 6:
            return


def _whole_world_exists(worlds: Worlds, row: Vector, *, large: bool) -> bool:
    """Ask the integer solver for a world with the cell at 0, or at 5 or more."""
    shown = worlds.members[worlds.shown]
    values = worlds.counts[worlds.shown].astype(float)
    wanted = LinearConstraint(row[None, :], *((THRESHOLD, np.inf) if large else (0, 0)))
    least = np.where(worlds.caps[worlds.shown], 0.0, values)
    fits = [LinearConstraint(shown, least, values)] if shown.shape[0] else []
    result = milp(
        np.zeros(len(row)),
        integrality=np.ones(len(row), dtype=np.int64),
        bounds=Bounds(np.zeros(len(row)), _bounds(worlds)),
        constraints=[*fits, wanted],
    )
    if result.status not in {0, 2}:
        raise ArithmeticError(f"The audit could not be solved: {result.message}")
    return result.status == 0 and _witness(worlds, np.asarray(result.x, dtype=float))


def _settle(worlds: Worlds, cell: int, *, large: bool) -> Vector | None:
    """Prove one side of one cell; return None when proved, else what each shown row contributes."""
    proved = worlds.large if large else worlds.zero
    if cell in proved:
        return None
    row = np.asarray(worlds.members[[cell]].todense(), dtype=float).ravel()
    point, value, prices = _solve(worlds, -row if large else row)
    reached = -value >= THRESHOLD - WHOLE if large else value <= WHOLE
    if not reached:
        return prices
    _witness(worlds, point)
    if cell in proved or _whole_world_exists(worlds, row, large=large):
        return None
    return np.zeros(len(worlds.counts))


def settle(worlds: Worlds, cell: int) -> Vector | None:
    """Prove that a cell can be 0 and can be large; None when so.

    Otherwise returns, per cell, how strongly its being shown pins the count down (0: not at all).
    """
    for large in (False, True):
        prices = _settle(worlds, cell, large=large)
        if prices is not None:
            return np.abs(prices)
    return None


def breach(worlds: Worlds, cell: int, key: Hashable) -> Breach | None:
    """Return the breach of one cell, or None when it is safe."""
    zero = _settle(worlds, cell, large=False) is None
    large = _settle(worlds, cell, large=True) is None
    return None if zero and large else Breach(key, can_be_zero=zero, can_be_large=large)
