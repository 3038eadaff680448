# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The curves of a chart of times: their steps, median, and how they look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voelspriet.analysis.errors import InputError
from voelspriet.ground.ui.charts.rows import MedianRow, StepRow
from voelspriet.ground.ui.charts.scene import (
    DASH_DOTTED,
    DASHED,
    DOTTED,
    SOLID,
    Stroke,
)
from voelspriet.ground.ui.charts.tokens import ACCENT, INK

HALF = 0.5 - 1e-12
STROKES = (
    Stroke(ACCENT, 2.5, SOLID),
    Stroke(INK, 2.5, DASHED),
    Stroke(ACCENT, 2.5, DOTTED),
    Stroke(INK, 2.5, DASH_DOTTED),
)


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: its steps by day, its median and how it is drawn."""

    group: str
    steps: tuple[StepRow, ...]
    median: MedianRow
    stroke: Stroke

    def corners(self) -> list[tuple[float, float]]:
        """Return the (day, share) corners of the curve, from nothing on day 0."""
        made = [(0.0, 0.0)]
        for step in self.steps:
            made += [(step.working_day, made[-1][1]), (step.working_day, step.share)]
        return made

    def bands(self) -> list[list[tuple[float, float, float]]]:
        """Return the (day, low, high) corners of each stretch of days with an interval."""
        made: list[list[tuple[float, float, float]]] = []
        is_open = False
        for step in self.steps:
            if is_open:
                # an interval holds until the next step
                made[-1].append((step.working_day, *made[-1][-1][1:]))
            if step.low is None or step.high is None:
                is_open = False
                continue
            if not is_open:
                made.append([])
                is_open = True
            made[-1].append((step.working_day, step.low, step.high))
        return made


def curves_of(steps: Sequence[StepRow], medians: Sequence[MedianRow]) -> list[Curve]:
    """Return a curve for every group, in the order in which groups first come.

    Without a median of its own a curve takes the first day on which half was answered.
    Raises InputError without steps and for more curves than can be told apart.
    """
    groups: dict[str, list[StepRow]] = {}
    for step in steps:
        groups.setdefault(step.group, []).append(step)
    if not groups:
        raise InputError("there is nothing to draw")
    if len(groups) > len(STROKES):
        raise InputError(
            f"{len(groups)} curves are too many for one chart (at most {len(STROKES)}): choose"
            " fewer; the table holds them all"
        )
    given = {median.group: median for median in medians}
    curves = []
    for stroke, (group, members) in zip(STROKES, groups.items(), strict=False):
        ordered = tuple(sorted(members, key=lambda step: step.working_day))
        median = given.get(group) or _median(group, ordered)
        curves.append(Curve(group, ordered, median, stroke))
    return curves


def _median(group: str, steps: Sequence[StepRow]) -> MedianRow:
    days = (step.working_day for step in steps if step.share >= HALF)
    return MedianRow(next(days, None), group=group)
