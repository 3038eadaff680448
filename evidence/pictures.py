# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draw rates with their Monte Carlo intervals against the bands they should lie in."""

from __future__ import annotations

import math
from collections.abc import Sequence

from evidence.judging import Finding
from voelspriet.ground.ui.charts.chart import Chart
from voelspriet.ground.ui.charts.painter import painted
from voelspriet.ground.ui.charts.scale import Scale, round_scale
from voelspriet.ground.ui.charts.scene import DATA_STROKE, Band, Look, Stroke, interval_line
from voelspriet.ground.ui.charts.sheet import LEFT, RIGHT, Sheet, two_ends
from voelspriet.ground.ui.charts.tokens import LINE

TITLE = "{}: what was measured, and the band it should lie in"
KEY = "measured, with its 95 % Monte Carlo interval (hollow: printed, not judged)"
Z_95 = 1.96
ROW_HEIGHT, ROW_TEXT, ROW_LINE, HALF_BAND = 48, 17, 34, 9


def picture(title: str, found: Sequence[Finding]) -> Chart | None:
    """Return a drawing of the rates of a chapter, a panel per quantity; None without rates."""
    rates = [one for one in found if one.claim.is_rate]
    if not rates:
        return None
    sheet = Sheet(TITLE.format(title))
    sheet.key(KEY, Look(), DATA_STROKE)
    sheet.band_key("the band that method asks", LINE, Stroke(LINE))
    for quantity in dict.fromkeys(one.claim.quantity for one in rates):
        _panel(sheet, quantity, [one for one in rates if one.claim.quantity == quantity])
    missed = [one.scenario.name for one in rates if one.is_failure]
    judged = sum(one.claim.is_judged for one in rates)
    told = f"Judged claims missed: {', '.join(missed)}." if missed else f"{judged} judged, all met."
    return painted(
        sheet.scene(),
        columns={
            "scenario": [one.scenario.name for one in rates],
            "quantity": [one.claim.quantity for one in rates],
            "measured": [one.mean for one in rates],
        },
        title=TITLE.format(title),
        description=f"{title}, {len(rates)} measured rates. {told} The table below has them all.",
        language="en",
    )


def _panel(sheet: Sheet, quantity: str, rates: Sequence[Finding]) -> None:
    sheet.heading(quantity[0].upper() + quantity[1:])
    scale = round_scale(
        [value for one in rates for value in _values(one)], LEFT + 20, RIGHT - 24, within=(0, 1)
    )
    for one in rates:
        _row(sheet, scale, one)
    sheet.axis(scale, lambda value: f"{100 * value:.4g} %")


def _values(one: Finding) -> list[float]:
    edges = [edge for edge in (one.claim.low, one.claim.high) if not math.isinf(edge)]
    return [*_ends(one), *edges]


def _ends(one: Finding) -> tuple[float, float]:
    half = Z_95 * one.monte_carlo_error
    return max(one.mean - half, 0.0), min(one.mean + half, 1.0)


def _row(sheet: Sheet, scale: Scale, one: Finding) -> None:
    middle = sheet.y + ROW_LINE
    mark = ", missed" if one.is_failure else ""
    two_ends(sheet, sheet.y + ROW_TEXT, one.scenario.name, f"{100 * one.mean:.1f} %{mark}")
    low, high = max(one.claim.low, scale.low), min(one.claim.high, scale.high)
    if not (math.isinf(one.claim.low) and math.isinf(one.claim.high)):
        top, bottom = middle - HALF_BAND, middle + HALF_BAND
        sheet.add(Band(tuple((scale.place(x), top, bottom) for x in (low, high)), LINE))
    ends = [scale.place(end) for end in _ends(one)]
    sheet.add(*interval_line(ends[0], ends[1], middle, DATA_STROKE))
    sheet.add(Look(is_filled=one.claim.is_judged).at(scale.place(one.mean), middle))
    sheet.y += ROW_HEIGHT
