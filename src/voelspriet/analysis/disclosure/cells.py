# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counts of a release set, each a sum of the smallest counts (atoms) of that set."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from voelspriet.analysis.disclosure.thresholds import is_small


@dataclass(frozen=True, slots=True)
class Fact:
    """What a reader knows: the atoms' sum lies from `low` to `high`, both included."""

    atoms: frozenset[Hashable]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One count that is, was or could have been published.

    `atoms` names what is summed; two cells overlap where they share atoms, whatever table, area
    or date they come from. `may_show` is False for a count that a rule of its own hides (for
    example a sensitive matter with too few reporters), however large it is. Cells with the same
    `group` are shown together or not at all, for example both parts of a share. A cap is shown as
    "at most `count`" and not as a count: it may stand over a small sum, and takes part in the
    audit as what it tells. `tells` is what showing the cell tells where that is not simply its
    count, for example a rounded share with its base. A cell that is not `offered` is in no table:
    nobody asks to show it, and it must stay uncertain when it is small, for example the difference
    between two dates.
    """

    key: Hashable
    atoms: frozenset[Hashable]
    count: int
    may_show: bool = True
    group: Hashable | None = None
    is_cap: bool = False
    tells: tuple[Fact, ...] = ()
    offered: bool = True

    @property
    def is_guarded(self) -> bool:
        """Tell whether the count must stay uncertain: 0-4, or hidden by a rule of its own."""
        return not self.is_cap and (is_small(self.count) or not self.may_show)

    def facts(self) -> tuple[Fact, ...]:
        """Return what a reader knows once the cell is shown."""
        if self.tells:
            return self.tells
        return (Fact(self.atoms, 0 if self.is_cap else self.count, self.count),)


@dataclass(frozen=True, slots=True)
class Breach:
    """A small count that the release set gives away.

    `can_be_zero` tells whether it may be 0 for all anybody knows, `can_be_large` whether it may be
    5 or more.
    """

    key: Hashable
    can_be_zero: bool
    can_be_large: bool


@dataclass(frozen=True, slots=True)
class Protection:
    """Which cells may be shown; with `breaches`, hiding everything new is not enough.

    `hidden` are the complementary cells: they could be shown by themselves and are hidden for
    others. No safe choice hides fewer than `fewest` of them; equal numbers mean that the choice
    is proved to be the smallest.
    """

    shown: frozenset[Hashable]
    breaches: tuple[Breach, ...] = field(default=())
    hidden: frozenset[Hashable] = frozenset()
    fewest: int = 0
