# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hide what would give a small count away, and audit what is left."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence

from voelspriet.analysis.disclosure.cells import Breach, Cell, Protection

PROGRAMS = 4000


def _nothing(_count: int) -> None:
    """Tell nobody how far it is."""


def audit(
    cells: Sequence[Cell],
    shown: Collection[Hashable],
    *,
    moved: Callable[[int], None] = _nothing,
) -> tuple[Breach, ...]:
    """Return every small count that the shown cells give away together.

    `cells` is the whole release set, earlier releases included, with true counts; `shown` the
    keys of those that are or were published. A count is guarded when it is 0-4 or when a rule of
    its own hides it. `moved` is told how many guarded counts were judged, for a progress bar.
    Raises ValueError when a shown cell is itself guarded: that is no breach to report but a
    mistake of the caller; and ArithmeticError when no counts of 0 or more fit what is shown.
    """
    # only a worker audits: web processes never load scipy
    from voelspriet.analysis.disclosure import auditing  # noqa: PLC0415

    wanted = set(shown)
    for cell in cells:
        if cell.key in wanted and cell.is_guarded:
            raise ValueError(f"a guarded count is shown: {cell.key!r}")
    return auditing.audit(cells, wanted, moved)


def protect(
    cells: Sequence[Cell],
    shown_before: Collection[Hashable] = (),
    *,
    hidden_before: Collection[Hashable] = (),
    moved: Callable[[int], None] = _nothing,
    programs: int = PROGRAMS,
) -> Protection:
    """Choose which cells may be shown, beside those that were shown before.

    What an earlier release hid stays hidden: name it in `hidden_before`. What was shown before
    cannot be hidden any more. Everything else that may be shown by itself is shown, but for few
    complementary cells, groups whole. A release set of which every part has at most 80 of them to
    choose from gets a choice within 10 % of the cheapest, at a price of 1 for a count of 5 to 1.8
    for the largest: never more than twice the fewest possible. Larger parts get the best choice
    found with fewer programs. `programs` bounds what is solved beyond the first safe choice, so
    that a smaller number is quicker and may hide more. The choice depends on the tables alone: the
    same tables always give the same answer. `moved` is told how many guarded counts were dealt
    with. The result is not audited here, and where nothing new can be shown nothing is judged: see
    `audit`.
    """
    # only a worker chooses: web processes never load scipy
    from voelspriet.analysis.disclosure import auditing  # noqa: PLC0415

    before = set(shown_before)
    showable = _showable(cells, before) - set(hidden_before) - before
    return auditing.protect(cells, showable, before, moved, programs)


def _showable(cells: Sequence[Cell], before: set[Hashable]) -> set[Hashable]:
    """Return the keys that may be shown by themselves, whole groups only."""
    blocked = {cell.group for cell in cells if cell.group is not None and cell.is_guarded}
    return {
        cell.key
        for cell in cells
        if cell.offered
        and not cell.is_guarded
        and (cell.group not in blocked or cell.key in before)
    }
