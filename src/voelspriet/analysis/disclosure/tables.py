# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables as cells: any number of dimensions, linked tables, maps beside tables, several dates.

Tables that count the same things are linked by their atoms: give them the same `name` and the same
dimensions, and publish of each which margins you like. A map beside a table is a dimension with
groups: neighbourhoods, and the districts they add up to.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise, product
from typing import TypeAlias

from voelspriet.analysis.disclosure.cells import Cell

Place: TypeAlias = tuple[str | None, ...]  # a value or a group per dimension, None for the total
Counts: TypeAlias = Mapping[tuple[str, ...], int]  # the finest counts; what is not named is 0


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a table is divided by: its finest values, and groups of them by name."""

    name: str
    values: tuple[str, ...]
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def places(self) -> dict[str | None, frozenset[str]]:
        """Return what a cell can stand for along this dimension, the total under None."""
        found: dict[str | None, frozenset[str]] = {v: frozenset({v}) for v in self.values}
        found.update(self.groups)
        found[None] = frozenset(self.values)
        return found


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


def table_cells(
    counts: Counts,
    dimensions: Sequence[Dimension],
    *,
    margins: Iterable[Collection[str]] | None = None,
    name: Hashable = "",
) -> list[Cell]:
    """Return the cells of a table with its totals, of two, three or more dimensions.

    `margins` names the tables to publish, each by the dimensions it is divided by; without it every
    margin is published, the grand total included. Keys are (name, place per dimension), a place
    None for the total. Raises ValueError for a place or dimension that there is not, for a group of
    values that there are not, and for a count below 0.
    """
    _check(counts, dimensions)
    return [
        Cell((name, *place), frozenset((name, *one) for one in spans), _sum(counts, spans))
        for place, spans in _places(dimensions, margins)
    ]


def dated_cells(
    counts: Mapping[str, Counts],
    dimensions: Sequence[Dimension],
    *,
    margins: Iterable[Collection[str]] | None = None,
    name: Hashable = "",
) -> list[Cell]:
    """Return the cells of a table that is published at several dates and only grows.

    `counts` holds the finest counts at each date, in order. Keys are (name, date, place per
    dimension). What came between two dates is a count as well: it is a cell under the key
    (name, (earlier, later), place …) that is never shown and must stay uncertain when it is 0-4.
    Raises ValueError as `table_cells` does, and for a count that is less than it was.
    """
    came: dict[str, Counts] = {}
    seen: dict[tuple[str, ...], int] = {}
    for day, now in counts.items():
        _check(now, dimensions)
        came[day] = {one: now.get(one, 0) - seen.get(one, 0) for one in {*now, *seen}}
        if any(count < 0 for count in came[day].values()):
            raise ValueError(f"a count is less at {day} than it was")
        seen = dict(now)
    places = list(_places(dimensions, margins))
    cells: list[Cell] = []
    for number, day in enumerate(counts):
        days = list(counts)[: number + 1]
        for place, spans in places:
            atoms: frozenset[Hashable] = frozenset((name, d, *one) for d in days for one in spans)
            cells.append(Cell((name, day, *place), atoms, _sum(counts[day], spans)))
    for earlier, later in pairwise(counts):
        for place, spans in places:
            atoms = frozenset((name, later, *one) for one in spans)
            key = (name, (earlier, later), *place)
            cells.append(Cell(key, atoms, _sum(came[later], spans), offered=False))
    return cells


def _sum(counts: Counts, spans: Iterable[tuple[str, ...]]) -> int:
    return sum(counts.get(one, 0) for one in spans)


def _places(
    dimensions: Sequence[Dimension], margins: Iterable[Collection[str]] | None
) -> Iterable[tuple[Place, list[tuple[str, ...]]]]:
    """Give every place of the margins with the finest places it sums."""
    names = [dimension.name for dimension in dimensions]
    if margins is None:
        margins = [m for size in range(len(names) + 1) for m in combinations(names, size)]
    spans = [dimension.places() for dimension in dimensions]
    told: set[Place] = set()
    for margin in margins:
        if unknown := set(margin) - set(names):
            raise ValueError(f"there is no dimension {min(unknown)!r}")
        along: list[list[str | None]] = [
            [place for place in span if (place is not None) is (name in margin)]
            for name, span in zip(names, spans, strict=True)
        ]
        for place in product(*along):
            if place not in told:
                told.add(place)
                yield place, list(product(*(s[p] for s, p in zip(spans, place, strict=True))))


def _check(counts: Counts, dimensions: Sequence[Dimension]) -> None:
    for dimension in dimensions:
        for group, values in dimension.groups.items():
            if not values <= set(dimension.values):
                raise ValueError(f"{dimension.name}: {group!r} holds a value that there is not")
    known = [set(dimension.values) for dimension in dimensions]
    for place, count in counts.items():
        if len(place) != len(known) or any(v not in k for v, k in zip(place, known, strict=True)):
            raise ValueError(f"there is no place {place!r}")
        if count < 0:
            raise ValueError(f"a count is 0 or more, and {place!r} is not")
