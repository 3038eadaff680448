# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The process figures for colleagues: per area and for the whole, never per person (method §10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from voelspriet.analysis.process import (
    SHOWN_FROM_DUE,
    Fatigue,
    Quantile,
    aalen_johansen,
    quantile,
    rate,
)
from voelspriet.understand.findings.inputs import ProcessCase

CURVE_DAYS = (0, 1, 2, 3, 5, 10, 15, 20, 30)


@dataclass(frozen=True, slots=True)
class AreaProcess:
    """How one area keeps its word. Shares of 1; `None` where fewer than 20 are due.

    `answered_by` are (working days, share answered by then). `escalations` counts open ones.
    """

    area_id: int
    name: str
    level: str
    due: int
    withdrawn: int
    reopened: int
    escalations: int
    answered: float | None = None
    answered_low: float | None = None
    answered_high: float | None = None
    median_days: float | None = None
    median_low: float | None = None
    median_high: float | None = None
    answered_by: tuple[tuple[int, float], ...] = ()

    @property
    def answered_within_five(self) -> float | None:
        """Return the share answered within five working days."""
        return dict(self.answered_by).get(5)


@dataclass(frozen=True, slots=True)
class FatigueRow:
    """Fatigue: unanswered minus answered, shares of 1; None where too few are linkable."""

    difference: float | None
    low: float | None
    high: float | None
    linkable: int
    not_linkable: float
    due: int

    @property
    def difference_points(self) -> int:
        """Return how many percentage points lie between both groups, without its sign."""
        return abs(round(100 * (self.difference or 0.0)))

    @property
    def direction(self) -> str:
        """Return "more", "less" or "unclear": did those without an answer come back more often?

        Unclear when the interval, in whole points, holds no difference at all.
        """
        if round(100 * (self.low or 0.0)) > 0:
            return "more"
        if round(100 * (self.high or 0.0)) < 0:
            return "less"
        return "unclear"

    @property
    def nearest_points(self) -> int:
        """Return the end of the interval nearest to no difference, in points without a sign."""
        return min(self._ends())

    @property
    def farthest_points(self) -> int:
        """Return the end of the interval farthest from no difference, in points without a sign."""
        return max(self._ends())

    def _ends(self) -> tuple[int, int]:
        return abs(round(100 * (self.low or 0.0))), abs(round(100 * (self.high or 0.0)))

    @property
    def not_linkable_percent(self) -> int:
        """Return the share that cannot be linked in whole percents."""
        return round(100 * self.not_linkable)


def area_process(
    *,
    area_id: int,
    name: str,
    level: str,
    cases: Sequence[ProcessCase],
    escalations: int,
) -> AreaProcess:
    """Return the figures of one area. Withdrawn ones stand apart from what is due."""
    due = [case for case in cases if case.is_due and not case.is_withdrawn]
    row = AreaProcess(
        area_id=area_id,
        name=name,
        level=level,
        due=len(due),
        withdrawn=sum(case.is_withdrawn for case in cases),
        reopened=sum(case.is_reopened for case in due),
        escalations=escalations,
    )
    made = rate(sum(case.is_answered for case in due), len(due))
    if made is None or len(due) < SHOWN_FROM_DUE:
        return row
    curve = aalen_johansen([case.wait for case in cases])
    middle: Quantile = quantile(curve)
    return replace(
        row,
        answered=made.share,
        answered_low=made.low,
        answered_high=made.high,
        median_days=middle.days,
        median_low=middle.low,
        median_high=middle.high,
        answered_by=tuple(
            (day, max((s.value for s in curve.steps if s.days <= day), default=0.0))
            for day in CURVE_DAYS
        ),
    )


def fatigue_row(found: Fatigue) -> FatigueRow:
    """Return fatigue as it may be shown."""
    shown = found.may_be_shown
    return FatigueRow(
        found.difference if shown else None,
        found.low if shown else None,
        found.high if shown else None,
        found.answered + found.unanswered,
        found.not_linkable,
        found.due,
    )


def to_content(areas: Iterable[AreaProcess], tired: FatigueRow) -> dict[str, Any]:
    """Return a report as JSON values."""
    return {"areas": [asdict(area) for area in areas], "fatigue": asdict(tired)}


def from_content(content: dict[str, Any]) -> tuple[tuple[AreaProcess, ...], FatigueRow]:
    """Return a stored report."""
    areas = tuple(
        AreaProcess(**{**area, "answered_by": tuple((d, v) for d, v in area["answered_by"])})
        for area in content["areas"]
    )
    return areas, FatigueRow(**content["fatigue"])


def cases_within(cases: Iterable[ProcessCase], below: frozenset[int]) -> list[ProcessCase]:
    """Return the cases of an area and the areas within it."""
    return [case for case in cases if case.area_id in below]


def escalations_within(counts: Counter[int], below: frozenset[int]) -> int:
    """Return the open escalations of an area and the areas within it."""
    return sum(counts[area] for area in below)
