# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long people wait for an answer and how many get one, from a table of cases, per domain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Codes, Frame, FrameLike
from voelspriet.analysis.process.dates import CountDays, days_of
from voelspriet.analysis.process.domains import counts_in, domains_of
from voelspriet.analysis.process.events import (
    ANSWERED,
    COMPETING,
    LEFT_OUT,
    OPEN,
    EventColumns,
    Events,
    events_of,
)
from voelspriet.analysis.process.rates import Rate, rate
from voelspriet.analysis.process.survival import Curve, Quantile, quantile, share_answered
from voelspriet.analysis.process.waiting import Moment, Tally

KAPLAN_MEIER, AALEN_JOHANSEN = "kaplan_meier", "aalen_johansen"
ENDINGS = 3


@dataclass(frozen=True, slots=True)
class DueAnswers:
    """Of what was due: how many were answered.

    `due` are cases whose promised day had passed on the reporting day, without the `withdrawn`
    ones; `no_day` cases name no promised day. `rate` is None when nothing was due.
    """

    due: int
    withdrawn: int
    no_day: int
    rate: Rate | None


@dataclass(frozen=True, slots=True)
class WaitingStep:
    """A day on which something happened, and the curve just after it.

    `at_risk` still waited when it began; `answered`, `competing` and `open` are waits that lasted
    this long. `share` is the share answered by then, with its standard error and 95 % interval,
    None where the methods give none.
    """

    days: float
    at_risk: int
    answered: int
    competing: int
    open: int
    share: float
    standard_error: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class WaitingTimes:
    """How long the people of one domain wait for an answer, in working days.

    `tally` counts the waits. `left_out` are cases of which no length is known, `not_yet_received`
    those that came after the reporting day; neither is in the tally. `curve` is the share answered
    by each day, and `median` when half were. `answers` is None when no promised days were given.
    """

    domain: str
    tally: Tally
    left_out: int
    not_yet_received: int
    curve: Curve
    median: Quantile
    answers: DueAnswers | None

    @property
    def estimator(self) -> str:
        """Return which estimator the curve is of: `kaplan_meier` or `aalen_johansen`."""
        return AALEN_JOHANSEN if self.tally.competing else KAPLAN_MEIER

    @property
    def steps(self) -> tuple[WaitingStep, ...]:
        """Return every day on which a wait ended or the view of it did, in order."""
        risen = {step.days: step for step in self.curve.steps}
        at_risk, last = self.tally.n, None
        found = []
        for one in self.tally.moments:
            last = risen.get(one.days, last)
            sure = last if last is not None and last.has_interval else None
            found.append(
                WaitingStep(
                    one.days, at_risk, one.events, one.competing, one.open,
                    last.value if last else 0.0,
                    sure.error if sure else None, sure.low if sure else None,
                    sure.high if sure else None,
                )
            )  # fmt: skip
            at_risk -= one.n
        return tuple(found)


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """The waiting times of every domain, in order; `no_domain` cases belong to none of them."""

    domains: tuple[WaitingTimes, ...]
    no_domain: int


def waiting_times(
    data: FrameLike,
    columns: EventColumns | None = None,
    *,
    reported_on: date | None = None,
    working_days: CountDays | None = None,
) -> WaitingReport:
    """Return how long people wait for an answer, per domain (method §10).

    `data` has one row per case; `columns` says how its columns are called. `working_days` counts
    the working days from one array of days to another (the day of receipt is day 0) and is asked
    for when the lengths are not in a column. `reported_on` is asked for when a case is open or
    when there are promised days.

    Estimated by Kaplan & Meier (1958) where nobody's wait ended without an answer, otherwise by
    Aalen & Johansen (1978), with closure and withdrawal as a competing ending. The answer rate is
    answered ÷ due, with Wilson's interval.

    Raises ColumnError, with the row, for a date that is none, an ending that is none, an ending
    without a day or a day without an ending, and an end before the receipt; also for a division by
    persons. Raises InputError without a reporting day or count of days where one is needed.
    """
    frame, columns = Frame.of(data), columns or EventColumns()
    events = events_of(frame, columns, reported_on=reported_on, working_days=working_days)
    groups = domains_of(frame, columns.by)
    answers = _answers(frame, columns, events, groups, reported_on)
    left_out = counts_in(groups, (events.endings == LEFT_OUT) & ~events.not_yet_received)
    later = counts_in(groups, events.not_yet_received)
    found = []
    for place, counted in enumerate(_tallies(groups, events)):
        curve = share_answered(counted)
        found.append(
            WaitingTimes(
                groups.labels[place],
                counted,
                int(left_out[place]),
                int(later[place]),
                curve,
                quantile(curve),
                answers[place] if answers else None,
            )
        )
    return WaitingReport(tuple(found), groups.missing())


def _answers(
    frame: Frame, columns: EventColumns, events: Events, groups: Codes, reported_on: date | None
) -> tuple[DueAnswers, ...]:
    if columns.due is None:
        return ()
    if reported_on is None:
        raise InputError("what is due depends on the reporting day: which day is that?")
    promised = days_of(frame, columns.due)
    passed = promised < np.datetime64(reported_on, "D")
    due = passed & ~events.is_withdrawn
    parts = zip(
        counts_in(groups, due),
        counts_in(groups, passed & events.is_withdrawn),
        counts_in(groups, np.isnat(promised)),
        counts_in(groups, due & events.is_answered),
        strict=True,
    )
    return tuple(
        DueAnswers(int(n), int(withdrawn), int(no_day), rate(int(answered), int(n)))
        for n, withdrawn, no_day, answered in parts
    )


def _tallies(groups: Codes, events: Events) -> list[Tally]:
    """Count per domain, length and ending, in one pass over the cases."""
    known = (events.endings != LEFT_OUT) & (groups.values >= 0)
    lengths, place = np.unique(events.days[known], return_inverse=True)
    cells, cell = np.unique(
        groups.values[known] * max(len(lengths), 1) + place, return_inverse=True
    )
    counts = np.bincount(cell * ENDINGS + events.endings[known], minlength=len(cells) * ENDINGS)
    moments: list[list[Moment]] = [[] for _ in groups.labels]
    for key, row in zip(cells.tolist(), counts.reshape(-1, ENDINGS).tolist(), strict=True):
        domain, length = divmod(key, len(lengths))
        one = Moment(float(lengths[length]), row[ANSWERED], row[COMPETING], row[OPEN])
        moments[domain].append(one)
    return [Tally(tuple(one)) for one in moments]
