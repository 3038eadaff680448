# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything ever published from one source, read from tables and judged together (method §9)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from voelspriet.analysis.disclosure.axes import Axis
from voelspriet.analysis.disclosure.boxes import Box, Sum, atoms_of, boxes_of, sums_of
from voelspriet.analysis.disclosure.cells import Cell
from voelspriet.analysis.disclosure.hierarchy import AREA, Hierarchy
from voelspriet.analysis.disclosure.release_checks import (
    check_groups,
    check_shown,
    check_sum,
    first_rows,
)
from voelspriet.analysis.disclosure.release_rows import GROUP, ReleaseRow, dimensions_of, rows_of
from voelspriet.analysis.disclosure.thresholds import is_small
from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Frame, FrameLike


@dataclass(frozen=True, slots=True)
class CapKey:
    """The cell of "at most `most`" over a count."""

    box: Box
    most: int


@dataclass(frozen=True, slots=True)
class RestKey:
    """The cell of what a total counts beside the parts that have a row."""

    total: Box
    rest: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class ReleaseSet:
    """Everything ever published from one source, with its days.

    `dimensions` are the names of the columns that divide the counts; `keys` is the cell of every
    row: rows that count the same have one cell. `sums` says which cells are sums of others.
    """

    dimensions: tuple[str, ...]
    rows: tuple[ReleaseRow, ...]
    keys: tuple[Hashable, ...]
    cells: tuple[Cell, ...]
    sums: tuple[Sum, ...]

    @property
    def releases(self) -> tuple[date, ...]:
        """Return the days of the releases, in order."""
        return tuple(sorted({row.release for row in self.rows}))

    @property
    def shown(self) -> frozenset[Hashable]:
        """Return the cells that some release shows."""
        pairs = zip(self.rows, self.keys, strict=True)
        return frozenset(key for row, key in pairs if row.shown)

    @property
    def guarded(self) -> int:
        """Return how many counts must stay uncertain."""
        return sum(cell.is_guarded for cell in self.cells)


def release_set(
    frames: Sequence[FrameLike],
    areas: FrameLike | Hierarchy | None = None,
    *,
    names: Sequence[str] = (),
    is_draft: bool = False,
) -> ReleaseSet:
    """Read published tables as one release set.

    Each frame has a row per count, hidden ones included: `release` (the day it was published),
    `count` (the true one), `shown` (yes/no, ja/nee, true/false, 1/0), and if wanted `table` (a
    name), `group` (rows of one release shown together or not at all) and `kind`: `count`, or
    `at-most` for a cap. `mark` is not read. Every other column is a dimension; empty, or a column
    that a frame does not have, is the total over it.

    `areas` has columns `area` and `parent`: an area is the sum of the areas within it. A dimension
    called period, year, quarter, month, week, day or date (or the Dutch word) is time: a total over
    it stands for the periods there were on the day of the release. Everything a total stands for
    beside the parts that have a row is guarded as the rest.

    `names` says how the frames are called in errors. With `is_draft` the newest release is not
    published yet: `shown` is then empty where it is to be decided, and may be yes over a small
    count, which `suggest` hides.

    Raises ColumnError, with the row, for what cannot be read, a shown count under 5, a count that
    differs from an earlier one of the same thing and period, and a total that is not the sum of its
    parts; InputError without rows.
    """
    rows, dimensions = _read(frames, names, is_draft=is_draft)
    if areas is not None and AREA not in dimensions:
        raise InputError(f"there is a table of areas, and no release has a column {AREA!r}")
    newest = max(row.release for row in rows)
    draft = newest if is_draft else None
    check_shown(rows, draft)
    if areas is not None and not isinstance(areas, Hierarchy):
        areas = Hierarchy.of(areas)
    axes, boxes = boxes_of(rows, dimensions, areas)
    counts = first_rows(rows, boxes)
    check_groups(rows, boxes, draft)
    keys = [CapKey(box, row.count) if row.is_cap else box
            for row, box in zip(rows, boxes, strict=True)]  # fmt: skip
    groups = _groups(rows, keys, newest)
    atoms = {box: atoms_of(axes, box) for box in counts}
    cells = {
        key: Cell(key, atoms[box], row.count, group=groups.get(key), is_cap=row.is_cap)
        for row, box, key in zip(rows, boxes, keys, strict=True)
    }
    sums = tuple(sums_of(axes, counts))
    rests = _rests(axes, sums, counts)
    return ReleaseSet(dimensions, tuple(rows), tuple(keys), (*cells.values(), *rests), sums)


def _read(
    frames: Sequence[FrameLike], names: Sequence[str], *, is_draft: bool
) -> tuple[list[ReleaseRow], tuple[str, ...]]:
    read = [Frame.of(frame) for frame in frames]
    dimensions = dimensions_of(read)
    if not names:
        names = [f"file {n}" if len(read) > 1 else "" for n in range(1, len(read) + 1)]
    rows = [
        row
        for frame, name in zip(read, names, strict=True)
        for row in rows_of(frame, dimensions, name, is_draft=is_draft)
    ]
    if not rows:
        raise InputError("there are no rows")
    return rows, dimensions


def _rests(
    axes: Sequence[Axis], sums: Sequence[Sum], counts: Mapping[Box, ReleaseRow]
) -> list[Cell]:
    """Return what totals count beside the parts that have a row, where that is small.

    Nobody asks to show it, and a reader of the total and the parts would know it.
    """
    found: dict[frozenset[int], Cell] = {}
    for one in sums:
        left = check_sum(one, counts)
        if one.rest and is_small(left):
            atoms = frozenset[int]().union(*(atoms_of(axes, box) for box in one.rest))
            found[atoms] = Cell(RestKey(one.total, one.rest), atoms, left, offered=False)
    return list(found.values())


def _groups(
    rows: Sequence[ReleaseRow], keys: Sequence[Hashable], newest: date
) -> dict[Hashable, Hashable]:
    """Return the group of every cell of the newest release; the others are published already."""
    found: dict[Hashable, Hashable] = {}
    for row, key in zip(rows, keys, strict=True):
        if row.group and row.release == newest and found.setdefault(key, row.group) != row.group:
            raise row.wrong(GROUP, f"this count is also in group {found[key]!r}")
    return found
