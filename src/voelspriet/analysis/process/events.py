# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of cases, one per row, read as how long each waited and how that ended.

What was not yet known on the reporting day is not used: a case received later is left out, an
ending later than that day leaves the case open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.process.dates import (
    CountDays,
    Days,
    Truths,
    counted_days,
    days_of,
    refuse_first,
)

LEFT_OUT, OPEN, ANSWERED, COMPETING = -1, 0, 1, 2
WORDS = ("", "answered", "closed", "withdrawn", "open")
WITHDRAWN = WORDS.index("withdrawn")


@dataclass(frozen=True, slots=True)
class EventColumns:
    """How the columns of a table of cases are called.

    `received` and `ended` are days, `ending` is answered, closed, withdrawn, or empty for a case
    that is open. With `days`, the working days each case waited, the two dates are not read. `due`
    is the promised day, `by` the area or other division; None when there is none.
    """

    received: str = "received"
    ended: str = "ended"
    ending: str = "ending"
    days: str | None = None
    due: str | None = None
    by: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the columns that are read."""
        length = (self.days,) if self.days is not None else (self.received, self.ended)
        return tuple(n for n in (*length, self.ending, self.due, self.by) if n is not None)


@dataclass(frozen=True, slots=True)
class Events:
    """Cases as known on the reporting day, one of each per row.

    `days` are working days waited, NaN where left out. `endings` are LEFT_OUT, OPEN, ANSWERED or
    COMPETING. `is_answered` and `is_withdrawn` are known also where the length is not.
    """

    days: NDArray[np.float64]
    endings: NDArray[np.int8]
    is_answered: Truths
    is_withdrawn: Truths
    not_yet_received: Truths


def events_of(
    frame: Frame,
    columns: EventColumns,
    *,
    reported_on: date | None,
    working_days: CountDays | None,
) -> Events:
    """Read a table of cases. See `waiting_times` for the errors."""
    frame.require(columns.names)
    words = _endings(frame, columns.ending)
    if columns.days is None:
        return _from_dates(frame, columns, words, reported_on, working_days)
    days = frame.numbers(columns.days)
    refuse_first(columns.days, days < 0, "is less than 0 days", days)
    nobody = np.zeros(len(frame), dtype=bool)
    endings = np.where(np.isnan(days), LEFT_OUT, _coded(words)).astype(np.int8)
    return Events(days, endings, words == ANSWERED, words == WITHDRAWN, nobody)


def _endings(frame: Frame, name: str) -> NDArray[np.int8]:
    """Return per row the place of its word in WORDS, OPEN for a case that is open."""
    column = frame.column(name)
    words = pc.fill_null(pc.utf8_lower(pc.utf8_trim_whitespace(pc.cast(column, pa.string()))), "")
    places = pc.fill_null(pc.index_in(words, pa.array(WORDS)), -1)
    found = np.asarray(places.to_numpy(zero_copy_only=False), dtype=np.int8)
    refuse_first(name, found < 0, "is not answered, closed, withdrawn or empty", column)
    return np.where(found > WITHDRAWN, OPEN, found).astype(np.int8)


def _coded(words: NDArray[np.int8]) -> NDArray[np.int8]:
    return np.minimum(words, COMPETING)


def _from_dates(
    frame: Frame,
    columns: EventColumns,
    words: NDArray[np.int8],
    reported_on: date | None,
    working_days: CountDays | None,
) -> Events:
    if working_days is None:
        raise InputError("give a column with the days waited, or how working days are counted")
    received, ended = days_of(frame, columns.received), days_of(frame, columns.ended)
    _check_ends(columns, received, ended, words, reported_on)
    open_cases = int(np.count_nonzero(words == OPEN))
    if reported_on is None and open_cases:
        raise InputError(
            f"open cases wait until the reporting day: which day is that? ({open_cases})"
        )
    later = np.zeros(len(frame), dtype=bool)
    if reported_on is not None:
        today = np.datetime64(reported_on, "D")
        later = received > today
        words = np.where(ended > today, OPEN, words).astype(np.int8)
        ended = np.where(words == OPEN, today, ended)
    left_out = later | np.isnat(received)
    days = np.full(len(frame), np.nan)
    days[~left_out] = counted_days(working_days, received[~left_out], ended[~left_out])
    endings = np.where(left_out, LEFT_OUT, _coded(words)).astype(np.int8)
    return Events(days, endings, words == ANSWERED, words == WITHDRAWN, later)


def _check_ends(
    columns: EventColumns,
    received: Days,
    ended: Days,
    words: NDArray[np.int8],
    reported_on: date | None,
) -> None:
    no_day = (words != OPEN) & np.isnat(ended)
    refuse_first(columns.ended, no_day, f"is missing, while {columns.ending!r} says how it ended")
    no_word = (words == OPEN) & ~np.isnat(ended)
    if reported_on is not None:  # registers write 9999-12-31 where there is no end yet
        no_word &= ended <= np.datetime64(reported_on, "D")
    refuse_first(
        columns.ending, no_word, f"does not say how it ended, while {columns.ended!r} does"
    )
    early = ended < received
    if early.any():
        row = int(np.argmax(early))
        why = f"'{ended[row]}' lies before {columns.received!r} ('{received[row]}')"
        raise ColumnError(columns.ended, why, row=row + 1)
