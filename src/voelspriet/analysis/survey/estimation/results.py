# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates with all that a number must name: base, answers, uncertainty, and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector

COLUMNS = (
    "variable", "domain", "base", "n", "estimate", "standard_error", "ci_low", "ci_high",
    "interval", "deff",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Estimate:
    """One number about one domain.

    `base` rows were asked, `n` of them answered (and weigh more than 0). `estimate`,
    `standard_error`, `ci_low` and `ci_high` are in the unit of the variable (a proportion is a
    share of 1). `interval` names the kind of interval, or starts with "none: " and tells why there
    is none; what is not there is NaN. `deff` is the design effect, NaN where it is not defined
    (quantiles, answers that do not vary, fewer than two answers).
    """

    variable: str
    domain: str
    base: int
    n: int
    estimate: float
    standard_error: float
    ci_low: float
    ci_high: float
    interval: str
    deff: float
    degrees_of_freedom: int

    @property
    def missing(self) -> int:
        """Return how many were asked and did not answer."""
        return self.base - self.n


@dataclass(frozen=True, slots=True, eq=False)
class Estimates:
    """Estimates in columns, one row per variable and domain; see `Estimate` for what they hold.

    `without_domain` counts the rows that are in no domain, `lonely_strata` the strata of which
    one unit was drawn, handled by the rule of the design; `unseen_dont_know` are the values for
    "don't know" that no variable has.
    """

    variable: tuple[str, ...]
    domain: tuple[str, ...]
    base: Whole
    n: Whole
    estimate: Vector
    standard_error: Vector
    ci_low: Vector
    ci_high: Vector
    interval: tuple[str, ...]
    deff: Vector
    degrees_of_freedom: Whole
    without_domain: int = 0
    lonely_strata: int = 0
    unseen_dont_know: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.variable)

    def __iter__(self) -> Iterator[Estimate]:
        columns = (_listed(getattr(self, name)) for name in (*COLUMNS, "degrees_of_freedom"))
        return (Estimate(*row) for row in zip(*columns, strict=True))

    @property
    def missing(self) -> Whole:
        """Return per row how many were asked and did not answer."""
        return self.base - self.n

    def columns(self) -> Mapping[str, Sequence[Any] | NDArray[Any]]:
        """Return the columns of the table, in their order."""
        return {name: getattr(self, name) for name in COLUMNS}


def _listed(column: Sequence[Any] | NDArray[Any]) -> list[Any]:
    return column.tolist() if isinstance(column, np.ndarray) else list(column)
