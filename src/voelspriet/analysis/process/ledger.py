# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of agreements, one per row, read as which party kept what it agreed first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.process.dates import (
    CountDays,
    Days,
    Truths,
    counted_days,
    days_of,
    truths_of,
)
from voelspriet.analysis.process.domains import counts_in, domains_of, medians_in
from voelspriet.analysis.process.kept import KeptRate
from voelspriet.analysis.process.rates import rate


@dataclass(frozen=True, slots=True)
class LedgerColumns:
    """How the columns of a ledger of agreements are called.

    Three days: when it was entered, the day agreed first, and when it ended, empty while it is
    open. `is_done` is yes (1, true, ja) for done and no for open or cancelled. `term`, the promised
    working days, is counted when it is None; `by` is the party, an organisation.
    """

    entered_on: str = "entered_on"
    first_due_on: str = "first_due_on"
    ended_on: str = "ended_on"
    is_done: str = "is_done"
    term: str | None = None
    by: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the columns that are read."""
        fixed = (self.entered_on, self.first_due_on, self.ended_on, self.is_done)
        return tuple(name for name in (*fixed, self.term, self.by) if name is not None)


@dataclass(frozen=True, slots=True)
class PartyKept:
    """How a party kept its word. Agreements: `due`, `entered_late`, `not_due` and `left_out`.

    `kept` holds the share of what is due, None when nothing is, and may be shown from 20 due. The
    rest counts agreements: entered when it was over already, due later than the reporting day, and
    without a day of entering or a first agreed day.
    """

    party: str
    kept: KeptRate
    not_due: int
    left_out: int

    @property
    def due(self) -> int:
        """Return how many agreements were due and count."""
        return self.kept.kept.base if self.kept.kept else 0


@dataclass(frozen=True, slots=True)
class KeptReport:
    """The kept-rate of every party, in order; `no_party` agreements belong to none of them."""

    parties: tuple[PartyKept, ...]
    no_party: int


def kept_rates(
    data: FrameLike,
    columns: LedgerColumns | None = None,
    *,
    reported_on: date,
    working_days: CountDays | None = None,
) -> KeptReport:
    """Return per party the share of agreements kept against the first agreed day (method §10).

    `data` has one row per agreement. What counts is told at `kept_rate`, which gives the same
    numbers. `working_days` counts working days from one array of days to another, for the promised
    term; it is asked for when the terms are not in a column. What is entered after the reporting
    day is not known yet and counts as not due.

    Raises ColumnError, with the row, for a date that is none and for done without a day; also for
    a division by persons: a party is an organisation. Raises InputError without terms and without
    a count of working days.
    """
    frame, columns = Frame.of(data), columns or LedgerColumns()
    frame.require(columns.names)
    groups = domains_of(frame, columns.by)
    ledger = _Ledger.read(frame, columns, working_days)
    known = ~np.isnat(ledger.entered) & ~np.isnat(ledger.first_due)
    today = np.datetime64(reported_on, "D")
    due = known & (ledger.first_due < today) & (ledger.entered <= today)
    late = due & ledger.entered_late()
    counted = due & ~late
    terms = medians_in(groups, ledger.term, counted)
    masks = (counted, counted & ledger.kept(), late, known & ~due, ~known)
    counts = zip(*(counts_in(groups, mask).tolist() for mask in masks), strict=True)
    parties = [
        PartyKept(
            party,
            KeptRate(rate(kept, base), float(term) if base else None, entered_late),
            not_due=not_due,
            left_out=left_out,
        )
        for party, term, (base, kept, entered_late, not_due, left_out) in zip(
            groups.labels, terms, counts, strict=True
        )
    ]
    return KeptReport(tuple(parties), groups.missing())


@dataclass(frozen=True, slots=True)
class _Ledger:
    """Agreements, one of each per row; `term` is NaN where a day is missing."""

    entered: Days
    first_due: Days
    ended: Days
    is_done: Truths
    term: NDArray[np.float64]

    @classmethod
    def read(cls, frame: Frame, columns: LedgerColumns, working_days: CountDays | None) -> _Ledger:
        entered = days_of(frame, columns.entered_on)
        first_due = days_of(frame, columns.first_due_on)
        ended, is_done = days_of(frame, columns.ended_on), truths_of(frame, columns.is_done)
        no_day = is_done & np.isnat(ended)
        if no_day.any():
            why = f"is missing, while {columns.is_done!r} says it is done"
            raise ColumnError(columns.ended_on, why, row=int(np.argmax(no_day)) + 1)
        if columns.term is not None:
            return cls(
                entered, first_due, ended, is_done, frame.numbers(columns.term, complete=True)
            )
        if working_days is None:
            raise InputError("give a column with the terms, or how working days are counted")
        term = np.full(len(frame), np.nan)
        known = ~np.isnat(entered) & ~np.isnat(first_due)
        term[known] = counted_days(working_days, entered[known], first_due[known])
        return cls(entered, first_due, ended, is_done, term)

    def kept(self) -> Truths:
        """Tell what was done on or before the first agreed day."""
        return self.is_done & (self.ended <= self.first_due)

    def entered_late(self) -> Truths:
        """Tell what was entered when there was nothing left to wait for."""
        return (self.is_done & (self.ended <= self.entered)) | (self.first_due < self.entered)
