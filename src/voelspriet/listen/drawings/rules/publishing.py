# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What everybody may see of a round: squares that enough different sheets marked, and no more.

Published once per round, so that no two results can be subtracted from each other. Counts are
told as "at least", never exactly, and no total stands beside them that would give one away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from voelspriet.analysis.disclosure import THRESHOLD, is_small
from voelspriet.listen.drawings.rules.grid import public_cell, read_cell
from voelspriet.listen.drawings.rules.legend import legend

STEPS = (THRESHOLD, 10, 20, 50, 100, 200)


@dataclass(frozen=True, slots=True)
class Marked:
    """That a sheet marked squares as being of a kind."""

    sheet_id: int
    kind: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A public square, its kind, and how many sheets marked it at least."""

    kind: str
    cell: str
    at_least: int


def open_cells(marked: Iterable[Marked]) -> tuple[OpenCell, ...]:
    """Return the squares that may be shown: of open kinds, by five different sheets or more."""
    sheets: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for one in marked:
        entry = legend().get(one.kind)
        if entry is None or not entry.is_open:
            continue
        for cell in one.cells:
            sheets[one.kind, public_cell(cell)].add(one.sheet_id)
    order = list(legend())
    shown = [
        OpenCell(kind, cell, at_least(len(found)))
        for (kind, cell), found in sheets.items()
        if not is_small(len(found))
    ]
    return tuple(
        sorted(shown, key=lambda one: (order.index(one.kind), -one.at_least, read_cell(one.cell)))
    )


def at_least(count: int) -> int:
    """Return the step below a count: 5, 10, 20, 50, 100 or 200.

    >>> at_least(7), at_least(10), at_least(60)
    (5, 10, 50)
    """
    return max((step for step in STEPS if step <= count), default=0)
