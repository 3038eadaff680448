# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers as a person reads them, in Dutch or English."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from voelspriet.ground.ui.charts.chart import Language, Unit

MINUS = "−"
THOUSAND, MILLION = 1_000, 1_000_000
# from here on a number is told in thousands or in millions
MANY_THOUSANDS, MANY_MILLIONS = 100_000, 10_000_000


@dataclass(frozen=True, slots=True)
class Numerals:
    """How the numbers of one panel are written: unit, decimals, and thousands or millions."""

    language: Language
    unit: Unit
    decimals: int
    factor: int = 1

    def bare(self, value: float) -> str:
        """Return a number without its sign of unit: 63.1 for a share of .631."""
        return written(self._scaled(value), self.decimals, self.language)

    def full(self, value: float) -> str:
        """Return a number with its sign of unit: 63.1%."""
        return self.bare(value) + ("%" if self.unit == "share" else "")

    def ticker(self, step: float) -> Callable[[float], str]:
        """Return how to write the numbers beside a scale of such steps."""
        decimals = _decimals_of(self._scaled(step))
        return replace(self, decimals=decimals).full

    def count(self, value: int) -> str:
        """Return a whole number, such as how many answered."""
        return written(value, 0, self.language)

    def points(self, width: float) -> str:
        """Return a difference of two values: percentage points for shares."""
        word = {"nl": "procentpunt", "en": "percentage points"}[self.language]
        return f"{self.bare(width)} {word}" if self.unit == "share" else self.bare(width)

    def _scaled(self, value: float) -> float:
        return value * 100 if self.unit == "share" else value / self.factor


def numerals(
    language: Language, unit: Unit, values: Iterable[float], widths: Iterable[float]
) -> Numerals:
    """Return how to write `values` so that about two digits of their intervals' `widths` show."""
    biggest = max((abs(value) for value in values), default=1.0)
    factor = 1
    if unit == "number" and biggest >= MANY_THOUSANDS:
        factor = MILLION if biggest >= MANY_MILLIONS else THOUSAND
    known = sorted(width for width in widths if width > 0)
    scaled = (known[len(known) // 2] if known else biggest / 10 or 1.0) / factor
    if unit == "share":
        scaled *= 100
    decimals = max(0, min(4, 1 - math.floor(math.log10(scaled))))
    if unit == "share":
        decimals = min(decimals, 1)
    return Numerals(language, unit, decimals, factor)


def percent(share: float, language: Language, decimals: int = 0) -> str:
    """Return a share as a percentage."""
    return written(share * 100, decimals, language) + "%"


def percentages(language: Language) -> Numerals:
    """Return whole percentages."""
    return Numerals(language, "share", 0)


def written(value: float, decimals: int, language: Language) -> str:
    """Return a number in digits, with the decimal sign of the language and a real minus sign."""
    text = f"{value:,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.removeprefix("-")
    if language == "nl":
        text = text.translate(str.maketrans(",.", ".,"))
    return text.replace("-", MINUS)


def _decimals_of(step: float) -> int:
    for decimals in range(6):
        if math.isclose(step, round(step, decimals), rel_tol=1e-6):
            return decimals
    return 6
