# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What rows count, as boxes: per dimension a value or a total; and which box sums which."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeAlias

import numpy as np

from voelspriet.analysis.disclosure.axes import Axis, spans_of
from voelspriet.analysis.disclosure.hierarchy import AREA, Hierarchy
from voelspriet.analysis.disclosure.release_rows import ReleaseRow
from voelspriet.analysis.errors import InputError

Box: TypeAlias = tuple[int, ...]  # a node of every axis
PERIODS = {
    "period", "year", "quarter", "month", "week", "day", "date",
    "periode", "jaar", "kwartaal", "maand", "dag", "datum",
}  # fmt: skip
MOST_ATOMS = 3_000_000  # more is a mistake: a dimension of persons, or of moments


@dataclass(frozen=True, slots=True)
class Sum:
    """A box that is the sum of smaller ones along one axis.

    `parts` are those that have a row; `rest` are the boxes of the parts that have none.
    """

    total: Box
    parts: tuple[Box, ...]
    rest: tuple[Box, ...]


def boxes_of(
    rows: Sequence[ReleaseRow], dimensions: Sequence[str], areas: Hierarchy | None
) -> tuple[tuple[Axis, ...], list[Box]]:
    """Return the axes, and the box of every row.

    Columns of periods are one axis, on which a total stands for what was there at the release.
    Raises InputError when the axes together are finer than can be judged.
    """
    periods = [at for at, name in enumerate(dimensions) if name.lower() in PERIODS]
    others = [at for at, name in enumerate(dimensions) if at not in periods]
    axes: list[Axis] = []
    nodes: list[list[int]] = []
    for columns in [*([at] for at in others), *([periods] if periods else [])]:
        values = [tuple(row.values[at] for at in columns) for row in rows]
        if areas is not None and dimensions[columns[0]] == AREA:
            spans, finest = _in_areas(rows, [value for (value,) in values], areas)
        else:
            days = [row.release for row in rows] if columns == periods else None
            spans, finest = spans_of(values, days)
        axes.append(Axis.of(spans, finest))
        place = {span: node for node, span in enumerate(axes[-1].nodes)}
        nodes.append([place[span] for span in spans])
    if prod(axis.finest for axis in axes) > MOST_ATOMS:
        told = " × ".join(str(axis.finest) for axis in axes)
        raise InputError(f"the tables are too fine to be judged: {told} values together")
    return tuple(axes), list(zip(*nodes, strict=True)) if nodes else [()] * len(rows)


def _in_areas(
    rows: Sequence[ReleaseRow], values: Sequence[str], areas: Hierarchy
) -> tuple[list[frozenset[int]], int]:
    every = frozenset(range(len(areas.smallest)))
    for row, value in zip(rows, values, strict=True):
        if value and value not in areas.within:
            raise row.wrong(AREA, f"{value!r} is not in the table of areas")
    return [areas.within[value] if value else every for value in values], len(every)


def atoms_of(axes: Sequence[Axis], box: Box) -> frozenset[int]:
    """Return the smallest counts a box is made of, numbered over all axes."""
    found = np.zeros(1, dtype=np.int64)
    for axis, node in zip(axes, box, strict=True):
        places = np.fromiter(axis.nodes[node], dtype=np.int64)
        found = np.add.outer(found * axis.finest, places).ravel()
    return frozenset(found.tolist())


def sums_of(axes: Sequence[Axis], boxes: Collection[Box]) -> Iterator[Sum]:
    """Yield how boxes are sums of others, at least one of which has a row."""
    for box in boxes:
        for at, axis in enumerate(axes):
            parts, rest = _along(axis, at, box, boxes)
            if parts:
                yield Sum(box, tuple(parts), tuple(rest))


def _along(axis: Axis, at: int, box: Box, boxes: Collection[Box]) -> tuple[list[Box], list[Box]]:
    """Return the parts along one axis: a part without a row counts through its own parts."""
    parts, rest = list[Box](), list[Box]()
    left = list(reversed(axis.children[box[at]]))
    while left:
        node = left.pop()
        part = (*box[:at], node, *box[at + 1 :])
        if part in boxes:
            parts.append(part)
        elif axis.children[node]:
            left.extend(reversed(axis.children[node]))
        else:
            rest.append(part)
    return parts, rest
