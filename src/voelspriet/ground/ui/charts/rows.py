# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes into a chart: plain rows, so that any calculation can be drawn.

Shares are between 0 and 1. None or NaN means "there is none", and is drawn as a word, never as a
blank; an interval with one end is no interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["on course", "off course", "cannot be said"]


@dataclass(frozen=True, slots=True)
class ForestRow:
    """An estimate with its interval: one row of a forest chart.

    `group` is what the rows of one panel share, such as the variable. `note` is shown where there
    is no estimate ("too few answers") or no interval. `interval` names the method of this row's
    interval, when rows of one chart differ.
    """

    label: str
    group: str
    estimate: float | None
    low: float | None
    high: float | None
    n: int | None
    note: str = ""
    interval: str = ""


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """The share of a category among those who answered, and in the population.

    `group` is what is divided into categories, such as age; `low` and `high` are the interval of
    the share among those who answered.
    """

    label: str
    group: str
    response_share: float | None
    population_share: float | None
    low: float | None = None
    high: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class StepRow:
    """The share answered from a working day on, and how many were still open when it began.

    Give a row for every day on which something happened (also for cases that left unanswered), so
    that the numbers at risk under the chart are exact. `group` tells curves apart, at most four.
    """

    working_day: float
    share: float
    low: float | None
    high: float | None
    at_risk: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class MedianRow:
    """In how many working days half was answered; `working_days` is None when half never was."""

    working_days: float | None
    low: float | None = None
    high: float | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class WaveRow:
    """What one wave of a survey measured, at `year` (2025.5 is the middle of 2025).

    `break_before` is why this wave cannot be compared with the one before it, or empty.
    """

    label: str
    year: float
    estimate: float
    low: float | None
    high: float | None
    break_before: str = ""


@dataclass(frozen=True, slots=True)
class BandRow:
    """Where the true value is expected at `year`: the middle and the band round it."""

    year: float
    middle: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Goal:
    """A target at a deadline, and what can be said of it.

    `deadline` is a year as of a wave, `deadline_label` how it is written. `is_ceiling` says that
    the true value must be at most the target. `probability` is that of meeting the target, None
    when it cannot be said; `reason` is why not.
    """

    target: float
    deadline: float
    deadline_label: str
    verdict: Verdict
    probability: float | None = None
    reason: str = ""
    is_ceiling: bool = False
