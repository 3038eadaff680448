# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An ambition and its measurements as the rules see them: values, no rows of a database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from voelspriet.act.plans.choices import IndicatorKind, TargetDirection

PER_CENT = "%"
YES_NO = ("ja/nee", "yes/no")


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement; `difference` says how its question differs from the target's.

    `design_effect`: how many times the variance is that of a simple random sample of `n` answers,
    1 or more; None when nobody told. `is_of_who_came`: said at an evening, by who came.
    """

    on: date
    value: Decimal
    source: str
    n: int | None = None
    is_same_question: bool = True
    difference: str = ""
    design_effect: Decimal | None = None
    is_of_who_came: bool = False

    @property
    def effective_n(self) -> float | None:
        """Return how many independent answers it is worth: n ÷ design effect (Kish 1965, 8.2).

        Without a design effect that is `n` itself, as in a simple random sample.
        """
        return None if self.n is None else self.n / float(self.design_effect or 1)


def carrying(measured: Iterable[Measured]) -> list[Measured]:
    """Return what a course may rest on: who came to an evening is no sample of anybody else."""
    return [one for one in measured if not one.is_of_who_came]


@dataclass(frozen=True, slots=True)
class AmbitionFacts:
    """What is known of an ambition."""

    key: str
    statement: str
    indicator: str = ""
    indicator_kind: str = ""
    unit: str = ""
    baseline_value: Decimal | None = None
    baseline_year: int | None = None
    target_value: Decimal | None = None
    direction: str = ""
    is_relative: bool = False
    is_milestone: bool = False
    deadline_on: date | None = None
    is_yearly: bool = False
    measured_years: tuple[int, ...] = ()
    paid_years: tuple[int, ...] = ()

    @property
    def is_share(self) -> bool:
        """Tell whether the figure is a percentage of people."""
        return self.unit == PER_CENT

    @property
    def is_asked_share(self) -> bool:
        """Tell whether it is a percentage of the answers to a question."""
        return self.is_share and self.indicator_kind == IndicatorKind.SURVEY_ITEM

    @property
    def aim(self) -> Decimal | None:
        """Return the value to reach: the target, or the baseline that a direction starts from.

        None as well for a growth in per cent of something that is no percentage itself.
        """
        if self.target_value is None:
            return self.baseline_value if self.direction else None
        grows = (TargetDirection.INCREASE, TargetDirection.DECREASE)
        if self.is_share and self.is_relative and self.direction in grows:
            return None
        return self.target_value
