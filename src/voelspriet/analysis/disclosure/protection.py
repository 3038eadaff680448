# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hide what would give a small count away, and audit what is left."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence

from voelspriet.analysis.disclosure.cells import Breach, Cell, Protection
from voelspriet.analysis.disclosure.thresholds import is_small

NOTHING = 1e-9  # a price below it is the solver's rounding


def audit(cells: Sequence[Cell], shown: Collection[Hashable]) -> tuple[Breach, ...]:
    """Return every small count that the shown cells give away together.

    `cells` is the whole release set, earlier releases included, with true counts; `shown` the
    keys of those that are or were published. A count is guarded when it is 0-4 or when a rule of
    its own hides it. Raises ValueError when a shown cell is itself guarded: that is no breach to
    report but a mistake of the caller.
    """
    # only a worker audits: web processes never load scipy
    from voelspriet.analysis.disclosure import solver  # noqa: PLC0415

    wanted = set(shown)
    for cell in cells:
        if cell.key in wanted and _is_guarded(cell):
            raise ValueError(f"a guarded count is shown: {cell.key!r}")
    found: list[Breach] = []
    for part in _connected(cells, wanted):
        guarded = [index for index, cell in enumerate(part) if _is_guarded(cell)]
        rows = {index for index, cell in enumerate(part) if cell.key in wanted}
        if not guarded or not rows:
            continue
        worlds = solver.lay_out(part, rows, guarded)
        solver.gather(worlds)
        breaches = (solver.breach(worlds, c, part[c].key) for c in worlds.open_cells())
        found.extend(breach for breach in breaches if breach is not None)
    return tuple(found)


def protect(
    cells: Sequence[Cell],
    shown_before: Collection[Hashable] = (),
    *,
    hidden_before: Collection[Hashable] = (),
) -> Protection:
    """Choose which cells may be shown, beside those that were shown before.

    What an earlier release hid stays hidden: name it in `hidden_before`.

    Everything that may be shown by itself starts shown; as long as a guarded count can be worked
    out, the smallest shown count that helps to work it out is hidden too, with its group. What
    was shown before cannot be hidden any more. The choice depends on the table alone, so the
    same table always gives the same answer. The result is not audited here: see `audit`.
    """
    # only a worker chooses: web processes never load scipy
    from voelspriet.analysis.disclosure import solver  # noqa: PLC0415

    before = set(shown_before)
    showable = _showable(cells, before) - set(hidden_before) - before
    shown = set(before)
    breaches: list[Breach] = []
    for part in _connected(cells, showable):
        guarded = [index for index, cell in enumerate(part) if _is_guarded(cell)]
        rows = {i for i, cell in enumerate(part) if cell.key in showable | before}
        worlds = solver.lay_out(part, rows, guarded)
        solver.gather(worlds)
        for cell in worlds.open_cells():
            while (prices := solver.settle(worlds, cell)) is not None:
                victims = _victims(part, worlds.shown.tolist(), prices.tolist(), before)
                if not victims:
                    found = solver.breach(worlds, cell, part[cell].key)
                    breaches.extend([found] if found else [])
                    break
                worlds.shown[victims] = False
        shown |= {cell.key for cell, is_shown in zip(part, worlds.shown, strict=True) if is_shown}
    return Protection(frozenset(shown), tuple(breaches))


def _is_guarded(cell: Cell) -> bool:
    return not cell.is_cap and (is_small(cell.count) or not cell.may_show)


def _showable(cells: Sequence[Cell], before: set[Hashable]) -> set[Hashable]:
    """Return the keys that may be shown by themselves, whole groups only."""
    blocked = {cell.group for cell in cells if cell.group is not None and _is_guarded(cell)}
    return {
        cell.key
        for cell in cells
        if not _is_guarded(cell) and (cell.group not in blocked or cell.key in before)
    }


def _victims(
    cells: Sequence[Cell], shown: Sequence[bool], prices: Sequence[float], before: set[Hashable]
) -> list[int]:
    """Return the shown cells to hide next: the cheapest that matters, with its group."""
    hideable = [i for i, cell in enumerate(cells) if shown[i] and cell.key not in before]
    helping = [i for i in hideable if prices[i] > NOTHING] or hideable
    if not helping:
        return []
    first = min(helping, key=lambda i: (cells[i].count, i))
    group = cells[first].group
    return [i for i in hideable if i == first or (group is not None and cells[i].group == group)]


def _connected(cells: Sequence[Cell], rows: Collection[Hashable]) -> Iterator[list[Cell]]:
    """Split the release set into parts that say nothing about each other.

    Cells hang together when they share atoms; a part without any row gives nothing away.
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
        atoms = iter(cell.atoms)
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
