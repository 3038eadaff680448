# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The panels of a forest chart: rows of one group, with a scale and a way of writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voelspriet.ground.ui.charts.chart import Language, Unit
from voelspriet.ground.ui.charts.numerals import MILLION, THOUSAND, Numerals, numerals
from voelspriet.ground.ui.charts.rows import ForestRow
from voelspriet.ground.ui.charts.scale import Scale, round_scale
from voelspriet.ground.ui.charts.sheet import LEFT, RIGHT
from voelspriet.ground.ui.charts.words import Words

# what is left at the right is for the number of answers
PLOT_START, PLOT_END = LEFT + 18, RIGHT - 96


@dataclass(frozen=True, slots=True)
class Panel:
    """The rows of one group, and how their numbers are placed and written."""

    group: str
    rows: tuple[ForestRow, ...]
    scale: Scale
    numerals: Numerals

    def heading(self, fixed: Words) -> str:
        """Return the name of the group, and whether its numbers are in thousands or millions."""
        in_what = {THOUSAND: fixed.in_thousands, MILLION: fixed.in_millions}
        parts = (self.group, in_what.get(self.numerals.factor, ""))
        return ", ".join(part for part in parts if part)

    def said(self, row: ForestRow, fixed: Words) -> str:
        """Return an estimate and its interval in digits, or the word why there is none."""
        if row.estimate is None:
            return row.note or fixed.no_estimate
        estimate = self.numerals.full(row.estimate)
        if row.low is None or row.high is None:
            return f"{estimate} ({row.note or fixed.no_interval})"
        low, high = self.numerals.bare(row.low), self.numerals.bare(row.high)
        return f"{estimate} ({low} {fixed.to} {high})"


def panels_of(rows: Sequence[ForestRow], unit: Unit, language: Language) -> list[Panel]:
    """Return a panel for every group, in the order in which groups first come."""
    groups: dict[str, list[ForestRow]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    common = _scale(rows, unit) if unit == "share" else None
    return [
        Panel(
            group,
            tuple(members),
            common or _scale(members, unit),
            numerals(language, unit, _values(members), _widths(members)),
        )
        for group, members in groups.items()
    ]


def _scale(rows: Sequence[ForestRow], unit: Unit) -> Scale:
    within = (0.0, 1.0) if unit == "share" else None
    return round_scale(_values(rows), PLOT_START, PLOT_END, within=within)


def _values(rows: Sequence[ForestRow]) -> list[float]:
    values = (value for row in rows for value in (row.estimate, row.low, row.high))
    return [value for value in values if value is not None]


def _widths(rows: Sequence[ForestRow]) -> list[float]:
    return [row.high - row.low for row in rows if row.low is not None and row.high is not None]
