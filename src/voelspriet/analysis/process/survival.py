# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long people wait for a first answer, with those who still wait counted in.

Ties are worked on together: at one time, events come before those who only left sight that day.

References: Kaplan & Meier (1958); Greenwood (1926) for the variance; the log-log interval of
Kalbfleisch & Prentice (1980), as R `survival::survfit(conf.type = "log-log")`; Aalen & Johansen
(1978), variance of Marubini & Valsecchi (1995), section 10.3 (delta method).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp, inf, isfinite, log, sqrt
from typing import TypeAlias

from voelspriet.analysis.process.waiting import Tally, Waiting, tally
from voelspriet.analysis.proportions import Z_95

Waits: TypeAlias = Sequence[Waiting] | Tally


@dataclass(frozen=True, slots=True)
class CurveStep:
    """A curve just after `days`: value and 95 % interval, shares of 1.

    The value is the share still waiting (Kaplan-Meier) or answered by then (Aalen-Johansen).
    `error` is the standard error. Where all who were left ended at once the methods see nothing
    uncertain, and there is no interval: `has_interval` is false, `error` 0, both ends the value.
    """

    days: float
    at_risk: int
    events: int
    value: float
    error: float
    low: float
    high: float

    @property
    def has_interval(self) -> bool:
        """Tell whether anything can be said about how sure the value is."""
        return self.low < self.high


@dataclass(frozen=True, slots=True)
class Curve:
    """Steps at each time with an event, and the number of waits."""

    steps: tuple[CurveStep, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Quantile:
    """A time in working days by which a share was answered; None where the data do not reach."""

    days: float | None
    low: float | None
    high: float | None


@dataclass(slots=True)
class _Variance:
    """The delta-method variance of the cumulative incidence, kept up to date per ending.

    The published sum runs over all earlier endings at every step; these are its parts, each
    brought up to date by what the step adds, so that a curve costs as much as its steps.
    """

    squares: float = 0.0  # Σ (F(t) − F_j)² d_j / (n_j (n_j − d_j))
    ahead: float = 0.0  # Σ (F(t) − F_j) d_j / (n_j (n_j − d_j))
    left: float = 0.0  # Σ d_j / (n_j (n_j − d_j))
    own: float = 0.0  # Σ S_j² d1_j (n_j − d1_j) / n_j³
    cross: float = 0.0  # Σ (F(t) − F_j) S_j d1_j / n_j²
    crossed: float = 0.0  # Σ S_j d1_j / n_j²

    def add(self, *, before: float, at_risk: int, events: int, ended: int) -> None:
        """Take one time with an ending in; `before` is the share still waiting before it."""
        risen = before * events / at_risk
        self.squares += 2 * risen * self.ahead + risen**2 * self.left
        self.ahead += risen * self.left
        self.cross += risen * self.crossed
        if at_risk > ended:
            self.left += ended / (at_risk * (at_risk - ended))
        self.own += before**2 * events * (at_risk - events) / at_risk**3
        self.crossed += before * events / at_risk**2

    @property
    def value(self) -> float:
        return max(0.0, self.squares + self.own - 2 * self.cross)


def kaplan_meier(waits: Waits) -> Curve:
    """Return the share still waiting after each time with an event.

    A competing ending counts as leaving sight: use `aalen_johansen` for the share answered when
    there are competing endings. Raises ValueError for a negative time.
    """
    counted = _counted(waits)
    at_risk, value, total = counted.n, 1.0, 0.0
    steps = []
    for moment in counted.moments:
        events = moment.events
        if events:
            value *= 1 - events / at_risk
            total += events / (at_risk * (at_risk - events)) if at_risk > events else inf
            error = value * sqrt(total) if value > 0 else 0.0
            low, high = _log_log(value, error)
            steps.append(CurveStep(moment.days, at_risk, events, value, error, low, high))
        at_risk -= moment.n
    return Curve(tuple(steps), counted.n)


def aalen_johansen(waits: Waits) -> Curve:
    """Return the share answered by each time, with closure or withdrawal as a competing ending.

    Without competing endings this is 1 minus Kaplan-Meier. Raises ValueError for a negative time.

    A last step in which all who were left ended has no interval when some left sight earlier: the
    variance of that one day is estimated as 0, however few were left (other programs print it).
    """
    counted = _counted(waits)
    at_risk, still, share, variance = counted.n, 1.0, 0.0, _Variance()
    lost = 0
    steps = []
    for moment in counted.moments:
        events, ended = moment.events, moment.events + moment.competing
        if ended:
            variance.add(before=still, at_risk=at_risk, events=events, ended=ended)
            share += still * events / at_risk
            still *= 1 - ended / at_risk
        if events:
            error = 0.0 if lost and ended == at_risk else sqrt(variance.value)
            low, high = _log_log(share, error)
            steps.append(CurveStep(moment.days, at_risk, events, share, error, low, high))
        lost += moment.open
        at_risk -= moment.n
    return Curve(tuple(steps), counted.n)


def share_answered(waits: Waits) -> Curve:
    """Return the share answered by each time, by the estimator that fits the waits.

    Without competing endings 1 minus Kaplan-Meier, whose interval is the one Kaplan-Meier gives;
    otherwise Aalen-Johansen. Raises ValueError for a negative time.
    """
    counted = _counted(waits)
    if counted.competing:
        return aalen_johansen(counted)
    waiting = kaplan_meier(counted)
    steps = (
        replace(step, value=1 - step.value, low=1 - step.high, high=1 - step.low)
        for step in waiting.steps
    )
    return Curve(tuple(steps), waiting.n)


def quantile(curve: Curve, share: float = 0.5) -> Quantile:
    """Return the time by which `share` was answered, from a curve of shares answered.

    The interval inverts the pointwise intervals (Brookmeyer & Crowley 1982): from the first time
    its upper limit reaches the share until the first time its lower limit does. A step without an
    interval settles neither end.
    """

    def first(reached: Iterable[tuple[float, float]]) -> float | None:
        return next((days for days, value in reached if value >= share - 1e-12), None)

    sure = [step for step in curve.steps if step.has_interval]
    return Quantile(
        first((step.days, step.value) for step in curve.steps),
        first((step.days, step.high) for step in sure),
        first((step.days, step.low) for step in sure),
    )


def _counted(waits: Waits) -> Tally:
    return waits if isinstance(waits, Tally) else tally(waits)


def _log_log(value: float, error: float) -> tuple[float, float]:
    """Return the 95 % interval on the log(-log) scale, which stays between 0 and 1."""
    # a share that is 1 but for rounding has no interval on this scale
    if value <= 0.0 or value >= 1.0 - 1e-9 or not isfinite(error):
        return value, value
    # beyond e⁵⁰ both ends are 0 and 1 to any precision, and exp would run over
    width = min(50.0, Z_95 * error / (value * abs(log(value))))
    ends = value ** exp(width), value ** exp(-width)
    return min(ends), max(ends)
