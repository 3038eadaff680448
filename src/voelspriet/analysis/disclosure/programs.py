# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The three programs of the audit, over one reduced system.

References: Willenborg & de Waal (2001), Elements of Statistical Disclosure Control, ch. 4-6;
Fischetti & Salazar-González (2001), Management Science 47, 1008-1027, on auditing by linear
programming and on cuts from the dual prices.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix

from voelspriet.analysis.disclosure.reduction import Reduced
from voelspriet.analysis.disclosure.system import Entries, Mask, NoAnswerError, Vector
from voelspriet.analysis.disclosure.thresholds import THRESHOLD

NEARLY = 0.3  # a world in whole numbers may be this much worse than the best
FITS, STOPPED, NO_WORLD = 0, 1, 2  # what the solver says


@dataclass(frozen=True, slots=True)
class Extreme:
    """The least or the most one count can be, with a world, and the prices of the facts."""

    value: float
    point: Vector
    prices: Vector


def extremes(system: Reduced, sides: Sequence[tuple[int, bool]]) -> list[Extreme]:
    """Return the least (False) or the most (True) of counts asked about, all in one program.

    The sides say nothing about each other; one call for many small programs saves what a call
    costs.
    """
    height, width, times = len(system.kept), len(system.free), len(sides)
    if not width:
        nothing = np.zeros(0)
        return [Extreme(float(system.certain[i]), nothing, np.zeros(height)) for i, _ in sides]
    objective = np.zeros((times, width))
    for place, (count, large) in enumerate(sides):
        at = system.asked.columns[system.asked.rows == count]
        objective[place, at] = -1.0 if large else 1.0
    exact = system.low == system.high
    point, of_exact, of_loose = _solve_blocks(system, exact, objective)
    prices = np.zeros((times, height))
    prices[:, exact], prices[:, ~exact] = of_exact, of_loose
    values = np.abs((objective * point).sum(axis=1)) + system.certain[[i for i, _ in sides]]
    return [Extreme(float(values[k]), point[k], prices[k]) for k in range(times)]


def _solve_blocks(system: Reduced, exact: Mask, objective: Vector) -> tuple[Vector, Vector, Vector]:
    """Return points, prices of exact facts and prices of loose ones, a row per block."""
    times = len(objective)
    equal = system.facts.of_rows(np.flatnonzero(exact))
    loose = system.facts.of_rows(np.flatnonzero(~exact))
    low, high = np.tile(system.low, (times, 1)), np.tile(system.high, (times, 1))
    upper = np.where(system.held(), np.inf, float(THRESHOLD))
    limits = _matrix(loose, times)
    # sparse rows are taken, the stubs do not say so
    result = linprog(  # type: ignore[call-overload]
        objective.ravel(),
        A_eq=_matrix(equal, times) if equal.height else None,
        b_eq=low[:, exact].ravel() if equal.height else None,
        A_ub=_both(limits) if loose.height else None,
        b_ub=np.concatenate([high[:, ~exact].ravel(), -low[:, ~exact].ravel()])
        if loose.height
        else None,
        # what bounds a variable must be a fact with a price
        bounds=np.column_stack([np.zeros(objective.size), np.tile(upper, times)]),
        method="highs",
    )
    if result.status != FITS:
        raise NoAnswerError(result.message)
    of_exact = np.zeros((times, equal.height))
    of_loose = np.zeros((times, loose.height))
    if equal.height:
        of_exact = result.eqlin.marginals.reshape(times, -1)
    if loose.height:
        above, below = np.split(result.ineqlin.marginals, 2)
        of_loose = (above - below).reshape(times, -1)
    return np.asarray(result.x, dtype=float).reshape(times, -1), of_exact, of_loose


def _matrix(entries: Entries, times: int = 1) -> csr_matrix:
    """Return entries as a matrix, as many times along the diagonal."""
    block = np.repeat(np.arange(times), len(entries.rows))
    rows = np.tile(entries.rows, times) + block * entries.height
    columns = np.tile(entries.columns, times) + block * entries.width
    shape = (entries.height * times, entries.width * times)
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)


def _both(limits: csr_matrix) -> csr_matrix:
    """Return rows and the same rows negated below them."""
    return csr_matrix(
        (
            np.concatenate([limits.data, -limits.data]),
            np.concatenate([limits.indices, limits.indices]),
            np.concatenate([limits.indptr, limits.indptr[1:] + limits.indptr[-1]]),
        ),
        shape=(2 * limits.shape[0], limits.shape[1]),
    )


def world_of_zeros(system: Reduced, weights: Vector, *, whole: bool) -> Vector | None:
    """Return a world in which many of the counts asked about are 0."""
    objective = system.asked.from_rows(weights)
    return _world(system, objective, _matrix(system.facts), system.low, system.high, whole=whole)


def world_of_large(system: Reduced, weights: Vector, *, whole: bool) -> Vector | None:
    """Return a world in which many of the counts asked about are 5 or more.

    More than 5 in one count is worth nothing: each has a variable of at most 5 and at most itself.
    """
    height, width, more = len(system.kept), len(system.free), len(weights)
    reach = np.arange(more)
    rows = np.concatenate([system.facts.rows, system.asked.rows + height, reach + height])
    columns = np.concatenate([system.facts.columns, system.asked.columns, reach + width])
    signs = np.repeat([1.0, -1.0, 1.0], [len(system.facts.rows), len(system.asked.rows), more])
    matrix = csr_matrix((signs, (rows, columns)), shape=(height + more, width + more))
    low = np.concatenate([system.low, np.full(more, -np.inf)])
    high = np.concatenate([system.high, system.certain])
    objective = np.concatenate([np.zeros(width), -weights])
    return _world(system, objective, matrix, low, high, whole=whole)


def _world(
    system: Reduced,
    objective: Vector,
    matrix: csr_matrix,
    low: Vector,
    high: Vector,
    *,
    whole: bool,
) -> Vector | None:
    """Minimise over the worlds.

    The objective may have more variables than the system, each from 0 to 5: they come behind. With
    `whole` the first whole numbers that are nearly as good will do; None when none were found soon.
    """
    width = len(system.free)
    if not width:
        return np.zeros(0)
    behind = len(objective) - width
    result = milp(
        objective,
        integrality=np.repeat([1, 0], [width, behind]) if whole else None,
        bounds=Bounds(0.0, np.concatenate([system.upper(), np.full(behind, float(THRESHOLD))])),
        constraints=[LinearConstraint(matrix, low, high)],
        options={"node_limit": 1, "mip_rel_gap": NEARLY} if whole else {},
    )
    if result.status not in {FITS, STOPPED} and not (whole and result.status == NO_WORLD):
        raise NoAnswerError(result.message)
    return None if result.x is None else np.asarray(result.x[:width], dtype=float)


def whole_world(system: Reduced, *, large: bool) -> Vector | None:
    """Return a world with the one count asked about at 0, or at 5 or more; None if there is none.

    The numbers are whole: this is the exact answer.
    """
    low, high = (float(THRESHOLD), np.inf) if large else (0.0, 0.0)
    certain, width = system.certain[0], len(system.free)
    if not width:
        return np.zeros(0) if low <= certain <= high else None
    result = milp(
        np.zeros(width),
        integrality=np.ones(width, dtype=np.int64),
        bounds=Bounds(0.0, system.upper()),
        constraints=[
            LinearConstraint(_matrix(system.facts), system.low, system.high),
            LinearConstraint(_matrix(system.asked), low - certain, high - certain),
        ],
    )
    if result.status == NO_WORLD:
        return None
    if result.status != FITS:
        raise NoAnswerError(result.message)
    return np.asarray(result.x, dtype=float)
