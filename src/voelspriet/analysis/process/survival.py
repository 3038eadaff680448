# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long people wait for a first answer, with those who still wait counted in.

Times are whole working days, the day of receipt is day 0. Ties are worked on together: at one
time, events come before those who only left sight that day.

References: Kaplan & Meier (1958); Greenwood (1926) for the variance; the log-log interval of
Kalbfleisch & Prentice (1980), as R `survival::survfit(conf.type = "log-log")`; Aalen & Johansen
(1978), variance of Marubini & Valsecchi (1995), section 10.3 (delta method).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import exp, inf, isfinite, log, sqrt

from voelspriet.analysis.proportions import Z_95


class Ending(Enum):
    """How a wait ended, as far as anybody knows."""

    OPEN = "open"  # still waiting on the reporting day
    EVENT = "event"  # the first answer
    COMPETING = "competing"  # closed without an answer, or withdrawn


@dataclass(frozen=True, slots=True)
class Waiting:
    """One wait: how many working days, and how it ended."""

    days: float
    ending: Ending


@dataclass(frozen=True, slots=True)
class CurveStep:
    """A curve just after `days`: value and 95 % interval, shares of 1.

    The value is the share still waiting (Kaplan-Meier) or answered by then (Aalen-Johansen).
    `error` is the standard error.
    """

    days: float
    at_risk: int
    events: int
    value: float
    error: float
    low: float
    high: float


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


def _log_log(value: float, error: float) -> tuple[float, float]:
    """Return the 95 % interval on the log(-log) scale, which stays between 0 and 1."""
    # a share that is 1 but for rounding has no interval on this scale
    if value <= 0.0 or value >= 1.0 - 1e-9 or not isfinite(error):
        return value, value
    # beyond e⁵⁰ both ends are 0 and 1 to any precision, and exp would run over
    width = min(50.0, Z_95 * error / (value * abs(log(value))))
    ends = value ** exp(width), value ** exp(-width)
    return min(ends), max(ends)


def _tally(waits: Sequence[Waiting]) -> tuple[dict[float, Counter[Ending]], list[float]]:
    at: dict[float, Counter[Ending]] = {}
    for wait in waits:
        if wait.days < 0:
            raise ValueError("a wait is 0 days or longer")
        at.setdefault(wait.days, Counter())[wait.ending] += 1
    return at, sorted(at)


def kaplan_meier(waits: Sequence[Waiting]) -> Curve:
    """Return the share still waiting after each time with an event.

    A competing ending counts as leaving sight: use `aalen_johansen` for the share answered when
    there are competing endings. Raises ValueError for a negative time.
    """
    at, times = _tally(waits)
    at_risk, value, total = len(waits), 1.0, 0.0
    steps = []
    for days in times:
        events = at[days][Ending.EVENT]
        if events:
            value *= 1 - events / at_risk
            total += events / (at_risk * (at_risk - events)) if at_risk > events else inf
            error = value * sqrt(total) if value > 0 else 0.0
            low, high = _log_log(value, error)
            steps.append(CurveStep(days, at_risk, events, value, error, low, high))
        at_risk -= at[days].total()
    return Curve(tuple(steps), len(waits))


def aalen_johansen(waits: Sequence[Waiting]) -> Curve:
    """Return the share answered by each time, with closure or withdrawal as a competing ending.

    Without competing endings this is 1 minus Kaplan-Meier. Raises ValueError for a negative time.
    """
    at, times = _tally(waits)
    at_risk, still, share = len(waits), 1.0, 0.0
    history: list[tuple[float, float, float, int, int]] = []
    steps = []
    for days in times:
        events, ended = at[days][Ending.EVENT], at[days][Ending.EVENT] + at[days][Ending.COMPETING]
        if ended:
            before = still
            share += before * events / at_risk
            history.append((share, before, float(at_risk), events, ended))
            still *= 1 - ended / at_risk
        if events:
            error = sqrt(_incidence_variance(history))
            low, high = _log_log(share, error)
            steps.append(CurveStep(days, at_risk, events, share, error, low, high))
        at_risk -= at[days].total()
    return Curve(tuple(steps), len(waits))


def _incidence_variance(history: Sequence[tuple[float, float, float, int, int]]) -> float:
    """Return the delta-method variance of the cumulative incidence after the last ending."""
    now, result = history[-1][0], 0.0
    for share, before, at_risk, events, ended in history:
        ahead = now - share
        if at_risk > ended:
            result += ahead**2 * ended / (at_risk * (at_risk - ended))
        result += before**2 * events * (at_risk - events) / at_risk**3
        result -= 2 * ahead * before * events / at_risk**2
    return max(0.0, result)


def quantile(curve: Curve, share: float = 0.5) -> Quantile:
    """Return the time by which `share` was answered, from a curve of shares answered.

    The interval inverts the pointwise intervals (Brookmeyer & Crowley 1982): from the first time
    its upper limit reaches the share until the first time its lower limit does.
    """

    def first(values: Sequence[float]) -> float | None:
        reached = (s.days for s, v in zip(curve.steps, values, strict=True) if v >= share - 1e-12)
        return next(reached, None)

    steps = curve.steps
    return Quantile(
        first([s.value for s in steps]),
        first([s.high for s in steps]),
        first([s.low for s in steps]),
    )
