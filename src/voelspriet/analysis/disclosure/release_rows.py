# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of published tables, read and checked one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Frame

RELEASE, TABLE, COUNT, SHOWN = "release", "table", "count", "shown"
GROUP, KIND, MARK = "group", "kind", "mark"
NO_DIMENSIONS = {RELEASE, TABLE, COUNT, SHOWN, GROUP, KIND, MARK}
AT_MOST = "at-most"
KINDS = {"": False, "count": False, AT_MOST: True}
YES, NO = {"1", "true", "yes", "ja"}, {"0", "false", "no", "nee"}


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One count of one published table.

    `place` says where it stands, for a person; `row` counts from 1. `values` has one text per
    dimension of the release set, empty for the total. `shown` is None where that is to be decided.
    With `is_cap` it was told as "at most `count`".
    """

    place: str
    row: int
    release: date
    table: str
    values: tuple[str, ...]
    count: int
    shown: bool | None
    group: str
    is_cap: bool

    def wrong(self, column: str, why: str) -> ColumnError:
        """Return the error that says what is wrong with this row."""
        error = ColumnError(column, why, row=self.row)
        return placed(error, self.place)

    def told(self, beside: ReleaseRow | None = None) -> str:
        """Return where the row stands; without its file when `beside` is in the same."""
        same = not self.place or (beside is not None and beside.place == self.place)
        return f"row {self.row}" if same else f"row {self.row} of {self.place}"


def placed(error: ColumnError, place: str) -> ColumnError:
    """Let an error say in which file it is."""
    if place:
        error.args = (f"{place}: {error}",)
    return error


def dimensions_of(frames: Sequence[Frame]) -> tuple[str, ...]:
    """Return the columns that are dimensions, in the order in which they come."""
    names = dict.fromkeys(name for frame in frames for name in frame.names)
    return tuple(name for name in names if name not in NO_DIMENSIONS)


def rows_of(
    frame: Frame, dimensions: Sequence[str], place: str, *, is_draft: bool
) -> list[ReleaseRow]:
    """Read one table; with `is_draft` the column `shown` may be empty or not there.

    Raises ColumnError, with the row, for what cannot be read.
    """
    try:
        releases, counts = _days(frame), _counts(frame)
        shown = _truths(frame, is_draft=is_draft)
        kinds = [_kind(text, row) for row, text in enumerate(_words(frame, KIND), start=1)]
    except ColumnError as error:
        raise placed(error, place) from error
    tables, groups = _words(frame, TABLE), _words(frame, GROUP)
    values = [_words(frame, name) for name in dimensions]
    return [
        ReleaseRow(
            place, index + 1, releases[index], tables[index],
            tuple(column[index] for column in values),
            counts[index], shown[index], groups[index], kinds[index],
        )
        for index in range(len(frame))
    ]  # fmt: skip


def _words(frame: Frame, name: str) -> list[str]:
    """Return a column as words, empty where missing or where there is no such column."""
    if name not in frame.names:
        return [""] * len(frame)
    return [(text or "").strip() for text in frame.texts(name)]


def _days(frame: Frame) -> list[date]:
    frame.require([RELEASE])
    found = []
    for row, text in enumerate(_words(frame, RELEASE), start=1):
        try:
            found.append(date.fromisoformat(text))
        except ValueError:
            why = f"{text!r} is not a date (2026-05-01)" if text else "is missing"
            raise ColumnError(RELEASE, why, row=row) from None
    return found


def _counts(frame: Frame) -> list[int]:
    numbers = frame.numbers(COUNT, complete=True).tolist()
    for row, number in enumerate(numbers, start=1):
        if number < 0 or number != int(number):
            why = f"{number:g} is not a count: a whole number of 0 or more"
            raise ColumnError(COUNT, why, row=row)
    return [int(number) for number in numbers]


def _truths(frame: Frame, *, is_draft: bool) -> list[bool | None]:
    if not is_draft:
        frame.require([SHOWN])
    found: list[bool | None] = []
    for row, text in enumerate(_words(frame, SHOWN), start=1):
        word = text.lower()
        if word not in YES | NO and (word or not is_draft):
            why = f"{text!r} is not yes or no" if text else "is missing"
            raise ColumnError(SHOWN, why, row=row)
        found.append(word in YES if word else None)
    return found


def _kind(text: str, row: int) -> bool:
    if text not in KINDS:
        raise ColumnError(KIND, f"{text!r} is neither count nor {AT_MOST}", row=row)
    return KINDS[text]
