# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A field with a scale across and a scale up, for what runs in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from voelspriet.ground.ui.charts.numerals import Numerals
from voelspriet.ground.ui.charts.scale import Scale, round_scale
from voelspriet.ground.ui.charts.scene import GRID_STROKE, Place, Plane, Text, line
from voelspriet.ground.ui.charts.sheet import Sheet, Ticker
from voelspriet.ground.ui.charts.tokens import INK_SOFT

ABOVE = 28


@dataclass(frozen=True, slots=True)
class Plot:
    """The field: `across` gives pixels from the left, `up` pixels from the top."""

    across: Scale
    up: Scale

    def at(self, x: float, y: float) -> Place:
        """Return the place of a point."""
        return self.across.place(x), self.up.place(y)

    def frame(self, sheet: Sheet, style: Numerals, text: Ticker) -> None:
        """Draw grid lines and both axes, and go on below them."""
        told = style.ticker(self.up.step)
        for value in self.up.ticks():
            y = self.up.place(value)
            across = (self.across.start, y), (self.across.end, y)
            sheet.add(line(*across, GRID_STROKE, Plane.GRID))
            left = self.across.start - 8
            sheet.add(Text(left, y + 5, told(value), align="right", colour=INK_SOFT))
        sheet.y = self.up.start
        sheet.axis(self.across, text)


def plot_below(
    sheet: Sheet,
    across: Scale,
    values: Iterable[float],
    height: float,
    *,
    within: tuple[float, float] | None = None,
) -> Plot:
    """Return a field of `height` pixels below what stands on the sheet, that holds `values`."""
    top = sheet.y + ABOVE
    return Plot(across, round_scale(values, top + height, top, within=within))
