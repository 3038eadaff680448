# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables as cells."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from voelspriet.analysis.disclosure.cells import Cell


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
