# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A part of a release set as matrices, and the worlds that are known to fit it.

The attacker knows every shown sum, how the sums are made of atoms, and that counts are whole
numbers of 0 or more. Every point that fits is a world the attacker cannot rule out. A count is
safe as soon as one such world has it at 0 and another at 5 or more, so every world that was ever
found is kept: it is a witness for all counts at once, and stays one as long as it fits what is
shown. Worlds are compared in whole numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.disclosure.cells import Cell
from voelspriet.analysis.disclosure.thresholds import THRESHOLD

Vector: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]
NUMBERS_KEPT = 4_000_000  # a world is a row of whole numbers, one per fact and guarded count
WHOLE = 1e-6  # what the solver's rounding may make of a whole number


class NoAnswerError(ArithmeticError):
    """A program has no answer: no counts of 0 or more fit what is known, or the solver failed."""

    def __init__(self, message: str) -> None:
        super().__init__(f"The audit could not be solved: {message}")


@dataclass(frozen=True, slots=True)
class Entries:
    """A matrix of zeros and ones as the places of its ones, in order of rows."""

    rows: Whole
    columns: Whole
    height: int
    width: int

    def of_rows(self, kept: Whole | Mask) -> Entries:
        """Return some rows (a mask, or indices in order), numbered anew."""
        wanted = np.zeros(self.height, dtype=bool)
        wanted[kept] = True
        at = wanted[self.rows]
        place = np.cumsum(wanted) - 1
        return Entries(place[self.rows[at]], self.columns[at], int(wanted.sum()), self.width)

    def of_columns(self, kept: Whole) -> Entries:
        """Return some columns (indices in order), numbered anew."""
        place = np.full(self.width, -1, dtype=np.int64)
        place[kept] = np.arange(len(kept))
        columns = place[self.columns]
        at = columns >= 0
        return Entries(self.rows[at], columns[at], self.height, len(kept))

    def without_columns(self, columns: Whole) -> Entries:
        """Return the matrix with zeros in these columns."""
        wanted = np.ones(self.width, dtype=bool)
        wanted[columns] = False
        at = wanted[self.columns]
        return Entries(self.rows[at], self.columns[at], self.height, self.width)

    def to_rows(self, values: Vector) -> Vector:
        """Return the sum per row of a value per column."""
        sums = np.bincount(self.rows, weights=values[self.columns], minlength=self.height)
        return sums.astype(np.float64)  # without any entry the sums would be whole numbers

    def from_rows(self, values: Vector) -> Vector:
        """Return the sum per column of a value per row."""
        sums = np.bincount(self.columns, weights=values[self.rows], minlength=self.width)
        return sums.astype(np.float64)


@dataclass(frozen=True, slots=True)
class System:
    """Guarded counts and facts over the variables of one part; a fact counts when it is shown."""

    facts: Entries  # fact × variable
    low: Whole  # of each fact
    high: Whole
    owner: Whole  # which cell tells the fact
    guarded: Whole  # indices of the cells that must stay uncertain
    rows: Entries  # guarded cell × variable

    def active(self, shown: Mask) -> Mask:
        """Return which facts are known when these cells are shown."""
        active: Mask = shown[self.owner]
        return active


def lay_out(cells: Sequence[Cell]) -> System:
    """Turn cells into a system; atoms that the same cells and facts hold are one variable."""
    told = [(index, fact) for index, cell in enumerate(cells) for fact in cell.facts()]
    guarded = [index for index, cell in enumerate(cells) if cell.is_guarded]
    sums = [fact.atoms for _, fact in told] + [cells[index].atoms for index in guarded]
    held: dict[Hashable, list[int]] = {}
    for index, atoms in enumerate(sums):
        for atom in atoms:
            held.setdefault(atom, []).append(index)
    signatures = sorted({tuple(indices) for indices in held.values()})
    at = np.array([row for signature in signatures for row in signature], dtype=np.int64)
    variable = np.repeat(np.arange(len(signatures)), [len(one) for one in signatures])
    order = np.argsort(at, kind="stable")
    every = Entries(at[order], variable[order], len(sums), len(signatures))
    return System(
        every.of_rows(np.arange(len(told))),
        np.array([fact.low for _, fact in told], dtype=np.int64),
        np.array([fact.high for _, fact in told], dtype=np.int64),
        np.array([index for index, _ in told], dtype=np.int64),
        np.array(guarded, dtype=np.int64),
        every.of_rows(np.arange(len(told), len(sums))),
    )


@dataclass(slots=True)
class Worlds:
    """The worlds found so far, and which guarded counts they prove to be safe."""

    system: System
    facts: Mask  # which facts the attacker knows now
    zero: Mask  # which guarded counts are 0 in a world that fits
    large: Mask  # which are 5 or more in one
    told: list[Whole] = field(default_factory=list)  # of each world the sums of the facts
    counts: list[Whole] = field(default_factory=list)  # and the guarded counts

    @classmethod
    def of(cls, system: System, shown: Mask) -> Worlds:
        """Return no worlds yet, of what these cells tell when they are shown."""
        nothing = np.zeros(len(system.guarded), dtype=bool)
        return cls(system, system.active(shown), nothing, nothing.copy())

    def has(self, count: int, large: bool) -> bool:
        """Tell whether a world has this guarded count at 0, or (`large`) at 5 or more."""
        return bool((self.large if large else self.zero)[count])

    def open(self) -> Whole:
        """Return which guarded counts (indices of `system.guarded`) lack a witness."""
        return np.flatnonzero(~(self.zero & self.large))

    def show(self, shown: Mask) -> None:
        """Let the attacker know what these cells tell, and nothing else."""
        facts = self.system.active(shown)
        less = not (facts & ~self.facts).any()
        self.facts = facts
        if less:  # every world still fits, and more may: those are tried as well
            self._recall()
            return
        self.zero[:] = False
        self.large[:] = False
        self._recall()

    def _recall(self) -> None:
        """Note what the worlds prove that fit what is known now."""
        if not self.told:
            return
        told = np.stack(self.told)[:, self.facts]
        low, high = self.system.low[self.facts], self.system.high[self.facts]
        fits = ((told >= low) & (told <= high)).all(axis=1)
        counts = np.stack(self.counts)[fits]
        self.zero |= (counts == 0).any(axis=0)
        self.large |= (counts >= THRESHOLD).any(axis=0)

    def add(self, point: Vector) -> bool:
        """Note what a solution proves; return False when it is not whole or does not fit."""
        whole = np.rint(point)
        if (whole < 0).any() or np.abs(point - whole).max(initial=0.0) > WHOLE:
            return False
        system = self.system
        told = np.rint(system.facts.to_rows(whole)).astype(np.int64)
        fits = (told >= system.low) & (told <= system.high)
        if not fits[self.facts].all():
            return False
        counts = np.rint(system.rows.to_rows(whole)).astype(np.int64)
        self.zero |= counts == 0
        self.large |= counts >= THRESHOLD
        if (len(self.told) + 1) * (len(told) + len(counts)) <= NUMBERS_KEPT:
            self.told.append(told)
            self.counts.append(counts)
        return True


def connected(cells: Sequence[Cell], rows: Collection[Hashable]) -> Iterator[list[Cell]]:
    """Split the release set into parts that say nothing about each other.

    Cells hang together when they share atoms; a part without any of `rows` gives nothing away.
    Raises ValueError for a cell without atoms.
    """
    if any(not cell.atoms for cell in cells):
        raise ValueError("a cell sums at least one atom")
    parent: dict[Hashable, Hashable] = {}

    def find(atom: Hashable) -> Hashable:
        while parent.setdefault(atom, atom) != atom:
            parent[atom] = parent[parent[atom]]
            atom = parent[atom]
        return atom

    for cell in cells:
        atoms = iter(cell.atoms.union(*(fact.atoms for fact in cell.tells)))
        root = find(next(atoms))
        for atom in atoms:
            parent[find(atom)] = root
    parts: dict[Hashable, list[Cell]] = {}
    for cell in cells:
        parts.setdefault(find(next(iter(cell.atoms))), []).append(cell)
    wanted = set(rows)
    for part in parts.values():
        if any(cell.key in wanted for cell in part):
            yield part
