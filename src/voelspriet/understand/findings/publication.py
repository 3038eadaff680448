# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only way a number leaves: through disclosure control, with everything published before.

Every count is a sum of atoms (quarter, area, category, answer standing). A quarter's cells and
those of all earlier releases make one release set; what may be shown is chosen and audited over
that whole set before anything is stored as shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from math import floor

from voelspriet.analysis.disclosure import Breach, Cell, audit, is_small, protect
from voelspriet.analysis.process import (
    SHOWN_FROM_DUE,
    Quantile,
    Waiting,
    aalen_johansen,
    quantile,
    rate,
)
from voelspriet.listen.intake.choices import SENSITIVE_CATEGORIES, Category
from voelspriet.understand.findings.choices import Mark, Measure, Standing
from voelspriet.understand.findings.rules import Period

ALL = ""
EVERY = tuple(str(category) for category in Category)
NEARLY_ALL = 0.9
ANSWERED = f"{Measure.ANSWER_RATE}:{Standing.ANSWERED}"
OPEN = f"{Measure.ANSWER_RATE}:{Standing.OPEN}"
OPEN_AT_MOST = f"{Measure.ANSWER_RATE}:at_most"
DUE = str(Measure.DAYS_TO_FIRST_ANSWER)
Atom = tuple[str, int, str, str]  # name of the period, area, category, standing
Key = tuple[Period, int, str, str]
Tree = dict[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Table:
    """What was counted in one period: the atoms, the areas and what a rule of its own hides.

    `reporters` is, per area and sensitive category, how many separate people spoke; None when the
    release is an earlier one, whose `guarded` keys were stored.
    """

    period: Period
    within: Tree
    counts: Counter[Atom]
    reporters: dict[tuple[int, str], int] | None = None
    guarded: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class FigureMade:
    """One figure ready to be stored."""

    area_id: int
    measure: Measure
    category: str
    mark: Mark
    value: float | None = None
    low: float | None = None
    high: float | None = None
    base: int | None = None
    is_guarded: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """The figures of one period, or the reason there are none."""

    figures: tuple[FigureMade, ...]
    breaches: tuple[Breach, ...]


def cells_of(table: Table) -> list[Cell]:
    """Return the counts a period's release could show: signals by category, and answers."""
    cells: list[Cell] = []
    for area in sorted(table.within):
        cells.extend(_signals_cell(table, area, category) for category in (*EVERY, ALL))
        cells.extend(_answer_cells(table, area))
    return cells


def _signals_cell(table: Table, area: int, category: str) -> Cell:
    key: Key = (table.period, area, Measure.SIGNALS, category)
    categories = EVERY if category == ALL else (category,)
    atoms = _atoms(table, area, categories, tuple(Standing))
    guarded = key in table.guarded
    if table.reporters is not None and category in SENSITIVE_CATEGORIES:
        guarded = is_small(table.reporters.get((area, category), 0))
    return Cell(key, atoms, sum(table.counts[a] for a in atoms), may_show=not guarded)


def _answer_cells(table: Table, area: int) -> Iterable[Cell]:
    """Return answered, open and due; what is too small to be shown only to be guarded.

    A share of which one part is below 5 is never shown as such. Where nearly everybody was
    answered, "at least 90 %" may still be said when that leaves room for 5 without an answer.
    """
    parts = {
        ANSWERED: (Standing.ANSWERED,),
        OPEN: (Standing.OPEN,),
        DUE: (Standing.ANSWERED, Standing.OPEN),
    }
    atoms = {name: _atoms(table, area, EVERY, standings) for name, standings in parts.items()}
    counts = {name: sum(table.counts[a] for a in atoms[name]) for name in parts}
    cap = floor((1 - NEARLY_ALL) * counts[DUE] + 1e-9)
    nearly_all = counts[OPEN] <= cap and is_small(counts[OPEN]) and not is_small(cap)
    together = (table.period, area, "rate")
    for name in parts:
        if counts[DUE] < SHOWN_FROM_DUE and not is_small(counts[name]):
            continue
        group = together if name != DUE and not nearly_all else None
        yield Cell((table.period, area, name, ALL), atoms[name], counts[name], group=group)
    if nearly_all:
        yield Cell((table.period, area, OPEN_AT_MOST, ALL), atoms[OPEN], cap, is_cap=True)


def _atoms(
    table: Table, area: int, categories: tuple[str, ...], standings: tuple[Standing, ...]
) -> frozenset[Atom]:
    return frozenset(
        (table.period.name, below, category, str(standing))
        for below in table.within[area]
        for category in categories
        for standing in standings
    )


def publish(
    *,
    earlier: Iterable[Table],
    shown_before: frozenset[Key],
    new: Table,
    waits: dict[int, list[Waiting]],
) -> Publication:
    """Choose what of the new table may be shown, audit all of it, and make the figures.

    `waits` holds, per area of the new quarter, how long people waited for a first answer.
    """
    old = [cell for table in earlier for cell in cells_of(table)]
    cells = [*old, *cells_of(new)]
    hidden_before = {cell.key for cell in old} - shown_before
    chosen = protect(cells, shown_before, hidden_before=hidden_before)
    breaches = chosen.breaches or audit(cells, chosen.shown)
    if breaches:
        return Publication((), breaches)
    by_key = {cell.key: cell for cell in cells}
    return Publication(tuple(_figures(new, by_key, chosen.shown, waits)), ())


def _figures(
    table: Table,
    cells: dict[Hashable, Cell],
    shown: frozenset[Hashable],
    waits: dict[int, list[Waiting]],
) -> Iterable[FigureMade]:
    for area in sorted(table.within):
        for category in (*EVERY, ALL):
            key = (table.period, area, Measure.SIGNALS, category)
            cell = cells[key]
            yield (
                FigureMade(area, Measure.SIGNALS, category, Mark.SHOWN, float(cell.count))
                if key in shown
                else FigureMade(
                    area, Measure.SIGNALS, category, Mark.FEW, is_guarded=not cell.may_show
                )
            )
        yield _answer_rate(table.period, area, cells, shown)
        yield _first_answer(table.period, area, cells, shown, waits.get(area, []))


def _answer_rate(
    period: Period, area: int, cells: dict[Hashable, Cell], shown: frozenset[Hashable]
) -> FigureMade:
    answered, waiting = (period, area, ANSWERED, ALL), (period, area, OPEN, ALL)
    due, at_most = (period, area, DUE, ALL), (period, area, OPEN_AT_MOST, ALL)
    if answered in shown and waiting in shown:
        base = cells[answered].count + cells[waiting].count
        made = rate(cells[answered].count, base)
        if made is not None and made.may_be_shown:
            return FigureMade(
                area, Measure.ANSWER_RATE, ALL, Mark.SHOWN, made.share, made.low, made.high, base
            )
    if at_most in shown and due in shown:
        base = cells[due].count
        return FigureMade(
            area, Measure.ANSWER_RATE, ALL, Mark.AT_LEAST, NEARLY_ALL, None, None, base
        )
    return FigureMade(area, Measure.ANSWER_RATE, ALL, Mark.NOT_ENOUGH)


def _first_answer(
    period: Period,
    area: int,
    cells: dict[Hashable, Cell],
    shown: frozenset[Hashable],
    waits: list[Waiting],
) -> FigureMade:
    key = (period, area, DUE, ALL)
    middle = quantile(aalen_johansen(waits)) if key in shown else Quantile(None, None, None)
    if middle.days is None:
        return FigureMade(area, Measure.DAYS_TO_FIRST_ANSWER, ALL, Mark.NOT_ENOUGH)
    return FigureMade(
        area,
        Measure.DAYS_TO_FIRST_ANSWER,
        ALL,
        Mark.SHOWN,
        middle.days,
        middle.low,
        middle.high,
        cells[key].count,
    )


def keys_shown(
    period: Period, area: int, measure: str, category: str, mark: str
) -> tuple[Key, ...]:
    """Return the counts that a figure that was published tells.

    A share with its base tells both its parts; "at least" tells the base and a cap.
    """
    names: tuple[str, ...] = (measure,)
    if measure == Measure.ANSWER_RATE:
        names = (OPEN_AT_MOST, DUE) if mark == Mark.AT_LEAST else (ANSWERED, OPEN)
    return tuple((period, area, name, category) for name in names)


def sums_of_waits(within: Tree, waits: Iterable[tuple[int, Waiting]]) -> dict[int, list[Waiting]]:
    """Return the waits of every area with those of the areas within it."""
    found: defaultdict[int, list[Waiting]] = defaultdict(list)
    above: defaultdict[int, list[int]] = defaultdict(list)
    for area, below in within.items():
        for one in below:
            above[one].append(area)
    for area, wait in waits:
        for one in above[area]:
            found[one].append(wait)
    return dict(found)
