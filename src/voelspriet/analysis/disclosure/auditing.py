# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Audit and protect part by part: the side of `protection` that loads scipy."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import numpy as np

from voelspriet.analysis.disclosure import hiding, solver
from voelspriet.analysis.disclosure.cells import Breach, Cell, Protection
from voelspriet.analysis.disclosure.system import Worlds, connected, lay_out

WITHOUT_END = 2**62


def audit(
    cells: Sequence[Cell], shown: set[Hashable], moved: Callable[[int], None]
) -> tuple[Breach, ...]:
    """Return the breaches of the parts that hold something shown; see `protection.audit`."""
    found: list[Breach] = []
    for part in connected(cells, shown):
        system = lay_out(part)
        if not len(system.guarded):
            continue
        worlds = Worlds.of(system, np.array([cell.key in shown for cell in part]))
        effort = solver.Effort(WITHOUT_END)
        solver.gather(worlds, effort)
        unsafe = worlds.open().tolist()
        moved(len(system.guarded) - len(unsafe))
        found.extend(solver.breaches(worlds, unsafe, [part[index] for index in system.guarded]))
        moved(len(unsafe))
    return tuple(found)


def protect(
    cells: Sequence[Cell],
    showable: set[Hashable],
    before: set[Hashable],
    moved: Callable[[int], None],
    programs: int,
) -> Protection:
    """Choose what to show in every part; see `protection.protect`."""
    shown, hidden, fewest = set(before), set[Hashable](), 0
    breaches: list[Breach] = []
    for cells_of_part in connected(cells, showable):
        part = hiding.part_of(cells_of_part, showable, before)
        choice = hiding.choose(part, programs)
        breaches.extend(hiding.breaches_of(part, choice.hidden))
        kept = part.showing(choice.hidden)
        shown |= {cell.key for cell, is_shown in zip(cells_of_part, kept, strict=True) if is_shown}
        hidden |= {part.cells[i].key for bundle in choice.hidden for i in part.bundles[bundle]}
        fewest += choice.fewest
        moved(len(part.system.guarded))
    return Protection(frozenset(shown), tuple(breaches), frozenset(hidden), fewest)
