# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions with several answers: the share of those asked who gave each (method §4a).

The shares may add up to more than 100 %, because one person gives more than one answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.proportions import wilson
from voelspriet.analysis.survey.questions.answers import FLAGGED_ABOVE, Mask, split_dont_know


@dataclass(frozen=True, slots=True)
class OptionShare:
    """How many of those asked gave one answer, with the 95 % interval (Wilson), unweighted.

    `share`, `low` and `high` are None when nobody was asked.
    """

    option: str
    n_chosen: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, eq=False)
class ManyAnswers:
    """The answers to one question with several answers.

    `chosen` is a mask of rows by options, for estimates with weights; a row that was asked and
    skipped the question chose nothing and stays in the base. `n_none` answered and chose nothing.
    """

    options: tuple[OptionShare, ...]
    chosen: Mask
    asked: Mask
    n_asked: int
    n_not_asked: int
    n_answered: int
    n_none: int

    @property
    def n_not_answered(self) -> int:
        """Rows that were asked and skipped the question."""
        return self.n_asked - self.n_answered

    @property
    def is_flagged(self) -> bool:
        """Tell whether more than 20 % of those asked skipped the question."""
        return self.n_not_answered > FLAGGED_ABOVE * self.n_asked


def options_in_columns(
    data: FrameLike, columns: Sequence[str], *, asked: str | None = None
) -> ManyAnswers:
    """Count a question that has a column per option: 1 or true chosen, 0 or false not.

    A missing value beside a filled one is "not chosen"; a row with all columns missing skipped
    the question. `asked` is as for `split_dont_know`. Raises InputError without columns or with
    one named twice, ColumnError for other values than 0 and 1, and what `split_dont_know` raises.
    """
    frame = Frame.of(data)
    if not columns or len(set(columns)) < len(columns):
        raise InputError("name the columns of the options, each once")
    there, chosen = [], []
    for column in columns:
        who = split_dont_know(frame, column, (), asked=asked)
        values = frame.numbers(column)
        wrong = who.answered & (values != 0) & (values != 1)
        if wrong.any():
            raise ColumnError(column, "is 1 for chosen or 0 for not", row=int(np.argmax(wrong)) + 1)
        there.append(who.answered)
        chosen.append(values == 1)
    return _counted(
        tuple(columns), np.column_stack(chosen), who.asked, np.any(np.column_stack(there), axis=1)
    )


def options_in_text(
    data: FrameLike,
    column: str,
    *,
    options: Sequence[str] | None = None,
    separator: str | None = None,
    asked: str | None = None,
) -> ManyAnswers:
    """Count a question whose answers stand in one column, such as "1 3 5".

    `separator` stands between the answers: any white space unless told. `options` is the list of
    the questionnaire, so that an answer nobody gave is shown as 0; without it the options are
    those that occur. An answer twice in one cell counts once. An empty cell of who was asked is a
    skipped question; a cell with nothing but separators answered "none".

    Raises ColumnError, with the row, for an answer that is no option, and what `split_dont_know`
    raises.
    """
    frame = Frame.of(data)
    codes = frame.codes(column)
    who = split_dont_know(frame, column, (), asked=asked)
    cells = [_parts(label, separator) for label in codes.labels]
    listed = tuple(options) if options is not None else _sorted({p for cell in cells for p in cell})
    places = {option: place for place, option in enumerate(listed)}
    if len(places) < len(listed):
        raise InputError("an option is named twice")
    table = np.zeros((len(cells) + 1, len(listed)), dtype=bool)
    for number, cell in enumerate(cells):
        for part in cell:
            if part not in places:
                row = int(np.argmax(codes.values == number)) + 1
                raise ColumnError(column, f"{part!r} is not one of the options", row=row)
            table[number, places[part]] = True
    return _counted(listed, table[codes.values], who.asked, who.answered)


def _parts(cell: str, separator: str | None) -> set[str]:
    return {part.strip() for part in cell.split(separator)} - {""}


def _sorted(found: set[str]) -> tuple[str, ...]:
    if all(option.isdecimal() for option in found):
        return tuple(sorted(found, key=lambda option: (int(option), option)))
    return tuple(sorted(found))


def _counted(options: tuple[str, ...], chosen: Mask, asked: Mask, answered: Mask) -> ManyAnswers:
    n_asked = int(np.count_nonzero(asked))
    shares = []
    for option, count in zip(options, np.count_nonzero(chosen, axis=0), strict=True):
        low, high = wilson(int(count), n_asked) if n_asked else (None, None)
        share = int(count) / n_asked if n_asked else None
        shares.append(OptionShare(option, int(count), share, low, high))
    nothing = answered & ~np.any(chosen, axis=1)
    return ManyAnswers(
        tuple(shares), chosen, asked, n_asked, len(asked) - n_asked,
        int(np.count_nonzero(answered)), int(np.count_nonzero(nothing)),
    )  # fmt: skip
