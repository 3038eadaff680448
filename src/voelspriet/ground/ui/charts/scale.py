# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From values to pixels, with round ticks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

STEPS = (1, 2, 2.5, 5, 10)
SMALLEST = 1e-300  # what lies closer together is the same: below it a step has no logarithm


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale: `low` stands at pixel `start`, `high` at pixel `end`."""

    low: float
    high: float
    start: float
    end: float
    step: float

    def place(self, value: float) -> float:
        """Return the pixel of a value."""
        part = (value - self.low) / (self.high - self.low)
        return self.start + part * (self.end - self.start)

    def ticks(self) -> list[float]:
        """Return the round values from `low` to `high`."""
        first = math.ceil(self.low / self.step - 1e-9)
        last = math.floor(self.high / self.step + 1e-9)
        return [number * self.step for number in range(first, last + 1)]


def round_scale(
    values: Iterable[float],
    start: float,
    end: float,
    *,
    steps: int = 4,
    within: tuple[float, float] | None = None,
    is_whole: bool = False,
) -> Scale:
    """Return a scale that holds all `values` and begins and ends at a round one.

    `steps` is about how many; `within` cuts it off, as shares end at 0 and 1, unless a value lies
    outside; `is_whole` keeps to whole numbers, as days are. Without values it runs from 0 to 1.
    """
    known = [value for value in values if math.isfinite(value)] or [0.0, 1.0]
    low, high = min(known), max(known)
    if within is not None:
        floor, roof = min(within[0], low), max(within[1], high)
    if high - low < SMALLEST:
        half = abs(low) / 10 or 0.5
        low, high = low - half, high + half
    step = _round_step((high - low) / steps, is_whole=is_whole)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    if within is not None:
        low, high = max(low, floor), min(high, roof)
    return Scale(low, high, start, end, step)


def _round_step(rough: float, *, is_whole: bool) -> float:
    if is_whole and rough <= 1:
        return 1.0
    power: float = 10.0 ** math.floor(math.log10(rough))
    made = (step * power for step in STEPS if step * power >= rough * (1 - 1e-9))
    return next(step for step in made if not is_whole or step.is_integer())


def padded_scale(values: Iterable[float], start: float, end: float, *, steps: int = 7) -> Scale:
    """Return a scale over years, with some room before the first and after the last value."""
    known = list(values)
    low, high = min(known), max(known)
    room = max((high - low) * 0.07, 0.4)
    step = _round_step((high - low + 2 * room) / steps, is_whole=True)
    return Scale(low - room, high + room, start, end, step)
