# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Columns of days, and of yes and no, as registers write them.

A day is a date (2026-03-02) or a moment (2026-03-02T10:15, with or without seconds and zone). A
moment with a zone falls on its Dutch day; one without is Dutch clock time already.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Frame

Days: TypeAlias = NDArray[np.datetime64]
Truths: TypeAlias = NDArray[np.bool_]
CountDays: TypeAlias = Callable[[Days, Days], NDArray[np.int64]]

DUTCH_ZONE = "Europe/Amsterdam"
FIRST_DAY = date(1970, 1, 1)  # anything earlier in a register of this kind is a typing error
PLAIN = r"^\d{4}-\d\d-\d\d$"
MOMENT = r"^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d{1,9})?)?$"
ZONED = r"^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d(:?\d\d)?)$"
YES = ("1", "true", "yes", "ja")
NO = ("0", "false", "no", "nee")
KEPT_DIGITS = r"(\.\d{6})\d+"


def days_of(frame: Frame, name: str, *, complete: bool = False) -> Days:
    """Return a column as days, NaT where missing.

    Raises ColumnError, with the row, for what is no date and for a day before 1970, and with
    `complete` for the first missing value.
    """
    column = frame.column(name)
    if pa.types.is_dictionary(column.type):
        column = pc.cast(column, column.type.value_type)
    dates = _dates(name, column)
    days: Days = np.asarray(dates.to_numpy(zero_copy_only=False), dtype="datetime64[D]")
    refuse_first(name, days < np.datetime64(FIRST_DAY), f"lies before {FIRST_DAY.year}", days)
    if complete:
        refuse_first(name, np.isnat(days), "is missing")
    return days


def truths_of(frame: Frame, name: str) -> Truths:
    """Return a column of yes and no as true and false: 1/0, true/false, yes/no or ja/nee.

    Raises ColumnError, with the row, for anything else and for the first missing value.
    """
    column = frame.column(name)
    if frame.is_number(name):
        numbers = frame.numbers(name, complete=True)
        refuse_first(name, ~np.isin(numbers, (0.0, 1.0)), "is not yes (1) or no (0)", numbers)
        return np.asarray(numbers == 1.0, dtype=bool)
    words = pc.utf8_lower(pc.utf8_trim_whitespace(pc.cast(column, pa.string())))
    words = pc.if_else(pc.equal(words, ""), pa.scalar(None, pa.string()), words)
    refuse_first(name, _truths(pc.is_null(words)), "is missing")
    yes = pc.is_in(words, pa.array(YES))
    known = pc.or_(yes, pc.is_in(words, pa.array(NO)))
    refuse_first(name, ~_truths(known), "is not yes or no", column)
    return _truths(yes)


def counted_days(working_days: CountDays, starts: Days, ends: Days) -> NDArray[np.int64]:
    """Return the working days between days; InputError for days it cannot count between."""
    try:
        return working_days(starts, ends)
    except ValueError as error:
        raise InputError(str(error)) from error


def refuse_first(
    name: str, wrong: Truths, why: str, values: Days | NDArray[Any] | pa.ChunkedArray | None = None
) -> None:
    """Raise ColumnError for the first row that is wrong, with its value when `values` are given."""
    if not wrong.any():
        return
    row = int(np.argmax(wrong))
    if values is None:
        raise ColumnError(name, why, row=row + 1)
    raise ColumnError(name, f"{str(values[row])!r} {why}", row=row + 1)


def _truths(found: pa.ChunkedArray) -> Truths:
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=bool)


def _dates(name: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    kind = column.type
    if pa.types.is_timestamp(kind):
        return _on_dutch_day(column)
    if pa.types.is_date(kind) or pa.types.is_null(kind):
        return pc.cast(column, pa.date32())
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        raise ColumnError(name, f"holds {kind}, not dates")
    texts = pc.utf8_trim_whitespace(pc.cast(column, pa.string()))
    texts = pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.string()), texts)
    try:
        return _from_texts(texts)
    except pa.ArrowInvalid:
        row = _first_that_fails(texts)
        why = f"{texts[row].as_py()!r} is not a date (year-month-day, as 2026-03-02)"
        raise ColumnError(name, why, row=row + 1) from None


def _from_texts(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return texts as dates. Raises ArrowInvalid when one is none."""
    if pc.all(pc.match_substring_regex(texts, PLAIN)).as_py() in {True, None}:
        return pc.cast(texts, pa.date32())
    nothing = pa.scalar(None, pa.string())
    zoned = pc.match_substring_regex(texts, ZONED)
    local = pc.match_substring_regex(texts, MOMENT)
    rest = pc.cast(pc.if_else(pc.or_(zoned, local), nothing, texts), pa.date32())
    whole = pc.replace_substring_regex(texts, KEPT_DIGITS, r"\1")
    moments = pc.cast(pc.if_else(local, whole, nothing), pa.timestamp("us"))
    abroad = pc.cast(pc.if_else(zoned, whole, nothing), pa.timestamp("us", tz="UTC"))
    return pc.coalesce(rest, _on_dutch_day(moments), _on_dutch_day(abroad))


def _on_dutch_day(moments: pa.ChunkedArray) -> pa.ChunkedArray:
    if moments.type.tz is not None:
        dutch = pc.cast(moments, pa.timestamp(moments.type.unit, tz=DUTCH_ZONE))
        moments = pc.local_timestamp(dutch)
    return pc.cast(pc.floor_temporal(moments, unit="day"), pa.date32())


def _first_that_fails(texts: pa.ChunkedArray) -> int:
    """Return the place of the first text that is no date, by halving where it must be."""
    low, high = 0, len(texts)
    while high - low > 1:
        middle = (low + high) // 2
        try:
            _from_texts(texts.slice(low, middle - low))
            low = middle
        except pa.ArrowInvalid:
            high = middle
    return low
