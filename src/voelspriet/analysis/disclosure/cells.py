# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counts of a release set, each a sum of the smallest counts (atoms) of that set."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cell:
    """One count that is, was or could have been published.

    `atoms` names what is summed; two cells overlap where they share atoms, whatever table, area
    or date they come from. `may_show` is False for a count that a rule of its own hides (for
    example a sensitive matter with too few reporters), however large it is. Cells with the same
    `group` are shown together or not at all, for example both parts of a share. A cap is shown as
    "at most `count`" and not as a count: it may stand over a small sum, and takes part in the
    audit as what it tells.
    """

    key: Hashable
    atoms: frozenset[Hashable]
    count: int
    may_show: bool = True
    group: Hashable | None = None
    is_cap: bool = False


@dataclass(frozen=True, slots=True)
class Breach:
    """A small count that the release set gives away.

    `low` tells whether it can be 0 for all anybody knows, `high` whether it can be 5 or more.
    """

    key: Hashable
    can_be_zero: bool
    can_be_large: bool


@dataclass(frozen=True, slots=True)
class Protection:
    """Which cells may be shown; with `breaches`, hiding everything new is not enough."""

    shown: frozenset[Hashable]
    breaches: tuple[Breach, ...] = field(default=())


def two_way_cells(table: Sequence[Sequence[int]], name: Hashable = "") -> list[Cell]:
    """Return the cells of a two-way table of counts with its row, column and grand totals.

    Keys are (name, row, column); a total has None for what it sums over. Raises ValueError when
    the rows differ in length.
    """
    rows, columns = len(table), len(table[0])
    if any(len(row) != columns for row in table):
        raise ValueError("every row of a table has the same number of columns")
    spans: list[tuple[int | None, int | None]] = [
        (row, column) for row in [*range(rows), None] for column in [*range(columns), None]
    ]
    return [_sum_of(table, name, row, column) for row, column in spans]


def _sum_of(
    table: Sequence[Sequence[int]], name: Hashable, row: int | None, column: int | None
) -> Cell:
    rows = range(len(table)) if row is None else [row]
    columns = range(len(table[0])) if column is None else [column]
    places = [(r, c) for r in rows for c in columns]
    atoms: frozenset[Hashable] = frozenset((name, r, c) for r, c in places)
    return Cell((name, row, column), atoms, sum(table[r][c] for r, c in places))
