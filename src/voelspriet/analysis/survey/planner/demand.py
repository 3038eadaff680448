# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a comparison of two waves before it is planned."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from voelspriet.analysis.errors import InputError

NORMAL = NormalDist()


class Way(StrEnum):
    """Which way a figure goes between two waves."""

    RISE = "rise"
    FALL = "fall"


@dataclass(frozen=True, slots=True)
class Demand:
    """How sure the comparison should be: 80 % power at a two-sided 5 % unless told.

    `design_effect` is how many times the variance is that of a simple random sample of the same
    size. Raises InputError for what cannot be.
    """

    power: float = 0.80
    alpha: float = 0.05
    design_effect: float = 1.0

    def __post_init__(self) -> None:
        if not 0 < self.alpha < 1:
            raise InputError("alpha lies between 0 and 1, such as 0.05")
        if not self.alpha / 2 < self.power < 1:
            raise InputError(f"power lies between alpha/2 ({self.alpha / 2:g}) and 1, such as 0.8")
        if not (math.isfinite(self.design_effect) and self.design_effect > 0):
            raise InputError("a design effect is a number above 0, such as 1.2")

    @property
    def critical(self) -> float:
        """The two-sided normal point of alpha."""
        return NORMAL.inv_cdf(1 - self.alpha / 2)

    @property
    def reach(self) -> float:
        """How many standard errors a difference must be to be shown with this power."""
        return self.critical + NORMAL.inv_cdf(self.power)


STANDARD = Demand()


@dataclass(frozen=True, slots=True)
class Need:
    """How many answers are needed: `exact`, and `n` rounded up.

    Both are None when no number is enough; `reason` then says why.
    """

    exact: float | None
    n: int | None
    reason: str = ""


def need(exact: float) -> Need:
    """Return a need rounded up to whole answers, at least 1."""
    # a number that is whole but for the last digits of the arithmetic is whole
    return Need(exact, max(1, math.ceil(round(exact, 6))))


def check_size(n: float, what: str = "n") -> None:
    """Raise InputError unless `n` is a number of answers, 1 or more (infinity will do)."""
    if not n >= 1:
        raise InputError(f"{what} is a number of answers, 1 or more")
